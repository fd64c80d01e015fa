/** Random plans × complete cases: the solver-neutral form agrees with the reference interpreter, result by result. */
import { loadPlan } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import { type Day, formatDay, numberOf } from '@proviso/runtime';
import {
  type Assignment,
  assignmentOf,
  caseOf,
  defaultBounds,
  pathOf,
  statuses,
  Translation,
  validityFor,
  valuesUnder,
} from '@proviso/verify';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plansAndCases } from '../generators/plan-arbitrary.ts';
import { answersOf, unlessRefused } from '../support/program-answers.ts';

const bounds = { ...defaultBounds, listLength: 3 };

/** Every result of a plan in the form, as an assessment writes it; undefined where the assignment does not settle it. */
function resultsIn(
  translation: Translation,
  assignment: Assignment,
): ReadonlyMap<string, string | number | undefined> {
  const { plan } = translation;
  const value = valuesUnder(translation.form, assignment);
  const results = new Map<string, string | number | undefined>();
  const shown = (found: boolean | number | undefined, type: Plan['definitions'][number]['type']) => {
    if (typeof found !== 'number') return found === undefined ? undefined : found ? 'yes' : 'no';
    switch (type.kind) {
      case 'status':
        return statuses[found];
      case 'date':
        return formatDay(found as Day);
      case 'number':
        return numberOf(found, type.places);
      case 'enum':
        return plan.enums.find(({ name }) => name === type.name)?.members[found];
      default:
        // Texts are numbered; which text is compared by the caller.
        return `text ${found}`;
    }
  };
  const add = (name: string, id: string): void => {
    const definition = plan.definitions.find((each) => each.id === id)!;
    if (definition.type.kind === 'text' || definition.type.kind === 'duration') return;
    for (const holder of translation.holders(definition.param)) {
      if (value(holder.present) !== true) continue;
      const of = definition.param === undefined ? undefined : holder;
      const key = of === undefined ? name : `${name} ${pathOf(of.at)}`;
      results.set(key, shown(value(translation.definition(id, of) as number), definition.type));
    }
  };
  for (const { id, visible } of plan.definitions) if (visible) add(id, id);
  for (const { name, status } of plan.rules) add(name, status);
  return results;
}

test('a form comes to what the interpreter says of every complete case, and is valid where it accepts the case', () => {
  const seen = { results: 0, accepted: 0, refused: 0 };
  fc.assert(
    fc.property(plansAndCases, ({ plan, asOf, readings, complete }) => {
      const translation = Translation.of(plan, bounds);
      const chosen = Object.fromEntries(
        plan.ambiguities.map((each) => [each.name, readings[each.name] ?? each.default]),
      );
      // A hidden definition that no goal reads is in no slice: the dates that it asks are not looked at.
      const all = [...new Set(plan.goals.flatMap(({ definitions }) => definitions))].map((id) =>
        translation.trailOf(id),
      );
      const assessment = unlessRefused(() => loadPlan(plan).assess(complete, { asOf, readings }));
      const conditions = validityFor(translation, [], all);
      const assignment = assignmentOf(translation.variables, { facts: complete, asOf, readings: chosen });
      const value = valuesUnder(translation.form, assignment);
      if (assessment === undefined) {
        seen.refused += 1;
        return conditions.some((id) => value(id) !== true);
      }
      seen.accepted += 1;
      for (const id of conditions) expect(value(id)).not.toBe(false);
      const results = resultsIn(translation, assignment);
      const answers = answersOf(assessment);
      for (const [name, result] of results) {
        const answer = answers.get(name);
        if (answer === undefined) continue;
        seen.results += 1;
        // Where the interpreter leaves a fact of an `only if` open, the form may still settle it.
        const isOpen = answer.value === 'unknown' || answer.value === 'undetermined';
        expect([name, isOpen ? answer.value : result]).toEqual([name, answer.value]);
      }
      // The case that the assignment describes is the same case, as far as the plan looks at it.
      const again = caseOf(translation.variables, assignment, 0 as Day);
      expect(assignmentOf(translation.variables, again)).toEqual(assignment);
      return true;
    }),
    { numRuns: 1000 },
  );
  expect(seen.accepted).toBeGreaterThan(500);
  expect(seen.results).toBeGreaterThan(5000);
});
