import type { CstNode } from 'chevrotain';
import type {
  Claim,
  Constraint,
  Declaration,
  Define,
  ExceptionDecl,
  Expr,
  Invariant,
  Limb,
  ModalWord,
  Name,
  Rule,
  Section,
  Table,
  Text,
} from '../ast/ast.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import {
  docAt,
  has,
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
import { Once, lowerCites, lowerCovers, lowerLaw, lowerParam, lowerType, onlyText } from './clauses.ts';
import { lowerExpression, lowerOperands } from './expressions.ts';
import { lowerFact } from './facts.ts';
import { lowerCertainty, lowerExceptions, lowerLimb } from './limbs.ts';
import { lowerPath } from './paths.ts';
import { lowerScenario } from './scenarios.ts';
import { lowerTable } from './tables.ts';
import {
  lowerAccept,
  lowerAmbiguity,
  lowerBearer,
  lowerEnum,
  lowerGoal,
  lowerImport,
  lowerPack,
  lowerRecord,
  lowerSource,
  nameIn,
  textIn,
} from './vocabulary.ts';

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
