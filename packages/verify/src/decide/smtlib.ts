/** Questions as SMT-LIB 2 text, and the answers of a solver read back. */
import { firstDay, lastDay } from '@proviso/runtime';
import { coneOf } from '../form/cone.ts';
import { type Form, isBool, type Node, type NodeId } from '../form/form.ts';
import { cycle, daysByDate, daysOfMonths, monthRule, slack } from './months.ts';

/** What is said of a node that adds months, beyond its bounds. */
export type Lemma =
  /** What so many months make of the dates of a calendar month: that in which `date` lies. */
  | { readonly kind: 'month'; readonly node: NodeId; readonly date: number; readonly months: number }
  /** The same of all dates that there may be. */
  | { readonly kind: 'table'; readonly node: NodeId; readonly months: number };

type AddMonths = Extract<Node, { op: 'addMonths' }>;

/**
 * The question whether all of these can hold, with the nodes under them and no others: node 12 is `n12`. Months added to a
 * date are a number of their own, of which only bounds and the lemmas are said: a text that cannot be satisfied has no
 * assignment, while the model of one that can be must be checked. Read the answer with `readReply`.
 */
export function smtlibOf(
  form: Form,
  all: readonly NodeId[],
  lemmas: readonly Lemma[],
  rlimit: number,
): string {
  const cone = coneOf(form, all);
  return [
    '(set-option :produce-models true)',
    // One way of treating sums for all texts: what z3 picks by the look of a text gives up on some.
    '(set-option :auto_config false)',
    `(set-option :rlimit ${rlimit})`,
    ...cone.flatMap((id) => declarationOf(form, id)),
    ...sameMonths(form, cone).map(([before, after]) => order(form, before, after)),
    ...lemmas.flatMap((lemma) =>
      lemma.kind === 'month' ? [monthText(form, lemma)] : tableText(form, lemma),
    ),
    ...all.map((id) => `(assert n${id})`),
    // Not plain `check-sat`, which tries bounded tactics first: a hundred times as many steps on policies.
    '(check-sat-using smt)',
    `(get-value (${namesToRead(form, cone).join(' ')}))`,
    '(get-info :rlimit)',
    '(get-info :reason-unknown)',
    '',
  ].join('\n');
}

/** What a solver said of a text, and how much of its budget that took. */
export interface Reply {
  readonly result: 'sat' | 'unsat' | 'unknown';
  /** The values of variables, of months added and of what they were added to; empty where there is no model. */
  readonly model: ReadonlyMap<NodeId, boolean | number>;
  readonly used: number;
}

