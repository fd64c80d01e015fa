/** Whatever an author writes in prose, emitted code is the same code: words of a policy are never run. */
import { checkPlan, emitPack, factsSchema, factsTypes, factsZod } from '@proviso/compiler';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripTypeScriptTypes } from 'node:module';
import { compileBadInputPack } from '../support/bad-input-pack.ts';
import { loadEmitted } from '../support/load-emitted.ts';

const { plan, phrases } = compileBadInputPack();

const payloads = [
  '*/ globalThis.pwned = true; /*',
  "'; globalThis.pwned = true; '",
  '"; globalThis.pwned = true; "',
  '`${globalThis.pwned = true}`',
  '\nglobalThis.pwned = true;\n',
  '\r\nglobalThis.pwned = true;',
  '\u2028globalThis.pwned = true;',
  '\u2029globalThis.pwned = true;\u0085',
  '</script><script>globalThis.pwned = true</script>',
  '\\',
  "\\'; globalThis.pwned = true; //",
  '\u0000\u001b[31m\u202e\ufeff',
  '${globalThis.pwned = true}',
  '*\\/ globalThis.pwned = true; /*',
  '*/*/**/',
  '@ts-ignore */ export const pwned = 1; /**',
  '\ud800',
  // What marks types and layout while code is written.
  '\u0001 globalThis.pwned = true; \u0001',
  '\u0001 globalThis.pwned = true; \u0002',
  '\u0002 globalThis.pwned = true; \u0001',
  '\u0008globalThis.pwned = true;\u0008',
  '\u0004 globalThis.pwned = true; \u0005\u0005\u0005',
  '\u0006\u0007\u0003',
];
const nasty = fc.oneof(
  fc.constantFrom(...payloads),
  fc
    .array(fc.constantFrom(...payloads, 'a', ' ', '*', '/', '\n', "'", '\\'), { maxLength: 6 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** The value with every text that is prose replaced; what is prose begins with that word. */
function withProse<T>(value: T, replace: (text: string) => string): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return /\bprose\b/i.test(part) ? replace(part) : part;
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as T;
}

/** The code without comments and the insides of literals, on one line: what a machine would run. */
function skeleton(code: string): string {
  return (
    stripTypeScriptTypes(code)
      .replaceAll(
        /\/\*[^]*?\*\/|\/\/[^\n\r\u2028\u2029]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g,
        (match) => (match.startsWith('/') ? ' ' : "''"),
      )
      .replaceAll(/\s+/g, '')
      // A literal too long for its line is followed by a comma.
      .replaceAll(/,(?=[)\]}])/g, '')
  );
}

/** The pack emitted with this text for all prose, for all pinpoints and for all ids of the source's statements. */
function emitHostile(text: string): ReturnType<typeof emitPack> {
  const hostile = withProse(plan, () => text);
  const covers = [text];
  return emitPack(
    {
      ...hostile,
      cites: hostile.cites.map((cite) => ({ ...cite, pinpoint: text })),
      definitions: hostile.definitions.map((definition) => ({ ...definition, covers })),
      rules: hostile.rules.map((rule) => ({ ...rule, covers })),
    },
    withProse(phrases, () => text),
  );
}

const plain = emitHostile('x');

describe('prose in emitted code', () => {
  test('stands in many places', () => {
    const places = JSON.stringify([plan, phrases]).match(/prose/gi) ?? [];
    expect(places.length).toBeGreaterThan(40);
  });

  test('is inert: the code is that of harmless prose, and loading it runs nothing', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const files = emitHostile(text);
        expect(files.map(({ path }) => path)).toEqual(plain.map(({ path }) => path));
        for (const [index, { path, text: code, javaScript }] of files.entries()) {
          if (path === 'index.ts') continue;
          expect(skeleton(code)).toBe(skeleton(plain[index]?.text ?? ''));
          expect(skeleton(javaScript)).toBe(skeleton(plain[index]?.javaScript ?? ''));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each(payloads)('%j is never run', (text) => {
    for (const { path, text: code } of emitHostile(text)) {
      if (!path.startsWith('goal/')) continue;
      const goal = loadEmitted(code);
      const assess = Object.entries(goal).find(([name]) => name.startsWith('assess'))?.[1];
      const assessment = assess?.({ city: text, known: false }, { asOf: '2026-01-01' });
      expect(assessment).toMatchObject({ asOf: '2026-01-01' });
      expect(globalThis).not.toHaveProperty('pwned');
    }
  });

  test.each(payloads)('%j is data in schemas, and inert in types and validators', async (text) => {
    const hostile = withProse(phrases, () => text);
    const schema = factsSchema(plan, hostile);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    // Types leave nothing behind when they are stripped; what would be left is code.
    for (const types of await factsTypes(plan, hostile)) expect(skeleton(types.text)).not.toContain('pwned');
    for (const goal of plan.goals) expect(skeleton(factsZod(plan, goal).text)).not.toContain('pwned');
  });

  test.each(['0.1.0\nglobalThis.pwned = true;', '0.1.0 */ globalThis.pwned = true;', '', '1'])(
    'a plan from outside whose version is %j is refused: the version stands in a comment',
    (version) => {
      const problems = checkPlan({ ...plan, pack: { ...plan.pack, version } });
      expect(problems.map(({ pointer }) => pointer)).toEqual(['/pack/version']);
    },
  );
});
