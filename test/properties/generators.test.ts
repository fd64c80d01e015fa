import { checkPlan, type Expr } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plans } from '../generators/plan-arbitrary.ts';

const kinds: readonly Expr['kind'][] = [
  'literal',
  'fact',
  'has',
  'asOf',
  'ref',
  'reading',
  'not',
  'atLeast',
  'atLeastIn',
  'le',
  'eq',
  'sum',
  'scale',
  'addDuration',
  'extreme',
  'extremeIn',
  'case',
  'inForce',
  'mark',
];

test('generated plans are well formed and use every kind of expression', () => {
  const used = new Map<string, number>();
  fc.assert(
    fc.property(plans, (plan) => {
      expect(checkPlan(plan)).toEqual([]);
      const text = JSON.stringify(plan.definitions);
      for (const kind of kinds)
        if (text.includes(`"kind":"${kind}"`)) used.set(kind, (used.get(kind) ?? 0) + 1);
    }),
    { numRuns: 1000 },
  );
  console.log('of 1000 plans', Object.fromEntries(used));
  expect(kinds.filter((kind) => (used.get(kind) ?? 0) <= 30)).toEqual([]);
});
