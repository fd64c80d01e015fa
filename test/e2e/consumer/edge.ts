// Where there is neither Node nor a page: the pack, its words, records, cases and interviews, and the compiler, by name alone.
import { explainCase, readYaml } from '@proviso/cases';
import { compilePack } from '@proviso/compiler/compile';
import { loadPlan } from '@proviso/compiler/interpret';
import { isAsSealed } from '@proviso/compiler/plan';
import { renderMarkdown, renderText } from '@proviso/explain';
import { renderHtmlPage } from '@proviso/explain/html';
import { caseOf, nextNeed } from '@proviso/interview';
import { makeRecord, readRecord, seal } from '@proviso/record';
import { recordHtml } from '@proviso/record/html';
import { rankNeeds } from '@proviso/runtime';
import { assessAmount } from 'housing-tenancy-deposits/goal/amount';
import phrases from 'housing-tenancy-deposits/phrases.json' with { type: 'json' };
import plan from 'housing-tenancy-deposits/plan.json' with { type: 'json' };
import { screen } from 'housing-tenancy-deposits/screen';

const facts = {
  tenancy: { assuredShorthold: true, annualRent: 12000, socialHousingOrLongLease: false },
  deposits: [{ amount: 1150 }],
};
const asOf = '2024-05-01';
const options = { asOf, goals: ['amount'] };
const pack = { ...loadPlan(plan), phrases };
const assessment = pack.assess(facts, options);
const explanation = explainCase(pack, assessment, { facts, options });
const made = makeRecord({
  ...pack,
  facts,
  assessment,
  title: 'A deposit',
  made: { on: '2024-05-02', program: '1.0.0' },
});
const sealed = 'record' in made ? seal(made.record) : undefined;
const policy = 'pack a.b { title "A" version "1.0.0" period from 2018-01-01 }';

globalThis.told = {
  sameFromCode: JSON.stringify(assessAmount(facts, { asOf })) === JSON.stringify(assessment),
  screened: screen(facts, { asOf }).verdict,
  asSealed: isAsSealed(plan, phrases),
  asked: nextNeed(assessment, caseOf([]).unknown, { lookAhead: 2 })?.path,
  ranked: rankNeeds(assessment).length,
  text: renderText(explanation).split('\n')[0],
  markdown: renderMarkdown(explanation).split('\n')[0],
  page: renderHtmlPage(explanation).startsWith('<!doctype html>'),
  recordIsRead: 'value' in readRecord(JSON.parse(JSON.stringify(sealed))),
  recordPage: recordHtml(sealed).includes('A deposit'),
  yaml: readYaml('letters: [a]').data,
  findings: compilePack(new Map([['p.policy', policy]]), 'p.policy').diagnostics.length,
};
