/** A trace as CSV (RFC 4180), a row for each statement: for a spreadsheet, with nothing that one would run as a formula. */
import { stringify } from 'csv-stringify/sync';
import type { Trace } from './trace.ts';

const columns = [
  'id',
  'section',
  'source',
  'pinpoint',
  'strength',
  'kind',
  'wording',
  'disposition',
  'reason',
  'duplicateOf',
  'encodedBy',
  'scenarios',
];

/** The rows, under a heading. Lists within a field are separated by "; ". */
export function traceCsv({ statements }: Trace): string {
  const rows = statements.map(({ statement, section, encodedBy, scenarios }) => [
    statement.id,
    section,
    statement.source,
    statement.pinpoint,
    statement.strength.verbatim.join('; '),
    statement.strength.kind,
    statement.wording,
    statement.disposition,
    statement.reason ?? '',
    statement.duplicateOf ?? '',
    encodedBy.join('; '),
    scenarios.join('; '),
  ]);
  return stringify([columns, ...rows], { escape_formulas: true, record_delimiter: 'windows' });
}
