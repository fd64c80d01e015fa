import { typeText } from '../4-bind/named-types.ts';
import type { Scope } from '../4-bind/scope.ts';
import type { Expr, Path, Table, TableRow } from '../ast/ast.ts';
import type { Extra } from '../diagnostics/define.ts';
import type { Type } from '../program.ts';
import type { Checker } from './checker.ts';
import { checkCites } from './citations.ts';
import { isConstant } from './facts.ts';
import { checkTableCovers } from './table-coverage.ts';

/** A decision table: its inputs, the cells of each row, the values, and that exactly one row fits any case. */
export function checkTable(checker: Checker, table: Table, scope: Scope, type: Type | null): void {
  const { findings } = checker;
  const inputs = table.inputs.map((input) => {
    const found = checker.infer(input, scope, null);
    if (
      found === null ||
      found.kind === 'yesno' ||
      found.kind === 'enum' ||
      found.kind === 'number' ||
      found.kind === 'date'
    ) {
      return found;
    }
    findings.report('table-input', input.span, { found: typeText(found) });
    return null;
  });
  let sound = inputs.every((input) => input !== null);
  for (const row of table.rows) {
    if (row.cells.length !== inputs.length) {
      const counts = { cells: row.cells.length, inputs: inputs.length };
      findings.report('table-cells', row.span, counts, partedByCommas(row, inputs.length));
      sound = false;
    }
    for (const [column, cell] of row.cells.entries()) {
      const input = inputs[column];
      if (cell.kind === 'anyCell' || input === null || input === undefined) continue;
      for (const { op, value } of cell.values) {
        const before = findings.all().length;
        if (isRestWord(value, checker)) {
          const word = value.segments[0]?.text ?? '';
          const fix = { title: 'write `-`', safe: false, edits: [{ span: value.span, text: '-' }] };
          findings.report('table-otherwise', value.span, { word }, word === 'any' ? { fix } : {});
          sound = false;
          continue;
        }
        checker.expect(value, scope, input);
        if (findings.all().length > before) sound = false;
        else if (!isConstant(checker, value)) {
          findings.report('cell-not-constant', value.span, {});
          sound = false;
        } else if (op !== '=' && input.kind !== 'number' && input.kind !== 'date') {
          findings.report('no-order', value.span, { op, type: typeText(input) });
          sound = false;
        }
      }
    }
    if (type === null) checker.infer(row.value, scope, null);
    else checker.expect(row.value, scope, type);
    checkCites(checker, row.cites);
  }
  if (sound)
    checkTableCovers(
      checker,
      table,
      inputs.filter((input) => input !== null),
    );
}

const restWords: ReadonlySet<string> = new Set(['otherwise', 'else', 'default', 'any', 'other', 'rest']);

/** A word that stands for all other values in other languages, and here for nothing. */
function isRestWord(value: Expr, { symbols }: Checker): value is Path {
  if (value.kind !== 'path' || value.segments.length !== 1) return false;
  const word = value.segments[0]?.text ?? '';
  return restWords.has(word) && !symbols.enumsWithMember.has(word);
}

/** A row whose one cell has a value for each input: its commas are bars. */
function partedByCommas({ cells: [only, ...others] }: TableRow, inputs: number): Extra {
  if (only?.kind !== 'valuesCell' || others.length > 0 || only.values.length !== inputs) return {};
  const edits = only.values.slice(1).map(({ span }, i) => ({
    span: { ...span, start: only.values[i]?.span.end ?? span.start, end: span.start },
    text: ' | ',
  }));
  const help = 'bars part the cells of a row: a comma stands between several values of one cell';
  // More than a comma and a blank on either side of it may be a comment.
  if (edits.some(({ span: { start, end } }) => end - start > 3)) return { help };
  return { help, fix: { title: 'write bars', safe: true, edits } };
}
