import { compilePack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { FactsError } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { factsList, factsYaml } from '../template/facts-template.ts';
import { toldProblem } from './fact-problem.ts';
import { onlyIfOf } from './only-if.ts';

const text = `pack demo.parcels {
  title "Parcels"
  version "1.0.0"
  period from 2018-01-01
}
source act "The Act" { status statute }
enum Route { road, sea }
record Parcel "the parcel" {
  fact route: Route { ask "Which way?" say "it goes by {value}" }
  fact leaks: yesno { ask "Does it leak?" say "it {leaks|does not leak}" }
  fact wet: yesno only if leaks and route is sea { ask "Is it wet?" say "it {is|is not} wet" }
  fact weight: number { ask "How heavy?" say "it weighs {value}" }
  fact heavyNote: yesno only if weight > 9 { ask "Is there a note?" say "there {is|is no} note" }
}
fact parcel: Parcel
fact others: list of Parcel
define spoilt { say "it {is|is not} spoilt" means (parcel.leaks and parcel.route is sea and parcel.wet) or (parcel.weight > 9 and parcel.heavyNote) cite act s.1 }
define othersSpoilt { say "others {are|are not} spoilt" means some p in others has (p.leaks and p.route is sea and p.wet) cite act s.1 }
constraint noHeavyLeak {
  always not (parcel.leaks and parcel.weight > 20)
  because "such a parcel is not taken"
}
goal all { spoilt, othersSpoilt }
`;

const { value, diagnostics } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
if (value === undefined) throw new Error(JSON.stringify(diagnostics));
const { plan, phrases } = value;

function told(facts: unknown): readonly string[] {
  try {
    loadPlan(plan).assess(facts, { asOf: '2020-01-01' });
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    return error.problems.map((problem) => {
      const { path, message, help } = toldProblem(problem, plan, phrases);
      return `${path}: ${message} (${help ?? ''})`;
    });
  }
  throw new Error('nothing was refused');
}

test('a constraint is told with its reason and the facts that it reads', () => {
  expect(told({ parcel: { leaks: true, weight: 21 } })).toEqual([
    ': this cannot be: the facts violate the constraint `noHeavyLeak`: such a parcel is not taken (correct one of the facts that the constraint reads: parcel.leaks, parcel.weight)',
  ]);
});

test('a fact that has no meaning is told with its condition in words and the facts that decide it', () => {
  expect(told({ parcel: { leaks: false, wet: true } })).toEqual([
    'parcel.wet: given, though it has a meaning only where it leaks and it goes by sea (leave it out, or correct parcel.leaks, parcel.route)',
  ]);
  expect(told({ others: [{ leaks: false, wet: true }] })).toEqual([
    'others[0].wet: given, though it has a meaning only where it leaks and it goes by sea (leave it out, or correct others[0].leaks, others[0].route)',
  ]);
});

test('a condition that goes into no clause is told by the facts that it reads', () => {
  expect(told({ parcel: { weight: 3, heavyNote: true } })).toEqual([
    'parcel.heavyNote: given where the condition of its `only if` is no (leave it out, or correct parcel.weight)',
  ]);
  expect(onlyIfOf('parcel.heavyNote', plan, phrases)).toEqual({ says: undefined, reads: ['parcel.weight'] });
});

test('a path that is given as one name is to be nested; any other name is unknown', () => {
  expect(told({ 'parcel.leaks': true, 'others[0].wet': true, 'parcel.leak': true })).toEqual([
    'parcel.leaks: `parcel.leaks` is given as one name (facts are nested: give `leaks` inside `parcel`)',
    'others[0].wet: `others[0].wet` is given as one name (facts are nested: give `wet` inside `others[0]`)',
    'parcel.leak: there is no fact `parcel.leak` here (remove it)',
  ]);
});

test('yes or no is expected in the words of the file to fill in', () => {
  expect(told({ parcel: { leaks: 'on' } })).toEqual([
    'parcel.leaks: expected yes or no (in JSON true or false), got the text "on" (write it without quotes; leave out what is not known)',
  ]);
});

test('the file to fill in says where a fact has a meaning', () => {
  const yaml = factsYaml(plan, phrases, ['all']);
  expect(yaml).toContain('# Only where it leaks and it goes by sea: otherwise leave it out.');
  expect(yaml).toContain(
    '# Only where it has a meaning, which turns on parcel.weight: otherwise leave it out.',
  );
  const listed = factsList(plan, phrases, ['all']);
  expect(listed.find(({ path }) => path === 'others[].wet')).toMatchObject({
    onlyIf: true,
    condition: { says: 'it leaks and it goes by sea', reads: ['others[].leaks', 'others[].route'] },
  });
});
