import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { le } from './compare.ts';
import { anyPart, children } from './expr.ts';
import type { Definition, Expr } from './plan.ts';

/** Infinity is notYet and −Infinity before all; `null` is unknown. */
type Value = number | boolean | null;
type Case = Readonly<Record<string, Value>>;

/** The members of the one list there is. */
const elementsOf = (facts: Case): readonly string[] => ['e0', 'e1'].slice(0, Number(facts['size']));

/** The semantics of the expressions generated here, as plainly as can be; `element` is what the list's variable stands for. */
function evaluate(
  e: Expr,
  facts: Case,
  definitions: ReadonlyMap<string, Definition>,
  variables: Readonly<Record<string, string>> = {},
): Value {
  const go = (part: Expr, inner = variables): Value => evaluate(part, facts, definitions, inner);
  switch (e.kind) {
    case 'literal':
      return e.value.kind === 'notYet' ? Infinity : e.value.kind === 'date' ? e.value.value : null;
    case 'asOf':
      return 5;
    case 'fact': {
      const start = e.at.base === null ? '' : `${variables[e.at.base]}.`;
      return facts[start + e.at.path.join('.')] ?? null;
    }
    case 'ref':
      return go(definitions.get(e.id)!.expr);
    case 'mark':
      return go(e.of);
    case 'not': {
      const v = go(e.of);
      return v === null ? null : !v;
    }
    case 'atLeast':
      return tally(
        e.n,
        e.of.map((part) => go(part)),
      );
    case 'atLeastIn':
      return tally(
        e.n,
        elementsOf(facts).map((x) => go(e.of, { ...variables, [e.as]: x })),
      );
    case 'le':
      return compare(go(e.left), go(e.right));
    case 'addDuration': {
      const v = go(e.date);
      const days =
        e.duration.kind === 'literal' && e.duration.value.kind === 'duration' ? e.duration.value.days : 0;
      return typeof v === 'number' ? v + e.sign * days : null;
    }
    case 'extreme':
      return extreme(
        e.which,
        e.of.map((part) => go(part)),
      );
    case 'extremeIn':
      return extreme(
        e.which,
        elementsOf(facts).map((x) => go(e.of, { ...variables, [e.as]: x })),
      );
    case 'case': {
      const possible: Value[] = [];
      for (const b of e.branches) {
        const guard = go(b.when);
        if (guard === false) continue;
        possible.push(go(b.then));
        if (guard === true) return possible.every((v) => v === possible[0]) ? possible[0]! : null;
      }
      possible.push(go(e.otherwise));
      return possible.every((v) => v === possible[0]) ? possible[0]! : null;
    }
    default:
      throw new Error(`${e.kind} is not generated`);
  }
}

function tally(n: number, values: readonly Value[]): Value {
  const yes = values.filter((v) => v === true).length;
  const unknown = values.filter((v) => v === null).length;
  return yes >= n ? true : yes + unknown < n ? false : null;
}

function compare(a: Value, b: Value): Value {
  if (a === -Infinity || b === Infinity) return true;
  return a === null || b === null ? null : a <= b;
}

function extreme(which: 'earliest' | 'latest', values: readonly Value[]): Value {
  const end = which === 'earliest' ? -Infinity : Infinity;
  if (values.includes(end)) return end;
  if (values.includes(null)) return null;
  return (which === 'earliest' ? Math.min : Math.max)(...values.map(Number));
}

const names = ['d0', 'd1', 'd2', 'd3'] as const;
const guards = ['g0', 'g1'] as const;
const fact = (name: string, kind: 'date' | 'yesno'): Expr => ({
  kind: 'fact',
  at: { base: null, path: [name] },
  type: { kind },
});
const days = (n: number): Expr => ({ kind: 'literal', value: { kind: 'duration', months: 0, days: n } });

