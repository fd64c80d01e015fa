/** A small pack and a record of a case under it, for tests of records and reviews. */
import { compilePack } from '@proviso/compiler';
import { type LoadedPack, loadPlan } from '@proviso/compiler/interpret';
import type { Plan } from '@proviso/compiler/plan';
import { type DecisionRecord, makeRecord, type Opening, type RecordInput } from '@proviso/record';
import type { Phrasebook } from '@proviso/runtime';

/** Objections to mail: a judgement with factors, a deadline, a list, an ambiguity. */
export const trialPolicy = `pack trial.objections { title "Objections to mail" version "1.0.0" period from 2018-05-25 }
source code "A code" { status draft checked 2026-01-01 }
bearer controller "the controller"
record Letter "the letter" {
  fact byPost: yesno { ask "Did it come by post?" say "it {came|did not come} by post" }
  judgement objects {
    ask "Does it object?" say "it {objects|does not object}"
    consider byPost
  }
  event receivedOn { ask "When was it received?" say "it was received on {value}" }
  event answeredOn { ask "When was it answered?" say "it was answered on {value}" }
}
fact letters: list of Letter
fact mailed: yesno { ask "Were they mailed?" say "they {were|were not} mailed" }
ambiguity term "T-1" {
  reading wide "mail of any kind counts" default
  reading narrow "only mail that is sent counts"
  cite code para.1
}
define reached {
  say "they {are|are not} reached"
  means by reading term { wide: mailed or not mailed narrow: mailed }
  cite code para.2
  covers T-01
}
rule answer for l: Letter on controller {
  must "answer the objection"
  when reached and l.objects
  done by l.answeredOn, no later than 1 month after l.receivedOn
  cite code para.3 "within one month"
  covers T-02
}
`;

/** A case under it. */
export const trialFacts = {
  mailed: true,
  letters: [
    { byPost: true, objects: true, receivedOn: '2019-08-08', answeredOn: 'notYet' },
    { byPost: false, objects: false, receivedOn: '2019-08-09', answeredOn: 'notYet' },
  ],
};

export interface TrialPack {
  readonly plan: Plan;
  readonly phrases: Phrasebook;
  readonly assess: LoadedPack['assess'];
}

/** A pack of one text. */
export function trialPack(policy: string = trialPolicy): TrialPack {
  const { value, diagnostics } = compilePack(new Map([['pack.policy', policy]]), 'pack.policy');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (value === undefined || errors.length > 0)
    throw new Error(errors.map(({ message }) => message).join('\n'));
  return { ...value, assess: loadPlan(value.plan).assess };
}

/** The record of the case, and what opens its masks. */
export function trialRecord(
  options: Partial<Pick<RecordInput, 'provenance' | 'mask' | 'readings' | 'facts'>> & {
    readonly asOf?: string;
  } = {},
  { plan, phrases, assess }: TrialPack = trialPack(),
): { readonly record: DecisionRecord; readonly openings: readonly Opening[] } {
  const { asOf = '2019-09-20', facts = trialFacts, ...rest } = options;
  const assessment = assess(facts, {
    asOf,
    ...(rest.readings === undefined ? {} : { readings: rest.readings }),
  });
  let salts = 0;
  const result = makeRecord({
    plan,
    phrases,
    facts,
    assessment,
    assess,
    title: 'Two letters',
    made: { on: '2019-09-21', program: '0.0.0' },
    salt: () => (salts += 1).toString(16).padStart(64, '0'),
    ...rest,
  });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}
