import type { CstNode, IToken } from 'chevrotain';
import type { Expr, ListQuantity, Path, Quantity } from '../ast/ast.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { endOf, tokenSpan } from '../1-lex/lex.ts';
import {
  has,
  join,
  missingName,
  nameOf,
  node,
  nodes,
  spanOf,
  token,
  tokens,
  tokensOfAny,
  type Lowering,
} from './cst.ts';
import { lowerLiteral } from './literals.ts';
import { lowerMixed } from './mixed.ts';
import { lowerPath, lowerWord, variableOf } from './paths.ts';

/** The expression of a tree; a hole where there is none. `at`: where it should have stood. */
export function lowerExpression(context: Lowering, tree: CstNode | undefined, at: number): Expr {
  const inner = tree && node(tree, 'conjunction');
  if (inner === undefined) return hole(context, at);
  const operands = nodes(inner, 'unary').map((operand) => lowerUnary(context, operand, at));
  const operators = tokensOfAny(inner, ['and', 'or']);
  const [first] = operands;
  if (first === undefined) return hole(context, at);
  if (operators.length === 0) return first;
  // An operand that could not be read is missing from the tree.
  while (operands.length <= operators.length) operands.push(hole(context, spanOf(context, inner, at).end));
  const span = spanOf(context, inner, at);
  if (!has(inner, 'or')) return { kind: 'and', of: operands, span };
  if (!has(inner, 'and')) return { kind: 'or', of: operands, span };
  return lowerMixed(context, operands, operators, span);
}

function hole(context: Lowering, at: number): Expr {
  return { kind: 'hole', span: { file: context.file, start: at, end: at } };
}

/** What `not` may stand before without brackets. */
const deniable = new Set<Expr['kind']>([
  'path',
  'group',
  'yes',
  'no',
  'nOf',
  'quantified',
  'byReading',
  'case',
  'hole',
]);

function lowerUnary(context: Lowering, tree: CstNode, at: number): Expr {
  const denials = tokens(tree, 'not');
  const [first, second] = denials;
  const start = spanOf(context, tree, at).end;
  const inner = lowerComparison(context, node(tree, 'comparison'), Number.isNaN(start) ? at : start);
  if (first === undefined) return inner;
  const span = join(tokenSpan(first, context.file), inner.span);
  if (second !== undefined) {
    context.report(
      parseDiagnostic(
        'double-not',
        join(tokenSpan(first, context.file), tokenSpan(second, context.file)),
        {},
      ),
    );
  }
  if (!deniable.has(inner.kind)) {
    const { file, start, end } = inner.span;
    context.report(
      parseDiagnostic(
        'not-without-brackets',
        inner.span,
        {},
        {
          fix: {
            title: 'add the brackets',
            safe: true,
            edits: [
              { span: { file, start, end: start }, text: '(' },
              { span: { file, start: end, end }, text: ')' },
            ],
          },
        },
      ),
    );
  }
  return { kind: 'not', of: inner, span };
}

const comparisonOperators = ['<', '<=', '>', '>='] as const;
const allComparisons = [...comparisonOperators, 'ForeignIs', 'ForeignIsNot', 'is', 'includes', 'in'];

function lowerComparison(context: Lowering, tree: CstNode | undefined, at: number): Expr {
  if (tree === undefined) return hole(context, at);
  const [leftTree] = nodes(tree, 'sum');
  const left = lowerSum(context, leftTree, at);
  const [operator, extra] = tokensOfAny(tree, allComparisons);
  if (operator === undefined) return left;
  if (extra !== undefined) {
    context.report(parseDiagnostic('chained-comparison', spanOf(context, tree, at), {}));
  }
  const after = endOf(operator);
  const rightTree = nodes(tree, 'sum')[1];
  const right = (): Expr => lowerSum(context, rightTree, after);
  const compare = (op: '<' | '<=' | '>' | '>=' | 'is' | 'is not', value: Expr): Expr => ({
    kind: 'compare',
    op,
    left,
    right: value,
    span: join(left.span, value.span),
  });
  for (const op of comparisonOperators) if (token(tree, op) === operator) return compare(op, right());
  if (token(tree, 'ForeignIs') === operator) return compare('is', right());
  if (token(tree, 'ForeignIsNot') === operator) return compare('is not', right());
  if (token(tree, 'includes') === operator) {
    const member = lowerPrimary(context, node(tree, 'primary'), after);
    return {
      kind: 'includes',
      set: setOf(context, left, 'includes'),
      member,
      span: join(left.span, member.span),
    };
  }
  if (token(tree, 'in') === operator) return lowerForeignIn(context, left, tree, operator);
  const tail = node(tree, 'isTail');
  return tail === undefined ? compare('is', hole(context, after)) : lowerIsTail(context, left, tail, after);
}

