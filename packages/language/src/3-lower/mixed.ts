import type { IToken } from 'chevrotain';
import type { Expr, Span } from '../ast/ast.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
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
  const parts = runsOf(operands, operators, isAnd).map((of): Expr => {
    const [first] = of;
    if (of.length === 1 && first !== undefined) return first;
    const runSpan = spanOfRun(of, span);
    return { kind: 'group', of: { kind: 'and', of, span: runSpan }, span: runSpan };
  });
  const brackets = (word: string, joins: (operator: IToken) => boolean): Fix => ({
    title: `put brackets around what \`${word}\` joins`,
    safe: false,
    edits: runsOf(operands, operators, joins).flatMap((run) => {
      if (run.length === 1) return [];
      const runSpan = spanOfRun(run, span);
      return [
        { span: { ...runSpan, end: runSpan.start }, text: '(' },
        { span: { ...runSpan, start: runSpan.end }, text: ')' },
      ];
    }),
  });
  const firstOr = operators.find(
    (operator) => operator.tokenType.name === 'or' || operator.tokenType.name === 'ForeignOr',
  );
  const firstAnd = operators.find(
    (operator) =>
      operator !== firstOr && (operator.tokenType.name === 'and' || operator.tokenType.name === 'ForeignAnd'),
  );
  // Where an operand could not be read it is not known what is joined, and that has been said.
  if (!operands.some(({ kind }) => kind === 'hole'))
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
          fix: brackets('and', isAnd),
          otherFixes: [brackets('or', (operator) => !isAnd(operator))],
        },
      ),
    );
  return { kind: 'or', of: parts, span };
}

const isAnd = ({ tokenType }: IToken): boolean => tokenType.name === 'and' || tokenType.name === 'ForeignAnd';

/** The operands in runs that such operators join. */
function runsOf(
  operands: readonly Expr[],
  operators: readonly IToken[],
  joins: (operator: IToken) => boolean,
): readonly (readonly Expr[])[] {
  const runs: Expr[][] = [[]];
  for (const [index, operand] of operands.entries()) {
    const before = operators[index - 1];
    if (before !== undefined && !joins(before)) runs.push([]);
    runs.at(-1)?.push(operand);
  }
  return runs.filter((run) => run.length > 0);
}

function spanOfRun(run: readonly Expr[], otherwise: Span): Span {
  return join(run[0]?.span ?? otherwise, run.at(-1)?.span ?? otherwise);
}
