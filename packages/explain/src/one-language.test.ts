import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment, Phrasebook } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { english } from './english/english.ts';
import { explain, type Length } from './explain.ts';
import type { Language } from './wording.ts';

/** Texts in quotation marks of some TypeScript, without those of comments, imports and errors, which no reader sees. */
function textsOf(source: string): readonly string[] {
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1')
    .replaceAll(/\bfrom '[^']*'/g, '')
    .replaceAll(/new (?:Type)?Error\(\s*(?:`[^`]*`|'[^']*')/g, '');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, plain, template]) => plain ?? template?.replaceAll(/\$\{[^}]*\}/g, '') ?? '',
  );
}

/** Two words beside each other, or a word with a capital: what no identifier, and no mark of a format, has. */
const isLanguage = (text: string): boolean =>
  !text.startsWith('<') && /[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Z][a-z]+/.test(text);

test('a sentence is told from an identifier', () => {
  const code = [
    `const a = 'Sources'; // no`,
    'const b = `it is ${x} not known`;',
    `const c = 'breachFound';`,
  ];
  expect(textsOf(code.join('\n')).filter(isLanguage)).toEqual(['Sources', 'it is  not known']);
});

/** Those of `given.ts` are what its errors say. */
const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^english\/|html\/styles|^given\.ts/.test(file),
);

test.each(sources)('%s has no words of a language', (file) => {
  const texts = textsOf(readFileSync(join(import.meta.dirname, file), 'utf8'));
  expect(texts.filter(isLanguage)).toEqual([]);
});

const golden = join(import.meta.dirname, '../../../test/golden/explain/letters');
const read = (file: string): unknown => JSON.parse(readFileSync(join(golden, file), 'utf8'));

/** A language that says nothing but a mark, whatever it is asked. */
const marks: Language = (phrases) => {
  const mark = (value: unknown): unknown => {
    if (typeof value === 'string') return '§';
    if (typeof value === 'function') return () => '§';
    return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, mark(part)]));
  };
  const wording = mark(english(phrases)) as ReturnType<Language>;
  return {
    ...wording,
    citation: () => ({ where: '§', note: '' }),
    address: () => [],
    turnsOn: () => undefined,
  };
};

test.each<Length>(['short', 'standard', 'full'])(
  'in another language, the %s form has no English',
  (length) => {
    const assessment = read('assessment.json') as Assessment;
    const phrases = read('phrases.json') as Phrasebook;
    const { sections, subtitle, standing } = explain(assessment, phrases, { language: marks, length });
    const said: string[] = [];
    JSON.stringify({ sections, subtitle, standing }, (key, value: unknown) => {
      if (typeof value === 'string' && key !== 'kind' && key !== 'source') said.push(value);
      return value;
    });
    expect(said.length).toBeGreaterThan(length === 'short' ? 3 : 50);
    expect(said.filter((text) => /[A-Za-z]/.test(text))).toEqual([]);
  },
);
