import type { Reason } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { sliceOf } from '../6-plan/slice.ts';
import { type Definition, type Expr, type Field, PLAN_FORMAT, type Plan, type Type } from '../6-plan/plan.ts';
import { loadPlan } from './load-plan.ts';

// The table of section 8 of the semantics, a row or two at a time, on one definition `d` over these facts.

const yesno: Type = { kind: 'yesno' };
const date: Type = { kind: 'date' };
const field = (name: string, type: Type = yesno): Field => ({ name, kind: 'fact', type });
const fact = (name: string, type: Type = yesno, base: string | null = null): Expr => ({
  kind: 'fact',
  at: { base, path: [name] },
  type,
});
const list = { base: null, path: ['list'] } as const;
const not = (of: Expr): Expr => ({ kind: 'not', of });
const literal = (value: boolean): Expr => ({ kind: 'literal', value: { kind: 'yesno', value } });
const le = (left: Expr, right: Expr): Expr => ({ kind: 'le', left, right, on: 'date' });
const choose = (branches: readonly (readonly [Expr, Expr])[], otherwise: Expr, exclusive?: true): Expr => ({
  kind: 'case',
  branches: branches.map(([when, then]) => ({ when, then })),
  otherwise,
  ...(exclusive === undefined ? {} : { exclusive }),
});

function planOf(expr: Expr, type: Type, hidden?: Expr): Plan {
  const common = { cites: [], covers: [] };
  const definitions: readonly Definition[] = [
    ...(hidden === undefined ? [] : [{ id: 'h', visible: false, type: yesno, expr: hidden, ...common }]),
    { id: 'd', visible: true, type, expr, ...common },
  ];
  const parts = {
    records: [{ name: 'R', fields: [field('x'), field('on', date)] }],
    facts: [
      ...['a', 'b', 'c'].map((name) => field(name)),
      field('m', date),
      field('n', date),
      field('list', { kind: 'list', of: 'R' }),
    ],
    ambiguities: [],
    definitions,
    rules: [],
  };
  const zeros = '0'.repeat(64);
  return {
    format: PLAN_FORMAT,
    pack: { id: 'trace', version: '1.0.0', period: { from: 0, ceasing: null }, meaning: zeros, text: zeros },
    enums: [],
    sources: [],
    cites: [],
    constraints: [],
    invariants: [],
    scenarios: [],
    goals: [{ name: 'd', answers: ['d'], ...sliceOf(parts, ['d']) }],
    ...parts,
  };
}

/** A reason in brief: `a=yes`, `list[0](x=no)`, `list+2` for a list of two that may have more. */
function brief(reason: Reason): string {
  switch (reason.kind) {
    case 'fact':
      return `${reason.path.replace(/^list\[\d\]\./, '')}=${reason.value}`;
    case 'list':
      return `list${reason.complete ? '' : '+'}${reason.length}`;
    case 'element':
      return `${reason.path}(${reason.because.map(brief).join(' ')})`;
    default:
      return reason.kind;
  }
}

/** The value of `expr` and its reasons in brief. */
function trace(expr: Expr, facts: object, type: Type = yesno, hidden?: Expr): string {
  const result = loadPlan(planOf(expr, type, hidden)).assess(facts, { asOf: '2020-01-01' }).definitions['d'];
  if (result === undefined || 'instances' in result) throw new Error('one result');
  return [result.value, ...result.because.map(brief)].join(' ');
}

test('a comparison: the settled operands of a settled whole, the unknown ones of an unknown whole', () => {
  const expr = le(fact('m', date), fact('n', date));
  expect(trace(expr, { m: '2020-01-01', n: '2020-01-02' })).toBe('yes m=2020-01-01 n=2020-01-02');
  expect(trace(expr, { m: '2020-01-01' })).toBe('unknown n=unknown');
  const always = le(fact('m', date), { kind: 'literal', value: { kind: 'notYet' } });
  expect(trace(always, {})).toBe('yes');
});

test('at least n: every operand that has the value of the whole', () => {
  const of = ['a', 'b', 'c'].map((name) => fact(name));
  const expr: Expr = { kind: 'atLeast', n: 1, of };
  expect(trace(expr, { a: true, b: false, c: true })).toBe('yes a=yes c=yes');
  expect(trace(expr, { a: false, c: false })).toBe('unknown b=unknown');
  expect(trace({ kind: 'atLeast', n: 3, of }, { a: false, b: true, c: false })).toBe('no a=no c=no');
});

