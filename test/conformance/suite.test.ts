/** The files of the suite: generated again they are the same bytes, they cover what they must, and each line has the form that the schema tells. */
import { assessmentSchema } from '@proviso/compiler';
import { checkPlan } from '@proviso/compiler/plan';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { generatedSuite } from './build.ts';
import { required } from './required.ts';
import { readCases, readPrograms, readReviewed, readText } from './suite.ts';

const programs = readPrograms();
const cases = readCases();
const reviewed = readReviewed();

test('the suite is as generated (else run test/conformance/generate.ts)', () => {
  for (const [name, text] of generatedSuite()) expect([name, readText(name) === text]).toEqual([name, true]);
});

test('every construct, kind of expression, step, status, verdict, need and problem is covered', () => {
  const covered = new Set(cases.flatMap(({ covers }) => covers));
  expect(required.filter((feature) => !covered.has(feature))).toEqual([]);
});

test.each([
  ['program', programs],
  ['case', cases],
  ['reviewed', reviewed],
] as const)('each line of a %s has the form that lines.schema.json tells', (name, found) => {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(JSON.parse(readText('lines.schema.json')) as object, 'lines.schema.json');
  const validate = ajv.compile({ $ref: `lines.schema.json#/$defs/${name}` });
  for (const line of found) {
    validate(line);
    expect([line.id, validate.errors ?? []]).toEqual([line.id, []]);
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});

test('plans and assessments have their published form', () => {
  for (const { id, plan } of programs) expect([id, checkPlan(plan)]).toEqual([id, []]);
  const validate = new Ajv2020({ strict: false }).compile(assessmentSchema());
  for (const { id, assessment } of cases) {
    if (assessment !== undefined) validate(assessment);
    expect([id, assessment === undefined ? [] : (validate.errors ?? [])]).toEqual([id, []]);
  }
});

test('the folder stays small enough to be read over', () => {
  const bytes = ['programs.jsonl', 'cases.jsonl', 'reviewed.jsonl'].map((name) =>
    Buffer.byteLength(readText(name)),
  );
  expect(bytes.reduce((sum, n) => sum + n, 0)).toBeLessThan(3_000_000);
});
