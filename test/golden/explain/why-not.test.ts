/** Why a definition, a rule or a part of one did not apply, as a reader is told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledPack, compilePack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { checkPlan, labelNames, type LabelKind, statementNames, withLabel } from '@proviso/compiler/plan';
import { explainWhyNot, reassessing, renderText } from '@proviso/explain';
import { describe, expect, test } from 'vitest';
import { policyTexts, readPack, repository } from '../../support/read-pack.ts';

const parts: Readonly<Record<LabelKind, 'requirement' | 'ground' | 'exception'>> = {
  requires: 'requirement',
  limb: 'ground',
  exception: 'exception',
};

function whyNot({ plan, phrases }: CompiledPack, name: string, facts: unknown, asOf: string): string {
  const labelled = statementNames(plan).includes(name) ? undefined : withLabel(plan, name);
  const asked = labelled?.name ?? name;
  const { assess } = loadPlan(labelled?.plan ?? plan);
  const explanation = explainWhyNot(assess(facts, { asOf, goals: [asked] }), phrases, asked, {
    ...(labelled === undefined
      ? {}
      : { part: { statement: labelled.statement, label: labelled.label, kind: parts[labelled.kind] } }),
    reassess: reassessing(assess, { facts, options: { asOf } }),
  });
  return renderText(explanation).replaceAll(/(its\s+(?:meaning|text)\s+)[0-9a-f]{12}/g, '$1(digest)');
}

const workshop = (() => {
  const texts = policyTexts(join(import.meta.dirname, 'constructs/workshop'));
  const { value } = compilePack(texts, 'pack.policy');
  if (value === undefined) throw new Error('the pack of all constructs has errors');
  return value;
})();
const ico = readPack('ico-political-campaigning');
const tenancy = readPack('tenancy-deposits');

const occupier: unknown = JSON.parse(
  readFileSync(
    join(repository, 'policies/ico-political-campaigning/cases/mail-to-the-occupier.json'),
    'utf8',
  ),
);
const deposits: unknown = JSON.parse(
  readFileSync(join(repository, 'policies/tenancy-deposits/cases/two-deposits.json'), 'utf8'),
);
const known = workshop.plan.scenarios.find(({ name }) => name === 'all is known')?.facts;

// `pnpm test --project golden -u` rewrites the texts.
test.each([
  ['a definition', ico, 'subjectToPecr', occupier, '2019-09-01'],
  ['an exception', ico, 'directMarketing.freepost', occupier, '2019-09-01'],
  ['an exception to an exception', ico, 'directed.unnamedPost', occupier, '2019-09-01'],
  ['what applies', ico, 'directMarketing', occupier, '2019-09-01'],
  ['a rule, for each instance', tenancy, 'payPenalty', deposits, '2026-01-15'],
  ['a rule, where no instance is known', tenancy, 'noExcessDeposit', {}, '2024-05-01'],
  ['a rule, where there are no instances', tenancy, 'noExcessDeposit', { deposits: [] }, '2024-05-01'],
  ['an exception, for each instance', tenancy, 'depositBars.returned', deposits, '2026-01-15'],
  ['a rule that a permission overrides', workshop, 'keepLate', known, '2026-03-01'],
  ['an exception elsewhere', workshop, 'mayBorrow.holiday', known, '2026-03-01'],
  ['a ground', workshop, 'dangerous.several', known, '2026-03-01'],
  ['what is not known', workshop, 'mayBorrow', {}, '2026-03-01'],
])('%s', async (title, pack, name, facts, asOf) => {
  const file = `${title.replaceAll(/[^a-z]+/g, '-')}.txt`;
  await expect(whyNot(pack, name, facts, asOf)).toMatchFileSnapshot(
    join(import.meta.dirname, 'why-not', file),
  );
});

test('a name of which the assessment says nothing is refused', () => {
  const { assess } = loadPlan(tenancy.plan);
  const assessment = assess({}, { asOf: '2024-05-01', goals: ['amount'] });
  expect(() => explainWhyNot(assessment, tenancy.phrases, 'informTenant')).toThrow(
    new TypeError('the assessment has no definition or rule `informTenant`'),
  );
});

describe('a label asked about by itself', () => {
  test.each([
    ['tenancy deposits', tenancy],
    ['workshop', workshop],
  ])('every label of %s gives a plan that can be read', (_, { plan }) => {
    const names = labelNames(plan);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const labelled = withLabel(plan, name);
      expect(labelled === undefined ? [name] : checkPlan(labelled.plan)).toEqual([]);
    }
  });

  test('asks nothing of the statement around it', () => {
    const labelled = withLabel(workshop.plan, 'mayBorrow.broken');
    const asked = labelled?.name ?? '';
    const { definitions } = loadPlan(labelled?.plan).assess(
      { person: { age: 3 }, loan: { tool: 'drill', broken: true } },
      { asOf: '2026-03-01', goals: ['mayBorrow', asked] },
    );
    expect(definitions).toMatchObject({ mayBorrow: { value: 'no' }, [asked]: { value: 'yes' } });
  });

  test('is not found where there is none', () => {
    expect(
      ['mayBorrow', 'mayBorrow.nothing', 'nothing.broken', 'mayBorrow.broken.broken'].map((name) =>
        withLabel(workshop.plan, name),
      ),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });
});
