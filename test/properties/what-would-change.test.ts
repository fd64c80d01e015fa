/** What would change an answer, on generated programs: every set reaches the target, no part of one does, none is missed. */
import { withChanges } from '@proviso/compiler/interpret';
import { vocabularyPaths } from '@proviso/compiler/plan';
import type { Change, ChangeSet, ChangeTarget } from '@proviso/runtime';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Case, optionsOf } from '../generators/case-arbitrary.ts';
import { type Program, programsAndCases } from '../generators/program-arbitrary-compiled.ts';
import { type Place, placesOf } from '../support/finite-places.ts';
import { answersOf, isOpen, unlessRefused } from '../support/program-answers.ts';
import { runsOfPrograms } from '../support/seed.ts';

const runs = runsOfPrograms(60);

/** A target of a case, with the answer asked for by itself. */
interface Asked {
  readonly program: Program;
  readonly facts: unknown;
  readonly options: { readonly asOf: string; readonly readings: Case['readings']; readonly goals: string[] };
  readonly target: ChangeTarget;
}

/** Asserts a property of some answers of every case that can be, asked for without a value. */
function everyAnswer(property: (asked: Asked) => void): void {
  fc.assert(
    fc.property(programsAndCases, ({ program, cases }) => {
      for (const sent of cases.slice(0, 2)) {
        for (const facts of [sent.complete, sent.partial]) {
          const whole = unlessRefused(() => program.loaded.assess(facts, optionsOf(sent)));
          if (whole === undefined) continue;
          const keys = [...answersOf(whole).keys()];
          // A few of them, spread over the definitions and the rules.
          for (const key of keys.filter((_, i) => i % Math.ceil(keys.length / 4) === 0)) {
            const [name = '', of] = key.split(' ');
            const target = of === undefined ? { name } : { name, of };
            property({ program, facts, options: { ...optionsOf(sent), goals: [name] }, target });
          }
        }
      }
    }),
    runs,
  );
}

/** How an answer comes out after changes; undefined where such a case is refused. */
function outcome(
  { program, facts, options, target }: Asked,
  set: Pick<ChangeSet, 'changes' | 'dropped'>,
): unknown {
  const changed = unlessRefused(() => program.loaded.assess(withChanges(facts, set), options));
  const key = target.of === undefined ? target.name : `${target.name} ${target.of}`;
  return changed === undefined ? undefined : answersOf(changed).get(key)?.value;
}

/** Every part of a set but all of it, the empty one among them. */
function partsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  return Array.from({ length: 2 ** changes.length - 1 }, (_, bits) =>
    changes.filter((_, place) => ((bits >> place) & 1) === 1),
  );
}

test('every set reaches the target, no part of it does, nothing fixed changes, and twice is the same', () => {
  let [sets, larger] = [0, 0];
  everyAnswer((asked) => {
    const { program, facts, options, target } = asked;
    const search = { size: 3, budget: 150 };
    const found = program.loaded.whatWouldChange(facts, options, target, search);
    expect(program.loaded.whatWouldChange(facts, options, target, search)).toEqual(found);
    const isReached = (value: unknown): boolean =>
      value !== undefined && value !== found.from && !isOpen(value as string | number);
    const vocabulary = vocabularyPaths(program.loaded.plan);
    for (const set of found.sets) {
      expect(outcome(asked, set)).toBe(set.to);
      expect(isReached(set.to)).toBe(true);
      for (const part of partsOf(set.changes)) {
        for (const dropped of [[], set.dropped]) {
          expect(isReached(outcome(asked, { changes: part, dropped }))).toBe(false);
        }
      }
      for (const path of [...set.changes.map((change) => change.path), ...set.dropped]) {
        const declared = path.replaceAll(/\[\d+\]/g, '[]').replace(/\[\]$/, '');
        const onWay = vocabulary.filter((each) =>
          `${declared}.`.startsWith(`${each.path.replace(/\[\]$/, '')}.`),
        );
        expect(onWay.length).toBeGreaterThan(0);
        expect(onWay.filter(({ field }) => field.fixed === true)).toEqual([]);
      }
      sets += 1;
      if (set.changes.length > 1) larger += 1;
    }
  });
  console.log(`${sets} sets, ${larger} of more than one change`);
  expect(larger).toBeGreaterThan(100);
});

test('what trying every change of yes or no, member and set finds, the search finds', () => {
  let expected = 0;
  everyAnswer((asked) => {
    const { program, facts, options, target } = asked;
    const found = program.loaded.whatWouldChange(facts, options, target, {
      size: 2,
      count: 10_000,
      budget: 20_000,
    });
    if (found.searched.stopped !== undefined) return;
    const reaches = (changes: readonly Change[]): boolean => {
      const value = outcome(asked, { changes, dropped: [] });
      return value !== undefined && value !== found.from && !isOpen(value as string | number);
    };
    const places = placesOf(program.loaded.plan, facts, target.name);
    const singles = places.flatMap(({ changes }) => changes.map((change) => [change]));
    // Pairs are tried where they are few.
    const pairs = places.length > 10 ? [] : pairsOf(places);
    for (const changes of [...singles, ...pairs]) {
      if (!reaches(changes)) continue;
      expected += 1;
      const isFound = found.sets.some((set) =>
        set.changes.every((each) => changes.some((other) => isSame(each, other))),
      );
      expect({ changes, isFound }).toEqual({ changes, isFound: true });
    }
  });
  console.log(`${expected} sets that reach the target, found by trying`);
  expect(expected).toBeGreaterThan(500);
});

function pairsOf(places: readonly Place[]): readonly (readonly Change[])[] {
  return places.flatMap((one, i) =>
    places
      .slice(i + 1)
      .flatMap((other) => one.changes.flatMap((first) => other.changes.map((second) => [first, second]))),
  );
}

function isSame(one: Change, other: Change): boolean {
  return (
    one.kind === 'fact' &&
    other.kind === 'fact' &&
    one.path === other.path &&
    one.member === other.member &&
    one.to === other.to
  );
}
