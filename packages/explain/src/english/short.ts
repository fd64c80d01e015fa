/** A whole trace in a paragraph. */
import type { Phrasebook } from '@proviso/runtime';
import { capitalise } from '../identifiers.ts';
import type { ShortWording } from '../wording.ts';
import { instanceWords } from './facts.ts';
import { countWords, dateWords, listWords, numberWords, quoted } from './words.ts';

const HEADS: Readonly<Record<Parameters<ShortWording['rules']>[0], readonly [one: string, many: string]>> = {
  breached: ['This is breached', 'These are breached'],
  departedFrom: ['Good practice is departed from', 'Good practice is departed from'],
  due: ['This is still to be done', 'These are still to be done'],
};

/** Of the rules of a pack. */
export function shortWording(phrases: Phrasebook): ShortWording {
  return {
    because: (sentence, reasons) =>
      reasons.length === 0 ? sentence : `${sentence.replace(/\.$/, '')}, because ${listWords(reasons)}.`,
    rules: (kind, rules, more) => {
      const told = rules.map(({ duty, of, dueOn }) => {
        const about = of === undefined ? '' : `, as to ${instanceWords(phrases, of)}`;
        const day =
          dueOn === undefined ? '' : ` (${kind === 'due' ? 'due' : 'it was due'} by ${dateWords(dueOn)})`;
        return `${duty}${about}${day}`;
      });
      const rest = more === 0 ? [] : [`${numberWords(more)} more`];
      const [one, many] = HEADS[kind];
      return `${told.length + more === 1 ? one : many}: ${semicolons([...told, ...rest])}.`;
    },
    missing: (open, questions, more) => {
      const what = `${capitalise(countWords(open, 'answer'))} asked for ${open === 1 ? 'is' : 'are'} not settled`;
      if (questions.length === 0) return `${what}.`;
      const rest = more === 0 ? '' : ` (and ${countWords(more, 'question')} more)`;
      return `${what}; to be asked first: ${listWords(questions.map(quoted))}${rest}.`;
    },
    readings: (clauses) => clauses.map((clause) => `${capitalise(clause)}.`).join(' '),
    judgements: (count) => `This rests on ${countWords(count, 'judgement')}.`,
  };
}

function semicolons(items: readonly string[]): string {
  return items.length <= 1 ? items.join('') : `${items.slice(0, -1).join('; ')}; and ${items.at(-1)}`;
}
