/** The facts and judgements of a record, each with who said so. */
import { dateWords, withinSentence, withoutNotYet } from '@proviso/explain';
import type { DecisionRecord, ToldFact } from '../record.ts';
import { type Child, el } from '@proviso/explain/html';
import { table } from './table.ts';
import { jsonWords } from '../value-words.ts';

function isJudgement({ kind }: ToldFact): boolean {
  return kind === 'judgement' || kind === 'otherwise';
}

/** Judgements one by one: what was judged, by whom, why, on what evidence, with which factors in view. */
export function judgementsSection({ told }: DecisionRecord): Child {
  const judgements = told.filter(isJudgement);
  if (judgements.length === 0) return null;
  return el('section', null, el('h2', null, 'Judgements'), ...judgements.map(judgement));
}

function judgement(fact: ToldFact): Child {
  const { path, value, words, why, evidence = [], factors = [] } = fact;
  return el(
    'article',
    { class: 'judgement' },
    el('h3', null, askedOf(fact), ' ', el('span', { class: 'path' }, path)),
    el(
      'dl',
      null,
      ...row('Judged', el('strong', null, words ?? jsonWords(value))),
      ...row('By', attributed(fact) ?? 'not stated'),
      ...row('Why', value === undefined ? 'masked' : (why ?? 'not stated')),
      ...(evidence.length === 0
        ? []
        : row('Evidence', el('ul', null, ...evidence.map((one) => el('li', null, one))))),
      ...(factors.length === 0
        ? []
        : row(
            'Considered',
            el(
              'ul',
              null,
              ...factors.map((factor) =>
                el(
                  'li',
                  null,
                  `${withoutNotYet(factor.question)} ${factor.words ?? jsonWords(factor.value)}`,
                ),
              ),
            ),
          )),
    ),
  );
}

/** The other facts, in a table. */
export function factsSection({ told }: DecisionRecord): Child {
  const facts = told.filter((fact) => !isJudgement(fact));
  if (facts.length === 0) return null;
  const heads = ['Question', 'Answer', 'Who said so', 'Reason or evidence'];
  return el('section', null, el('h2', null, 'Facts'), table('Facts', heads, facts.map(factRow), 'facts'));
}

function factRow(fact: ToldFact): Child {
  const { path, value, words, evidence = [], why } = fact;
  const shown = [...(why === undefined ? [] : [why]), ...evidence].join('; ');
  return el(
    'tr',
    null,
    el('th', { scope: 'row' }, askedOf(fact), ' ', el('span', { class: 'path' }, path)),
    el('td', null, words ?? jsonWords(value)),
    el('td', null, attributed(fact) ?? 'not stated'),
    el('td', null, shown === '' ? '–' : shown),
  );
}

/** The question; of one of several, with which is meant. */
export function askedOf({ question, about }: Pick<ToldFact, 'question' | 'about'>): string {
  const asked = withoutNotYet(question);
  return about === undefined ? asked : `As to ${about}: ${withinSentence(asked)}`;
}

function attributed({ who, when }: ToldFact): string | undefined {
  if (who === undefined) return when === undefined ? undefined : dateWords(when);
  return when === undefined ? who : `${who}, ${dateWords(when)}`;
}

function row(term: string, ...text: readonly Child[]): readonly Child[] {
  return [el('dt', null, term), el('dd', null, ...text)];
}
