import type { CstNode } from 'chevrotain';
import type {
  Accept,
  AmbiguityDecl,
  BearerDecl,
  Claim,
  Constraint,
  DateLiteral,
  Declaration,
  Define,
  EnumDecl,
  ExceptionDecl,
  Expr,
  GoalDecl,
  Import,
  Invariant,
  Limb,
  ModalWord,
  Name,
  Pack,
  Reading,
  RecordDecl,
  Rule,
  Section,
  SourceDecl,
  Span,
  Table,
  Text,
} from '../ast/ast.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
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
import {
  Once,
  lowerCertainty,
  lowerCites,
  lowerCovers,
  lowerExceptions,
  lowerFact,
  lowerLaw,
  lowerLimb,
  lowerParam,
  lowerTable,
  lowerType,
  onlyText,
} from './clauses.ts';
import { dateOf, lowerExpression, lowerOperands, lowerPath } from './expressions.ts';
import { lowerScenario } from './scenarios.ts';

const nameIn = (context: Lowering, tree: CstNode, span: Span): Name => {
  const found = token(tree, 'Identifier');
  return found === undefined ? missingName(span) : nameOf(context, found);
};

const textIn = (context: Lowering, tree: CstNode, span: Span): Text =>
  onlyText(context, tree) ?? missingText({ ...span, start: span.end });

const namesIn = (context: Lowering, tree: CstNode): readonly Name[] => {
  const names = node(tree, 'names');
  if (names === undefined) return [];
  return tokens(names, 'Identifier').map((name) => ({
    ...nameOf(context, name),
    ...docAt(context, name.startOffset),
  }));
};

/** A declaration; undefined where nothing of it could be read. */
export function lowerDeclaration(context: Lowering, tree: CstNode): Declaration | undefined {
  for (const [rule, lower] of lowerings) {
    const found = node(tree, rule);
    if (found !== undefined) return lower(context, found);
  }
  return undefined;
}

const lowerings: readonly (readonly [string, (context: Lowering, tree: CstNode) => Declaration])[] = [
  ['pack', lowerPack],
  ['import', lowerImport],
  ['goal', lowerGoal],
  ['source', lowerSource],
  ['enum', lowerEnum],
  ['bearer', lowerBearer],
  ['record', lowerRecord],
  ['fact', lowerFact],
  ['ambiguity', lowerAmbiguity],
  ['define', lowerDefine],
  ['rule', lowerRule],
  ['exceptionDecl', lowerExceptionDecl],
  ['section', lowerSection],
  ['constraint', lowerConstraint],
  ['invariant', lowerInvariant],
  ['scenario', lowerScenario],
  ['accept', lowerAccept],
];

