/** What is to be done and found out next. */
import type { Phrasebook } from '@proviso/runtime';
import type { NextWording } from '../wording.ts';
import { instanceWords } from './facts.ts';
import { dutySentence, statusWords } from './results.ts';
import { underText } from './texts.ts';
import { factValueWords } from './told-values.ts';
import { listWords, numberWords, quoted } from './words.ts';

/** Of the rules and facts of a pack. */
export function nextWording(phrases: Phrasebook): NextWording {
  return {
    rule: (name, result, of, text) =>
      `${dutySentence(name, result, phrases)}${of === undefined ? '' : `, as to ${instanceWords(phrases, of)}`}${underText(text)}`,
    broken: (result) =>
      result.status === 'breached' || result.status === 'departedFrom'
        ? `${statusWords(result)}.`
        : undefined,
    nothingDue: 'No rule that was examined is open or broken.',
    allTurnOn: (answers, more) => `The answers to these questions matter for ${withMore(answers, more)}.`,
    turnsOn: (answers, more) => `it matters for ${withMore(answers, more)}`,
    settles: (path, given, answers, more) => {
      const words = given.map((answer) => quoted(factValueWords(phrases, path, answer)));
      return `the answer ${listWords(words, 'or')} would settle ${withMore(answers, more)}`;
    },
  };
}

function withMore(answers: readonly string[], more: number): string {
  return listWords(more === 0 ? answers : [...answers, `${numberWords(more)} more`]);
}
