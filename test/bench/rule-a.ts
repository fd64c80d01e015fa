// Rule A: regulation 21 (live calls), regulation 22 (electronic mail) and paragraph 22 over sixteen yes/no facts.

import type { Random } from './random.ts';

/** A complete case of rule A, nested as the policy's vocabulary is. */
export interface CaseA {
  readonly message: { readonly unsolicitedMarketing: boolean };
  readonly call: { readonly objected: boolean; readonly listed: boolean; readonly leaveNotified: boolean };
  readonly email: {
    readonly toIndividual: boolean;
    readonly consented: boolean;
    readonly obtainedInSale: boolean;
    readonly similarProducts: boolean;
    readonly refusalOffered: boolean;
    readonly political: boolean;
  };
  readonly processing: {
    readonly registeredParty: boolean;
    readonly politicalOpinions: boolean;
    readonly necessary: boolean;
    readonly harmful: boolean;
    readonly noticeGiven: boolean;
    readonly periodEnded: boolean;
  };
}

export interface AnswersA {
  readonly liveCallBarred: boolean;
  readonly emailBarred: boolean;
  readonly paragraph22: boolean;
}

/**
 * A case at random. Every fact is as likely yes as no but the three that everything else hangs on, which are mostly
 * yes, so that most cases reach the end of the rule.
 */
export function randomCaseA(random: Random): CaseA {
  const flip = (chance = 0.5): boolean => random() < chance;
  return {
    message: { unsolicitedMarketing: flip(0.85) },
    call: { objected: flip(), listed: flip(), leaveNotified: flip() },
    email: {
      toIndividual: flip(0.85),
      consented: flip(),
      obtainedInSale: flip(),
      similarProducts: flip(),
      refusalOffered: flip(),
      political: flip(),
    },
    processing: {
      registeredParty: flip(0.85),
      politicalOpinions: flip(),
      necessary: flip(),
      harmful: flip(),
      noticeGiven: flip(),
      periodEnded: flip(),
    },
  };
}

/** The answers as one string, by which contenders are compared. */
export function answersA(of: AnswersA): string {
  return `${of.liveCallBarred} ${of.emailBarred} ${of.paragraph22}`;
}
