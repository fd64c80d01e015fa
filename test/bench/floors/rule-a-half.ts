// What a person would write for rule A where facts may be missing, with speed in mind and no engine: yes, no and unknown
// in two bits, so that `and` and `or` are those of the processor. That no answer is made of a missing fact is what is
// compared; nothing tells which fact is missing, or why an answer is as it is.

import type { AnswersA, CaseA } from '../rule-a.ts';

/** A case of rule A of which any fact may be missing. */
export type HalfCaseA = { readonly [Part in keyof CaseA]: Partial<CaseA[Part]> };

/** An answer where facts may be missing: `undefined` is unknown. */
export type HalfAnswersA = { readonly [Name in keyof AnswersA]: boolean | undefined };

const UNKNOWN = 1;
const YES = 3;

function bits(fact: boolean | undefined): number {
  return fact === undefined ? UNKNOWN : fact ? YES : 0;
}
function not(of: number): number {
  return of === UNKNOWN ? UNKNOWN : YES - of;
}
function answer(of: number): boolean | undefined {
  return of === UNKNOWN ? undefined : of === YES;
}

export function decide({ message, call, email, processing }: HalfCaseA): HalfAnswersA {
  const marketing = bits(message.unsolicitedMarketing);
  const softOptIn =
    bits(email.obtainedInSale) &
    bits(email.similarProducts) &
    bits(email.refusalOffered) &
    not(bits(email.political));
  return {
    liveCallBarred: answer(
      marketing & (bits(call.objected) | (bits(call.listed) & not(bits(call.leaveNotified)))),
    ),
    emailBarred: answer(marketing & bits(email.toIndividual) & not(bits(email.consented)) & not(softOptIn)),
    paragraph22: answer(
      bits(processing.registeredParty) &
        bits(processing.politicalOpinions) &
        bits(processing.necessary) &
        not(bits(processing.harmful)) &
        not(bits(processing.noticeGiven) & bits(processing.periodEnded)),
    ),
  };
}
