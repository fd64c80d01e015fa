/**
 * Whatever callers whose types nobody checked hand to a public function: each refuses by an error that says what it takes,
 * never by one that JavaScript throws of itself.
 */
import { compilePack, loadPack } from '@proviso/compiler';
import { loadPlan, withChanges } from '@proviso/compiler/interpret';
import {
  explain,
  explainMarkdown,
  explainText,
  explainWhyNot,
  nextSteps,
  renderMarkdown,
  renderText,
  whatNext,
  whatWouldChange,
} from '@proviso/explain';
import { renderHtml, renderHtmlPage } from '@proviso/explain/html';
import { checkPack, formatText, parseFile } from '@proviso/language';
import { readRecord } from '@proviso/record';
import { day, FactsError, rankNeeds } from '@proviso/runtime';
import { describe, expect, test } from 'vitest';
import { compileBadInputPack } from '../support/bad-input-pack.ts';

const { plan, phrases } = compileBadInputPack();
const pack = loadPlan(plan);
const [goal] = plan.goals;
const options = { asOf: '2020-01-01', goals: [goal?.name ?? ''] };
const assessment = pack.assess({}, options);
const sound = explain(assessment, phrases);
const next = nextSteps(assessment);

const wrong: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  Number.NaN,
  '',
  'text',
  [],
  [null],
  {},
  { needs: {} },
  { sections: 1, changes: 1 },
  new Map([[1, 2]]),
  Symbol('s'),
  () => {},
  Object.create(null),
];

/** Functions of one thing that is wrong; `any` stands for callers without types. */
const uses: Readonly<Record<string, (it: any) => unknown>> = {
  day: (it) => day(it),
  rankNeeds: (it) => rankNeeds(it),
  loadPlan: (it) => loadPlan(it),
  'assess of facts': (it) => pack.assess(it, options),
  'assess with options': (it) => pack.assess({}, it),
  'whatWouldChange of a target': (it) => pack.whatWouldChange({}, options, it),
  withChanges: (it) => withChanges({}, it),
  compilePack: (it) => compilePack(it, 'p.policy'),
  loadPack: (it) => loadPack(it, 'p.policy'),
  checkPack: (it) => checkPack(it, 'p.policy'),
  'checkPack of an entry': (it) => checkPack(new Map(), it),
  parseFile: (it) => parseFile(it, 'p.policy'),
  formatText: (it) => formatText(it, 'p.policy'),
  explain: (it) => explain(it, phrases),
  'explain with phrases': (it) => explain(assessment, it),
  explainText: (it) => explainText(it, phrases),
  explainMarkdown: (it) => explainMarkdown(it, phrases),
  explainWhyNot: (it) => explainWhyNot(it, phrases, 'x'),
  nextSteps: (it) => nextSteps(it),
  whatNext: (it) => whatNext(next, it, phrases),
  whatWouldChange: (it) => whatWouldChange([], it, phrases),
  renderText: (it) => renderText(it),
  renderMarkdown: (it) => renderMarkdown(it),
  renderHtml: (it) => renderHtml(it),
  renderHtmlPage: (it) => renderHtmlPage(it),
  readRecord: (it) => readRecord(it),
};

/** What an engine says of itself when a value is used as what it is not. */
const ofTheEngine =
  /^Cannot |is not (a function|iterable|defined|an object)|undefined \(reading|right-hand side|Symbol value|object null|expected magic/;

function refusalOf(use: () => unknown): readonly string[] {
  try {
    use();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : ''];
  }
}

describe('what is wrong is refused in words, by', () => {
  test.each(Object.entries(uses))('%s', (_, use) => {
    const refusals = wrong.flatMap((it) => refusalOf(() => use(it)));
    expect(refusals.filter((message) => message.length < 16 || ofTheEngine.test(message))).toEqual([]);
  });
});

test('what is right is taken', () => {
  expect(renderText(sound).length).toBeGreaterThan(0);
  expect(() => day('2020-02-30')).toThrow(FactsError);
  expect(rankNeeds(JSON.parse(JSON.stringify(assessment))).length).toBe(assessment.needs.length);
});
