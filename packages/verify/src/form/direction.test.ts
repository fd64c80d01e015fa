import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesUnder } from './assignment.ts';
import { directionsUnder } from './direction.ts';
import { Form, type NodeId } from './form.ts';
import { constantOf, likeVariable, Substitution } from './substitute.ts';

const range = { min: 0, max: 3 };

/** A formula over three yes/no variables and two numbers, from a list of choices. */
function formula(form: Form, choices: readonly number[]): NodeId {
  const yesnos = ['a', 'b', 'c'].map((name) => form.boolVar(name));
  const numbers = ['n', 'm'].map((name) => form.intVar(name, range));
  let at = 0;
  const next = (n: number): number => (choices[at++] ?? 0) % n;
  const number = (depth: number): NodeId => {
    switch (depth === 0 ? next(2) : next(5)) {
      case 0:
        return numbers[next(2)]!;
      case 1:
        return form.int(next(4));
      case 2:
        return form.add(number(depth - 1), number(depth - 1));
      case 3:
        return form.scale(next(2) === 0 ? -1 : 2, number(depth - 1));
      default:
        return form.ite(truth(depth - 1), number(depth - 1), number(depth - 1));
    }
  };
  const truth = (depth: number): NodeId => {
    switch (depth === 0 ? 0 : next(7)) {
      case 0:
        return yesnos[next(3)]!;
      case 1:
        return form.not(truth(depth - 1));
      case 2:
        return form.and([truth(depth - 1), truth(depth - 1)]);
      case 3:
        return form.atLeast(2, [truth(depth - 1), truth(depth - 1), truth(depth - 1)]);
      case 4:
        return form.le(number(depth - 1), number(depth - 1));
      case 5:
        return form.eq(number(depth - 1), number(depth - 1));
      default:
        return form.ite(truth(depth - 1), truth(depth - 1), truth(depth - 1));
    }
  };
  return truth(4);
}

const values = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.nat(3), fc.nat(3));

test('what can only help never hurts, and what can only hurt never helps', () => {
  let apart = 0;
  fc.assert(
    fc.property(
      fc.array(fc.nat(100), { minLength: 5, maxLength: 60 }),
      values,
      fc.nat(3),
      (choices, given, to) => {
        const form = new Form();
        const root = formula(form, choices);
        const ids = [
          ...['a', 'b', 'c'].map((name) => form.boolVar(name)),
          ...['n', 'm'].map((name) => form.intVar(name, range)),
        ];
        const assignment = new Map<NodeId, boolean | number>(ids.map((id, i) => [id, given[i]!]));
        const before = valuesUnder(form, assignment)(root);
        for (const [id, direction] of directionsUnder(form, root)) {
          if (direction === 'both') continue;
          const from = assignment.get(id)!;
          const value = typeof from === 'boolean' ? to > 1 : to;
          const after = valuesUnder(form, new Map([...assignment, [id, value]]))(root);
          if (before === after) continue;
          apart += 1;
          expect(Number(value) > Number(from) === (direction === 'up')).toBe(after);
        }
      },
    ),
    { numRuns: 2000 },
  );
  expect(apart).toBeGreaterThan(100);
});

test('a node with variables replaced comes to what it does under their values, and keeps no trace of them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 5, maxLength: 60 }), values, (choices, given) => {
      const form = new Form();
      const root = formula(form, choices);
      const ids = [
        ...['a', 'b', 'c'].map((name) => form.boolVar(name)),
        ...['n', 'm'].map((name) => form.intVar(name, range)),
      ];
      const expected = valuesUnder(form, new Map(ids.map((id, i) => [id, given[i]!])))(root);
      const fixed = new Substitution(form, new Map(ids.map((id, i) => [id, constantOf(form, given[i]!)])));
      expect(fixed.in(root)).toBe(form.bool(expected === true));
      const others = ids.map((id) => likeVariable(form, id, 'otherwise'));
      const renamed = new Substitution(form, new Map(ids.map((id, i) => [id, others[i]!]))).in(root);
      expect(valuesUnder(form, new Map(others.map((id, i) => [id, given[i]!])))(renamed)).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});
