/** A whole trace in a paragraph. */
import type { Phrasebook } from '@proviso/runtime';
import { capitalise, stop } from '../identifiers.ts';
import type { ShortWording } from '../wording.ts';
import { instanceWords } from './facts.ts';
import { whether } from './statements.ts';
import { underText } from './texts.ts';
import { countWords, dateWords, listWords, numberWords, quoted, semicolons } from './words.ts';

function head(kind: Parameters<ShortWording['rules']>[0], count: number): string {
  switch (kind) {
    case 'breached':
      return count === 1
        ? 'A breach is found'
        : `${capitalise(countWords(count, 'breach', 'breaches'))} are found`;
    case 'departedFrom':
      return 'Good practice is departed from, which is no breach';
    case 'due':
      return count === 1 ? 'This is still to be done' : 'These are still to be done';
    default:
      throw new Error(`unknown kind: ${String(kind satisfies never)}`);
  }
}

/** Of the rules of a pack. */
export function shortWording(phrases: Phrasebook): ShortWording {
  return {
    because: (sentence, reasons) =>
      reasons.length === 0 ? sentence : `${sentence.replace(/\.$/, '')}, because ${listWords(reasons)}.`,
    otherAnswers: (count, beside) =>
      `${capitalise(countWords(count, beside ? 'other answer' : 'answer'))} ${count === 1 ? 'is' : 'are'} settled; a longer explanation tells ${count === 1 ? 'it' : 'them'}.`,
    applies: (reasons) => `The rule applies because ${listWords(reasons)}.`,
    rules: (kind, rules, more) => {
      const told = rules.map(({ duty, of, dueOn, text }) => {
        const about = of === undefined ? '' : `, as to ${instanceWords(phrases, of)}`;
        const day =
          dueOn === undefined ? '' : ` (${kind === 'due' ? 'due' : 'it was due'} by ${dateWords(dueOn)})`;
        return `${duty}${about}${underText(text)}${day}`;
      });
      const rest = more === 0 ? [] : [`${numberWords(more)} more`];
      return `${head(kind, told.length + more)}: ${semicolons([...told, ...rest])}.`;
    },
    openSubject: (name, of) =>
      `${whether(phrases, name)}${of === undefined ? '' : ` (as to ${instanceWords(phrases, of)})`}`,
    missing: (open, named, questions, more) => {
      const which = `${open > named.length ? ', among them ' : ': '}${semicolons(named)}`;
      const what =
        open === 0
          ? []
          : [`${countWords(open, 'answer')} asked for ${open === 1 ? 'is' : 'are'} not settled${which}`];
      const rest = more === 0 ? '' : ` (and ${countWords(more, 'question')} more)`;
      const ask =
        questions.length === 0 ? [] : [stop(`To be asked first: ${listWords(questions.map(quoted))}${rest}`)];
      return [...what.map((one) => stop(capitalise(one))), ...ask].join(' ');
    },
    readings: (clauses) => clauses.map((clause) => `${capitalise(clause)}.`).join(' '),
    judgements: (count) => `This rests on ${countWords(count, 'judgement')}.`,
  };
}
