/** What stands around the answers: headings, the verdict, counts. */
import type { Phrasebook } from '@proviso/runtime';
import type { FrameWording, OutcomeWording } from '../wording.ts';
import { stop } from '../identifiers.ts';
import { instanceWords } from './facts.ts';
import { dutySentence, statusWords } from './results.ts';
import { underText } from './texts.ts';
import { countWords, dateWords, listWords, numberWords, quoted } from './words.ts';

/** The frame of an explanation. */
export function frameWording(): FrameWording {
  return {
    language: 'en',
    headings: {
      short: 'In short',
      outcome: 'Outcome',
      conclusions: 'Conclusions',
      law: 'What the law requires',
      'law.none': 'What texts that are not law require',
      'law.mixed': 'What the law and other texts require',
      goodPractice: 'Good practice',
      permission: 'What is permitted',
      unsettled: 'Not settled',
      'unsettled.law': 'Not settled: what the law may require',
      'unsettled.law.none': 'Not settled: what texts that are not law may require',
      'unsettled.law.mixed': 'Not settled: what the law and other texts may require',
      'unsettled.goodPractice': 'Not settled: good practice',
      'unsettled.permission': 'Not settled: what may be permitted',
      follows: 'How that follows',
      restsOn: 'What this rests on',
      provenance: 'Where the facts come from',
      needs: 'Still needed',
      sources: 'Sources',
      whyNot: 'Why not',
      stillToHold: 'What would still have to hold',
      changes: 'What would change it',
      duties: 'What to do next',
    },
    forces: { law: 'Law', goodPractice: 'Good practice', permission: 'Permission' },
    texts: { guidance: 'Guidance', draft: 'Draft', letter: 'Letter', superseded: 'Superseded' },
    notes: {
      unsettled: (needs) =>
        `What these turn on is not known${needs ? '; the questions under “Still needed” would settle them' : ''}.`,
      openList: (below) =>
        `Some of these${below ? ', and of those below,' : ''} are asked of each member of a list, and the list may have more members than are given.`,
      needs: 'The answers to these questions would settle what is open above.',
    },
    subtitle: (asOf) => `Assessed as of ${dateWords(asOf)}`,
    standing: ({ id, version, meaning, text }, asOf) =>
      `This is not legal advice. ${id} ${version}, as of ${dateWords(asOf)}; digest of its meaning ${meaning.slice(0, 12)}, of its text ${text.slice(0, 12)}.`,
    see: (paragraph) => `see ${paragraph}`,
    list: (items) => listWords(items),
  };
}

/** The outcome of an assessment. */
export function outcomeWording(phrases: Phrasebook): OutcomeWording {
  return {
    verdict: (verdict, breaches, examined, others) => {
      const rules = examined === 1 ? 'one rule' : countWords(examined, 'rule');
      switch (verdict) {
        case 'breachFound':
          return `A breach is found, in ${countWords(breaches, 'respect')} (${rules} examined).`;
        case 'undetermined':
          return `No breach is found so far, but not everything is settled: the facts given leave open ${examined === 1 ? 'the one rule' : `at least one of the ${rules}`} examined.`;
        case 'noBreachFound':
          if (examined === 0)
            return others === 0
              ? 'No rule was examined: this assessment answers questions of definition only.'
              : 'No rule was examined that can be breached, but only what should be done as good practice or may be done.';
          return `No breach is found under the ${rules} examined. Other rules may apply; nothing is said about them.`;
        default:
          throw new Error(`unknown verdict: ${String(verdict satisfies never)}`);
      }
    },
    departures: (paragraphs) =>
      `Good practice is departed from in ${countWords(paragraphs.length, 'respect')} (see ${listWords(paragraphs.map(String))}), which is no breach.`,
    settled: settledSentence,
    firstQuestions: (questions) => stop(`To be asked first: ${listWords(questions.map(quoted))}`),
    lead: (sentence, paragraph) => `${sentence.replace(/\.$/, '')} (see ${paragraph}).`,
    breach: (name, result, of, text) =>
      `${dutySentence(name, result, phrases)}: ${statusWords(result).toLowerCase()}${of === undefined ? '' : ` as to ${instanceWords(phrases, of)}`}${underText(text)}`,
  };
}

/** "Of ten answers asked for, three are settled and seven are not." */
function settledSentence(settled: number, asked: number): string {
  if (settled === 0)
    return asked === 1
      ? 'The one answer asked for is not settled.'
      : `None of the ${numberWords(asked)} answers asked for is settled.`;
  const open = asked - settled;
  return `Of ${countWords(asked, 'answer')} asked for, ${numberWords(settled)} ${settled === 1 ? 'is' : 'are'} settled and ${numberWords(open)} ${open === 1 ? 'is' : 'are'} not.`;
}
