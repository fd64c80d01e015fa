// What a person would write for rule A, with speed in mind and no engine.

import type { AnswersA, CaseA } from '../rule-a.ts';

export function decide({ message, call, email, processing }: CaseA): AnswersA {
  const marketing = message.unsolicitedMarketing;
  return {
    liveCallBarred: marketing && (call.objected || (call.listed && !call.leaveNotified)),
    emailBarred:
      marketing &&
      email.toIndividual &&
      !email.consented &&
      !(email.obtainedInSale && email.similarProducts && email.refusalOffered && !email.political),
    paragraph22:
      processing.registeredParty &&
      processing.politicalOpinions &&
      processing.necessary &&
      !processing.harmful &&
      !(processing.noticeGiven && processing.periodEnded),
  };
}
