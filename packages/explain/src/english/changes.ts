/** What would change an answer. Each change is told as if it were so, since a policy's phrases have no other mood. */
import type { Change, FactChange, Phrasebook, Searched } from '@proviso/runtime';
import { capitalise, stop } from '../identifiers.ts';
import { instanceOf } from '../phrases.ts';
import type { ChangedAnswer, ChangeWording } from '../wording.ts';
import { factClause, instanceWords, memberWords, question } from './facts.ts';
import { definitionOf, ruleConclusion, wouldBe } from './results.ts';
import { definitionClause } from './statements.ts';
import { listClause } from './steps.ts';
import { factValueWords } from './told-values.ts';
import { countWords, listWords, quoted, semicolons } from './words.ts';

/** Of the statements and facts of a pack. */
export function changeWording(phrases: Phrasebook): ChangeWording {
  return {
    now: (name, answer, of) => capitalise(stop(nowClause(name, answer, of, phrases))),
    enough: (sets) =>
      `${sets === 1 ? 'This' : 'Each of these'} would change that, everything else being as it is.`,
    none: 'No change was found that would alter that, among the facts that can change.',
    would: (name, answer, several) =>
      `${wouldClause(name, answer, phrases)} if ${several ? 'any one of these' : 'this'} were so`,
    change: (change, about) => changeClause(change, about, phrases),
    together: (changes, dropped) => {
      const all = semicolons(changes);
      const questions = listWords(dropped.map((path) => quoted(question(phrases, path))));
      return dropped.length === 0
        ? all
        : `${all} (${dropped.length === 1 ? 'the question' : 'the questions'} ${questions} would then not arise)`;
    },
    searched,
  };
}

function nowClause(name: string, answer: ChangedAnswer, of: string | undefined, phrases: Phrasebook): string {
  if (answer.kind === 'rule') return ruleConclusion(name, answer.result, of, undefined, phrases);
  return definitionOf(phrases, name, answer.value, answer.notEstablished, of);
}

function wouldClause(name: string, answer: ChangedAnswer, phrases: Phrasebook): string {
  if (answer.kind === 'rule') {
    const would = wouldBe(answer.result);
    // What qualifies it stands between commas.
    return `it ${would}${would.includes(', ') ? ',' : ''}`;
  }
  return `the answer would be that ${definitionClause(phrases, name, answer.value, answer.notEstablished)},`;
}

function changeClause(change: Change, about: string | undefined, phrases: Phrasebook): string {
  switch (change.kind) {
    case 'fact': {
      const instance = instanceOf(change.path);
      const whose =
        instance === undefined || instance === about ? '' : `as to ${instanceWords(phrases, instance)}, `;
      return `${whose}${change.from === null ? 'it is known that ' : ''}${factChange(change, phrases)}`;
    }
    case 'complete': {
      const { path, length } = change;
      return `it is known that ${listClause({ kind: 'list', path, complete: true, length }, phrases)}`;
    }
    case 'member':
      return `there is another ${memberWords(phrases, change.path)}, ${instanceWords(phrases, change.path)}`;
    default:
      throw new Error(`unknown kind of change: ${String(change satisfies never)}`);
  }
}

function factChange({ path, member, input, from, to, bound }: FactChange, phrases: Phrasebook): string {
  const value = typeof to === 'boolean' ? (to ? 'yes' : 'no') : to;
  const clause = factClause(phrases, {
    kind: 'fact',
    path,
    input,
    value:
      bound === undefined ? value : `${factValueWords(phrases, path, value)} ${boundWords(value, bound)}`,
    ...(member === undefined ? {} : { member }),
  });
  const notes = [
    ...(input === 'judgement' || input === 'otherwise' ? ['a judgement'] : []),
    ...(from === null || typeof from === 'boolean' ? [] : [`given: ${factValueWords(phrases, path, from)}`]),
  ];
  return notes.length === 0 ? clause : `${clause} (${notes.join('; ')})`;
}

function boundWords(value: string | number, bound: NonNullable<FactChange['bound']>): string {
  const isDay = typeof value === 'string' && !value.startsWith('P');
  if (bound === 'orLess') return isDay ? 'or earlier' : 'or less';
  return isDay ? 'or later' : 'or more';
}

function searched({ size, complete, tried, stopped }: Searched): string {
  switch (stopped) {
    case 'budget': {
      const done =
        complete === 0
          ? 'not every single change has been tried'
          : `${setsWords(complete)} have all been tried, larger ones not`;
      return `The search stopped after ${tried} cases: ${done}.`;
    }
    case 'count':
      return `${capitalise(setsWords(complete))} were looked for; larger ones were not, since there are so many already.`;
    case undefined:
      return `${capitalise(setsWords(size))} were looked for, of facts that a person can change.`;
    default:
      throw new Error(`unknown: ${String(stopped satisfies never)}`);
  }
}

function setsWords(size: number): string {
  return size === 1 ? 'single changes' : `sets of up to ${countWords(size, 'change')}`;
}
