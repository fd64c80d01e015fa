/** Declarations of facts. */
import type { CstNode } from 'chevrotain';
import type { FactDecl, Text } from '../ast/ast.ts';
import { Once, lowerCites, lowerType, onlyText } from './clauses.ts';
import {
  docAt,
  has,
  missingName,
  nameOf,
  node,
  nodes,
  optional,
  spanOf,
  token,
  type Lowering,
} from './cst.ts';
import { lowerExpression, lowerPrimary } from './expressions.ts';
import { lowerPath } from './paths.ts';

/** A `fact`, `event` or `judgement`. */
export function lowerFact(context: Lowering, tree: CstNode): FactDecl {
  const span = spanOf(context, tree);
  const input = (['event', 'judgement'] as const).find((word) => has(tree, word)) ?? 'fact';
  const name = token(tree, 'Identifier');
  const clauses = nodes(tree, 'factClause');
  const texts = {
    ask: new Once<Text>(context, 'ask'),
    say: new Once<Text>(context, 'say'),
    help: new Once<Text>(context, 'help'),
  };
  const fixed = new Once<true>(context, 'fixed');
  const effort = new Once<NonNullable<FactDecl['effort']>>(context, 'effort');
  const assume = new Once<NonNullable<FactDecl['assume']>>(context, 'assume');
  for (const clause of clauses) {
    const clauseSpan = spanOf(context, clause);
    for (const word of ['ask', 'say', 'help'] as const) {
      if (has(clause, word)) texts[word].set(onlyText(context, clause), clauseSpan);
    }
    if (has(clause, 'fixed')) fixed.set(true, clauseSpan);
    if (has(clause, 'effort')) {
      effort.set({ text: token(clause, 'Number')?.image ?? '', span: clauseSpan }, clauseSpan);
    }
    if (has(clause, 'assume')) {
      assume.set(
        { value: lowerPrimary(context, node(clause, 'primary'), clauseSpan.end), span: clauseSpan },
        clauseSpan,
      );
    }
  }
  const only = token(tree, 'only');
  return {
    kind: 'fact',
    ...docAt(context, span.start),
    input,
    name: name === undefined ? missingName({ ...span, start: span.end }) : nameOf(context, name),
    ...optional('type', lowerType(context, tree)),
    ...optional(
      'onlyIf',
      only === undefined ? undefined : lowerExpression(context, node(tree, 'expression'), only.startOffset),
    ),
    ...optional('ask', texts.ask.value),
    ...optional('say', texts.say.value),
    ...optional('help', texts.help.value),
    fixed: fixed.value ?? false,
    ...optional('effort', effort.value),
    consider: clauses
      .filter((clause) => has(clause, 'consider'))
      .flatMap((clause) => nodes(clause, 'path').map((path) => lowerPath(context, path))),
    ...optional('assume', assume.value),
    cites: clauses.flatMap((clause) => lowerCites(context, clause)),
    span,
  };
}
