/** Definitions are bounds: R and (P or otherwise) and not E, or a value (`docs/semantics.md`, section 4). */
import { assertNever } from './assert-never.ts';
import { anyException, limbMark, type Owner, otherwiseFact, rowMark } from './bounds.ts';
import { le, lt } from './compare.ts';
import type { Context } from './context.ts';
import { and, type Branch, exclusiveCase, mark, not, or } from './expr.ts';
import { equal, lowerAs, lowerExpr, ordered } from './lower-expr.ts';
import type { Expr } from './plan.ts';
import type { AstDefine, AstLimb, AstTable, AstType } from './syntax.ts';

type CellValue = Extract<AstTable['rows'][number]['cells'][number], { kind: 'valuesCell' }>['values'][number];

/** Is "no" never proved by absence from the list? */
export function isOpen(node: AstDefine, type: AstType): boolean {
  return type.kind === 'yesno' && node.means.length === 0 && node.table === undefined;
}

/** One version of a definition, whatever the law in force. */
export function lowerDefine(node: AstDefine, owner: Owner, type: AstType, context: Context): Expr {
  if (type.kind !== 'yesno') return lowerValue(node, type, context);
  return and([...lowerBase(node, owner, type, context), not(anyException(owner, context))]);
}

/** The statement's own conditions, R and P: what its exceptions are exceptions to. */
export function lowerBase(node: AstDefine, owner: Owner, type: AstType, context: Context): readonly Expr[] {
  return [...lowerRequires(node, context), lowerGrounds(node, owner, type, context)];
}

/** R: every one of them must hold. */
export function lowerRequires(node: AstDefine, context: Context): readonly Expr[] {
  return node.requires.map((limb) =>
    mark(limbMark('requires', limb, node, context), lowerExpr(limb.condition, context)),
  );
}

/** P, or for the open form P or otherwise: any of them is enough. */
function lowerGrounds(node: AstDefine, owner: Owner, type: AstType, context: Context): Expr {
  if (node.table !== undefined) return lowerTable(node.table, node, type, context);
  const limbs = isOpen(node, type) ? node.includes : node.means;
  const grounds = limbs.map((limb) => {
    const condition = lowerExpr(limb.condition, context);
    const bare = limbs.length === 1 && !isOpen(node, type) && isBare(limb, node);
    return bare ? condition : mark(limbMark('limb', limb, node, context), condition);
  });
  return or(isOpen(node, type) ? [...grounds, otherwiseFact(owner)] : grounds);
}

/** A single `means` that says nothing of itself, in a definition without a citation, needs no step of its own in the trace. */
function isBare(limb: AstLimb, { cites }: AstDefine): boolean {
  return limb.label === undefined && limb.certainty === undefined && limb.cites.length + cites.length === 0;
}

function lowerValue(node: AstDefine, type: AstType, context: Context): Expr {
  if (node.table !== undefined) return lowerTable(node.table, node, type, context);
  const [limb] = node.means;
  if (limb === undefined) throw new Error(`${node.name.text} has no value`);
  const value = lowerAs(limb.condition, type, context);
  return isBare(limb, node) ? value : mark(limbMark('limb', limb, node, context), value);
}

/** A decision table: the checker has found exactly one row to match. */
function lowerTable(table: AstTable, statement: AstDefine, type: AstType, context: Context): Expr {
  return exclusiveCase(
    table.rows.map((row, at): Branch => {
      const cells = row.cells.flatMap((cell, i): readonly Expr[] => {
        if (cell.kind === 'anyCell') return [];
        const input = table.inputs[i];
        if (input === undefined) throw new Error('a row is wider than its table');
        return [or(cell.values.map((value) => lowerCellValue(input, value, context)))];
      });
      return {
        when: and(cells),
        then: mark(rowMark(row, at + 1, statement, context), lowerAs(row.value, type, context)),
      };
    }),
  );
}

function lowerCellValue(input: AstTable['inputs'][number], cell: CellValue, context: Context): Expr {
  switch (cell.op) {
    case '=':
      return equal(input, cell.value, context);
    case '<=':
      return ordered(le, input, cell.value, context);
    case '<':
      return ordered(lt, input, cell.value, context);
    case '>=':
      return ordered(le, cell.value, input, context);
    case '>':
      return ordered(lt, cell.value, input, context);
    default:
      return assertNever(cell.op);
  }
}
