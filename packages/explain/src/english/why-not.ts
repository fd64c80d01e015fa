/** Why something did not apply. */
import type { Phrasebook, ResultValue } from '@proviso/runtime';
import { humanise } from '../identifiers.ts';
import { labelPhrase } from '../phrases.ts';
import { negative, positive } from '../polarity.ts';
import type { PartKind, WhyNotWording } from '../wording.ts';
import { withoutArticle } from './facts.ts';
import { ruleWords, whether } from './statements.ts';
import { quoted } from './words.ts';

/** Of the statements of a pack and their parts. */
export function whyNotWording(phrases: Phrasebook): WhyNotWording {
  return {
    part: (statement, label, kind, value) => {
      const isRule = phrases.statements[statement]?.act !== undefined;
      const clause = partClause(statement, label, kind, value, phrases);
      return isRule ? clause : `on the question ${whether(phrases, statement)}, ${clause}`;
    },
    partAlone: (statement, label, kind, value) => partClause(statement, label, kind, value, phrases),
    holds: (kind, all) => {
      if (kind === 'rule')
        return all
          ? 'It does apply, for these reasons.'
          : 'It does apply to some; each is told with its reasons.';
      return all ? 'It is so, for these reasons.' : 'Of some it is so; each is told with its reasons.';
    },
    noMember: (name) => {
      const record = phrases.statements[name]?.record;
      const title = record === undefined ? undefined : phrases.records[record]?.title;
      return `It is asked as to each ${withoutArticle(title ?? 'instance')}, and there is none.`;
    },
    unless: {
      others: 'Even if all of that were otherwise, it would turn on this, which is not known:',
      none: 'If all of that were otherwise, nothing else is known to stand in the way.',
    },
  };
}

/** "the exception called “freepost” does not apply": the label is the policy's, and no words of the source. */
function partClause(
  statement: string,
  label: string,
  kind: PartKind,
  value: ResultValue,
  phrases: Phrasebook,
): string {
  const labels = label.split('.').map((one) => `called ${quoted(humanise(one))}`);
  const outer = labels.slice(0, -1).map((one) => ` to the exception ${one}`);
  const isRule = phrases.statements[statement]?.act !== undefined;
  const owner = isRule ? ` ${kind === 'exception' ? 'to' : 'of'} ${ruleWords(phrases, statement)}` : '';
  const subject = `the ${kind} ${labels.at(-1) ?? ''}${outer.join('')}${owner}`;
  const [yes, no] = kind === 'exception' ? ['applies', 'does not apply'] : ['is made out', 'is not made out'];
  if (value !== 'yes' && value !== 'no') return `it is not known whether ${subject} ${yes}`;
  const phrase = labelPhrase(phrases, statement, label);
  const because =
    phrase === undefined ? '' : `, because ${value === 'yes' ? positive(phrase) : negative(phrase)}`;
  return `${subject} ${value === 'yes' ? yes : no}${because}`;
}
