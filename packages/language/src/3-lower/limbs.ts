/** The limbs of definitions and rules: a condition with its label, certainty and citations; and their exceptions. */
import type { CstNode } from 'chevrotain';
import type { Certainty, Exception, Expr, Limb, Text } from '../ast/ast.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { Once, lowerCites, lowerCovers, onlyText } from './clauses.ts';
import { docAt, has, nameOf, node, nodes, optional, spanOf, token, type Lowering } from './cst.ts';
import { lowerExpression } from './expressions.ts';

/** The certainty under a tree. */
export function lowerCertainty(context: Lowering, parent: CstNode): Certainty | undefined {
  const tree = node(parent, 'certainty');
  if (tree === undefined) return undefined;
  const span = spanOf(context, tree);
  const own = onlyText(context, tree);
  if (own !== undefined) return { kind: 'certainty', text: own.value, span };
  if (has(tree, 'difficult')) return { kind: 'certainty', text: 'difficult to see', span };
  const degree = ['very', 'highly'].filter((word) => has(tree, word));
  const words = [...degree, ...['likely', 'unlikely'].filter((word) => has(tree, word))];
  return words.length === 0 ? undefined : { kind: 'certainty', text: words.join(' '), span };
}

/** The open end of a list of exceptions. */
export type ExceptOtherwise = NonNullable<Exception['exceptOtherwise']>;

interface LimbParts {
  readonly limb: Limb;
  readonly exceptions: readonly Exception[];
  readonly exceptOtherwise: ExceptOtherwise | undefined;
}

function lowerLimbParts(
  context: Lowering,
  tree: CstNode | undefined,
  at: number,
  docStart: number,
): LimbParts {
  if (tree === undefined) {
    const span = { file: context.file, start: at, end: at };
    return {
      limb: { kind: 'limb', condition: { kind: 'hole', span }, cites: [], covers: [], span },
      exceptions: [],
      exceptOtherwise: undefined,
    };
  }
  const span = spanOf(context, tree, at);
  const label = token(tree, 'Identifier');
  const block = node(tree, 'limbBlock');
  const blockClauses = block === undefined ? [] : nodes(block, 'limbClause');
  const say = new Once<Text>(context, 'say');
  for (const clause of blockClauses) {
    if (has(clause, 'say')) say.set(onlyText(context, clause), spanOf(context, clause));
  }
  const { exceptions, exceptOtherwise } = lowerExceptions(context, blockClauses);
  const condition = lowerExpression(context, node(tree, 'expression'), span.start);
  reportEarlyCertainty(context, tree, condition);
  return {
    limb: {
      kind: 'limb',
      ...docAt(context, docStart),
      ...optional('label', label === undefined ? undefined : nameOf(context, label)),
      condition,
      ...optional('certainty', lowerCertainty(context, tree)),
      ...optional('say', say.value),
      cites: [...lowerCites(context, tree), ...blockClauses.flatMap((clause) => lowerCites(context, clause))],
      covers: blockClauses.flatMap((clause) => lowerCovers(context, clause)),
      span,
    },
    exceptions,
    exceptOtherwise,
  };
}

/** `label, likely: condition`: a certainty is of the whole limb and stands behind it. */
function reportEarlyCertainty(context: Lowering, tree: CstNode, condition: Expr): void {
  const colon = token(tree, ':');
  const comma = token(tree, ',');
  const words = node(tree, 'certainty');
  if (colon === undefined || comma === undefined || words === undefined) return;
  if (comma.startOffset > colon.startOffset) return;
  const certainty = spanOf(context, words);
  // What stands between comma and colon is no certainty, and has been reported as such.
  if (certainty.start < comma.startOffset) return;
  const { file } = context;
  const text = `, ${context.text.slice(certainty.start, certainty.end)}`;
  const edits = [
    { span: { file, start: comma.startOffset, end: certainty.end }, text: '' },
    { span: { file, start: condition.span.end, end: condition.span.end }, text },
  ];
  const fix = { title: 'move the certainty behind the condition', safe: true, edits };
  context.report(parseDiagnostic('certainty-before-condition', certainty, {}, { fix }));
}

/** The limb of a `requires`, `includes` or `means` clause. */
export function lowerLimb(context: Lowering, clause: CstNode): Limb {
  const span = spanOf(context, clause);
  const parts = lowerLimbParts(context, node(clause, 'limb'), span.end, span.start);
  const misplaced = [
    ...parts.exceptions,
    ...(parts.exceptOtherwise === undefined ? [] : [parts.exceptOtherwise]),
  ];
  for (const { span } of misplaced) context.report(parseDiagnostic('misplaced-exception', span, {}));
  return parts.limb;
}

/** The exceptions among clauses, and whether their list is open. */
export function lowerExceptions(
  context: Lowering,
  clauses: readonly CstNode[],
): { readonly exceptions: readonly Exception[]; readonly exceptOtherwise: ExceptOtherwise | undefined } {
  const exceptions: Exception[] = [];
  const open = new Once<ExceptOtherwise>(context, 'except otherwise');
  for (const tree of clauses.flatMap((clause) => nodes(clause, 'exception'))) {
    const span = spanOf(context, tree);
    if (has(tree, 'otherwise')) {
      open.set({ ...optional('ask', onlyText(context, tree)), span }, span);
      continue;
    }
    const {
      limb,
      exceptions: inner,
      exceptOtherwise,
    } = lowerLimbParts(context, node(tree, 'limb'), span.end, span.start);
    exceptions.push({ ...limb, exceptions: inner, ...optional('exceptOtherwise', exceptOtherwise) });
  }
  return { exceptions, exceptOtherwise: open.value };
}
