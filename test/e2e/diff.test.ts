/** `proviso diff`: what it says, what it refuses, how it ends. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proviso } from '../support/run-proviso.ts';

const text = `pack loans.here { title "Loans" version "1.0.0" period from 2020-01-01 }
source act "An Act" { status statute }
bearer lender "the lender"
fact damaged: yesno { ask "Is it damaged?" say "it {is|is not} damaged" }
fact child: yesno { ask "Is the borrower a child?" say "the borrower {is|is not} a child" }
event returnedOn { ask "When was it returned?" say "it was returned on {value}" }
event chargedOn { ask "When was it charged?" say "it was charged on {value}" }
define due { say "a charge {is|is not} due" means damaged cite act s.1 }
rule charge on lender {
  must "charge for it"
  when due
  done by chargedOn, no later than 10 days after returnedOn
  cite act s.2
}
rule excuse on lender { may "waive the charge" when due cite act s.3 }
`;

let folder = '';
const path = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-diff-'));
  await writeFile(path('old.policy'), text);
  await writeFile(
    path('same.policy'),
    text.replace('means damaged', 'means damaged and (child or not child)'),
  );
  await writeFile(path('new.policy'), text.replace('means damaged', 'means damaged and not child'));
});
afterAll(() => rm(folder, { recursive: true }));

// What changed since the last version is what a reviewer asks first.
test.each(['ico-political-campaigning', 'tenancy-deposits'])(
  'the last two released versions of %s can be compared, statement by statement',
  async (pack) => {
    const releases = join('policies', pack, 'releases');
    const [old = '', now = ''] = (await readdir(join(import.meta.dirname, '../..', releases)))
      .toSorted(new Intl.Collator('en', { numeric: true }).compare)
      .slice(-2);
    const { code, output } = await proviso('diff', join(releases, old), join(releases, now));
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    expect(output).toMatch(/definitions and rules are proved the same/);
  },
  600_000,
);

describe('two packs', () => {
  test('that mean the same are the same, and expected to be', async () => {
    const { code, output } = await proviso('diff', path('old.policy'), path('same.policy'), '--expect-same');
    expect(output).toContain('All 3 definitions and rules are proved the same.');
    expect(code).toBe(0);
  });

  test('that differ: the cases, where that arises, and what follows', async () => {
    const { code, output } = await proviso('diff', path('old.policy'), path('new.policy'));
    expect(code).toBe(0);
    expect(output).toContain(`  A charge is due (due)
    * no longer so: a charge is due, when
        - it is damaged
        - the borrower is a child
    Because of it, in some cases:
      - The lender must charge for it (charge): no longer required
      - The lender may waive the charge (excuse): no longer permitted
`);
    const expected = await proviso('diff', path('old.policy'), path('new.policy'), '--expect-same');
    expect(expected.code).toBe(1);
  });

  test('as JSON, with scenarios that pass when pasted', async () => {
    const { output } = await proviso('diff', path('old.policy'), path('new.policy'), '--format', 'json');
    const document = JSON.parse(output);
    expect(document).toMatchObject({ command: 'diff', same: false, goals: expect.any(Array) });
    const due = document.statements.find(({ name }: { name: string }) => name === 'due');
    expect(due).toMatchObject({ outcome: 'differs', complete: true, because: [] });
    const { scenarios } = due.classes[0];
    await writeFile(path('old-pasted.policy'), `${text}${scenarios.old}`);
    await writeFile(
      path('new-pasted.policy'),
      `${text.replace('means damaged', 'means damaged and not child')}${scenarios.new}`,
    );
    for (const name of ['old-pasted.policy', 'new-pasted.policy'])
      expect(await proviso('test', path(name))).toMatchObject({ code: 0 });
    expect((await proviso('test', path('old-pasted.policy'))).output).toContain('1 passed');
  });

  test('whose goals ask for other answers', async () => {
    await writeFile(path('old-goal.policy'), `${text}goal costs { due, charge }\n`);
    await writeFile(path('new-goal.policy'), `${text}goal costs { due, excuse }\ngoal duty { charge }\n`);
    const { output } = await proviso('diff', path('old-goal.policy'), path('new-goal.policy'));
    expect(output).toContain(`All 3 definitions and rules are proved the same.
Goals that differ: costs.
  - costs now asks for excuse, and no longer asks for charge.
Goals added: duty.
`);
  });

  test('limited to a goal', async () => {
    const { output } = await proviso('diff', path('old.policy'), path('new.policy'), '--goal', 'due');
    expect(output).toContain('0 definitions and rules are proved the same; 1 differs');
    expect(output).not.toContain('(charge): no longer required');
  });
});

test('two dates: what only time changes is told apart', async () => {
  const days = ['--on', '2024-01-01', '--on', '2024-03-01'];
  const { output } = await proviso('diff', path('old.policy'), ...days);
  expect(output.replaceAll('\n', ' ')).toContain('as of 1 January 2024, compared with as of 1 March 2024');
  expect(output).toContain('What only the passing of time between the two days changes (1)');
  expect(output).not.toContain('What differs of itself');
  expect(output).not.toContain('for instance');
});

test.each([
  [['old.policy'], 'there is nothing to compare the pack with'],
  [['old.policy', '--on', '2024-01-01', '--on', '2024-01-01'], 'there is nothing to compare the pack with'],
  [['old.policy', '--on', '2019-01-01', '--on', '2024-01-01'], 'outside the period'],
  [['old.policy', '--on', '2024-01-01', '--on', '2024-01-02', '--on', '2024-01-03'], 'more than twice'],
  [['old.policy', '--reading', 'wear=a', '--reading', 'wear=b'], 'has no ambiguity `wear`'],
  [['old.policy', 'new.policy', '--goal', 'duee'], 'did you mean `due`?'],
])('refuses %j', async (words, message) => {
  const { code, output } = await proviso(
    'diff',
    ...words.map((word) => (word.endsWith('.policy') ? path(word) : word)),
  );
  expect(output).toContain(message);
  expect(code).toBe(2);
});