const { date } = fc.letrec<{ date: Expr }>((tie) => ({
  date: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...names).map((n) => fact(n, 'date')),
    fc.constantFrom<Expr>(
      { kind: 'asOf' },
      { kind: 'literal', value: { kind: 'notYet' } },
      { kind: 'ref', id: 'defined' },
    ),
    fc.record({
      kind: fc.constant('addDuration' as const),
      date: tie('date'),
      duration: fc.integer({ min: 0, max: 3 }).map(days),
      sign: fc.constantFrom<1 | -1>(1, -1),
    }),
    fc.record({
      kind: fc.constant('extreme' as const),
      which: fc.constantFrom('earliest' as const, 'latest' as const),
      of: fc.array(tie('date'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('extremeIn' as const),
      which: fc.constantFrom('earliest' as const, 'latest' as const),
      in: fc.constant({ base: null, path: ['list'] }),
      as: fc.constant('x'),
      of: fc.oneof(
        fc.constant<Expr>({ kind: 'fact', at: { base: 'x', path: ['on'] }, type: { kind: 'date' } }),
        tie('date'),
      ),
    }),
    fc.tuple(fc.constantFrom(...guards), tie('date'), tie('date')).map(
      ([g, then, otherwise]): Expr => ({
        kind: 'case',
        branches: [{ when: fact(g, 'yesno'), then }],
        otherwise,
      }),
    ),
    tie('date').map((of): Expr => ({ kind: 'mark', mark: { kind: 'limb', cites: [] }, of })),
  ),
}));

const dateValue = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(Infinity, null, null));
const facts: fc.Arbitrary<Case> = fc.record({
  ...Object.fromEntries([...names, 'e0.on', 'e1.on'].map((n) => [n, dateValue])),
  ...Object.fromEntries(guards.map((g) => [g, fc.constantFrom(true, false, null)])),
  size: fc.integer({ min: 0, max: 2 }),
});
/** One way in which everything could turn out. */
const outcomes: fc.Arbitrary<Case> = fc.record({
  ...Object.fromEntries(
    [...names, 'e0.on', 'e1.on'].map((n) => [
      n,
      fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Infinity)),
    ]),
  ),
  ...Object.fromEntries(guards.map((g) => [g, fc.boolean()])),
});

const defined: Definition = {
  id: 'defined',
  visible: true,
  type: { kind: 'date' },
  expr: { kind: 'extreme', which: 'earliest', of: [fact('d0', 'date'), fact('d1', 'date')] },
  cites: [],
  covers: [],
};
const definitions = new Map([['defined', defined]]);

test('distributed comparisons say what the whole says, and where they say more, what it turns out to be', () => {
  let settledMore = 0;
  fc.assert(
    fc.property(date, date, facts, outcomes, (left, right, known, outcome) => {
      const whole = compare(evaluate(left, known, definitions), evaluate(right, known, definitions));
      const distributed = evaluate(
        le(left, right, 'date', { definitions, choices: new Set(['defined']) }),
        known,
        definitions,
      );
      const all: Case = Object.fromEntries(
        Object.entries(known).map(([k, v]) => [k, v ?? outcome[k] ?? null]),
      );
      const inTheEnd = compare(evaluate(left, all, definitions), evaluate(right, all, definitions));
      if (whole === null && distributed !== null) settledMore += 1;
      expect(distributed).toBe(whole ?? (distributed === null ? null : inTheEnd));
    }),
    { numRuns: 5000 },
  );
  expect(settledMore).toBeGreaterThan(0);
});

test('no operand of a comparison has a choice in it', () => {
  const isChoice = (e: Expr): boolean =>
    e.kind === 'case' || e.kind === 'extreme' || e.kind === 'extremeIn' || e.kind === 'ref';
  const isDistributed = (e: Expr): boolean =>
    children(e).every((part) => isDistributed(part) && !(e.kind === 'le' && anyPart(part, isChoice)));
  fc.assert(
    fc.property(date, date, (left, right) => {
      expect(isDistributed(le(left, right, 'date', { definitions, choices: new Set(['defined']) }))).toBe(
        true,
      );
    }),
    { numRuns: 1000 },
  );
});
