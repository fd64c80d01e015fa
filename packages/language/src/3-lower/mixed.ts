import type { IToken } from 'chevrotain';
import type { Expr, Span } from '../ast/ast.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { tokenSpan } from '../1-lex/lex.ts';
import { join, type Lowering } from './cst.ts';

/** `a and b or c`: reported; read as most languages do, so that the rest can be checked. */
export function lowerMixed(
  context: Lowering,
  operands: readonly Expr[],
  operators: readonly IToken[],
  span: Span,
): Expr {
  const groups: Expr[][] = [[]];
  for (const [index, operand] of operands.entries()) {
    const before = operators[index - 1];
    if (before !== undefined && before.tokenType.name !== 'and' && before.tokenType.name !== 'ForeignAnd')
      groups.push([]);
    groups.at(-1)?.push(operand);
  }
  const parts: Expr[] = [];
  const edits: { span: Span; text: string }[] = [];
  for (const group of groups) {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    if (group.length === 1) {
      parts.push(first);
      continue;
    }
    const groupSpan = join(first.span, last.span);
    parts.push({ kind: 'group', of: { kind: 'and', of: group, span: groupSpan }, span: groupSpan });
    edits.push(
      { span: { ...groupSpan, end: groupSpan.start }, text: '(' },
      { span: { ...groupSpan, start: groupSpan.end }, text: ')' },
    );
  }
  const firstOr = operators.find(
    (operator) => operator.tokenType.name === 'or' || operator.tokenType.name === 'ForeignOr',
  );
  const firstAnd = operators.find(
    (operator) =>
      operator !== firstOr && (operator.tokenType.name === 'and' || operator.tokenType.name === 'ForeignAnd'),
  );
  context.report(
    parseDiagnostic(
      'mixed-and-or',
      span,
      {},
      {
        related: [
          ...(firstAnd === undefined
            ? []
            : [{ span: tokenSpan(firstAnd, context.file), message: '`and` here' }]),
          ...(firstOr === undefined
            ? []
            : [{ span: tokenSpan(firstOr, context.file), message: '`or` here' }]),
        ],
        // Where an operand could not be read it is not known what `and` joins.
        ...(operands.some(({ kind }) => kind === 'hole')
          ? {}
          : { fix: { title: 'put brackets around what `and` joins', edits } }),
      },
    ),
  );
  return { kind: 'or', of: parts, span };
}
