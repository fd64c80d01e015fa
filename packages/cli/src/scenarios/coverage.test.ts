import { compilePack } from '@proviso/compiler';
import { expect, test } from 'vitest';
import { coverageText } from './render.ts';
import { coverageOf, runScenarios } from '@proviso/cases';

const text = `
pack trial.rows { title "T" version "1.0.0" period from 2018-01-01 }
source act "The Act" { status statute }
fact n: number { ask "N?" say "n is {value}" }
define size: number {
  say "the size is {value}"
  table n {
    < 1: 1 cite act s.2
    1: 2
    2: 2
    > 2: 3
  }
  cite act s.1
}
scenario "one" as of 2020-01-01 { given { n: 1 } expect { size: 2 } cite act s.1 }
`;

test('every row of a table counts, cited or not', () => {
  const { value } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
  const { plan } = value!;
  const coverage = coverageOf(
    plan,
    runScenarios(plan, () => {}),
  );
  expect(coverageText(coverage, (_, words) => words)).toBe(
    [
      'Coverage by scenarios: definitions 1/1, rows 1/4',
      '  not exercised row 1 of size',
      '  not exercised row 3 of size',
      '  not exercised row 4 of size',
      '',
    ].join('\n'),
  );
});
