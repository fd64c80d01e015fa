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
import { lowerIndexedPath, lowerWord } from './paths.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';

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
  const fields = valueTree && node(valueTree, 'element');
  if (fields !== undefined) return lowerFields(context, path, fields, span);
  const value = valueTree && lowerGivenValue(context, valueTree);
  // Without its value it would mean "forget"; that it is missing has been reported.
  return value === undefined ? [] : [{ kind: 'given', path, value, span }];
}

/** `parcel: { glass: yes }`: read as `parcel.glass: yes`, which is how it is given. */
function lowerFields(context: Lowering, path: Path, tree: CstNode, span: Span): readonly Given[] {
  const givens = nodes(tree, 'given').flatMap((given) => lowerGiven(context, given));
  const owner = context.text.slice(path.span.start, path.span.end);
  const [first] = givens;
  const braces = spanOf(context, tree);
  const text = givens.map((given) => `${owner}.${context.text.slice(given.span.start, given.span.end)}`);
  const example = first === undefined ? `${owner}.FIELD` : (text[0] ?? '').replace(/:.*$/s, '');
  context.report(
    parseDiagnostic(
      'fields-in-braces',
      span,
      { path: owner },
      {
        help: `write \`${example}: …\`, each fact on its own; the members of a list stand in square brackets, \`[ { … } ]\``,
        fix: {
          title: 'write each fact on its own',
          safe: false,
          edits: [{ span, text: text.join('\n    ') }],
        },
        // Which of the two it is, its declaration says.
        otherFixes: [
          {
            title: 'add the square brackets',
            safe: false,
            edits: [
              { span: { ...braces, end: braces.start }, text: '[ ' },
              { span: { ...braces, start: braces.end }, text: ' ]' },
            ],
          },
        ],
      },
    ),
  );
  return givens.map((given) => {
    const segments = [...path.segments, ...given.path.segments];
    const none = (of: readonly unknown[]): readonly null[] => of.map(() => null);
    const indexes = [
      ...(path.indexes ?? none(path.segments)),
      ...(given.path.indexes ?? none(given.path.segments)),
    ];
    const whole: Path = { kind: 'path', segments, span: given.path.span };
    return { ...given, path: indexes.some((index) => index !== null) ? { ...whole, indexes } : whole };
  });
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
    const [alone] = nodes(elements, 'givenScalar');
    if (alone !== undefined) {
      const found = `\`${context.text.slice(spanOf(context, alone).start, spanOf(context, alone).end)}\``;
      const help =
        'a set is given in braces, `{ a, b }`; the members of a list in braces of their own, `[ { … }, { … } ]`';
      const expected = 'the facts of a member, in braces,';
      context.report(
        parseDiagnostic('expected-something-else', spanOf(context, alone), { expected, found }, { help }),
      );
      return undefined;
    }
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
  const path = node(tree, 'path');
  return path === undefined ? undefined : lowerWord(context, path);
}

const aspects: ReadonlySet<string> = new Set(['applies', 'met', 'breached']);

/** The name of what is expected: `parcels[0].heavy` is asked for as `heavy for parcels[0]`. */
function lowerAnswerName(context: Lowering, tree: CstNode | undefined, within: Span): Name {
  if (tree === undefined) return missingName(within);
  const path = lowerIndexedPath(context, tree, within.start);
  const [first, ...rest] = path.segments;
  const last = rest.at(-1);
  if (first !== undefined && last === undefined && path.indexes === undefined) return first;
  const written = context.text.slice(path.span.start, path.span.end);
  const example =
    last === undefined || aspects.has(last.text)
      ? null
      : `${last.text} for ${written.slice(0, written.lastIndexOf('.')).trimEnd()}`;
  const fix =
    example === null
      ? {}
      : { fix: { title: `write \`${example}\``, safe: false, edits: [{ span: path.span, text: example }] } };
  context.report(parseDiagnostic('answer-path', path.span, { path: written, example }, fix));
  return missingName({ ...path.span, start: path.span.end });
}

function lowerExpect(context: Lowering, tree: CstNode): Expect {
  const span: Span = spanOf(context, tree);
  const dependsOn = tokens(tree, 'Identifier').map((found) => nameOf(context, found));
  const [nameTree, of] = nodes(tree, 'indexedPath');
  const [value, presumed] = nodes(tree, 'givenScalar').map((scalar) => lowerScalar(context, scalar));
  return {
    kind: 'expect',
    name: lowerAnswerName(context, nameTree, span),
    ...optional('of', of === undefined ? undefined : lowerIndexedPath(context, of, span.start)),
    value: value ?? { kind: 'hole', span: { ...span, start: span.end } },
    ...optional('presumed', presumed),
    dependsOn,
    span,
  };
}
