import type { Row } from './define.ts';
import { bindTable } from './bind.ts';
import { checkTable } from './check.ts';
import { lexTable } from './lex.ts';
import { parseTable } from './parse.ts';
import { planTable } from './plan.ts';
import { verifyTable } from './verify.ts';

/** A row as the catalogue holds it: everything but its message, which only its own phase can word. */
export type CatalogueRow = Pick<Row<never>, 'severity' | 'explanation' | 'bad' | 'good'> & {
  readonly code: string;
  /** Which step of the pipeline reports it. */
  readonly phase: 'lex' | 'parse' | 'bind' | 'check' | 'plan' | 'verify';
  /** Where it does not depend on the case. */
  readonly help?: string;
};

type AnyTable = Readonly<Record<string, Row<never>>>;

const rowsOf = (phase: CatalogueRow['phase'], table: AnyTable): readonly CatalogueRow[] =>
  Object.entries(table).map(([code, { severity, help, explanation, bad, good }]) => ({
    code,
    phase,
    severity,
    ...(typeof help === 'string' ? { help } : {}),
    explanation,
    bad,
    good,
  }));

/** Every code there is, by phase and then in the order of its table. */
export const catalogue: readonly CatalogueRow[] = [
  ...rowsOf('lex', lexTable),
  ...rowsOf('parse', parseTable),
  ...rowsOf('bind', bindTable),
  ...rowsOf('check', checkTable),
  ...rowsOf('plan', planTable),
  ...rowsOf('verify', verifyTable),
];

/** The row of a code, for `explain` and the documentation. */
export function explainCode(code: string): CatalogueRow | undefined {
  return catalogue.find((row) => row.code === code);
}