test('over a list: the elements that suffice, and the list where it had to end', () => {
  const some: Expr = { kind: 'atLeastIn', n: 1, in: list, as: 'r', of: fact('x', yesno, 'r') };
  expect(trace(some, { list: [{ x: false }, { x: true }] })).toBe('yes list[1](x=yes)');
  expect(trace(some, { list: [{ x: false }] })).toBe('no list[0](x=no) list1');
  expect(trace(some, { list: [{}] })).toBe('unknown list[0](x=unknown)');
  expect(trace(some, { list: { atLeast: [{ x: false }, {}] } })).toBe('unknown list[1](x=unknown) list+2');
  expect(trace(not(some), { list: [] })).toBe('yes list0');
});

test('earliest and latest: the operands equal to it, or the list where none is', () => {
  const earliest: Expr = { kind: 'extreme', which: 'earliest', of: [fact('m', date), fact('n', date)] };
  expect(trace(earliest, { m: '2020-02-01', n: '2020-01-01' }, date)).toBe('2020-01-01 n=2020-01-01');
  expect(trace(earliest, { m: '2020-02-01' }, date)).toBe('unknown n=unknown');
  const latest: Expr = { kind: 'extremeIn', which: 'latest', in: list, as: 'r', of: fact('on', date, 'r') };
  expect(trace(latest, { list: [{ on: '2020-01-01' }, { on: '2020-01-05' }] }, date)).toBe(
    '2020-01-05 list[1](on=2020-01-05)',
  );
  expect(trace(latest, { list: [] }, date)).toBe('beforeAll list0');
  expect(trace(latest, { list: { atLeast: [{ on: '2020-01-01' }] } }, date)).toBe('unknown list+1');
});

test('a case: failed guards, the chosen one and its branch; an exclusive case passes over those that failed', () => {
  const branches = [
    [fact('a'), literal(true)],
    [fact('b'), fact('c')],
  ] as const;
  expect(trace(choose(branches, literal(false)), { a: false, b: true, c: true })).toBe(
    'yes a=no b=yes c=yes',
  );
  const exclusive = choose(branches, fact('c'), true);
  expect(trace(exclusive, { a: false, b: true, c: true })).toBe('yes b=yes c=yes');
  expect(trace(exclusive, { a: false, b: false, c: false })).toBe('no a=no b=no c=no');
});

test('a case with unknown guards: what all branches agree on, else what is unknown', () => {
  const expr = choose([[fact('a'), fact('b')]], fact('c'));
  expect(trace(expr, { b: true, c: true })).toBe('yes b=yes c=yes');
  const three = choose(
    [
      [fact('a'), literal(true)],
      [fact('b'), fact('c')],
    ],
    literal(true),
  );
  expect(trace(three, { b: true, c: true })).toBe('yes b=yes c=yes');
  expect(trace(three, { b: false })).toBe('yes b=no');
  expect(trace(expr, { b: true, c: false })).toBe('unknown a=unknown');
  expect(trace(expr, { b: true })).toBe('unknown a=unknown c=unknown');
  expect(trace(expr, { a: false })).toBe('unknown c=unknown');
});

test('a hidden definition is told as if written there', () => {
  const ref: Expr = { kind: 'ref', id: 'h' };
  expect(trace(not(ref), { a: true }, yesno, not(fact('a')))).toBe('yes a=yes');
});

test('certainty: that of the limbs of a yes, of the exceptions of a no, and only where each states one', () => {
  const mark = (kind: 'limb' | 'exception', label: string, of: Expr, certainty?: string): Expr => ({
    kind: 'mark',
    mark: { kind, label, cites: [], ...(certainty === undefined ? {} : { certainty }) },
    of,
  });
  const limbs: Expr = {
    kind: 'atLeast',
    n: 1,
    of: [mark('limb', 'one', fact('a'), 'likely'), mark('limb', 'two', fact('b'))],
  };
  const expr: Expr = {
    kind: 'atLeast',
    n: 2,
    of: [limbs, not(mark('exception', 'three', fact('c'), 'unlikely'))],
  };
  const certainty = (facts: object): unknown =>
    loadPlan(planOf(expr, yesno)).assess(facts, { asOf: '2020-01-01' }).definitions['d'];
  expect(certainty({ a: true, b: false, c: false })).toMatchObject({ value: 'yes', certainty: ['likely'] });
  expect(certainty({ a: true, b: true, c: false })).not.toHaveProperty('certainty');
  expect(certainty({ a: true, c: true })).toMatchObject({ value: 'no', certainty: ['unlikely'] });
  expect(certainty({ a: false, b: false })).not.toHaveProperty('certainty');
  expect(certainty({})).not.toHaveProperty('certainty');
});
