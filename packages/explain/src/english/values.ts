/** What is said of a value, and of one that is not known or has not happened yet, in the phrase of the policy. */
import { humanise, isIsoDate } from '../identifiers.ts';
import { fill, hasPlace, positive } from '../polarity.ts';
import { dateWords, durationWords, quoted } from './words.ts';

/** What is said where the answer is unknown: "it is not known whether …". */
export function unknownPhrase(template: string): string {
  const yes = positive(template);
  if (!hasPlace(yes)) return `it is not known whether ${yes}`;
  const [, when] = /^(.+) on \{value\}$/.exec(yes) ?? [];
  if (when !== undefined) return `it is not known when ${when}`;
  if (/ (is|are|was|were) \{value\}$/.test(yes)) return fill(yes, 'not known');
  const [, who, verb] = /^(.+) (is|was) an? \{value\}$/.exec(yes) ?? [];
  if (who !== undefined) return `it is not known what ${who} ${verb ?? 'is'}`;
  return `it is not known how to complete “${fill(yes, '…')}”`;
}

/** The same as a subject: "what the fee is", "when the letter was received". */
export function whichValue(template: string): string {
  const [, when] = /^(.+) on \{value\}$/.exec(template) ?? [];
  if (when !== undefined) return `when ${when}`;
  const [, what, verb] = /^(.+) (is|are|was|were) \{value\}$/.exec(template) ?? [];
  return what === undefined || verb === undefined ? quoted(fill(template, '…')) : `what ${what} ${verb}`;
}

/**
 * What is said of an event that has not happened: "the letter was received on {value}" becomes "the letter has not yet been
 * received". Undefined where the phrase is of another form.
 */
export function notYetPhrase(template: string): string | undefined {
  const [, subject, verb, what] = /^(.+?) (was|were) (.+) on \{value\}$/.exec(template) ?? [];
  return what === undefined || subject === undefined
    ? undefined
    : `${subject} ${verb === 'was' ? 'has' : 'have'} not yet been ${what}`;
}

/**
 * What is said of a day that is none: "the first day due is {value}" becomes "the first day due has not come yet" and, of a day
 * before all others, "there is no first day due". Undefined where the phrase is of another form.
 */
export function noDayPhrase(template: string, value: 'notYet' | 'beforeAll'): string | undefined {
  const [, subject] = /^(.+?) (?:is|was) \{value\}$/.exec(template) ?? [];
  if (subject === undefined) return undefined;
  return value === 'notYet'
    ? `${subject} has not come yet`
    : `there is no ${subject.replace(/^(the|an|a) /, '')}`;
}

/** A value of a fact or a definition in words: dates, durations and enum members as a person would write them. */
export function valueWords(value: string | number): string {
  if (typeof value === 'number') return String(value);
  if (value === 'notYet') return 'not yet';
  if (value === 'beforeAll') return 'before every date';
  if (isIsoDate(value)) return dateWords(value);
  const duration = durationWords(value);
  if (duration !== undefined) return duration;
  if (/^[a-z][A-Za-z0-9_]*$/.test(value)) return humanise(value);
  return value;
}
