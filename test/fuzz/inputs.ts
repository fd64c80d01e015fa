/** What targets are fed with: bytes, texts of the shape of the grammar, real policies and packs changed in places, and JSON. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { readCases, readPrograms } from '../conformance/suite.ts';
import { policyText, tokenSoup } from '../generators/policy-arbitrary.ts';
import { programs } from '../generators/program-arbitrary.ts';
import { junk, mutatedJson } from './mutated-json.ts';
import { mutatedText } from './mutated-text.ts';

const root = join(import.meta.dirname, '../../policies');

/** The policies of the packs here, by path. */
const policies: readonly string[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.policy') && !path.includes('node_modules'))
  .toSorted();

const realPolicy = fc.constantFrom(...policies).map((path) => readFileSync(join(root, path), 'utf8'));

/** Any bytes, read as UTF-8 the way a file is: what is no UTF-8 becomes a mark. */
export const bytes: fc.Arbitrary<string> = fc
  .uint8Array({ maxLength: 400, size: 'max' })
  .map((array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(array));

/** Texts that a file could hold, from noise to a policy with a slip in it. */
export const policyTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: bytes },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200, size: 'max' }) },
  { weight: 3, arbitrary: tokenSoup },
  { weight: 2, arbitrary: policyText },
  { weight: 4, arbitrary: mutatedText(policyText) },
  { weight: 2, arbitrary: mutatedText(realPolicy.map(somewhere)) },
);

/** A part of a file of some length: a whole one takes its time, and most of it plays no part. */
function somewhere(text: string): string {
  const lines = text.split('\n');
  const from = Math.floor(text.length / 7) % Math.max(1, lines.length - 120);
  return lines.slice(from, from + 120).join('\n');
}

/** Packs as JSON of texts by path: generated ones, with one of their files changed. */
export const packs: fc.Arbitrary<string> = fc.tuple(programs, fc.nat(3)).chain(([texts, which]) => {
  const paths = [...texts.keys()];
  const path = paths[which % paths.length]!;
  return mutatedText(fc.constant(texts.get(path)!), 2).map((text) =>
    JSON.stringify({ ...Object.fromEntries(texts), [path]: text }),
  );
});

/** Cases of the conformance suite changed in places, as JSON; or junk in their place. */
export const cases: fc.Arbitrary<string> = mutatedJson(
  fc
    .constantFrom(...readCases().filter(({ assessment }) => assessment !== undefined))
    .map(({ program, facts, options }): Json => ({ program, facts, options })),
);

/** Plans of the conformance suite changed in places, as JSON; or junk. */
export const plans: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 9,
    arbitrary: mutatedJson(fc.constantFrom(...readPrograms().map(({ plan }) => plan as unknown as Json))),
  },
  { weight: 1, arbitrary: junk.map((value) => JSON.stringify(value)) },
);
