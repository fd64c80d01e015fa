/** What would change an answer of a pack, and what is to be done next, as a reader gets them told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlan } from '@proviso/compiler/interpret';
import { nextSteps, renderText, whatNext, whatWouldChange } from '@proviso/explain';
import type { ChangeTarget } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { readPack, repository } from '../../support/read-pack.ts';

const packs = new Map<string, ReturnType<typeof readPack>>();

const cases: readonly (readonly [pack: string, file: string | undefined, asOf: string, ChangeTarget])[] = [
  ['ico-political-campaigning', 'mail-to-the-occupier.json', '2019-09-01', { name: 'directMarketing' }],
  [
    'ico-political-campaigning',
    'one-letter-three-clocks.json',
    '2019-10-01',
    { name: 'respondToObjection', of: 'letters[0]' },
  ],
  ['ico-political-campaigning', undefined, '2019-10-01', { name: 'directMarketing', to: 'no' }],
  ['tenancy-deposits', 'two-deposits.json', '2026-01-15', { name: 'noSection21Notice' }],
  [
    'tenancy-deposits',
    'two-deposits.json',
    '2026-01-15',
    { name: 'informTenant', of: 'deposits[1]', to: 'compliedWith' },
  ],
];

/** Digests change with every word of a pack. */
const withoutDigests = (text: string): string =>
  text.replaceAll(/(its\s+(?:meaning|text)\s+)[0-9a-f]{12}/g, '$1(digest)');

// `pnpm test --project golden -u` rewrites the texts.
test.each(cases)('%s, %s as of %s: %o', async (pack, file, asOf, target) => {
  const read = packs.get(pack) ?? readPack(pack);
  packs.set(pack, read);
  const { plan, phrases } = read;
  const facts: unknown =
    file === undefined
      ? {}
      : JSON.parse(readFileSync(join(repository, 'policies', pack, 'cases', file), 'utf8'));
  const loaded = loadPlan(plan);
  const options = { asOf, goals: [target.name] };
  const assessment = loaded.assess(facts, options);
  const told = [
    whatWouldChange([loaded.whatWouldChange(facts, options, target)], assessment, phrases),
    whatNext(nextSteps(assessment), assessment, phrases),
  ];
  const text = told.map((each) => withoutDigests(renderText(each))).join('\n');
  const name = `${file?.replace(/\.\w+$/, '') ?? 'nothing-known'}.${target.name}.ahead.txt`;
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'packs', pack, name));
  expect(text.replaceAll(/“[^”]*”/g, '')).not.toMatch(/complies|compliant|complied/i);
  expect(text).not.toMatch(/\{|\}|undefined|\[object/);
});
