/** How far the generated cases of the pack on political campaigning reach: the measure of every other property. And what only all its rules together show. */
import { type Expr, type Rule, type Scenario, sliceOf } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersOf, askGoals } from '../support/asked-goals.ts';
import { caseMaker } from '../support/pack-cases.ts';
import { readPack } from '../support/read-pack.ts';
import { seed } from '../support/seed.ts';

const compiled = readPack('ico-political-campaigning');
const { plan } = compiled;
const make = caseMaker(plan);
const { everything } = askGoals(compiled, { everything: 'everything' });

interface Seen {
  applies: number;
  breached: number;
  undetermined: number;
}

/** Rules of which one thing cannot be seen, by what cannot be; each with the reason. */
const never: Readonly<Record<string, readonly (keyof Seen)[]>> = {};

/** A must and a must not of one bearer that ask for and forbid the same thing. */
const contraries = plan.rules
  .filter(({ modality }) => modality === 'must' || modality === 'should')
  .flatMap((asks) =>
    plan.rules
      .filter(
        ({ modality, bearer }) =>
          (modality === 'mustNot' || modality === 'shouldNot') && bearer === asks.bearer,
      )
      .filter((forbids) => isContrary(asks, forbids))
      .map((forbids) => [asks.name, forbids.name] as const),
  );

/**
 * A case from every scenario of the pack, altered in a few facts and evaluated whole, and more from the scenarios of those rules
 * that were not seen. Two things are looked at: that every rule applies, is breached and is left open in some of them (else
 * nothing generated could find it wrong), and that no case is put under a duty and its contrary at once, which no text of the
 * code could mean.
 */
test('the sample reaches every rule, and no case is bound to a thing and to its contrary', () => {
  const seen = new Map(
    plan.rules.map(({ name }): [string, Seen] => [name, { applies: 0, breached: 0, undetermined: 0 }]),
  );
  const torn: string[] = [];
  let tried = 0;
  const look = (answers: readonly string[], scenarios: readonly Scenario[], numRuns: number): void => {
    const cases = make.casesOf({ answers, ...sliceOf(plan, answers) }, scenarios);
    for (const each of fc.sample(cases, { numRuns, seed: seed + tried })) {
      tried++;
      const applying = new Set<string>();
      for (const { name, value, result } of answersOf(everything.mended(each).assessment)) {
        const counts = seen.get(name);
        if (counts === undefined || !('status' in result)) continue;
        if (value === 'undetermined') counts.undetermined++;
        else if (value !== 'doesNotApply') {
          counts.applies++;
          applying.add(name);
        }
        if (value === 'breached' || value === 'departedFrom') counts.breached++;
      }
      for (const [asks, forbids] of contraries)
        if (applying.has(asks) && applying.has(forbids))
          torn.push(`${asks} and ${forbids}: ${JSON.stringify(each)}`);
    }
  };
  const unseen = (): readonly string[] =>
    [...seen].flatMap(([name, counts]) =>
      (['applies', 'breached', 'undetermined'] as const)
        .filter((what) => counts[what] === 0)
        .filter((what) => !(what === 'breached' && modalityOf(name) === 'may'))
        .filter((what) => !(never[name] ?? []).includes(what))
        .map((what) => `${name}: ${what}`),
    );
  for (const scenario of plan.scenarios) {
    const expected = scenario.expect.map(({ name }) => name).filter((name) => name !== 'verdict');
    look(expected.length > 0 ? expected : (plan.goals[0]?.answers ?? []), [scenario], 1);
  }
  for (let round = 0; round < 6 && unseen().length > 0; round++)
    for (const name of new Set(unseen().map((each) => each.split(':')[0] ?? ''))) {
      const scenarios = plan.scenarios.filter(({ expect: all }) => all.some((each) => each.name === name));
      look([name], scenarios.length > 0 ? scenarios : plan.scenarios, 6);
    }
  console.log(
    `of ${tried} cases each rule applies in / is breached in / is undetermined in:\n${[...seen]
      .map(([name, { applies, breached, undetermined }]) => `${name} ${applies}/${breached}/${undetermined}`)
      .join(', ')}`,
  );
  expect(unseen()).toEqual([]);
  expect(torn).toEqual([]);
});

function modalityOf(name: string): string | undefined {
  return plan.rules.find((rule) => rule.name === name)?.modality;
}

/** What is done where the duty is met is what is done where the prohibition is broken. */
function isContrary(asks: Rule, forbids: Rule): boolean {
  const done = bare(expressionOf(asks.met));
  const kept = bare(expressionOf(forbids.met));
  return done !== undefined && JSON.stringify({ kind: 'not', of: done }) === JSON.stringify(kept);
}

function expressionOf(id: string | undefined): Expr | undefined {
  return plan.definitions.find((definition) => definition.id === id)?.expr;
}

/** An expression without the marks and the law around what it says. */
function bare(expr: Expr | undefined): Expr | undefined {
  return expr === undefined
    ? undefined
    : (JSON.parse(JSON.stringify(expr), (_, value: unknown) => {
        const node = value as Expr | null;
        return typeof node === 'object' && node !== null && node.kind === 'mark' && 'of' in node
          ? node.of
          : value;
      }) as Expr);
}
