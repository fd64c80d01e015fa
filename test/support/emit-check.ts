/** Comparing emitted code with the interpreter on one case. */
import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '@proviso/compiler/plan';
import type { LoadedPack } from '@proviso/compiler/interpret';
import {
  type Day,
  type Duration,
  FactsError,
  formatDay,
  formatDuration,
  numberOf,
  parseDay,
} from '@proviso/runtime';
import { expect } from 'vitest';
import type { EmittedGoal } from './load-emitted.ts';
import { withoutReasons } from './without-reasons.ts';

/** A case as an application sends it. */
export interface SentCase {
  readonly facts: unknown;
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
}

/** The name under which a goal's entry is exported. */
export function entryName(kind: 'decide' | 'complete' | 'assess', goal: string): string {
  return `${kind}${goal.charAt(0).toUpperCase()}${goal.slice(1)}`;
}

/** What a call gives as JSON, or what its `FactsError` says; any other error is thrown on. */
function outcomeText(call: () => unknown): string {
  try {
    return JSON.stringify(call());
  } catch (error) {
    if (error instanceof FactsError) return JSON.stringify({ problems: error.problems });
    throw error;
  }
}

function outcome(call: () => unknown): unknown {
  return JSON.parse(outcomeText(call));
}

/**
 * Both assess the case alike: every value, status, trace, need and problem, and every key in the same place. Says whether
 * both refuse it.
 */
export function expectSameAssessment(
  loaded: LoadedPack,
  emitted: EmittedGoal,
  goal: string,
  sent: SentCase,
): boolean {
  const { facts, asOf, readings } = sent;
  const assess = emitted[entryName('assess', goal)];
  const actual = outcomeText(() => assess?.(facts, { asOf, readings }));
  const expected = outcomeText(() => loaded.assess(facts, { asOf, goals: [goal], readings }));
  // `toEqual` is for its message: what differs beside the order of keys.
  if (actual !== expected) expect(JSON.parse(actual)).toEqual(JSON.parse(expected));
  expect(actual).toBe(expected);
  return expected.startsWith('{"problems":');
}

/** Both decide the complete case alike; says whether there was something to compare. */
export function expectSameDecision(
  loaded: LoadedPack,
  emitted: EmittedGoal,
  goal: Plan['goals'][number],
  sent: SentCase,
): boolean {
  const { facts, asOf, readings } = sent;
  const expected = outcome(() => loaded.decide(goal.name, facts, asOf, readings)) as Readonly<
    Record<string, unknown>
  >;
  if ('problems' in expected) return false;
  const complete = emitted[entryName('complete', goal.name)]?.(facts);
  const decided = emitted[entryName('decide', goal.name)]?.(complete, parseDay(asOf), readings);
  const isBare = goal.answers.length === 1 && goal.answers[0] === goal.name;
  const answers = (isBare ? { [goal.name]: decided } : decided) as Readonly<Record<string, unknown>>;
  for (const name of goal.answers) {
    const type = answerType(loaded.plan, name);
    const wanted = expected[name];
    if (Array.isArray(wanted)) {
      const values = wanted.map((each: { readonly value: unknown }) => each.value);
      expect((answers[name] as readonly unknown[]).map((value) => inJson(value, type))).toEqual(values);
    } else expect(inJson(answers[name], type)).toEqual(wanted);
  }
  return true;
}

function answerType(plan: Plan, name: string): Plan['definitions'][number]['type'] {
  const id = plan.rules.find((rule) => rule.name === name)?.status ?? name;
  const definition = plan.definitions.find((each) => each.id === id);
  if (definition === undefined) throw new Error(`the plan has no ${name}`);
  return definition.type;
}

function inJson(value: unknown, type: Plan['definitions'][number]['type']): unknown {
  switch (type.kind) {
    case 'yesno':
      return value === true ? 'yes' : 'no';
    case 'date':
      return formatDay(value as Day);
    case 'duration':
      return formatDuration(value as Duration);
    case 'number':
      return numberOf(value as number, type.places);
    default:
      return value;
  }
}

/** A screening says what the assessment of all goals says, without its reasons. Says whether both refuse the case. */
export function expectSameScreening(loaded: LoadedPack, emitted: EmittedGoal, sent: SentCase): boolean {
  const { facts, asOf, readings } = sent;
  const actual = outcome(() => emitted['screen']?.(facts, { asOf, readings }));
  const expected = outcome(() => withoutReasons(loaded.assess(facts, { asOf, readings })));
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
  return typeof expected === 'object' && expected !== null && 'problems' in expected;
}