/** Reads what a solver printed. Throws where it found fault with the text. */
export function readReply(printed: string): Reply {
  const result = /^(sat|unsat|unknown)$/m.exec(printed)?.[1];
  const faults = [...printed.matchAll(/\(error "([^"]*)"\)/g)].map(([, fault = '']) => fault);
  // Without a model there is none to print.
  const fault = faults.find(
    (text) => result === undefined || result === 'sat' || !text.includes('model is not'),
  );
  if (fault !== undefined || result === undefined) {
    throw new Error(`the solver did not understand its question: ${fault ?? printed.slice(0, 200)}`);
  }
  const model = new Map<NodeId, boolean | number>();
  for (const [, id, value = '', less] of printed.matchAll(/\(n(\d+) (?:(true|false|\d+)|\(- (\d+)\))\)/g)) {
    const number = less === undefined ? Number(value) : -Number(less);
    model.set(Number(id), value === 'true' || value === 'false' ? value === 'true' : number);
  }
  const used = Number(/\(:rlimit (\d+)\)/.exec(printed)?.[1] ?? 0);
  return { result: result as Reply['result'], model, used };
}

/** Variables, and all that shows whether months were added rightly. */
function namesToRead(form: Form, cone: readonly NodeId[]): readonly string[] {
  const ids = cone.flatMap((id) => {
    const node = form.node(id);
    if (node.op === 'boolVar' || node.op === 'intVar') return [id];
    return node.op === 'addMonths' ? [id, node.date, node.months] : [];
  });
  // A list must not be empty.
  return [...new Set(ids.length > 0 ? ids : cone)].map((id) => `n${id}`);
}

function declarationOf(form: Form, id: NodeId): readonly string[] {
  const node = form.node(id);
  switch (node.op) {
    case 'boolVar':
      return [`(declare-const n${id} Bool)`];
    case 'intVar':
      return [`(declare-const n${id} Int)`, within(form, id)];
    case 'addMonths':
      return [`(declare-const n${id} Int)`, within(form, id), ...boundsOfMonths(form, id, node)];
    default:
      return [`(define-fun n${id} () ${isBool(node) ? 'Bool' : 'Int'} ${textOf(node)})`];
  }
}

function textOf(node: Exclude<Node, { op: 'boolVar' | 'intVar' | 'addMonths' }>): string {
  switch (node.op) {
    case 'bool':
      return String(node.value);
    case 'int':
      return numeral(node.value);
    case 'not':
      return `(not n${node.of})`;
    case 'and':
      return `(and ${node.of.map((part) => `n${part}`).join(' ')})`;
    case 'atLeast':
      return `((_ at-least ${node.n}) ${node.of.map((part) => `n${part}`).join(' ')})`;
    case 'iff':
    case 'eq':
      return `(= n${node.left} n${node.right})`;
    case 'le':
      return `(<= n${node.left} n${node.right})`;
    case 'boolIte':
    case 'intIte':
      return `(ite n${node.when} n${node.then} n${node.otherwise})`;
    case 'add':
      return `(+ n${node.left} n${node.right})`;
    case 'scale':
      return `(* ${numeral(node.by)} n${node.of})`;
    default:
      return node satisfies never;
  }
}

function within(form: Form, id: NodeId): string {
  const { min, max } = form.rangeOf(id);
  return `(assert (<= ${numeral(min)} n${id} ${numeral(max)}))`;
}

/** How many days the months may come to, whatever the date is. */
function boundsOfMonths(form: Form, id: NodeId, { date, months }: AddMonths): readonly string[] {
  const dates = form.rangeOf(date);
  const by = form.rangeOf(months);
  if (by.min === by.max) {
    const { min, max } = daysOfMonths(dates, by.min);
    return [`(assert (<= ${numeral(min)} (- n${id} n${date}) ${numeral(max)}))`];
  }
  // A month has 31 days at most: where the calendar might end before, the bounds would not be true.
  const mayEnd =
    dates.max + 31 * Math.max(0, by.max) > lastDay || dates.min + 31 * Math.min(0, by.min) < firstDay;
  if (mayEnd) return [];
  const share = `(- (* ${cycle.months} (- n${id} n${date})) (* ${cycle.days} n${months}))`;
  return [`(assert (<= ${numeral(cycle.months * slack.min)} ${share} ${numeral(cycle.months * slack.max)}))`];
}

/** Pairs of nodes that add the same months, each to its own date. */
function sameMonths(form: Form, cone: readonly NodeId[]): readonly (readonly [NodeId, NodeId])[] {
  const byMonths = new Map<NodeId, NodeId[]>();
  const pairs: (readonly [NodeId, NodeId])[] = [];
  for (const id of cone) {
    const node = form.node(id);
    if (node.op !== 'addMonths') continue;
    const others = byMonths.get(node.months) ?? [];
    byMonths.set(node.months, [...others, id]);
    for (const other of others) pairs.push([other, id], [id, other]);
  }
  return pairs;
}

/** A date that is not later does not become later by the same months. */
function order(form: Form, before: NodeId, after: NodeId): string {
  const date = (id: NodeId): NodeId => addMonthsAt(form, id).date;
  return `(assert (=> (<= n${date(before)} n${date(after)}) (<= n${before} n${after})))`;
}

function monthText(
  form: Form,
  { node: id, date: day, months: by }: Extract<Lemma, { kind: 'month' }>,
): string {
  const { date, months } = addMonthsAt(form, id);
  const { dates, shift, last } = monthRule(day, by);
  const where = `(<= ${numeral(dates.min)} n${date} ${numeral(dates.max)})`;
  const when = form.node(months).op === 'int' ? where : `(and ${where} (= n${months} ${numeral(by)}))`;
  const moved = `(+ n${date} ${numeral(shift)})`;
  return `(assert (=> ${when} (= n${id} (ite (<= ${moved} ${numeral(last)}) ${moved} ${numeral(last)}))))`;
}

function tableText(
  form: Form,
  { node: id, months: by }: Extract<Lemma, { kind: 'table' }>,
): readonly string[] {
  const { date, months } = addMonthsAt(form, id);
  const when = form.node(months).op === 'int' ? '' : ` (not (= n${months} ${numeral(by)}))`;
  const pieces = daysByDate(form.rangeOf(date), by);
  return pieces.map(({ from, days }, i) => {
    const before = i === 0 ? '' : ` (<= n${date} ${numeral(from - 1)})`;
    const next = pieces[i + 1];
    const after = next === undefined ? '' : ` (not (<= n${date} ${numeral(next.from - 1)}))`;
    return `(assert (or${when}${before}${after} (= (- n${id} n${date}) ${numeral(days)})))`;
  });
}

function addMonthsAt(form: Form, id: NodeId): AddMonths {
  const node = form.node(id);
  if (node.op !== 'addMonths') throw new Error(`node ${id} adds no months`);
  return node;
}

function numeral(value: number): string {
  // Never in scientific notation.
  const digits = BigInt(Math.abs(value));
  return value < 0 ? `(- ${digits})` : `${digits}`;
}
