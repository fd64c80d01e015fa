/** The seeded corpus of generated programs: it has every construct, no errors, and a fair mix of answers; formatting changes nothing of it. */
import { compilePack } from '@proviso/compiler';
import { formatText, parseFile, type PolicyFile } from '@proviso/language';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { optionsOf } from '../generators/case-arbitrary.ts';
import { entry, type PackTexts, programs } from '../generators/program-arbitrary.ts';
import {
  compiledProgram,
  type ProgramAndCases,
  programsAndCases,
} from '../generators/program-arbitrary-compiled.ts';
import { countConstructs } from '../support/construct-counts.ts';
import { constructs } from '../support/constructs.ts';
import { answersOf, unlessRefused } from '../support/program-answers.ts';
import { runsOfPrograms } from '../support/seed.ts';

const corpus: readonly ProgramAndCases[] = fc.sample(programsAndCases, { seed: 20_200_701, numRuns: 350 });

function filesOf(texts: PackTexts): readonly PolicyFile[] {
  return [...texts].map(([path, text]) => parseFile(text, path).value);
}

test('the checker accepts every generated pack', () => {
  const runs = runsOfPrograms(1000);
  const found = new Map<string, number>();
  fc.assert(
    fc.property(programs, (texts) => {
      const { diagnostics } = compilePack(texts, entry);
      for (const { code } of diagnostics) found.set(code, (found.get(code) ?? 0) + 1);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    runs,
  );
  console.log(`seed ${runs.seed}, warnings:`, Object.fromEntries(found));
});

test('every construct occurs in the corpus', () => {
  const counts = new Map<string, number>();
  for (const { program } of corpus) countConstructs(counts, filesOf(program.texts), program.pack);
  const table = constructs.map((construct) => [construct, counts.get(construct) ?? 0] as const);
  console.log(
    `constructs in ${corpus.length} programs: ${table.map(([construct, n]) => `${construct} ${n}`).join(', ')}`,
  );
  expect(table.filter(([, n]) => n === 0)).toEqual([]);
});

const truths: readonly string[] = ['yes', 'no', 'unknown'];
const statuses: readonly string[] = [
  'doesNotApply',
  'compliedWith',
  'breached',
  'departedFrom',
  'notYetDue',
  'undetermined',
  'permitted',
];

test('answers are a fair mix of settled and unknown, and of every status', () => {
  const mix = new Map<string, number>();
  const count = (key: string): void => {
    mix.set(key, (mix.get(key) ?? 0) + 1);
  };
  for (const { program, cases } of corpus) {
    const yesno = new Set(
      program.pack.plan.definitions.filter(({ type }) => type.kind === 'yesno').map(({ id }) => id),
    );
    const rules = new Set(program.pack.plan.rules.map(({ name }) => name));
    for (const sent of cases) {
      for (const facts of [sent.complete, sent.partial]) {
        const assessment = unlessRefused(() => program.loaded.assess(facts, optionsOf(sent)));
        count(assessment === undefined ? 'refused' : 'assessed');
        if (assessment === undefined) continue;
        count(assessment.verdict);
        for (const [key, { value, presumed, dependsOn }] of answersOf(assessment)) {
          const name = key.split(' ')[0] ?? '';
          const kind = yesno.has(name)
            ? ''
            : rules.has(name)
              ? ''
              : value === 'unknown'
                ? 'valued: '
                : undefined;
          count(kind === undefined ? 'valued: settled' : `${kind}${value}`);
          if (presumed !== undefined) count('presumed');
          if (dependsOn !== undefined) count('depends on a reading');
        }
      }
    }
  }
  const shares = (keys: readonly string[]): Readonly<Record<string, number>> => {
    const all = keys.reduce((sum, key) => sum + (mix.get(key) ?? 0), 0);
    return Object.fromEntries(keys.map((key) => [key, Math.round((1000 * (mix.get(key) ?? 0)) / all) / 10]));
  };
  const groups = [
    truths,
    statuses,
    ['valued: settled', 'valued: unknown'],
    ['breachFound', 'undetermined', 'noBreachFound'],
  ].map(shares);
  console.log('answers in the corpus:', Object.fromEntries(mix), 'shares in per cent:', ...groups);
  for (const group of groups)
    for (const [key, share] of Object.entries(group)) expect([key, share > 2]).toEqual([key, true]);
  expect(mix.get('refused') ?? 0).toBeGreaterThan(10);
});

/** The tree of a text without its places. */
function treeOf(text: string, path: string): string {
  return JSON.stringify(parseFile(text, path).value, (key, value: unknown) =>
    key === 'span' ? undefined : value,
  );
}

test('formatting changes nothing of the syntax, and is done once', () => {
  const runs = runsOfPrograms(1000);
  fc.assert(
    fc.property(programs, (texts) => {
      for (const [path, text] of texts) {
        const formatted = formatText(text, path).value ?? '';
        expect(treeOf(formatted, path)).toBe(treeOf(text, path));
        expect(formatText(formatted, path).value).toBe(formatted);
      }
    }),
    runs,
  );
});

test('formatting changes neither digest, nor anything else of the plan and the phrases', () => {
  fc.assert(
    fc.property(programs, (texts) => {
      const formatted = new Map([...texts].map(([path, text]) => [path, formatText(text, path).value ?? '']));
      const [before, after] = [texts, formatted].map((one) => compiledProgram(one).pack);
      expect(after?.plan.pack).toEqual(before?.plan.pack);
      expect(JSON.stringify([after?.plan, after?.phrases])).toBe(
        JSON.stringify([before?.plan, before?.phrases]),
      );
    }),
    runsOfPrograms(200),
  );
});
