import type { CstNode } from 'chevrotain';
import type { Expect, Expr, Given, GivenValue, Name, Path, ScenarioDecl, Span } from '../ast/ast.ts';
import { lowerCites, lowerCovers } from './clauses.ts';
import {
  docAt,
  has,
  missingName,
  missingText,
  nameOf,
  node,
  nodes,
  optional,
  spanOf,
  textOf,
  token,
  tokens,
  type Lowering,
} from './cst.ts';
import { dateOf, lowerLiteral } from './literals.ts';
import { lowerIndexedPath } from './paths.ts';

/** A `scenario`. */
export function lowerScenario(context: Lowering, tree: CstNode): ScenarioDecl {
  const span = spanOf(context, tree);
  const doc = docAt(context, span.start);
  const [title, base] = tokens(tree, 'String').map((text) => textOf(context, text));
  const date = token(tree, 'Date');
  const clauses = nodes(tree, 'scenarioClause');
  return {
    kind: 'scenario',
    ...doc,
    title: title ?? missingText({ ...span, start: span.end }),
    ...optional('base', base),
    ...optional('asOf', date === undefined ? undefined : dateOf(context, date)),
    readings: clauses
      .filter((clause) => has(clause, 'reading'))
      .map((clause) => lowerChosen(context, clause)),
    given: clauses.flatMap((clause) => nodes(clause, 'given')).flatMap((given) => lowerGiven(context, given)),
    expect: clauses
      .flatMap((clause) => nodes(clause, 'expect'))
      .map((expect) => lowerExpect(context, expect)),
    cites: clauses.flatMap((clause) => lowerCites(context, clause)),
    covers: clauses.flatMap((clause) => lowerCovers(context, clause)),
    span,
  };
}

function lowerChosen(context: Lowering, clause: CstNode): ScenarioDecl['readings'][number] {
  const span = spanOf(context, clause);
  const [ambiguity, reading] = tokens(clause, 'Identifier').map((name) => nameOf(context, name));
  return { ambiguity: ambiguity ?? missingName(span), reading: reading ?? missingName(span), span };
}

function lowerGiven(context: Lowering, tree: CstNode): readonly Given[] {
  const span = spanOf(context, tree);
  const path = lowerIndexedPath(context, node(tree, 'indexedPath'), span.start);
  if (has(tree, 'forget')) return [{ kind: 'given', path, span }];
  const valueTree = node(tree, 'givenValue');
  const value = valueTree && lowerGivenValue(context, valueTree);
  // Without its value it would mean "forget"; that it is missing has been reported.
  return value === undefined ? [] : [{ kind: 'given', path, value, span }];
}

function lowerGivenValue(context: Lowering, tree: CstNode): GivenValue | undefined {
  const span = spanOf(context, tree);
  const atLeast = has(tree, 'at');
  const scalar = node(tree, 'givenScalar');
  if (scalar !== undefined) {
    const value = lowerScalar(context, scalar);
    return value === undefined ? undefined : { kind: 'scalar', value, span };
  }
  const elements = node(tree, 'elements');
  if (elements !== undefined) {
    return {
      kind: 'elements',
      atLeast,
      elements: nodes(elements, 'element').map((element) =>
        nodes(element, 'given').flatMap((given) => lowerGiven(context, given)),
      ),
      span,
    };
  }
  const [members, not] = nodes(tree, 'members').map((set) =>
    tokens(set, 'Identifier').map((name) => nameOf(context, name)),
  );
  return members === undefined ? undefined : { kind: 'members', atLeast, members, not: not ?? [], span };
}

function lowerScalar(context: Lowering, tree: CstNode): Expr | undefined {
  const literal = lowerLiteral(context, tree);
  if (literal !== undefined) return literal;
  const name = token(tree, 'Identifier');
  return name === undefined ? undefined : pathOf(nameOf(context, name));
}

const pathOf = (name: Name): Path => ({ kind: 'path', segments: [name], span: name.span });

function lowerExpect(context: Lowering, tree: CstNode): Expect {
  const span: Span = spanOf(context, tree);
  const [name, ...dependsOn] = tokens(tree, 'Identifier').map((found) => nameOf(context, found));
  const of = node(tree, 'indexedPath');
  const [value, presumed] = nodes(tree, 'givenScalar').map((scalar) => lowerScalar(context, scalar));
  return {
    kind: 'expect',
    name: name ?? missingName(span),
    ...optional('of', of === undefined ? undefined : lowerIndexedPath(context, of, span.start)),
    value: value ?? { kind: 'hole', span: { ...span, start: span.end } },
    ...optional('presumed', presumed),
    dependsOn,
    span,
  };
}
