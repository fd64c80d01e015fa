/** Comparing an assessment with the policy's syntax, evaluated directly. */
import type { JsonObject } from '@proviso/compiler/plan';
import { parseFile } from '@proviso/language';
import { type Assessment, formatDuration, parseDuration } from '@proviso/runtime';
import { expect } from 'vitest';
import type { SurfaceRun } from '../generators/surface-case.ts';
import { type Surface, surfaceOf } from '../generators/surface-semantics.ts';
import { beforeAll } from '../generators/surface-values.ts';
import { answersOf, isOpen } from './program-answers.ts';

/** A case whose form is right. */
export interface SurfaceSent {
  readonly facts: JsonObject;
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
}

/** The direct evaluation of a pack, of its texts by path. */
export function surfaceOfTexts(texts: Iterable<readonly [path: string, text: string]>): Surface {
  return surfaceOf([...texts].map(([path, text]) => parseFile(text, path).value));
}

/** The direct evaluation writes durations and the date before all dates plainly. */
function inJson(value: string | number): string | number {
  if (value === beforeAll) return 'beforeAll';
  const duration = typeof value === 'string' && /^P\d+M\d+D$/.test(value) ? parseDuration(value) : undefined;
  return duration === undefined ? value : formatDuration(duration);
}

function isNo(value: string | number): boolean {
  return value === 'no' || value === 'doesNotApply';
}

function sorted(
  entries: Iterable<readonly [string, string | number]>,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    [...entries]
      .map(([key, value]) => [key, inJson(value)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * Values, statuses, due dates, what is presumed, what depends on a reading or is a no only by a law out of force, and the
 * verdict. Where not everything was asked for, `listed` has the names of the statements that the assessment must list.
 */
export function expectSurface(
  { ambiguities, evaluate }: Surface,
  { facts, ...sent }: SurfaceSent,
  assessment: Assessment,
  listed?: ReadonlySet<string>,
): void {
  const readings = new Map([...ambiguities].map(([name, one]) => [name, sent.readings[name] ?? one.default]));
  const inRun = (run: Partial<SurfaceRun>): ReturnType<typeof evaluate> =>
    evaluate(facts, { asOf: sent.asOf, readings, assume: false, lawOpen: false, ...run });
  const [value, unread, presumed, lawOpen] = [
    inRun({}),
    inRun({ readings: new Map() }),
    inRun({ assume: true }),
    inRun({ lawOpen: true }),
  ];
  const isListed = ([key]: readonly [string, unknown]): boolean =>
    listed === undefined || listed.has(key.split(' ')[0] ?? '');
  const answers = [...answersOf(assessment)];
  const some = (key: 'presumed' | 'dueOn'): Readonly<Record<string, string | number>> =>
    sorted(
      answers.flatMap(([name, answer]) => (answer[key] === undefined ? [] : [[name, answer[key]] as const])),
    );
  const dependent = [...value.values]
    .filter(isListed)
    .filter(([name, one]) => !isOpen(one) && isOpen(unread.values.get(name)));
  expect({
    values: sorted(answers.map(([name, answer]) => [name, answer.value] as const)),
    due: some('dueOn'),
    presumed: some('presumed'),
    dependent: answers
      .filter(([, { dependsOn }]) => dependsOn !== undefined)
      .map(([name]) => name)
      .toSorted(),
    outOfForce: answers
      .flatMap(([name, { notInForce }]) => (notInForce === undefined ? [] : [name]))
      .toSorted(),
    verdict: listed === undefined ? assessment.verdict : undefined,
  }).toEqual({
    values: sorted([...value.values].filter(isListed)),
    due: sorted([...value.due].filter(isListed)),
    presumed: sorted(
      [...presumed.values].filter(isListed).filter(([name, one]) => one !== value.values.get(name)),
    ),
    dependent: dependent.map(([name]) => name).toSorted(),
    outOfForce: [...value.values]
      .filter(isListed)
      .flatMap(([name, one]) => (isNo(one) && lawOpen.values.get(name) !== one ? [name] : []))
      .toSorted(),
    verdict: listed === undefined ? value.verdict : undefined,
  });
}
