/** Random plans × complete cases: the solver-neutral form agrees with the reference interpreter, result by result. */
import { compilePack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import { type Day, firstDay, formatDay, lastDay, numberOf } from '@proviso/runtime';
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

/** All that the cases may hold: beyond its bounds a form says nothing. */
const bounds = {
  ...defaultBounds,
  listLength: 3,
  dates: { min: firstDay, max: lastDay },
  durations: { months: 9999, days: 99_999 },
};

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

test('what lies beyond the calendar is its first or last day in both, where the bounds reach that far', () => {
  const text = `pack a.b { title "A" version "1.0.0" period from 2020-01-01 }
source act "An Act" { status statute }
fact span: duration { ask "How long?" say "it took {value}" }
fact born: date { ask "When?" say "it was on {value}" }
define before { say "it {is|is not} before" means born <= born + 6 days - span cite act s.1 }
define after { say "it {is|is not} after" means born >= born - 6 days + span cite act s.1 }
`;
  const { value: built } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
  const { plan } = built!;
  const translation = Translation.of(plan, bounds);
  // Variables are made where they are first asked for.
  for (const { id } of plan.definitions) translation.trailOf(id);
  for (const born of ['0001-01-01', '0001-01-07', '2020-02-29', '9999-12-31'])
    for (const span of ['P0D', 'P6D', 'P9999M99999D']) {
      const given = { facts: { born, span }, asOf: '2021-01-01', readings: {} };
      const assessment = loadPlan(plan).assess(given.facts, { asOf: given.asOf });
      const results = resultsIn(translation, assignmentOf(translation.variables, given));
      for (const [name, { value }] of answersOf(assessment))
        expect([name, born, span, results.get(name)]).toEqual([name, born, span, value]);
    }
});
