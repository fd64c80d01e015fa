/** Goals of a pack as code: emitted and loaded in memory, which assesses a case some ten times as fast as the interpreter. */
import { type CompiledPack, emitPack } from '@proviso/compiler';
import { type Goal, type Plan, sliceOf } from '@proviso/compiler/plan';
import { type Assessment, FactsError, type Result, type RuleResult } from '@proviso/runtime';
import * as fc from 'fast-check';
import { type Facts, forget } from './case-facts.ts';
import { entryName } from './emit-check.ts';
import { loadEmitted } from './load-emitted.ts';
import type { Case } from './pack-cases.ts';

/** An assessment, and the facts it was made of. */
export interface Found {
  readonly facts: Facts;
  readonly assessment: Assessment;
}

/** A goal that can be asked. */
export interface Asked {
  readonly goal: Goal;
  /** Throws `FactsError` where the case is refused. */
  readonly assess: (each: Case) => Assessment;
  /**
   * Assesses a case without what cannot stand in it: a fact that exists only under a condition that is not met. Leaves the
   * case out of the property that is being tried where it cannot be mended.
   */
  readonly mended: (each: Case) => Found;
}

/** Makes a goal of each list of answers, or of all statements of the plan where there is no list. */
export function askGoals<Name extends string>(
  { plan, phrases }: Pick<CompiledPack, 'plan' | 'phrases'>,
  goals: Readonly<Record<Name, readonly string[] | 'everything'>>,
): Readonly<Record<Name, Asked>> {
  const declared = (Object.keys(goals) as Name[]).map((name): Goal => {
    const wanted: readonly string[] | 'everything' = goals[name];
    const answers = typeof wanted === 'string' ? statementsOf(plan) : wanted;
    return { name, answers, ...sliceOf(plan, answers) };
  });
  const files = emitPack({ ...plan, goals: declared }, phrases);
  const asked = declared.map((goal) => {
    const text = files.find(({ path }) => path === `goal/${goal.name}.ts`)?.text;
    const entry = loadEmitted(text ?? '')[entryName('assess', goal.name)];
    if (entry === undefined) throw new Error(`no code was emitted for ${goal.name}`);
    const assess: Asked['assess'] = ({ facts, asOf, readings }) =>
      entry(facts, { asOf, readings }) as Assessment;
    return [goal.name, { goal, assess, mended: (each: Case) => assessMended(assess, each) }] as const;
  });
  return Object.fromEntries(asked) as Record<Name, Asked>;
}

/** The names of all visible definitions and rules. */
export function statementsOf({ definitions, rules }: Plan): readonly string[] {
  return [
    ...definitions.filter(({ visible }) => visible).map(({ id }) => id),
    ...rules.map(({ name }) => name),
  ];
}

function assessMended(assess: Asked['assess'], each: Case): Found {
  const facts = structuredClone(each.facts);
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      return { facts, assessment: assess({ ...each, facts }) };
    } catch (error) {
      if (!(error instanceof FactsError)) throw error;
      if (error.problems.filter(({ path }) => forget(facts, path)).length === 0) break;
    }
  }
  fc.pre(false);
  throw new Error('a property that is left goes on');
}

/** One answer of an assessment: a definition's value or a rule's status, for one instance. */
export interface Answer {
  /** `directMarketing`, `stopMarketing of letters[0]`. */
  readonly key: string;
  readonly name: string;
  readonly value: string | number;
  readonly result: Result | RuleResult;
}

/** Every answer of an assessment, intermediate definitions among them. */
export function answersOf({ definitions, rules }: Assessment): readonly Answer[] {
  return [...Object.entries(definitions), ...Object.entries(rules)].flatMap(([name, found]): Answer[] =>
    'instances' in found
      ? found.instances.map((result) => answer(`${name} of ${result.of}`, name, result))
      : [answer(name, name, found)],
  );
}

function answer(key: string, name: string, result: Result | RuleResult): Answer {
  return { key, name, value: 'status' in result ? result.status : result.value, result };
}

/** The value or status of a statement without a parameter, or of one of its instances. */
export function answerOf(
  { assessment }: Pick<Found, 'assessment'>,
  name: string,
  of?: string,
): string | number {
  const found = assessment.definitions[name] ?? assessment.rules[name];
  const result =
    found === undefined || !('instances' in found) ? found : found.instances.find((each) => each.of === of);
  if (result === undefined) throw new Error(`no result for ${name}${of === undefined ? '' : ` of ${of}`}`);
  return 'status' in result ? result.status : result.value;
}

/** Whether an answer says nothing yet. */
export function isOpen(value: string | number): boolean {
  return value === 'unknown' || value === 'undetermined';
}
