import jsonLogic from 'json-logic-js';
import type { Contender } from '../contender.ts';
import { answersA, type CaseA } from '../rule-a.ts';

const fact = (path: string): { readonly var: string } => ({ var: path });

/** The three answers in order; json-logic evaluates the members of an array. */
const rule = [
  {
    and: [
      fact('message.unsolicitedMarketing'),
      { or: [fact('call.objected'), { and: [fact('call.listed'), { '!': fact('call.leaveNotified') }] }] },
    ],
  },
  {
    and: [
      fact('message.unsolicitedMarketing'),
      fact('email.toIndividual'),
      { '!': fact('email.consented') },
      {
        '!': {
          and: [
            fact('email.obtainedInSale'),
            fact('email.similarProducts'),
            fact('email.refusalOffered'),
            { '!': fact('email.political') },
          ],
        },
      },
    ],
  },
  {
    and: [
      fact('processing.registeredParty'),
      fact('processing.politicalOpinions'),
      fact('processing.necessary'),
      { '!': fact('processing.harmful') },
      { '!': { and: [fact('processing.noticeGiven'), fact('processing.periodEnded')] } },
    ],
  },
];

/** json-logic-js: the rule is a JSON tree, walked at each call. */
export const jsonLogicPeer: Contender<CaseA> = {
  name: 'json-logic-js',
  note: 'one `apply` of an array of three rules to the nested facts',
  prepare: (cases) => ({
    async: false,
    inputs: cases,
    asOf: 0,
    run: (input: CaseA): unknown => jsonLogic.apply(rule as never, input),
    answers(output): string {
      const [liveCallBarred, emailBarred, paragraph22] = output as boolean[];
      return answersA({
        liveCallBarred: liveCallBarred === true,
        emailBarred: emailBarred === true,
        paragraph22: paragraph22 === true,
      });
    },
  }),
};
