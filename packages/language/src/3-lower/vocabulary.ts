import type { CstNode } from 'chevrotain';
import type {
  Accept,
  AmbiguityDecl,
  BearerDecl,
  DateLiteral,
  EnumDecl,
  EnumMember,
  GoalDecl,
  Import,
  Name,
  Pack,
  Reading,
  RecordDecl,
  SourceDecl,
  Span,
  Text,
} from '../ast/ast.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { Once, lowerCites, lowerCovers, onlyText } from './clauses.ts';
import { lowerFact } from './facts.ts';
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
import { dateOf } from './literals.ts';
import { lowerPath } from './paths.ts';

/** The first name directly under a tree. */
export const nameIn = (context: Lowering, tree: CstNode, span: Span): Name => {
  const found = token(tree, 'Identifier');
  return found === undefined ? missingName(span) : nameOf(context, found);
};

/** The first text directly under a tree. */
export const textIn = (context: Lowering, tree: CstNode, span: Span): Text =>
  onlyText(context, tree) ?? missingText({ ...span, start: span.end });

const namesIn = (context: Lowering, tree: CstNode): readonly Name[] => {
  const names = node(tree, 'names');
  if (names === undefined) return [];
  return tokens(names, 'Identifier').map((name) => ({
    ...nameOf(context, name),
    ...docAt(context, name.startOffset),
  }));
};

/** A `pack`. */
export function lowerPack(context: Lowering, tree: CstNode): Pack {
  const span = spanOf(context, tree);
  const doc = docAt(context, span.start);
  const texts = {
    title: new Once<Text>(context, 'title'),
    version: new Once<Text>(context, 'version'),
    licence: new Once<Text>(context, 'licence'),
  };
  const period = new Once<readonly DateLiteral[]>(context, 'period');
  for (const clause of nodes(tree, 'packClause')) {
    const clauseSpan = spanOf(context, clause);
    for (const word of ['title', 'version', 'licence'] as const) {
      if (has(clause, word)) texts[word].set(onlyText(context, clause), clauseSpan);
    }
    if (has(clause, 'period'))
      period.set(
        tokens(clause, 'Date').map((date) => dateOf(context, date)),
        clauseSpan,
      );
  }
  return {
    kind: 'pack',
    ...doc,
    name: lowerJoined(context, node(tree, 'dottedName'), '.', span),
    ...optional('title', texts.title.value),
    ...optional('version', texts.version.value),
    ...optional('from', period.value?.[0]),
    ...optional('ceasing', period.value?.[1]),
    ...optional('licence', texts.licence.value),
    span,
  };
}

/** Several names joined by a mark, as one name. */
function lowerJoined(context: Lowering, tree: CstNode | undefined, mark: string, within: Span): Name {
  if (tree === undefined) return missingName(within);
  const text = tokens(tree, 'Identifier')
    .map((part) => part.image)
    .join(mark);
  return { kind: 'name', text, span: spanOf(context, tree) };
}

/** An `import`. */
export function lowerImport(context: Lowering, tree: CstNode): Import {
  const span = spanOf(context, tree);
  return { kind: 'import', ...docAt(context, span.start), path: textIn(context, tree, span), span };
}

/** A `goal`. */
export function lowerGoal(context: Lowering, tree: CstNode): GoalDecl {
  const span = spanOf(context, tree);
  return {
    kind: 'goal',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    ...optional('title', onlyText(context, tree)),
    answers: namesIn(context, tree),
    span,
  };
}

/** A `source`. */
export function lowerSource(context: Lowering, tree: CstNode): SourceDecl {
  const span = spanOf(context, tree);
  const doc = docAt(context, span.start);
  const texts = {
    short: new Once<Text>(context, 'short'),
    edition: new Once<Text>(context, 'edition'),
    url: new Once<Text>(context, 'url'),
  };
  const names = {
    status: new Once<Name>(context, 'status'),
    basis: new Once<Name>(context, 'basis'),
    succeeds: new Once<Name>(context, 'succeeds'),
  };
  const dates = {
    published: new Once<DateLiteral>(context, 'published'),
    checked: new Once<DateLiteral>(context, 'checked'),
    from: new Once<DateLiteral>(context, 'from'),
    ceasing: new Once<DateLiteral>(context, 'ceasing'),
  };
  for (const clause of nodes(tree, 'sourceClause')) {
    const clauseSpan = spanOf(context, clause);
    for (const word of ['short', 'edition', 'url'] as const)
      if (has(clause, word)) texts[word].set(onlyText(context, clause), clauseSpan);
    const name = token(clause, 'Identifier');
    for (const word of ['status', 'basis', 'succeeds'] as const) {
      if (has(clause, word) && name !== undefined) names[word].set(nameOf(context, name), clauseSpan);
    }
    const date = token(clause, 'Date');
    for (const word of ['published', 'checked', 'from', 'ceasing'] as const) {
      if (has(clause, word) && date !== undefined) dates[word].set(dateOf(context, date), clauseSpan);
    }
  }
  return {
    kind: 'source',
    ...doc,
    name: nameIn(context, tree, span),
    title: textIn(context, tree, span),
    ...optional('short', texts.short.value),
    ...optional('edition', texts.edition.value),
    ...optional('published', dates.published.value),
    ...optional('checked', dates.checked.value),
    ...optional('status', names.status.value),
    ...optional('basis', names.basis.value),
    ...optional('succeeds', names.succeeds.value),
    ...optional('from', dates.from.value),
    ...optional('ceasing', dates.ceasing.value),
    ...optional('url', texts.url.value),
    span,
  };
}

