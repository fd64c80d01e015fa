// What a person would write for rule B on facts as JSON gives them, with speed in mind and no engine: dates are read
// where an answer turns on them, digit by digit, and taken at their word. To compare the texts themselves was tried and
// is slower.

import { notYet } from '../dates.ts';
import type { AnswersB, JsonCaseB } from '../rule-b.ts';
import { MARCH_TO_EPOCH, nextMonth, restricted } from './rule-b.ts';

/** The day number of `YYYY-MM-DD`, or of `notYet`. The character codes of `0000-00-00` add up to what is taken off. */
function day(text: string): number {
  if (text === 'notYet') return notYet;
  const digits = (at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
  const month = digits(5);
  const year = digits(0) * 100 + digits(2) - (month > 2 ? 0 : 1);
  const sinceMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = (year >> 2) - ((year / 100) | 0) + ((year / 400) | 0);
  return year * 365 + leapDays + (((153 * sinceMarch + 2) / 5) | 0) + digits(8) - 1 - MARCH_TO_EPOCH;
}

function inform(data: JsonCaseB['data'], asOf: number): AnswersB['informIndirect'] {
  if (!data.fromOtherSource || data.personHasInformation) return 'doesNotApply';
  const obtainedOn = day(data.obtainedOn);
  if (obtainedOn > asOf) return 'doesNotApply';
  const due = Math.min(nextMonth(obtainedOn), day(data.firstContactOn), day(data.firstDisclosureOn));
  const informedOn = day(data.informedOn);
  if (informedOn <= asOf && informedOn <= due) return 'compliedWith';
  return asOf > due ? 'breached' : 'notYetDue';
}

function objectionStands(letters: JsonCaseB['letters'], asOf: number): boolean {
  for (const letter of letters) {
    if (letter.objects && day(letter.receivedOn) <= asOf && day(letter.withdrawnOn) > asOf) return true;
  }
  return false;
}

export function decide(facts: JsonCaseB, asOf: number): AnswersB {
  return {
    informIndirect: inform(facts.data, asOf),
    objectionStands: objectionStands(facts.letters, asOf),
    decisionRestricted: restricted(facts.decision, day(facts.decision.madeOn), asOf),
  };
}
