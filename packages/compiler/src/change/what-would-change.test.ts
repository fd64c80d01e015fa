import { type ChangeSet, FactsError } from '@proviso/runtime';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../load-pack.ts';
import type { ChangeOptions } from './what-would-change.ts';
import { withChanges } from './with-changes.ts';

const text = `pack example.parcels { title "Parcels" version "1.0.0" period from 2020-01-01 ceasing 2031-01-01 }
source act "An Act" { status statute }
bearer carrier "the carrier"
enum Size { small, large, oversize }
enum Label { fragile, thisSideUp }
record Damage "the damage" {
  fact serious: yesno { ask "Is it serious?" say "it {is|is not} serious" }
  fact reported: yesno { ask "Was it reported?" say "it {is|is not} reported" }
}
fact size: Size { ask "What size?" }
fact labels: set of Label { ask "Which labels?" }
fact glass: yesno { ask "Is it glass?" say "it {is|is not} glass" fixed }
fact insured: yesno { ask "Insured?" say "it {is|is not} insured" }
fact wrapped: yesno only if insured { ask "Wrapped, as the insurance wants?" say "it {is|is not} wrapped" }
fact sealed: yesno only if insured { ask "Sealed?" say "it {is|is not} sealed" fixed }
fact weight: decimal(2) { ask "Weight?" }
fact carriedOver: yesno { ask "Carried over?" say "it {is|is not} carriedOver" }
fact byHand: yesno { ask "By hand?" say "it {is|is not} byHand" }
event postedOn { ask "When?" fixed }
event deliveredOn { ask "When delivered?" }
judgement careful { ask "With care?" say "it {is|is not} careful" }
fact damages: list of Damage

constraint notBoth { always not carriedOver or byHand because "what is carried over is carried by hand" }

define heavy { say "it {is|is not} heavy" means weight >= 30 cite act s.1 }
define marked { say "it {is|is not} marked" means labels includes fragile cite act s.2 }
define refusable { say "it {may|may not} be refused" means glass or (size is oversize and not insured) cite act s.3 }
define safe { say "it {is|is not} safe" means careful and ((insured and wrapped) or byHand) cite act s.4 }
define moved { say "it {was|was not} moved" means carriedOver cite act s.5 }
define covered { say "it {is|is not} covered" means insured and wrapped cite act s.6 }
define sound { say "it {is|is not} sound" means no x in damages has x.serious cite act s.7 }
define broken { say "it {is|is not} broken" means some x in damages has (x.serious and x.reported) cite act s.8 }
define latest: date { say "the last day is {value}" means 10 days after postedOn cite act s.9 }
define plain { say "it {is|is not} plain" means not insured cite act s.10 }
define glassy { say "it {is|is not} glassy" means insured and sealed cite act s.11 }
rule deliver on carrier {
  must "deliver it"
  when insured
  done by deliveredOn, no later than 10 days after postedOn
  cite act s.12
}
`;

const { value: pack, diagnostics } = loadPack(new Map([['pack.policy', text]]), 'pack.policy');

const options = { asOf: '2024-03-01' };

/** The sets found, each change as `path: value` and what falls away after a minus. */
function sets(
  name: string,
  facts: object,
  to?: string | number,
  search: ChangeOptions = {},
): readonly string[] {
  const found = pack?.whatWouldChange(facts, options, { name, ...(to === undefined ? {} : { to }) }, search);
  return (found?.sets ?? []).map(shown);
}

function shown({ changes, dropped, to }: ChangeSet): string {
  const told = changes.map((change) => {
    if (change.kind !== 'fact') return `${change.path} ${change.kind}`;
    const member = change.member === undefined ? '' : ` ${change.member}`;
    return `${change.path}${member}: ${change.to}${change.bound === undefined ? '' : ` ${change.bound}`}`;
  });
  return `${[...told, ...dropped.map((path) => `- ${path}`)].join(', ')} => ${to}`;
}

