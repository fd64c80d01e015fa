import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { catalogue } from '@proviso/language';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type Day, formatDay } from '@proviso/runtime';
import { statementDigests } from './6-plan/statement-digests.ts';
import { assessmentSchema } from './7-emit/assessment-schema.ts';
import { factsSchema } from './7-emit/json-schema.ts';
import { planSchema } from './6-plan/plan-schema.ts';
import { readPlan } from './6-plan/read-plan.ts';
import { type CompiledPack, compilePack } from './compile-pack.ts';
import { loadPlan } from './interpret/load-plan.ts';

const policies = new URL('../../../policies/', import.meta.url);
const packs = readdirSync(policies, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** Every `.policy` file of a pack, by its path in it. */
function filesOf(pack: string): ReadonlyMap<string, string> {
  const root = new URL(`${pack}/`, policies);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.policy') && !name.includes('node_modules'),
  );
  return new Map(names.map((name) => [name, readFileSync(new URL(name, root), 'utf8')]));
}

function compiled(pack: string): CompiledPack {
  const { value, diagnostics } = compilePack(filesOf(pack), 'pack.policy');
  if (value === undefined) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return value;
}

const judge = new Ajv2020({ strict: false });
const validatePlan = judge.compile(planSchema());
const validateAssessment = judge.compile(assessmentSchema());

describe.each(packs)('policies/%s', (pack) => {
  const { plan, phrases } = compiled(pack);

  test('has a plan that can be sent and read', () => {
    const json: unknown = JSON.parse(JSON.stringify(plan));
    expect(readPlan(json)).toEqual(plan);
    expect([validatePlan(json), validatePlan.errors]).toEqual([true, null]);
  });

  test('compiles to the same plan every time', () => {
    expect(compiled(pack).plan).toEqual(plan);
  });

  test('has words for all that a person is asked', () => {
    const silent = Object.entries(phrases.facts).filter(
      ([key, words]) => words.ask === undefined && words.record === undefined && !key.includes('otherwise.'),
    );
    expect(silent.map(([key]) => key)).toEqual([]);
    expect(Object.keys(phrases.statements).toSorted()).toEqual(
      [
        ...plan.definitions.filter((d) => d.visible).map((d) => d.id),
        ...plan.rules.map((r) => r.name),
      ].toSorted(),
    );
  });

  test('has a digest of every statement', () => {
    const digests = Object.values(statementDigests(plan, phrases));
    expect(new Set(digests.map((d) => d.text)).size).toBe(digests.length);
  });

  test('has scenarios whose facts its schema allows, and whose assessments the schema of assessments allows', () => {
    const validateFacts = judge.compile(factsSchema(plan, phrases));
    const loaded = loadPlan(plan);
    // Assessing everything takes a while: a dozen cases, spread over the pack.
    const step = Math.ceil(plan.scenarios.length / 12);
    // What happened before the pack's period is governed by no law of it: such a case some goals can assess, and not all.
    const first = formatDay(plan.pack.period.from as Day);
    const isEarly = (facts: unknown): boolean =>
      (JSON.stringify(facts).match(/\d{4}-\d\d-\d\d/g) ?? []).some((date) => date < first);
    for (const [i, scenario] of plan.scenarios.entries()) {
      expect([scenario.name, validateFacts(scenario.facts), validateFacts.errors]).toEqual([
        scenario.name,
        true,
        null,
      ]);
      if (i % step !== 0 || isEarly(scenario.facts)) continue;
      const asOf = formatDay(scenario.asOf as Day);
      const assessment: unknown = JSON.parse(
        JSON.stringify(loaded.assess(scenario.facts, { asOf, readings: scenario.readings })),
      );
      expect([scenario.name, validateAssessment(assessment), validateAssessment.errors]).toEqual([
        scenario.name,
        true,
        null,
      ]);
    }
    expect(plan.scenarios.length).toBeGreaterThan(0);
  }, 60_000);
});

describe('assessment.schema.json', () => {
  const file = new URL('../../runtime/schema/assessment.schema.json', import.meta.url);

  test('is current', () => {
    const schema = `${JSON.stringify(assessmentSchema(), null, 2)}\n`;
    if (process.env['PROVISO_UPDATE'] === '1') writeFileSync(file, schema);
    expect(readFileSync(file, 'utf8')).toBe(schema);
  });

  test('refuses what is no assessment', () => {
    const [pack] = packs;
    const { plan } = compiled(pack ?? '');
    const [scenario] = plan.scenarios;
    const assessment = loadPlan(plan).assess(scenario?.facts, { asOf: formatDay(scenario?.asOf as Day) });
    const json = JSON.parse(JSON.stringify(assessment)) as Record<string, unknown>;
    expect(validateAssessment(json)).toBe(true);
    expect(validateAssessment({ ...json, verdict: 'compliant' })).toBe(false);
    expect(validateAssessment({ ...json, complies: true })).toBe(false);
    expect(validateAssessment({ ...json, definitions: { x: { value: 'yes' } } })).toBe(false);
    const reason = { kind: 'hunch', value: 'yes' };
    expect(validateAssessment({ ...json, definitions: { x: { value: 'yes', because: [reason] } } })).toBe(
      false,
    );
  });
});

test('a pack with errors has diagnostics and no plan', () => {
  const { value, diagnostics } = compilePack(
    new Map([['p.policy', 'pack p { title "P" }\nfact a: nothing']]),
    'p.policy',
  );
  expect(value).toBeUndefined();
  expect(diagnostics.some((d) => d.severity === 'error')).toBe(true);
});

test('the sample of each code of planning has that code, and the repaired one none', () => {
  const rows = catalogue.filter(({ phase }) => phase === 'plan');
  expect(rows).not.toEqual([]);
  for (const { code, bad, good } of rows) {
    const codes = (example: typeof bad): readonly string[] => {
      if (typeof example === 'string' || !('make' in example))
        throw new Error(`${code} has a sample of another kind`);
      return compilePack(new Map([['p.policy', example.make()]]), 'p.policy').diagnostics.map((d) => d.code);
    };
    expect(codes(bad).filter((found) => found === code)).toEqual([code]);
    expect(codes(good)).not.toContain(code);
  }
});