/** `a in { b, c }`, of other languages, with brackets of any kind. */
function lowerForeignIn(context: Lowering, left: Expr, tree: CstNode, operator: IToken): Expr {
  const { file } = context;
  const not = token(tree, 'not');
  const meant = not === undefined ? 'is one of' : 'is not one of';
  const span = join(tokenSpan(not ?? operator, file), tokenSpan(operator, file));
  const brackets = (names: readonly string[], text: string): readonly TextEdit[] =>
    tokensOfAny(tree, names).map((bracket) => ({ span: tokenSpan(bracket, file), text }));
  const edits = [{ span, text: meant }, ...brackets(['(', '['], '{'), ...brackets([')', ']'], '}')];
  const found = not === undefined ? 'in' : 'not in';
  const fix = { title: `write \`${meant}\``, safe: true, edits };
  context.report(parseDiagnostic('foreign-word', span, { found, meant }, { fix }));
  const members = nodes(tree, 'primary').map((member) => lowerPrimary(context, member, span.end));
  return {
    kind: 'oneOf',
    negated: not !== undefined,
    left,
    members,
    span: join(left.span, spanOf(context, tree, span.end)),
  };
}

function lowerIsTail(context: Lowering, left: Expr, tail: CstNode, at: number): Expr {
  const span = join(left.span, spanOf(context, tail, at));
  const negated = has(tail, 'not');
  if (has(tail, 'exactly')) {
    const members = node(tail, 'members');
    return {
      kind: 'isExactly',
      set: setOf(context, left, 'is exactly'),
      members:
        members === undefined ? [] : tokens(members, 'Identifier').map((name) => nameOf(context, name)),
      span,
    };
  }
  if (has(tail, 'empty')) return { kind: 'isEmpty', set: setOf(context, left, 'is empty'), negated, span };
  if (has(tail, 'one')) {
    const members = nodes(tail, 'primary').map((member) => lowerPrimary(context, member, at));
    return { kind: 'oneOf', negated, left, members, span };
  }
  const right = lowerSum(context, node(tail, 'sum'), span.end);
  return { kind: 'compare', op: negated ? 'is not' : 'is', left, right, span: join(left.span, right.span) };
}

function setOf(context: Lowering, left: Expr, operator: string): Path {
  if (left.kind === 'path') return left;
  if (left.kind !== 'hole') context.report(parseDiagnostic('set-not-a-path', left.span, { operator }));
  return { kind: 'path', segments: [missingName(left.span)], span: left.span };
}

function lowerSum(context: Lowering, tree: CstNode | undefined, at: number): Expr {
  if (tree === undefined) return hole(context, at);
  const terms = nodes(tree, 'term');
  const operators = tokensOfAny(tree, ['+', '-']);
  let result = lowerTerm(context, terms[0], at);
  for (const [index, operator] of operators.entries()) {
    const right = lowerTerm(context, terms[index + 1], operator.startOffset + 1);
    result = {
      kind: 'arithmetic',
      op: operator.image === '+' ? '+' : '-',
      left: result,
      right,
      span: join(result.span, right.span),
    };
  }
  return result;
}

function lowerTerm(context: Lowering, tree: CstNode | undefined, at: number): Expr {
  if (tree === undefined) return hole(context, at);
  const factor = token(tree, 'Number');
  const inner = lowerShift(context, node(tree, 'shift'), spanOf(context, tree, at).end);
  if (factor === undefined) return inner;
  const left: Expr = { kind: 'number', text: factor.image, span: tokenSpan(factor, context.file) };
  return { kind: 'arithmetic', op: '*', left, right: inner, span: join(left.span, inner.span) };
}

function lowerShift(context: Lowering, tree: CstNode | undefined, at: number): Expr {
  if (tree === undefined) return hole(context, at);
  const first = lowerPrimary(context, node(tree, 'primary'), at);
  const direction = token(tree, 'after') ?? token(tree, 'before');
  if (direction === undefined) return first;
  const date = lowerSum(context, node(tree, 'sum'), endOf(direction));
  return {
    kind: 'shift',
    duration: first,
    direction: direction.image === 'after' ? 'after' : 'before',
    date,
    span: join(first.span, date.span),
  };
}

