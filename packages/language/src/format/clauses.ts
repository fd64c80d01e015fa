import type {
  Cell,
  Cite,
  Exception,
  ExceptionDecl,
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
import { assertNever } from '../assert-never.ts';
import type { Comments, Item } from './comments.ts';
import { group, hardline, indent, join, line, type Doc } from './document.ts';
import { printExpr, printName, printPath, quoted } from './expressions.ts';

/** A clause, or a part of one that its neighbours of the same `run` are printed together with. */
export interface Clause extends Item {
  readonly run?: Run;
}

/** How neighbours are printed together. */
export interface Run {
  readonly key: string;
  readonly print: (parts: readonly Item[]) => Doc;
  /** Where the whole begins and ends, if not with its first and last part. */
  readonly bounds?: (first: Item, last: Item) => { readonly start: number; readonly end: number };
}

/** A text in quotes. */
export function printText(comments: Comments, text: Text): Doc {
  return comments.leaf(text.span.start, text.span.end, quoted(text.value));
}

/** A clause of one word and what follows it. */
export function clause(span: Span, print: () => Doc): Clause {
  return { start: span.start, end: span.end, print };
}

/** `word "text"`, where there is a text. */
export function textClause(comments: Comments, word: string, text: Text | undefined): readonly Clause[] {
  return text === undefined ? [] : [clause(text.span, () => [`${word} `, printText(comments, text)])];
}

/** The parts as clauses that print together where they are neighbours: `word a, b, c`. */
export function listed<T extends { readonly span: Span }>(
  word: string,
  parts: readonly T[],
  print: (part: T) => Doc,
): readonly Clause[] {
  const together = (items: readonly Item[]): Doc =>
    group([
      `${word} `,
      indent(
        join(
          [',', line],
          items.map((item) => item.print()),
        ),
      ),
    ]);
  return parts.map((part) => ({
    ...clause(part.span, () => print(part)),
    run: { key: word, print: together },
  }));
}

/** `cite …` */
export function citeClauses(comments: Comments, cites: readonly Cite[]): readonly Clause[] {
  return listed('cite', cites, (cite) => printCite(comments, cite));
}

/** `covers …` */
export function coversClauses(comments: Comments, covers: readonly StatementId[]): readonly Clause[] {
  return listed('covers', covers, (id) => comments.leaf(id.span.start, id.span.end, id.text));
}

/** One citation. */
export function printCite(comments: Comments, { source, pinpoint, anchor, span }: Cite): Doc {
  const end = anchor === undefined ? span.end : comments.tokenFrom(anchor.span.start, -1).end;
  const head = comments.leaf(span.start, end, `${source.text} ${pinpoint}`);
  return anchor === undefined ? head : [head, ' ', printText(comments, anchor)];
}

/** Neighbouring clauses of one run joined into one, in source order. */
export function joinRuns(clauses: readonly Clause[]): readonly Item[] {
  const runs: Clause[][] = [];
  for (const part of clauses.toSorted((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    if (part.run !== undefined && last?.[0]?.run?.key === part.run.key) last.push(part);
    else runs.push([part]);
  }
  return runs.flatMap((parts) => {
    const first = parts[0];
    const last = parts.at(-1);
    if (first === undefined || last === undefined) return [];
    const { run } = first;
    if (run === undefined) return [first];
    const { start, end } = run.bounds?.(first, last) ?? { start: first.start, end: last.end };
    return [{ start, end, print: () => run.print(parts) }];
  });
}

/** Clauses in braces, each on a line of its own. `span` is that of the declaration that the braces end. */
export function clausesBlock(comments: Comments, clauses: readonly Clause[], open: number, end: number): Doc {
  const beside = comments.afterBrace(open);
  const docs = comments.block(joinRuns(clauses), comments.nextBrace(open), end);
  if (docs.length === 0 && beside.length === 0) return '{}';
  return ['{', ...beside, docs.length === 0 ? '' : indent([hardline, docs]), hardline, '}'];
}

/** Clauses in braces, on one line where they fit; nothing where there are none. */
export function inlineBlock(comments: Comments, clauses: readonly Clause[], open: number, end: number): Doc {
  const commented = comments.pending(end);
  // Where there are no braces, a comment that is left over belongs to what follows.
  if (clauses.length === 0 && !(commented && comments.opensAt(open))) return '';
  const items = joinRuns(clauses);
  if (items.length > 0 && !commented) {
    return [
      ' ',
      group([
        '{',
        indent([
          line,
          join(
            line,
            items.map((item) => item.print()),
          ),
        ]),
        line,
        '}',
      ]),
    ];
  }
  return [' ', clausesBlock(comments, clauses, open, end)];
}

/** A type. */
export function printType(comments: Comments, type: TypeExpr): Doc {
  return comments.leaf(type.span.start, type.span.end, typeText(type));
}

/** A type as the policy writes it. */
export function typeText(type: TypeExpr): string {
  switch (type.kind) {
    case 'yesnoType':
      return 'yesno';
    case 'dateType':
      return 'date';
    case 'durationType':
      return 'duration';
    case 'textType':
      return 'text';
    case 'numberType':
      return numberTypeText(type.places, type.unit?.value);
    case 'setType':
      return `set of ${type.of.text}`;
    case 'listType':
      return `list of ${type.of.text}`;
    case 'namedType':
      return type.name.text;
    default:
      return assertNever(type);
  }
}

/** `number`, `decimal(2) in "£"`. */
export function numberTypeText(places: number, unit: string | undefined): string {
  const digits = places === 0 ? 'number' : `decimal(${places})`;
  return unit === undefined ? digits : `${digits} in ${quoted(unit)}`;
}

/** ` for l: Letter`, or nothing. */
export function printParam(comments: Comments, param: Param | undefined): Doc {
  if (param === undefined) return '';
  const name = printName(comments, param.name);
  return [' for ', name, ': ', printName(comments, param.record)];
}

/** A part of the head of a declaration, between its name and its braces. */
export interface HeadPart {
  readonly start: number;
  readonly kind: 'law' | 'ceasing' | 'despite' | 'on' | 'succeeded' | 'from';
  readonly print: (continued: boolean) => Doc;
}

/** The clauses of law as parts of a head. */
export function lawParts(comments: Comments, law: Law | undefined): readonly HeadPart[] {
  if (law === undefined) return [];
  const { governedBy, from, ceasing, succeededBy } = law;
  const parts: HeadPart[] = succeededBy.map((name) => ({
    start: name.span.start,
    kind: 'succeeded',
    print: (continued) => [continued ? ' and ' : 'succeeded by ', printName(comments, name)],
  }));
  if (governedBy !== undefined) {
    parts.push({
      start: governedBy.span.start,
      kind: 'law',
      print: () => ['governed by ', printExpr(comments, governedBy)],
    });
  }
  if (from !== undefined) {
    parts.push({ start: from.span.start, kind: 'from', print: () => ['from ', printExpr(comments, from)] });
  }
  if (ceasing !== undefined) {
    parts.push({
      start: ceasing.span.start,
      kind: 'ceasing',
      print: (continued) => [continued ? ' ceasing ' : 'ceasing ', printExpr(comments, ceasing)],
    });
  }
  return parts;
}

const isLaw = (kind: HeadPart['kind']): boolean => kind !== 'on' && kind !== 'despite';

/** The parts of a head, each after a space; neighbours that belong together joined. */
export function printHead(parts: readonly HeadPart[]): Doc {
  const docs: Doc[] = [];
  let last: HeadPart['kind'] | undefined;
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const continued =
      (part.kind === 'succeeded' && last === 'succeeded') ||
      (part.kind === 'despite' && last === 'despite') ||
      (part.kind === 'ceasing' && last === 'from');
    if (!continued) docs.push(last !== undefined && isLaw(last) && isLaw(part.kind) ? [',', line] : line);
    docs.push(part.print(continued));
    last = part.kind;
  }
  return indent(docs);
}

interface WithExceptions {
  readonly exceptions: readonly Exception[];
  readonly exceptOtherwise?: ExceptionDecl['exceptOtherwise'];
}

/** The `except` clauses. */
export function exceptionClauses(
  comments: Comments,
  { exceptions, exceptOtherwise }: WithExceptions,
): readonly Clause[] {
  const clauses = exceptions.map((exception) => limbClause(comments, 'except', exception, exception));
  if (exceptOtherwise === undefined) return clauses;
  const { ask, span } = exceptOtherwise;
  const open = clause(span, () =>
    ask === undefined
      ? comments.leaf(span.start, span.end, 'except otherwise')
      : ['except otherwise ', printText(comments, ask)],
  );
  return [...clauses, open];
}

/** A limb: `word label: condition, certainty cite … { … }`. */
export function limbClause(comments: Comments, word: string, limb: Limb, inner: WithExceptions): Clause {
  return clause(limb.span, () => {
    const others = [
      ...textClause(comments, 'say', limb.say),
      ...coversClauses(comments, limb.covers),
      ...exceptionClauses(comments, inner),
    ];
    const headEnd = limb.certainty?.span.end ?? limb.condition.span.end;
    // Citations stand before the braces, unless they already stand among other clauses in them.
    const brace = others.length === 0 ? limb.span.end : comments.nextBrace(headEnd);
    const inline = limb.cites.filter((cite) => cite.span.start < brace);
    const head: Doc[] = [`${word} `];
    if (limb.label !== undefined) head.push(printName(comments, limb.label), ': ');
    head.push(indent(printExpr(comments, limb.condition)));
    if (limb.certainty !== undefined) head.push(', ', printCertainty(comments, limb));
    if (inline.length > 0) {
      const cites = inline.map((cite) => printCite(comments, cite));
      head.push(indent([line, 'cite ', indent(group(join([',', line], cites)))]));
    }
    const block = [
      ...others,
      ...citeClauses(
        comments,
        limb.cites.filter((cite) => cite.span.start >= brace),
      ),
    ];
    const open = inline.at(-1)?.span.end ?? headEnd;
    const nested = inner.exceptions.length > 0;
    const printed = group(head);
    if (nested) return [printed, ' ', clausesBlock(comments, block, open, limb.span.end)];
    return [printed, inlineBlock(comments, block, open, limb.span.end)];
  });
}

const certaintyWords = /^(?:(?:very |highly )?(?:likely|unlikely)|difficult to see)$/;

/** A certainty: in words where the language has them, else in quotes. */
export function printCertainty(comments: Comments, { certainty }: Pick<Limb, 'certainty'>): Doc {
  if (certainty === undefined) return '';
  const { text, span } = certainty;
  return comments.leaf(span.start, span.end, certaintyWords.test(text) ? text : quoted(text));
}

/** A decision table. */
export function printTable(comments: Comments, { inputs, rows, span }: Table): Doc {
  const head: Doc[] = [
    'table ',
    indent(
      join(
        ' | ',
        inputs.map((input) => printExpr(comments, input)),
      ),
    ),
    ' ',
  ];
  const items = rows.map((row): Clause => clause(row.span, () => printRow(comments, row)));
  const open = inputs.at(-1)?.span.end ?? span.start;
  return [head, clausesBlock(comments, items, open, span.end)];
}

function printRow(comments: Comments, { cells, value, cites }: TableRow): Doc {
  const docs: Doc[] = [
    join(
      ' | ',
      cells.map((cell) => printCell(comments, cell)),
    ),
    ': ',
    indent(printExpr(comments, value)),
  ];
  if (cites.length > 0) {
    const list = cites.map((cite) => printCite(comments, cite));
    docs.push(indent([line, 'cite ', indent(group(join([',', line], list)))]));
  }
  return group(docs);
}

function printCell(comments: Comments, cell: Cell): Doc {
  if (cell.kind === 'anyCell') return comments.leaf(cell.span.start, cell.span.end, '-');
  const values = cell.values.map(({ op, value }): Doc => {
    const printed = printExpr(comments, value);
    return op === '=' ? printed : [`${op} `, printed];
  });
  return join(', ', values);
}

/** A fact, event or judgement. */
export function printFact(comments: Comments, fact: FactDecl): Doc {
  const head: Doc[] = [`${fact.input} `, printName(comments, fact.name)];
  if (fact.type !== undefined) head.push(': ', printType(comments, fact.type));
  if (fact.onlyIf !== undefined)
    head.push(indent([line, 'only if ', indent(printExpr(comments, fact.onlyIf))]));
  const { assume, effort } = fact;
  const clauses: Clause[] = [
    ...textClause(comments, 'ask', fact.ask),
    ...textClause(comments, 'say', fact.say),
    ...textClause(comments, 'help', fact.help),
    ...listed('consider', fact.consider, (path) => printPath(comments, path)),
    ...(assume === undefined
      ? []
      : [clause(assume.span, () => ['assume ', printExpr(comments, assume.value), ' if not known'])]),
    ...(effort === undefined ? [] : [clause(effort.span, () => `effort ${effort.text}`)]),
    ...citeClauses(comments, fact.cites),
  ];
  const open = fact.onlyIf?.span.end ?? fact.type?.span.end ?? fact.name.span.end;
  if (fact.fixed) clauses.push(fixedClause(comments, open, fact.span.end));
  return [group(head), inlineBlock(comments, clauses, open, fact.span.end)];
}

/** `fixed` has no node of its own: it stands where the text has it. */
function fixedClause(comments: Comments, from: number, to: number): Clause {
  const span = comments.find('fixed', from, to);
  return clause({ file: '', ...span }, () => comments.leaf(span.start, span.end, 'fixed'));
}
