import { addDays, addMonths, beforeAll, type Day, notYet, parseDay } from '@proviso/runtime';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assignment, valuesUnder } from './assignment.ts';
import { coneOf, variablesUnder } from './cone.ts';
import { Form, type NodeId, partsOf } from './form.ts';

const day = (iso: string): number => parseDay(iso)!;

/** Formulas as fast-check makes them, evaluated without a form. */
type Truth =
  | { readonly kind: 'var'; readonly i: number }
  | { readonly kind: 'const'; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: Truth }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Truth[] }
  | { readonly kind: 'atLeast'; readonly n: number; readonly of: readonly Truth[] }
  | { readonly kind: 'iff'; readonly a: Truth; readonly b: Truth }
  | { readonly kind: 'ite'; readonly when: Truth; readonly then: Truth; readonly otherwise: Truth }
  | { readonly kind: 'le' | 'eq'; readonly a: Num; readonly b: Num };
type Num =
  | { readonly kind: 'var'; readonly i: number }
  | { readonly kind: 'const'; readonly value: number }
  | { readonly kind: 'ite'; readonly when: Truth; readonly then: Num; readonly otherwise: Num }
  | { readonly kind: 'months' | 'days'; readonly date: Num; readonly by: number };

const first = day('2024-01-28');
const range = { min: first, max: first + 40 };

const { truth } = fc.letrec<{ truth: Truth; num: Num }>((tie) => ({
  truth: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constant('var' as const), i: fc.nat(3) }),
    fc.record({ kind: fc.constant('const' as const), value: fc.boolean() }),
    fc.record({ kind: fc.constant('not' as const), of: tie('truth') }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('truth'), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('atLeast' as const),
      n: fc.nat(4),
      of: fc.array(tie('truth'), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('iff' as const), a: tie('truth'), b: tie('truth') }),
    fc.record({
      kind: fc.constant('ite' as const),
      when: tie('truth'),
      then: tie('truth'),
      otherwise: tie('truth'),
    }),
    fc.record({ kind: fc.constantFrom('le' as const, 'eq' as const), a: tie('num'), b: tie('num') }),
  ),
  num: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant('var' as const), i: fc.nat(1) }),
    fc.record({
      kind: fc.constant('const' as const),
      value: fc.oneof(fc.constantFrom(beforeAll, notYet), fc.integer({ min: first - 50, max: first + 90 })),
    }),
    fc.record({
      kind: fc.constant('ite' as const),
      when: tie('truth'),
      then: tie('num'),
      otherwise: tie('num'),
    }),
    fc.record({
      kind: fc.constantFrom('months' as const, 'days' as const),
      date: tie('num'),
      by: fc.integer({ min: -3, max: 3 }),
    }),
  ),
}));

const cases = fc.record({
  yes: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  days: fc.array(fc.integer(range), { minLength: 2, maxLength: 2 }),
});
type Values = { readonly yes: readonly boolean[]; readonly days: readonly number[] };

function truthOf(e: Truth, v: Values): boolean {
  switch (e.kind) {
    case 'var':
      return v.yes[e.i]!;
    case 'const':
      return e.value;
    case 'not':
      return !truthOf(e.of, v);
    case 'all':
      return e.of.every((each) => truthOf(each, v));
    case 'any':
      return e.of.some((each) => truthOf(each, v));
    case 'atLeast':
      return e.of.filter((each) => truthOf(each, v)).length >= e.n;
    case 'iff':
      return truthOf(e.a, v) === truthOf(e.b, v);
    case 'ite':
      return truthOf(e.when, v) ? truthOf(e.then, v) : truthOf(e.otherwise, v);
    case 'le':
      return numOf(e.a, v) <= numOf(e.b, v);
    default:
      return numOf(e.a, v) === numOf(e.b, v);
  }
}

function numOf(e: Num, v: Values): number {
  switch (e.kind) {
    case 'var':
      return v.days[e.i]!;
    case 'const':
      return e.value;
    case 'ite':
      return truthOf(e.when, v) ? numOf(e.then, v) : numOf(e.otherwise, v);
    case 'months':
      return addMonths(numOf(e.date, v) as Day, e.by);
    default:
      return addDays(numOf(e.date, v) as Day, e.by);
  }
}

