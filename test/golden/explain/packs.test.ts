import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlan } from '@proviso/compiler/interpret';
import { explainText, reassessing } from '@proviso/explain';
import { rankNeeds } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPack, repository } from '../../support/read-pack.ts';

/** Cases of the packs as a reader gets them explained. */
const cases = [
  ['ico-political-campaigning', 'mail-to-the-occupier.json', '2019-09-01', 'directMarketing'],
  ['ico-political-campaigning', 'one-letter-three-clocks.json', '2019-10-01', 'contact'],
  ['ico-political-campaigning', 'decision-after-the-2025-act.json', '2026-04-01', 'article22Applies'],
  ['ico-political-campaigning', 'candidate-winding-up.yaml', '2026-07-01', 'afterTheCampaign'],
  ['tenancy-deposits', 'two-deposits.json', '2026-01-15', 'noticeBarred'],
  ['tenancy-deposits', undefined, '2026-01-15', undefined],
] as const;

const packs = new Map<string, ReturnType<typeof readPack>>();

const explained = (
  pack: string,
  file: string | undefined,
  asOf: string,
  goal: string | undefined,
): string => {
  const read = packs.get(pack) ?? readPack(pack);
  packs.set(pack, read);
  const { plan, phrases } = read;
  const facts: unknown =
    file === undefined ? {} : parse(readFileSync(join(repository, 'policies', pack, 'cases', file), 'utf8'));
  const { assess } = loadPlan(plan);
  const assessment = assess(facts, { asOf, ...(goal === undefined ? {} : { goals: [goal] }) });
  const goals = plan.goals.filter(({ name }) => assessment.goals.includes(name));
  const text = explainText(assessment, phrases, {
    answers: goals.flatMap(({ answers }) => answers),
    needs: rankNeeds(assessment),
    showPaths: true,
    reassess: reassessing(assess, { facts, options: { asOf } }),
  });
  // Digests change with every word of the pack.
  return text.replaceAll(/(its\s+(?:meaning|text)\s+)[0-9a-f]{12}/g, '$1(digest)');
};

/** Sentences and list items of a text, without their numbers. */
const paragraphsOf = (text: string): readonly string[] => text.split(/\n(?=\s*(?:-|\d+\.) )|\n\n/);

// `pnpm test --project golden -u` rewrites the texts.
test.each(cases)('%s, %s as of %s: %s', async (pack, file, asOf, goal) => {
  const text = explained(pack, file, asOf, goal);
  const name = `${file?.replace(/\.\w+$/, '') ?? 'nothing-known'}.${goal ?? 'all'}.txt`;
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'packs', pack, name));
  // The source's own words, in quotation marks, may say anything.
  expect(text.replaceAll(/“[^”]*”/g, '')).not.toMatch(/complies|compliant|complied/i);
  expect(text).not.toMatch(/\{|\}|undefined|\[object/);
  for (const paragraph of paragraphsOf(text.replaceAll(/\s+/g, ' ')))
    expect(paragraph).not.toMatch(/as to (the [^,:.]+)[:,] as to \1/i);
});

test('where nothing is known, the first forty lines say where one stands', () => {
  const lines = explained('tenancy-deposits', undefined, '2026-01-15', undefined).split('\n').slice(0, 40);
  const start = lines.join(' ');
  expect(start).toMatch(/None of the .+ answers asked for is settled/);
  expect(start).toMatch(/To be asked first: “/);
  expect(start).toMatch(/NOT SETTLED/);
  // One line each: no reasons but single ones, which could only repeat that nothing is given.
  expect(lines.filter((line) => line.startsWith('    - ')).length).toBeLessThan(4);
});
