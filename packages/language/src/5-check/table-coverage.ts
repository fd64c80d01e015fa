import { assertNever } from '../assert-never.ts';
import type { Cell, Expr, Table, TableRow } from '../ast/ast.ts';
import type { Type } from '../program.ts';
import { unitsOf } from './arithmetic.ts';
import { unwrapped } from './case-coverage.ts';
import type { Checker } from './checker.ts';
import { dayNumber } from './dates.ts';

/** Beyond this many steps a table is too tangled to be checked, and so to be read. */
const stepLimit = 200_000;

/**
 * One column, cut into pieces within which no cell tells values apart: enum members, yes and no, or points and the open
 * intervals between them. `fits[row]` says which pieces the row's cell accepts; null where it accepts all.
 */
interface Column {
  readonly pieces: readonly string[];
  readonly fits: readonly (ReadonlySet<number> | null)[];
}

/** Reports a combination of inputs that no row fits, and pairs of rows that fit one combination. */
export function checkTableCovers(checker: Checker, table: Table, types: readonly Type[]): void {
  const columns = types.map((type, index) => columnOf(checker, table, type, index));
  const found = search(columns, table.rows);
  if (found.tangled) {
    checker.findings.report('table-too-tangled', table.span, {});
    return;
  }
  if (found.gap !== null)
    checker.findings.report('table-gap', table.span, { combination: describe(table, columns, found.gap) });
  for (const { first, second, pieces } of found.overlaps) {
    const related = [{ span: first.span, message: 'the other row' }];
    const combination = describe(table, columns, pieces);
    checker.findings.report('table-overlap', second.span, { combination }, { related });
  }
}

interface Found {
  readonly gap: readonly (number | null)[] | null;
  readonly overlaps: readonly {
    readonly first: TableRow;
    readonly second: TableRow;
    readonly pieces: readonly (number | null)[];
  }[];
  readonly tangled: boolean;
}

/**
 * Goes through the columns, at each keeping for every piece the rows that still fit. Pieces that keep the same rows are
 * gone through once, and so is a set of rows met again at the same column.
 */
function search(columns: readonly Column[], rows: readonly TableRow[]): Found {
  let gap: readonly (number | null)[] | null = null;
  let steps = 0;
  const overlaps: { first: TableRow; second: TableRow; pieces: readonly (number | null)[] }[] = [];
  const paired = new Set<string>();
  const visited = new Set<string>();
  const visit = (column: number, kept: readonly number[], pieces: readonly (number | null)[]): void => {
    const state = `${column}:${kept.join(',')}`;
    if (visited.has(state) || steps > stepLimit) return;
    visited.add(state);
    steps += 1 + kept.length;
    const at = columns[column];
    if (kept.length === 0) {
      gap ??= pieces;
      return;
    }
    if (at === undefined) {
      const [first, second] = [rows[kept[0] ?? 0], rows[kept[1] ?? -1]];
      const pair = `${kept[0]},${kept[1]}`;
      if (first !== undefined && second !== undefined && !paired.has(pair)) {
        paired.add(pair);
        overlaps.push({ first, second, pieces });
      }
      return;
    }
    if (kept.every((row) => at.fits[row] === null)) {
      visit(column + 1, kept, [...pieces, null]);
      return;
    }
    for (let piece = 0; piece < at.pieces.length; piece++) {
      steps += kept.length;
      if (steps > stepLimit) return;
      visit(
        column + 1,
        kept.filter((row) => at.fits[row]?.has(piece) ?? true),
        [...pieces, piece],
      );
    }
  };
  visit(
    0,
    rows.map((_, index) => index),
    [],
  );
  return { gap, overlaps, tangled: steps > stepLimit };
}

/** A combination in words: `channel is email, age is above 18`. Columns that make no difference are left out. */
function describe(table: Table, columns: readonly Column[], pieces: readonly (number | null)[]): string {
  const parts: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const text = piece === null ? undefined : columns[index]?.pieces[piece];
    const input = table.inputs[index];
    if (text !== undefined && input !== undefined) parts.push(`${inputText(input, index)} ${text}`);
  }
  return parts.length === 0 ? 'any' : parts.join(', ');
}

