import { expect, test } from 'vitest';
import { compilePack } from '../../compile-pack.ts';
import { emitPack } from './emit-pack.ts';

const text = `
pack trial.rent { title "Trial" version "0.1.0" period from 2018-05-25 ceasing 2026-05-01 }
source act "An Act" { status statute }
bearer landlord "the landlord"
record Tenancy "the tenancy" {
  event grantedOn { ask "When was it granted?" }
  fact rent: decimal(2) { ask "What is the rent?" }
  fact exempt: yesno { ask "Is it exempt?" say "it {is|is not} exempt" }
}
fact tenancy: Tenancy
define cap: decimal(2) in "£" {
  say "the cap is {value}"
  means 2 * tenancy.rent
  cite act s.2
}
define dear {
  say "the rent {is|is not} dear"
  includes high: tenancy.rent > 900 cite act s.3(a) "above nine hundred"
  includes tenancy.rent > 800 and tenancy.exempt cite act s.3(b), act s.4
  otherwise "Is it dear for another reason?"
  cite act s.3
}
/// Whatever the rent.
rule granted on landlord governed by tenancy.grantedOn, from 2019-06-01 {
  must "grant it in writing"
  when dear
  done when tenancy.exempt
  except small: tenancy.rent < 10 cite act s.9 "is small"
  cite act s.1
}
/// Asked before anything is signed.
goal all "Is the rent within the cap?" { cap, dear, granted }
`;
const { value, diagnostics } = compilePack(new Map([['p.policy', text]]), 'p.policy');
const files = value === undefined ? [] : emitPack(value.plan, value.phrases);
const moduleOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
const goal = moduleOf('goal/all.ts');

/** The comment before a declaration, without its stars. */
function commentOf(declaration: string): string {
  const before = goal.slice(0, goal.indexOf(declaration));
  return before
    .slice(before.lastIndexOf('/**'))
    .replaceAll(/^(?:\/\*\*| \*\/| \* ?)/gm, '')
    .trim();
}

test('is of a policy without mistakes', () => {
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what `decide…` decides: the question with one mark, each answer, and the citations of the whole and of its parts', () => {
  expect(commentOf('export function decideAll')).toBe(
    [
      'Decides `all` on complete facts.',
      '',
      'Is the rent within the cap?',
      'Asked before anything is signed.',
      '',
      'Takes what `completeAll` gives, and checks neither the facts nor the period and the constraints of the pack.',
      '',
      '`cap`: the cap is {value}. In £. In whole units of 10^-2: 12.34 is 1234.',
      '',
      '- act s.2',
      '',
      '`dear`: the rent {is|is not} dear.',
      '',
      '- act s.3',
      '- limb `high`: act s.3(a), "above nine hundred"',
      '- act s.3(b)',
      '- act s.4',
      '',
      '`granted`: grant it in writing.',
      'Whatever the rent.',
      '',
      '- act s.1',
      '- exception `small`: act s.9, "is small"',
    ].join('\n'),
  );
});

test('what `assess…` assesses: the question', () => {
  expect(commentOf('export function assessAll')).toBe(
    [
      'Assesses `all` on what is known, with its reasons and what is still needed.',
      '',
      'Is the rent within the cap?',
      'Asked before anything is signed.',
      '',
      'Throws `FactsError` with everything that is wrong with the facts or the options.',
    ].join('\n'),
  );
});

test.each([
  ['the units of an answer', '  /** In whole units of 10^-2: 12.34 is 1234. */\n  readonly cap: number;'],
  ['the units of a fact', '  /** In whole units of 10^-2: 12.34 is 1234. */\n  readonly rent: number;'],
  [
    'the period of the day of the assessment',
    '  /** A day written `YYYY-MM-DD`, of the period of the pack: from `2018-05-25` until before `2026-05-01`. */\n  readonly asOf: string;',
  ],
  [
    'what an implicit judgement is',
    '/** What the source leaves open: one judgement for each open statement. */\nexport interface AllOtherwise {',
  ],
])('tells %s', (_, declared) => {
  expect(goal).toContain(declared);
});

test('a day number without a name has its date beside it', () => {
  for (const path of ['goal/all.ts', 'screen.ts'])
    expect(moduleOf(path)).toMatch(/< 17676 \/\* 2018-05-25 \*\/ \|\| .* >= 20574 \/\* 2026-05-01 \*\//);
});
