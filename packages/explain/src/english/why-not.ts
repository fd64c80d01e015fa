/** Why something did not apply. */
import type { Phrasebook } from '@proviso/runtime';
import { humanise } from '../identifiers.ts';
import { labelPhrase } from '../phrases.ts';
import { negative, positive } from '../polarity.ts';
import type { PartKind, WhyNotWording } from '../wording.ts';
import { ruleWords, whether } from './statements.ts';
import { quoted } from './words.ts';

const NOUNS: Readonly<Record<PartKind, string>> = {
  exception: 'exception',
  ground: 'ground',
  requirement: 'requirement',
};

/** Of the statements of a pack and their parts. */
export function whyNotWording(phrases: Phrasebook): WhyNotWording {
  return {
    part: (owner, part, kind, value) => {
      const subject = `the ${NOUNS[kind]} ${quoted(humanise(part))} ${kind === 'exception' ? 'to' : 'of'} ${ownerWords(owner, phrases)}`;
      const [yes, no] =
        kind === 'exception' ? ['applies', 'does not apply'] : ['is made out', 'is not made out'];
      const phrase = labelPhrase(phrases, owner, part);
      const because = (say: (template: string) => string): string =>
        phrase === undefined ? '' : `: ${say(phrase)}`;
      if (value === 'yes') return `${subject} ${yes}${because(positive)}`;
      if (value === 'no') return `${subject} ${no}${because(negative)}`;
      return `it is not known whether ${subject} ${yes}`;
    },
    holds: 'It does: the reasons are these.',
    unless: {
      others: 'Even if all of that were otherwise, these would still have to be known:',
      none: 'If all of that were otherwise, nothing else is known to stand in the way.',
    },
  };
}

function ownerWords(owner: string, phrases: Phrasebook): string {
  return phrases.statements[owner]?.act === undefined
    ? `the question ${whether(phrases, owner)}`
    : ruleWords(phrases, owner);
}