function inputText(input: Expr, index: number): string {
  const value = unwrapped(input);
  return value.kind === 'path'
    ? `\`${value.segments.map((segment) => segment.text).join('.')}\``
    : `input ${index + 1}`;
}

function columnOf(checker: Checker, table: Table, type: Type, index: number): Column {
  const cells = table.rows.map((row) => row.cells[index]);
  if (type.kind === 'number' || type.kind === 'date') return orderedColumn(cells, type);
  const values =
    type.kind === 'enum'
      ? (checker.symbols.enums.get(type.name)?.members.map((member) => member.text) ?? [])
      : ['yes', 'no'];
  const position = new Map(values.map((value, at) => [value, at]));
  const fits = cells.map((cell) => {
    if (cell === undefined || cell.kind === 'anyCell') return null;
    return new Set(cell.values.map(({ value }) => position.get(plainText(value)) ?? -1));
  });
  return { pieces: values.map((value) => `is ${value}`), fits };
}

function plainText(expr: Expr): string {
  const value = unwrapped(expr);
  return value.kind === 'path' ? (value.segments[0]?.text ?? '') : value.kind;
}

/**
 * An ordered column: the constants of its cells are points 1, 3, 5 …, what lies between, before and after them 0, 2, 4 ….
 * Between neighbouring whole numbers or days there is nothing, and no piece.
 */
function orderedColumn(cells: readonly (Cell | undefined)[], type: Type): Column {
  const points = new Map<bigint, string>();
  for (const cell of cells) {
    if (cell?.kind !== 'valuesCell') continue;
    for (const { value } of cell.values) points.set(pointOf(value, type), constantText(value));
  }
  const sorted = [...points.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const word =
    type.kind === 'date' ? { above: 'after', below: 'before' } : { above: 'above', below: 'below' };
  const pieces: { readonly rank: number; readonly text: string }[] = [];
  for (let slot = 0; slot <= sorted.length; slot++) {
    const [low, high] = [sorted[slot - 1], sorted[slot]];
    const lowText = low === undefined ? undefined : `${word.above} ${points.get(low) ?? ''}`;
    const highText = high === undefined ? undefined : `${word.below} ${points.get(high) ?? ''}`;
    const nothing = low !== undefined && high !== undefined && high - low === 1n;
    const beyond = low === notYetPoint;
    if (!nothing && !beyond) {
      pieces.push({
        rank: 2 * slot,
        text: `is ${[lowText, highText].filter((text) => text !== undefined).join(' and ') || 'any'}`,
      });
    }
    if (high !== undefined) pieces.push({ rank: 2 * slot + 1, text: `is ${points.get(high) ?? ''}` });
  }
  const rankOf = (value: bigint): number => 2 * sorted.indexOf(value) + 1;
  const fits = cells.map((cell) => {
    if (cell === undefined || cell.kind === 'anyCell') return null;
    const tests = cell.values.map(({ op, value }) => ({ op, rank: rankOf(pointOf(value, type)) }));
    const accepted = new Set<number>();
    for (const [piece, { rank }] of pieces.entries()) {
      if (tests.some((test) => accepts(test.op, rank, test.rank))) accepted.add(piece);
    }
    return accepted;
  });
  return { pieces: pieces.map((piece) => piece.text), fits };
}

function accepts(op: '=' | '<' | '<=' | '>' | '>=', rank: number, bound: number): boolean {
  switch (op) {
    case '=':
      return rank === bound;
    case '<':
      return rank < bound;
    case '<=':
      return rank <= bound;
    case '>':
      return rank > bound;
    case '>=':
      return rank >= bound;
    default:
      return assertNever(op);
  }
}

/** Later than every day: nothing lies above it. */
const notYetPoint = 10n ** 12n;

function pointOf(expr: Expr, type: Type): bigint {
  const value = unwrapped(expr);
  if (value.kind === 'notYet') return notYetPoint;
  if (value.kind === 'dateLiteral') return BigInt(dayNumber(value.iso));
  if (value.kind === 'number' && type.kind === 'number') return unitsOf(value.text, type.places);
  throw new Error(`a cell of an ordered column holds a constant, not ${value.kind}`);
}

function constantText(expr: Expr): string {
  const value = unwrapped(expr);
  if (value.kind === 'dateLiteral') return value.iso;
  return value.kind === 'number' ? value.text : value.kind;
}