function build(form: Form, e: Truth): NodeId {
  const num = (n: Num): NodeId => {
    switch (n.kind) {
      case 'var':
        return form.intVar(`d${n.i}`, range);
      case 'const':
        return form.int(n.value);
      case 'ite':
        return form.ite(build(form, n.when), num(n.then), num(n.otherwise));
      case 'months':
        return form.addMonths(num(n.date), form.int(n.by));
      default:
        return form.addDays(num(n.date), form.int(n.by));
    }
  };
  switch (e.kind) {
    case 'var':
      return form.boolVar(`b${e.i}`);
    case 'const':
      return form.bool(e.value);
    case 'not':
      return form.not(build(form, e.of));
    case 'all':
      return form.and(e.of.map((each) => build(form, each)));
    case 'any':
      return form.or(e.of.map((each) => build(form, each)));
    case 'atLeast':
      return form.atLeast(
        e.n,
        e.of.map((each) => build(form, each)),
      );
    case 'iff':
      return form.iff(build(form, e.a), build(form, e.b));
    case 'ite':
      return form.ite(build(form, e.when), build(form, e.then), build(form, e.otherwise));
    case 'le':
      return form.le(num(e.a), num(e.b));
    default:
      return form.eq(num(e.a), num(e.b));
  }
}

function assignmentFor(form: Form, root: NodeId, v: Values): Assignment {
  return new Map(
    variablesUnder(form, [root]).map((id) => {
      const node = form.node(id);
      const name = 'name' in node ? node.name : '';
      const values = name.startsWith('b') ? v.yes : v.days;
      return [id, values[Number(name.slice(1))]!] as const;
    }),
  );
}

describe('a form', () => {
  test('comes to what its formula comes to', () => {
    fc.assert(
      fc.property(truth, cases, (e, v) => {
        const form = new Form();
        const root = build(form, e);
        expect(valuesUnder(form, assignmentFor(form, root, v))(root)).toBe(truthOf(e, v));
      }),
      { numRuns: 3000 },
    );
  });

  test('settles under some variables only what it comes to under all', () => {
    let settled = 0;
    fc.assert(
      fc.property(truth, cases, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (e, v, keep) => {
        const form = new Form();
        const root = build(form, e);
        const all = [...assignmentFor(form, root, v)];
        const some = new Map(all.filter((_, i) => keep[i % keep.length]));
        const value = valuesUnder(form, some)(root);
        if (some.size < all.length && value !== undefined) settled += 1;
        expect([undefined, truthOf(e, v)]).toContain(value);
      }),
      { numRuns: 3000 },
    );
    expect(settled).toBeGreaterThan(100);
  });

  test('keeps each term within the range that it states', () => {
    fc.assert(
      fc.property(truth, cases, (e, v) => {
        const form = new Form();
        const root = build(form, e);
        const assignment = assignmentFor(form, root, v);
        const value = valuesUnder(form, assignment);
        for (const id of coneOf(form, [root])) {
          const found = value(id);
          if (typeof found !== 'number') continue;
          const { min, max } = form.rangeOf(id);
          expect(found >= min && found <= max).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('has equal parts once, and each after its parts', () => {
    fc.assert(
      fc.property(truth, (e) => {
        const form = new Form();
        expect(build(form, e)).toBe(build(form, e));
        form.nodes.forEach((node, id) => {
          for (const part of partsOf(node)) expect(part).toBeLessThan(id);
        });
      }),
    );
  });

  test('sees at once what cannot be', () => {
    const form = new Form();
    const a = form.boolVar('a');
    const date = form.intVar('d', { min: day('2020-01-01'), max: day('2020-12-31') });
    expect(form.and([a, form.not(a)])).toBe(form.no);
    expect(form.or([a, form.not(a)])).toBe(form.yes);
    expect(form.iff(a, form.not(a))).toBe(form.not(form.iff(a, a)));
    expect(form.le(date, form.int(notYet))).toBe(form.yes);
    expect(form.le(date, form.int(day('2019-12-31')))).toBe(form.no);
    expect(form.addMonths(form.int(notYet), form.int(3))).toBe(form.int(notYet));
  });

  test('puts a date that may not have come apart before it compares', () => {
    const form = new Form();
    const pending = form.boolVar('pending');
    const date = form.intVar('d', { min: 0, max: 100 });
    const event = form.ite(pending, form.int(notYet), date);
    expect(form.le(event, form.int(50))).toBe(form.and([form.not(pending), form.le(date, form.int(50))]));
    expect(form.eq(event, form.int(notYet))).toBe(pending);
  });
});