/** The expression of a `primary`; a hole where there is none. */
export function lowerPrimary(context: Lowering, tree: CstNode | undefined, at: number): Expr {
  if (tree === undefined) return hole(context, at);
  const path = node(tree, 'path');
  if (path !== undefined) return lowerWord(context, path);
  const span = spanOf(context, tree, at);
  const inner = node(tree, 'expression');
  if (inner !== undefined || has(tree, '(')) {
    return { kind: 'group', of: lowerExpression(context, inner, span.start + 1), span };
  }
  const literal = lowerLiteral(context, tree);
  if (literal !== undefined) return literal;
  const nOf = node(tree, 'nOf');
  if (nOf !== undefined) {
    return {
      kind: 'nOf',
      quantity: quantityOf(nOf),
      of: lowerOperands(context, nOf),
      span: spanOf(context, nOf, at),
    };
  }
  const quantified = node(tree, 'quantified');
  if (quantified !== undefined) return lowerQuantified(context, quantified, at);
  const extreme = node(tree, 'extreme');
  if (extreme !== undefined) return lowerExtreme(context, extreme, at);
  const cases = node(tree, 'case');
  if (cases !== undefined) return lowerCase(context, cases, at);
  const byReading = node(tree, 'byReading');
  return byReading === undefined ? hole(context, span.start) : lowerByReading(context, byReading, at);
}

/** The expressions in the braces under a tree. */
export function lowerOperands(context: Lowering, parent: CstNode): readonly Expr[] {
  const tree = node(parent, 'operands');
  if (tree === undefined) return [];
  return nodes(tree, 'expression').map((operand) =>
    lowerExpression(context, operand, spanOf(context, tree).start + 1),
  );
}

const countOf = (tree: CstNode): number => Number(token(tree, 'Number')?.image ?? '0');

function quantityOf(tree: CstNode): Quantity {
  if (has(tree, 'all')) return { kind: 'all' };
  if (has(tree, 'any')) return { kind: 'any' };
  return { kind: 'atLeast', n: countOf(tree) };
}

function listQuantityOf(tree: CstNode): ListQuantity {
  if (has(tree, 'some')) return { kind: 'some' };
  if (has(tree, 'every')) return { kind: 'every' };
  if (has(tree, 'no')) return { kind: 'none' };
  return { kind: 'atLeast', n: countOf(tree) };
}

function lowerQuantified(context: Lowering, tree: CstNode, at: number): Expr {
  const span = spanOf(context, tree, at);
  const of = lowerPrimary(context, node(tree, 'primary'), span.end);
  return {
    kind: 'quantified',
    quantity: listQuantityOf(tree),
    variable: variableOf(context, tree, span),
    list: lowerPath(context, node(tree, 'path'), span.end),
    of: of.kind === 'group' ? of.of : of,
    span,
  };
}

function lowerExtreme(context: Lowering, tree: CstNode, at: number): Expr {
  const span = spanOf(context, tree, at);
  const which = has(tree, 'earliest') ? 'earliest' : 'latest';
  if (!has(tree, 'in')) return { kind: 'extreme', which, of: lowerOperands(context, tree), span };
  return {
    kind: 'extremeIn',
    which,
    variable: variableOf(context, tree, span),
    list: lowerPath(context, node(tree, 'path'), span.end),
    of: lowerPrimary(context, node(tree, 'primary'), span.end),
    span,
  };
}

function lowerCase(context: Lowering, tree: CstNode, at: number): Expr {
  const span = spanOf(context, tree, at);
  const branches = nodes(tree, 'caseBranch').map((branch) => {
    const branchSpan = spanOf(context, branch, at);
    const [when, then] = nodes(branch, 'expression');
    return {
      when: lowerExpression(context, when, branchSpan.start),
      then: lowerExpression(context, then, branchSpan.end),
      span: branchSpan,
    };
  });
  const otherwise = token(tree, 'otherwise');
  if (otherwise === undefined) return { kind: 'case', branches, span };
  return {
    kind: 'case',
    branches,
    otherwise: lowerExpression(context, node(tree, 'expression'), otherwise.startOffset),
    span,
  };
}

function lowerByReading(context: Lowering, tree: CstNode, at: number): Expr {
  const span = spanOf(context, tree, at);
  return {
    kind: 'byReading',
    ambiguity: variableOf(context, tree, span),
    branches: nodes(tree, 'readingBranch').map((branch) => {
      const branchSpan = spanOf(context, branch, at);
      return {
        reading: variableOf(context, branch, branchSpan),
        then: lowerExpression(context, node(branch, 'expression'), branchSpan.end),
        span: branchSpan,
      };
    }),
    span,
  };
}