/** The members of an enum, each with the text that stands between it and the next one. */
function membersIn(context: Lowering, tree: CstNode): readonly EnumMember[] {
  const listed = node(tree, 'enumMembers');
  if (listed === undefined) return [];
  const names = tokens(listed, 'Identifier');
  const texts = tokens(listed, 'String');
  return names.map((name, index) => {
    const next = names[index + 1]?.startOffset ?? Number.POSITIVE_INFINITY;
    const words = texts.find(({ startOffset }) => startOffset > name.startOffset && startOffset < next);
    return {
      ...nameOf(context, name),
      ...docAt(context, name.startOffset),
      ...optional('words', words === undefined ? undefined : textOf(context, words)),
    };
  });
}

/** An `enum`. */
export function lowerEnum(context: Lowering, tree: CstNode): EnumDecl {
  const span = spanOf(context, tree);
  return {
    kind: 'enum',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    members: membersIn(context, tree),
    span,
  };
}

/** A `bearer`. */
export function lowerBearer(context: Lowering, tree: CstNode): BearerDecl {
  const span = spanOf(context, tree);
  return {
    kind: 'bearer',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    title: textIn(context, tree, span),
    span,
  };
}

/** A `record`. */
export function lowerRecord(context: Lowering, tree: CstNode): RecordDecl {
  const span = spanOf(context, tree);
  const name = nameIn(context, tree, span);
  const title = onlyText(context, tree);
  if (title === undefined && name.text !== '' && has(tree, '{')) {
    const words = name.text.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
    const edits = [{ span: { ...name.span, start: name.span.end }, text: ` "the ${words}"` }];
    context.report(
      parseDiagnostic(
        'missing-clause',
        name.span,
        { clause: 'the words that speak of it, in quotes', where: 'a record' },
        {
          help: `write \`record ${name.text} "the ${words}" { … }\``,
          fix: { title: `add "the ${words}"`, safe: false, edits },
        },
      ),
    );
  }
  return {
    kind: 'record',
    ...docAt(context, span.start),
    name,
    title: title ?? missingText({ ...span, start: span.end }),
    fields: nodes(tree, 'fact').map((field) => lowerFact(context, field)),
    span,
  };
}

/** An `ambiguity`. */
export function lowerAmbiguity(context: Lowering, tree: CstNode): AmbiguityDecl {
  const span = spanOf(context, tree);
  const clauses = nodes(tree, 'ambiguityClause');
  return {
    kind: 'ambiguity',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    ...optional('title', onlyText(context, tree)),
    readings: clauses
      .flatMap((clause) => nodes(clause, 'reading'))
      .map((reading) => lowerReading(context, reading)),
    cites: clauses.flatMap((clause) => lowerCites(context, clause)),
    covers: clauses.flatMap((clause) => lowerCovers(context, clause)),
    span,
  };
}

function lowerReading(context: Lowering, tree: CstNode): Reading {
  const span = spanOf(context, tree);
  return {
    kind: 'readingDecl',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    text: textIn(context, tree, span),
    isDefault: has(tree, 'default'),
    cites: lowerCites(context, tree),
    span,
  };
}

/** An `accept`. */
export function lowerAccept(context: Lowering, tree: CstNode): Accept {
  const span = spanOf(context, tree);
  const on = node(tree, 'path');
  return {
    kind: 'accept',
    ...docAt(context, span.start),
    finding: lowerJoined(context, node(tree, 'slug'), '-', span),
    ...optional('on', on === undefined ? undefined : lowerPath(context, on)),
    because: textIn(context, tree, span),
    span,
  };
}
