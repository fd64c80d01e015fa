/** A pack with every construct of the language, each told in some explanation, and read for its English. */
import { join } from 'node:path';
import { compilePack, type CompiledPack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { addDays, dayFromCivil, formatDay } from '@proviso/runtime';
import { explain, type Length, reassessing, renderText } from '@proviso/explain';
import { parseFile } from '@proviso/language';
import { expect, test } from 'vitest';
import { countConstructs } from '../../support/construct-counts.ts';
import { constructs } from '../../support/constructs.ts';
import { policyTexts } from '../../support/read-pack.ts';

const epoch = dayFromCivil(1970, 1, 1);
const folder = join(import.meta.dirname, 'constructs');
const texts = policyTexts(join(folder, 'workshop'));
const pack = compiled();

function compiled(): CompiledPack {
  const { value, diagnostics } = compilePack(texts, 'pack.policy');
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

const { plan, phrases } = pack;
const { assess } = loadPlan(plan);

function told(scenario: (typeof plan.scenarios)[number], length: Length): string {
  const options = { asOf: formatDay(addDays(epoch, scenario.asOf)), readings: scenario.readings };
  const explanation = explain(assess(scenario.facts, options), phrases, {
    length,
    answers: plan.goals.flatMap(({ answers }) => answers),
    reassess: reassessing(assess, { facts: scenario.facts, options }),
  });
  return renderText(explanation).replaceAll(/(its\s+(?:meaning|text)\s+)[0-9a-f]{12}/g, '$1(digest)');
}

test('every construct of the language is in the pack', () => {
  const counts = new Map<string, number>();
  const files = [...texts].map(([path, text]) => parseFile(text, path).value);
  countConstructs(counts, files, pack);
  expect(constructs.filter((construct) => !counts.has(construct))).toEqual([]);
});

// `pnpm test --project golden -u` rewrites the texts.
test.each(plan.scenarios.map((scenario) => [scenario.name, scenario] as const))(
  '%s',
  async (name, scenario) => {
    const file = name.replaceAll(/[^a-z]+/g, '-');
    await expect(told(scenario, 'full')).toMatchFileSnapshot(join(folder, `${file}.txt`));
    await expect(told(scenario, 'short')).toMatchFileSnapshot(join(folder, `${file}.short.txt`));
  },
);

const all = plan.scenarios.flatMap((scenario) =>
  (['short', 'standard', 'full'] as const).map((length) => told(scenario, length)),
);

test('every statement, label, certainty and reading is told in one of them', () => {
  const text = all.join('\n').replaceAll(/\s+/g, ' ').toLowerCase();
  const missing = Object.entries(phrases.statements).filter(([, { say, act }]) => {
    const said = (act ?? say ?? '').replaceAll(/\{([^|}]*)\|[^}]*\}/g, '$1').replaceAll(/ ?\{value\}.*/g, '');
    return !text.includes(said.toLowerCase());
  });
  expect(missing.map(([name]) => name)).toEqual([]);
  const marks = plan.definitions.flatMap(({ expr }) => [
    ...JSON.stringify(expr).matchAll(/"certainty":"([^"]+)"/g),
  ]);
  expect(marks.map(([, certainty = '']) => certainty).filter((one) => !text.includes(`“${one}”`))).toEqual(
    [],
  );
});

test.each([
  ['a word twice', /\b(\w+) \1\b/i],
  ['a mark after a space', / [,;:.)\]]/],
  ['two marks', /[,;:]{2}|\.\.|,\./],
  ['a place not filled', /[{}|]|undefined|\[object|NaN/],
  ['a sentence without its capital', /[.?!] [a-z]/],
  ['an empty bracket', /\(\s*\)|\[\s*\]/],
  ['two negations', /\bnot not\b|\bno not\b/],
])('no explanation has %s', (_, wrong) => {
  const found = all.flatMap((text) => {
    // What the source says in its own words, how it abbreviates and where it is to be found is its own matter.
    const plain = text
      .replaceAll(/\s+/g, ' ')
      .replace(/This is not legal advice.*/, '')
      .replaceAll(/“[^”]*”/g, 'Q')
      .replaceAll(/\[[^\]]+\]/g, 'C');
    const at = wrong.exec(plain);
    return at === null ? [] : [plain.slice(Math.max(0, at.index - 40), at.index + 40)];
  });
  expect(found).toEqual([]);
});