test('the pack has no findings', () => {
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('what can change', () => {
  test('what is fixed stays, and what else decides does not help while it stands', () => {
    expect(sets('refusable', { glass: true, size: 'small', insured: true })).toEqual([]);
    expect(sets('refusable', { glass: false, size: 'oversize', insured: false })).toEqual([
      'size: small => no',
      'size: large => no',
      'insured: true => no',
    ]);
  });

  test('a member of a set; what is known of the others stays known', () => {
    const facts = { labels: ['thisSideUp'] };
    expect(sets('marked', facts)).toEqual(['labels fragile: true => yes']);
    const [set] = pack?.whatWouldChange(facts, options, { name: 'marked' }).sets ?? [];
    expect(set === undefined ? undefined : withChanges(facts, set)).toEqual({
      labels: ['thisSideUp', 'fragile'],
    });
    expect(sets('marked', { labels: { thisSideUp: true } })).toEqual([
      'labels fragile: true => yes',
      'labels fragile: false => no',
    ]);
  });

  test('a number and a day at which a comparison turns, the nearest that is enough', () => {
    expect(sets('heavy', { weight: 12.5 })).toEqual(['weight: 30 orMore => yes']);
    expect(sets('heavy', { weight: 40 })).toEqual(['weight: 29.99 orLess => no']);
    expect(sets('heavy', {})).toEqual(['weight: 29.99 orLess => no', 'weight: 30 orMore => yes']);
    const late = { insured: true, postedOn: '2024-01-01', deliveredOn: '2024-02-01' };
    expect(sets('deliver', late)).toEqual([
      'insured: false => doesNotApply',
      'deliveredOn: 2024-01-11 orLess => compliedWith',
    ]);
    expect(
      sets('deliver', { insured: true, postedOn: '2024-02-25', deliveredOn: 'notYet' }, 'compliedWith'),
    ).toEqual(['deliveredOn: 2024-03-01 orLess => compliedWith']);
  });

  test('what is not known, be it beside what is', () => {
    expect(sets('safe', { byHand: false, insured: true, wrapped: false })).toEqual([
      'wrapped: true, careful: true => yes',
      'byHand: true, careful: true => yes',
    ]);
    expect(sets('safe', { careful: true, insured: true, wrapped: false })).toEqual([
      'wrapped: true => yes',
      'byHand: true => yes',
      'byHand: false => no',
      'careful: false => no',
    ]);
  });

  test('a list that may have more members has none, and one more only where that is asked for', () => {
    const open = { damages: { atLeast: [{ serious: false }] } };
    expect(sets('sound', open)).toEqual(['damages complete => yes', 'damages[0].serious: true => no']);
    expect(sets('broken', { damages: [] })).toEqual([]);
    expect(sets('broken', { damages: [] }, 'yes', { addMembers: true })).toEqual([
      'damages[0] member, damages[0].serious: true, damages[0].reported: true => yes',
    ]);
  });
});

describe('what a case allows', () => {
  test('a constraint takes a change more', () => {
    expect(sets('moved', { carriedOver: false, byHand: false })).toEqual([
      'carriedOver: true, byHand: true => yes',
    ]);
  });

  test('a fact arises with its condition, and falls away with it', () => {
    expect(sets('covered', { insured: false })).toEqual(['insured: true, wrapped: true => yes']);
    expect(sets('plain', { insured: true, wrapped: true })).toEqual(['insured: false, - wrapped => yes']);
  });

  test('what is fixed does not fall away', () => {
    expect(sets('plain', { insured: true, sealed: true })).toEqual([]);
  });
});

describe('the search', () => {
  const wide = { weight: 1, careful: undefined, byHand: undefined };

  test('says where the budget ended it', () => {
    const found = pack?.whatWouldChange(wide, options, { name: 'safe' }, { budget: 2 });
    expect(found?.searched).toEqual({ size: 3, complete: 0, tried: 2, stopped: 'budget' });
  });

  test('looks for no larger sets once there are enough', () => {
    const found = pack?.whatWouldChange(wide, options, { name: 'safe' }, { count: 1 });
    expect(found?.searched).toMatchObject({ size: 3, complete: 1, stopped: 'count' });
    expect(found?.sets.map(({ changes }) => changes.length)).toEqual([1]);
  });

  test('tells less effort first: by kind, a fact before an event, else as the policy says', () => {
    const facts = { insured: true, postedOn: '2024-01-01', deliveredOn: '2024-02-01' };
    const efforts = pack
      ?.whatWouldChange(facts, options, { name: 'deliver' })
      .sets.map(({ effort }) => effort);
    expect(efforts).toEqual([1, 2]);
    const costly = loadPack(
      new Map([
        ['pack.policy', text.replace('fact insured: yesno { ask', 'fact insured: yesno { effort 9 ask')],
      ]),
      'pack.policy',
    ).value;
    const found = costly?.whatWouldChange(facts, options, { name: 'deliver' });
    expect(found?.sets.map(({ changes, effort }) => [changes[0]?.path, effort])).toEqual([
      ['deliveredOn', 2],
      ['insured', 9],
    ]);
  });

  test('takes a day as target', () => {
    const open = loadPack(
      new Map([
        [
          'pack.policy',
          text.replace('event postedOn { ask "When?" fixed }', 'event postedOn { ask "When?" }'),
        ],
      ]),
      'pack.policy',
    ).value;
    const found = open?.whatWouldChange({ postedOn: '2024-01-01' }, options, {
      name: 'latest',
      to: '2024-02-10',
    });
    expect(found?.sets.map(shown)).toEqual(['postedOn: 2024-01-31 => 2024-02-10']);
  });

  test.each([
    [{ name: 'refusabel' }, 'target.name', /no definition or rule `refusabel`/],
    [{ name: 'deliver', to: 'departedFrom' }, 'target.to', /never comes out as `departedFrom`/],
    [{ name: 'deliver', of: 'damages[0]' }, 'target.of', /no answer as to `damages\[0\]`/],
    [{ name: '__proto__' }, 'target.name', /no definition or rule/],
  ])('refuses %o', (target, path, message) => {
    const looked = (): unknown => pack?.whatWouldChange({}, options, target);
    expect(looked).toThrow(FactsError);
    expect(looked).toThrow(message);
    expect(looked).toThrow(path);
  });
});