function lowerPack(context: Lowering, tree: CstNode): Pack {
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

function lowerImport(context: Lowering, tree: CstNode): Import {
  const span = spanOf(context, tree);
  return { kind: 'import', ...docAt(context, span.start), path: textIn(context, tree, span), span };
}

function lowerGoal(context: Lowering, tree: CstNode): GoalDecl {
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

function lowerSource(context: Lowering, tree: CstNode): SourceDecl {
  const span = spanOf(context, tree);
  const doc = docAt(context, span.start);
  const texts = { edition: new Once<Text>(context, 'edition'), url: new Once<Text>(context, 'url') };
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
    for (const word of ['edition', 'url'] as const)
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

function lowerEnum(context: Lowering, tree: CstNode): EnumDecl {
  const span = spanOf(context, tree);
  return {
    kind: 'enum',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    members: namesIn(context, tree),
    span,
  };
}

function lowerBearer(context: Lowering, tree: CstNode): BearerDecl {
  const span = spanOf(context, tree);
  return {
    kind: 'bearer',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    title: textIn(context, tree, span),
    span,
  };
}

function lowerRecord(context: Lowering, tree: CstNode): RecordDecl {
  const span = spanOf(context, tree);
  return {
    kind: 'record',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    title: textIn(context, tree, span),
    fields: nodes(tree, 'fact').map((field) => lowerFact(context, field)),
    span,
  };
}

function lowerAmbiguity(context: Lowering, tree: CstNode): AmbiguityDecl {
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

function lowerSection(context: Lowering, tree: CstNode): Section {
  const span = spanOf(context, tree);
  return {
    kind: 'section',
    ...docAt(context, span.start),
    title: textIn(context, tree, span),
    ...optional('law', lowerLaw(context, nodes(tree, 'law'))),
    declarations: lowerDeclarations(context, tree),
    span,
  };
}

/** The declarations directly under a file or a section. */
export function lowerDeclarations(context: Lowering, parent: CstNode): readonly Declaration[] {
  return nodes(parent, 'declaration').flatMap((tree) => {
    const declaration = lowerDeclaration(context, tree);
    return declaration === undefined ? [] : [declaration];
  });
}

function lowerDefine(context: Lowering, tree: CstNode): Define {
  const span = spanOf(context, tree);
  const doc = docAt(context, span.start);
  const clauses = nodes(tree, 'defineClause');
  const limbs = { requires: [] as Limb[], includes: [] as Limb[], means: [] as Limb[] };
  const say = new Once<Text>(context, 'say');
  const otherwise = new Once<NonNullable<Define['otherwise']>>(context, 'otherwise');
  const table = new Once<Table>(context, 'table');
  for (const clause of clauses) {
    const clauseSpan = spanOf(context, clause);
    if (has(clause, 'say')) say.set(onlyText(context, clause), clauseSpan);
    if (has(clause, 'otherwise')) {
      otherwise.set({ ask: textIn(context, clause, clauseSpan), span: clauseSpan }, clauseSpan);
    }
    table.set(lowerTable(context, clause), clauseSpan);
    for (const word of ['requires', 'includes', 'means'] as const) {
      if (has(clause, word)) limbs[word].push(lowerLimb(context, clause));
    }
  }
  const { exceptions, exceptOtherwise } = lowerExceptions(context, clauses);
  return {
    kind: 'define',
    ...doc,
    name: nameIn(context, tree, span),
    ...optional('param', lowerParam(context, tree)),
    ...optional('type', lowerType(context, tree)),
    ...optional('say', say.value),
    ...optional('law', lowerLaw(context, nodes(tree, 'law'))),
    ...limbs,
    ...optional('otherwise', otherwise.value),
    ...optional('table', table.value),
    exceptions,
    ...optional('exceptOtherwise', exceptOtherwise),
    cites: clauses.flatMap((clause) => lowerCites(context, clause)),
    covers: clauses.flatMap((clause) => lowerCovers(context, clause)),
    span,
  };
}

function lowerExceptionDecl(context: Lowering, tree: CstNode): ExceptionDecl {
  const span = spanOf(context, tree);
  const doc = docAt(context, span.start);
  const clauses = nodes(tree, 'exceptionClause');
  const say = new Once<Text>(context, 'say');
  const when = new Once<{ condition: Expr; certainty: ReturnType<typeof lowerCertainty> }>(context, 'when');
  for (const clause of clauses) {
    const clauseSpan = spanOf(context, clause);
    if (has(clause, 'say')) say.set(onlyText(context, clause), clauseSpan);
    if (has(clause, 'when')) {
      const condition = lowerExpression(context, node(clause, 'expression'), clauseSpan.end);
      when.set({ condition, certainty: lowerCertainty(context, clause) }, clauseSpan);
    }
  }
  if (when.value === undefined) missing(context, tree, '`when` with its condition', 'an exception');
  const { exceptions, exceptOtherwise } = lowerExceptions(context, clauses);
  return {
    kind: 'exceptionDecl',
    ...doc,
    name: nameIn(context, tree, span),
    target: lowerPath(context, node(tree, 'path'), span.start),
    ...optional('law', lowerLaw(context, nodes(tree, 'law'))),
    condition: when.value?.condition ?? { kind: 'hole', span: { ...span, start: span.end } },
    ...optional('certainty', when.value?.certainty),
    ...optional('say', say.value),
    exceptions,
    ...optional('exceptOtherwise', exceptOtherwise),
    cites: clauses.flatMap((clause) => lowerCites(context, clause)),
    covers: clauses.flatMap((clause) => lowerCovers(context, clause)),
    span,
  };
}

/** Reports a clause that is missing, at the words before the declaration's braces. */
function missing(context: Lowering, tree: CstNode, clause: string, where: string): void {
  // Where the braces are missing or something in them could not be read, that has been reported.
  const brace = token(tree, '{');
  if (brace === undefined || context.damaged(spanOf(context, tree))) return;
  const span = { ...spanOf(context, tree), end: brace.startOffset };
  context.report(parseDiagnostic('missing-clause', span, { clause, where }));
}

function modalOf(tree: CstNode): ModalWord {
  const not = has(tree, 'not');
  if (has(tree, 'must')) return not ? 'must not' : 'must';
  if (has(tree, 'should')) return not ? 'should not' : 'should';
  return 'may';
}

function lowerRule(context: Lowering, tree: CstNode): Rule {
  const span = spanOf(context, tree);
  const doc = docAt(context, span.start);
  const heads = nodes(tree, 'ruleHead');
  const bearer = new Once<Name>(context, 'on');
  for (const head of heads.filter((candidate) => has(candidate, 'on')))
    bearer.set(nameIn(context, head, span), spanOf(context, head));
  const clauses = nodes(tree, 'ruleClause');
  const modal = new Once<{ modal: ModalWord; act: Text; as: Text | undefined }>(
    context,
    'must, should or may',
  );
  const when = new Once<Expr>(context, 'when');
  const done = new Once<Pick<Rule, 'doneWhen' | 'doneBy' | 'due'>>(context, 'done');
  for (const clause of clauses) {
    const clauseSpan = spanOf(context, clause);
    const modalTree = node(clause, 'modal');
    if (modalTree !== undefined) {
      const [act, as] = tokens(clause, 'String').map((text) => textOf(context, text));
      modal.set(
        { modal: modalOf(modalTree), act: act ?? missingText({ ...clauseSpan, start: clauseSpan.end }), as },
        clauseSpan,
      );
    } else if (has(clause, 'done')) {
      const [first, second] = nodes(clause, 'expression');
      const end = lowerExpression(context, first, clauseSpan.end);
      if (has(clause, 'by')) {
        const due = has(clause, 'than') ? lowerExpression(context, second, clauseSpan.end) : undefined;
        done.set({ doneBy: end, ...optional('due', due) }, clauseSpan);
      } else {
        done.set({ doneWhen: end }, clauseSpan);
      }
    } else if (has(clause, 'when')) {
      when.set(lowerExpression(context, node(clause, 'expression'), clauseSpan.end), clauseSpan);
    }
  }
  if (modal.value === undefined)
    missing(context, tree, '`must`, `must not`, `should`, `should not` or `may`', 'a rule');
  const { exceptions, exceptOtherwise } = lowerExceptions(context, clauses);
  return {
    kind: 'rule',
    ...doc,
    name: nameIn(context, tree, span),
    ...optional('param', lowerParam(context, tree)),
    ...optional('bearer', bearer.value),
    ...optional(
      'law',
      lowerLaw(
        context,
        heads.flatMap((head) => nodes(head, 'law')),
      ),
    ),
    modal: modal.value?.modal ?? 'may',
    act: modal.value?.act ?? missingText({ ...span, start: span.end }),
    ...optional('as', modal.value?.as),
    despite: heads
      .filter((head) => has(head, 'despite'))
      .flatMap((head) => tokens(head, 'Identifier').map((name) => nameOf(context, name))),
    ...optional('when', when.value),
    ...done.value,
    exceptions,
    ...optional('exceptOtherwise', exceptOtherwise),
    cites: clauses.flatMap((clause) => lowerCites(context, clause)),
    covers: clauses.flatMap((clause) => lowerCovers(context, clause)),
    span,
  };
}

function lowerClaim(context: Lowering, tree: CstNode): Claim {
  const span = spanOf(context, tree);
  if (has(tree, 'both')) return { kind: 'neverBoth', of: lowerOperands(context, tree), span };
  const of = lowerExpression(context, node(tree, 'expression'), span.end);
  return has(tree, 'always') ? { kind: 'always', of, span } : { kind: 'never', of, span };
}

function claimParts(
  context: Lowering,
  tree: CstNode,
  clauses: readonly CstNode[],
  where: string,
): Pick<Invariant, 'claim' | 'because' | 'cites'> {
  const span = spanOf(context, tree);
  const claim = new Once<Claim>(context, 'always or never');
  const because = new Once<Text>(context, 'because');
  for (const clause of clauses) {
    const clauseSpan = spanOf(context, clause);
    const claimTree = node(clause, 'claim');
    if (claimTree !== undefined) claim.set(lowerClaim(context, claimTree), clauseSpan);
    if (has(clause, 'because')) because.set(onlyText(context, clause), clauseSpan);
  }
  if (claim.value === undefined) missing(context, tree, '`always` or `never` with a condition', where);
  const nowhere = { ...span, start: span.end };
  return {
    claim: claim.value ?? { kind: 'always', of: { kind: 'hole', span: nowhere }, span: nowhere },
    ...optional('because', because.value),
    cites: clauses.flatMap((clause) => lowerCites(context, clause)),
  };
}

function lowerConstraint(context: Lowering, tree: CstNode): Constraint {
  const span = spanOf(context, tree);
  return {
    kind: 'constraint',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    ...optional('param', lowerParam(context, tree)),
    ...claimParts(context, tree, nodes(tree, 'constraintClause'), 'a constraint'),
    span,
  };
}

function lowerInvariant(context: Lowering, tree: CstNode): Invariant {
  const span = spanOf(context, tree);
  const clauses = nodes(tree, 'invariantClause');
  return {
    kind: 'invariant',
    ...docAt(context, span.start),
    name: nameIn(context, tree, span),
    ...optional('param', lowerParam(context, tree)),
    ...claimParts(context, tree, clauses, 'an invariant'),
    covers: clauses.flatMap((clause) => lowerCovers(context, clause)),
    span,
  };
}

function lowerAccept(context: Lowering, tree: CstNode): Accept {
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
