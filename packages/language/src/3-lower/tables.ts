/** Decision tables. */
import type { CstNode } from 'chevrotain';
import type { Cell, CellValue, Table, TableRow } from '../ast/ast.ts';
import { lowerCites } from './clauses.ts';
import { docAt, has, node, nodes, spanOf, type Lowering } from './cst.ts';
import { lowerExpression, lowerPrimary } from './expressions.ts';

/** The decision table under a clause. */
export function lowerTable(context: Lowering, parent: CstNode): Table | undefined {
  const tree = node(parent, 'table');
  if (tree === undefined) return undefined;
  const span = spanOf(context, tree);
  return {
    kind: 'table',
    inputs: nodes(tree, 'expression').map((input) => lowerExpression(context, input, span.start)),
    rows: nodes(tree, 'row').map((row) => lowerRow(context, row)),
    span,
  };
}

function lowerRow(context: Lowering, tree: CstNode): TableRow {
  const span = spanOf(context, tree);
  return {
    kind: 'row',
    ...docAt(context, span.start),
    cells: nodes(tree, 'cell').map((cell) => lowerCell(context, cell)),
    value: lowerExpression(context, node(tree, 'expression'), span.end),
    cites: lowerCites(context, tree),
    span,
  };
}

function lowerCell(context: Lowering, tree: CstNode): Cell {
  const span = spanOf(context, tree);
  if (has(tree, '-')) return { kind: 'anyCell', span };
  return {
    kind: 'valuesCell',
    values: nodes(tree, 'cellValue').map((value) => lowerCellValue(context, value)),
    span,
  };
}

function lowerCellValue(context: Lowering, tree: CstNode): CellValue {
  const span = spanOf(context, tree);
  const op = (['<', '<=', '>', '>='] as const).find((operator) => has(tree, operator)) ?? '=';
  return { kind: 'cellValue', op, value: lowerPrimary(context, node(tree, 'primary'), span.end), span };
}
