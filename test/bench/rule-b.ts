// Rule B: a duty with a deadline, a condition over a list, and two dated versions of one definition. Dates are days
// since 1970-01-01, as compiled code takes them; `notYet` is later than all of them.

import { notYet } from './dates.ts';
import type { Random } from './random.ts';

/** A complete case of rule B, nested as the policy's vocabulary is. */
export interface CaseB {
  readonly data: {
    readonly fromOtherSource: boolean;
    readonly personHasInformation: boolean;
    readonly obtainedOn: number;
    readonly firstContactOn: number;
    readonly firstDisclosureOn: number;
    readonly informedOn: number;
  };
  readonly letters: readonly LetterB[];
  readonly decision: {
    readonly madeOn: number;
    readonly solelyAutomated: boolean;
    readonly meaningfulReview: boolean;
    readonly specialCategory: boolean;
    readonly significant: boolean;
  };
}
/** The same as JSON gives it: dates as `YYYY-MM-DD`, or `notYet`. */
export type JsonCaseB = {
  readonly [Part in 'data' | 'decision']: WithText<CaseB[Part]>;
} & { readonly letters: readonly WithText<LetterB>[] };
type WithText<Of> = { readonly [Key in keyof Of]: Of[Key] extends number ? string : Of[Key] };
interface LetterB {
  readonly objects: boolean;
  readonly receivedOn: number;
  readonly withdrawnOn: number;
}

export interface AnswersB {
  readonly informIndirect: 'doesNotApply' | 'compliedWith' | 'breached' | 'notYetDue';
  readonly objectionStands: boolean;
  readonly decisionRestricted: boolean;
}

/** The day on which every case of rule B is judged: 1 July 2026. */
export const asOfB = 20635;

/** A case at random: days around the law's change and around `asOfB`, none to four letters, an event in four not yet. */
export function randomCaseB(random: Random): CaseB {
  const flip = (chance = 0.5): boolean => random() < chance;
  const near = (days: number): number => asOfB - Math.floor(random() * days) + 5;
  const event = (days: number): number => (flip(0.25) ? notYet : near(days));
  return {
    data: {
      fromOtherSource: flip(0.85),
      personHasInformation: flip(0.25),
      obtainedOn: near(60),
      firstContactOn: event(60),
      firstDisclosureOn: event(60),
      informedOn: event(60),
    },
    letters: Array.from({ length: Math.floor(random() * 5) }, () => ({
      objects: flip(),
      receivedOn: event(60),
      withdrawnOn: event(60),
    })),
    decision: {
      madeOn: near(300),
      solelyAutomated: flip(),
      meaningfulReview: flip(),
      specialCategory: flip(),
      significant: flip(0.75),
    },
  };
}

/** The answers as one string, by which contenders are compared. */
export function answersB(of: AnswersB): string {
  return `${of.informIndirect} ${of.objectionStands} ${of.decisionRestricted}`;
}
