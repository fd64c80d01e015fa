import type { CstNode } from 'chevrotain';
import type {
  Cell,
  CellValue,
  Certainty,
  Cite,
  Exception,
  Expr,
  FactDecl,
  Law,
  Limb,
  Param,
  Span,
  StatementId,
  Table,
  TableRow,
  Text,
  TypeExpr,
} from '../ast/ast.ts';
import { parseDiagnostic } from '../diagnostics/parse.ts';
import { tokenSpan } from '../1-lex/lex.ts';
import {
  docAt,
  has,
  join,
  missingName,
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
import { lowerExpression, lowerPrimary } from './expressions.ts';
import { dateOf } from './literals.ts';
import { lowerPath } from './paths.ts';

/** The last of clauses that may stand only once; every further one is reported. */
export class Once<T> {
  readonly #context: Lowering;
  readonly #clause: string;
  #first: { readonly value: T; readonly span: Span } | undefined;

  constructor(context: Lowering, clause: string) {
    this.#context = context;
    this.#clause = clause;
  }

  /** Takes a value; nothing where it is undefined. */
  set(value: T | undefined, span: Span): void {
    if (value === undefined) return;
    if (this.#first === undefined) {
      this.#first = { value, span };
      return;
    }
    this.#context.report(
      parseDiagnostic(
        'repeated-clause',
        span,
        { clause: this.#clause },
        {
          related: [{ span: this.#first.span, message: 'first said here' }],
        },
      ),
    );
  }

  get value(): T | undefined {
    return this.#first?.value;
  }
}

/** The text in the tree's only `String`. */
export function onlyText(context: Lowering, tree: CstNode): Text | undefined {
  const found = token(tree, 'String');
  return found === undefined ? undefined : textOf(context, found);
}

/** The citations under a tree. */
export function lowerCites(context: Lowering, parent: CstNode): readonly Cite[] {
  return nodes(parent, 'citations')
    .flatMap((list) => nodes(list, 'citation'))
    .flatMap((citation) => {
      const source = token(citation, 'Identifier');
      if (source === undefined) return [];
      const anchor = token(citation, 'String');
      const pinpoint = tokens(citation, 'Pinpoint')
        .map((part) => part.image)
        .join(' ');
      return [
        {
          kind: 'cite' as const,
          source: nameOf(context, source),
          pinpoint,
          ...optional('anchor', anchor === undefined ? undefined : textOf(context, anchor)),
          span: spanOf(context, citation),
        },
      ];
    });
}

/** The statement ids under a tree. */
export function lowerCovers(context: Lowering, parent: CstNode): readonly StatementId[] {
  return nodes(parent, 'covers')
    .flatMap((list) => tokens(list, 'StatementId'))
    .map((id) => ({
      kind: 'statementId',
      text: id.image,
      span: tokenSpan(id, context.file),
    }));
}

/** The parameter under a tree. */
export function lowerParam(context: Lowering, parent: CstNode): Param | undefined {
  const tree = node(parent, 'param');
  if (tree === undefined) return undefined;
  const span = spanOf(context, tree);
  const name = token(tree, 'Identifier');
  const path = node(tree, 'path');
  const [record, ...more] = path === undefined ? [] : lowerPath(context, path).segments;
  const param: Param = {
    kind: 'param',
    name: name === undefined ? missingName(span) : nameOf(context, name),
    record: record ?? missingName({ ...span, start: span.end }),
    span,
  };
  const isWhole = has(tree, ':') && record !== undefined && more.length === 0;
  if (isWhole && !has(tree, 'every') && !has(tree, 'all')) return param;
  // What could not be read has been reported.
  if (name !== undefined && (path !== undefined || !context.damaged(span)))
    context.report(parseDiagnostic('not-a-parameter', span, { name: name.image }));
  return has(tree, 'in') || more.length > 0
    ? { ...param, record: missingName({ ...span, start: span.end }) }
    : param;
}

/** The type under a tree. */
export function lowerType(context: Lowering, parent: CstNode): TypeExpr | undefined {
  const tree = node(parent, 'type');
  if (tree === undefined) return undefined;
  const span = spanOf(context, tree);
  if (has(tree, 'yesno')) return { kind: 'yesnoType', span };
  if (has(tree, 'date')) return { kind: 'dateType', span };
  if (has(tree, 'duration')) return { kind: 'durationType', span };
  if (has(tree, 'text')) return { kind: 'textType', span };
  if (has(tree, 'number') || has(tree, 'decimal')) {
    const unit = node(tree, 'unit');
    return {
      kind: 'numberType',
      places: Number(token(tree, 'Number')?.image ?? '0'),
      ...optional('unit', unit === undefined ? undefined : onlyText(context, unit)),
      span,
    };
  }
  const name = token(tree, 'Identifier');
  if (name === undefined && !has(tree, 'set') && !has(tree, 'list')) return undefined;
  const of = name === undefined ? missingName(span) : nameOf(context, name);
  if (has(tree, 'set')) return { kind: 'setType', of, span };
  if (has(tree, 'list')) return { kind: 'listType', of, span };
  return { kind: 'namedType', name: of, span };
}

/** The clauses of law under several `law` trees, taken as one. */
export function lowerLaw(context: Lowering, trees: readonly CstNode[]): Law | undefined {
  const [first] = trees;
  const last = trees.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const governedBy = new Once<Expr>(context, 'governed by');
  const from = new Once<ReturnType<typeof dateOf>>(context, 'from');
  const ceasing = new Once<ReturnType<typeof dateOf>>(context, 'ceasing');
  const succeededBy = [];
  for (const clause of trees.flatMap((tree) => nodes(tree, 'lawClause'))) {
    const span = spanOf(context, clause);
    if (has(clause, 'governed')) {
      governedBy.set(lowerExpression(context, node(clause, 'expression'), span.end), span);
      continue;
    }
    if (has(clause, 'succeeded')) {
      succeededBy.push(...tokens(clause, 'Identifier').map((name) => nameOf(context, name)));
      continue;
    }
    const dates = tokens(clause, 'Date').map((date) => dateOf(context, date));
    if (has(clause, 'from')) from.set(dates[0], span);
    if (has(clause, 'ceasing')) ceasing.set(dates[has(clause, 'from') ? 1 : 0], span);
  }
  return {
    kind: 'law',
    ...optional('governedBy', governedBy.value),
    ...optional('from', from.value),
    ...optional('ceasing', ceasing.value),
    succeededBy,
    span: join(spanOf(context, first), spanOf(context, last)),
  };
}

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

/** The decision table under a clause. */
export function lowerTable(context: Lowering, parent: CstNode): Table | undefined {
  const tree = node(parent, 'table');
  if (tree === undefined) return undefined;
  const span = spanOf(context, tree);
  return {
    kind: 'table',
    inputs: nodes(tree, 'expression').map((input) => lowerExpression(context, input, span.start)),
    rows: nodes(tree, 'row').map((row) => lowerRow(context, row)),
    span,
  };
}

function lowerRow(context: Lowering, tree: CstNode): TableRow {
  const span = spanOf(context, tree);
  return {
    kind: 'row',
    ...docAt(context, span.start),
    cells: nodes(tree, 'cell').map((cell) => lowerCell(context, cell)),
    value: lowerExpression(context, node(tree, 'expression'), span.end),
    cites: lowerCites(context, tree),
    span,
  };
}

function lowerCell(context: Lowering, tree: CstNode): Cell {
  const span = spanOf(context, tree);
  if (has(tree, '-')) return { kind: 'anyCell', span };
  return {
    kind: 'valuesCell',
    values: nodes(tree, 'cellValue').map((value) => lowerCellValue(context, value)),
    span,
  };
}

function lowerCellValue(context: Lowering, tree: CstNode): CellValue {
  const span = spanOf(context, tree);
  const op = (['<', '<=', '>', '>='] as const).find((operator) => has(tree, operator)) ?? '=';
  return { kind: 'cellValue', op, value: lowerPrimary(context, node(tree, 'primary'), span.end), span };
}

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
