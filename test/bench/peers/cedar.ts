import {
  type AuthorizationAnswer,
  preparsePolicySet,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { Contender } from '../contender.ts';
import { answersA, type CaseA } from '../rule-a.ts';

const policies = {
  liveCallBarred: `permit (principal, action, resource) when {
    context.message.unsolicitedMarketing &&
    (context.call.objected || (context.call.listed && !context.call.leaveNotified))
  };`,
  emailBarred: `permit (principal, action, resource) when {
    context.message.unsolicitedMarketing && context.email.toIndividual && !context.email.consented &&
    !(context.email.obtainedInSale && context.email.similarProducts && context.email.refusalOffered &&
      !context.email.political)
  };`,
  paragraph22: `permit (principal, action, resource) when {
    context.processing.registeredParty && context.processing.politicalOpinions && context.processing.necessary &&
    !context.processing.harmful && !(context.processing.noticeGiven && context.processing.periodEnded)
  };`,
};

/** What of a case goes into a request: the case is its context. */
interface Request {
  readonly context: CaseA;
}

/** Cedar in WebAssembly: policies are parsed once; the answers are the permits that a single request satisfies. */
export const cedarPeer: Contender<CaseA> = {
  name: '@cedar-policy/cedar-wasm',
  note: 'one `statefulIsAuthorized` on a preparsed policy set; the answers are the policies it names as reasons',
  prepare(cases) {
    const parsed = preparsePolicySet('rule-a', { staticPolicies: policies });
    if (parsed.type === 'failure') throw new Error(JSON.stringify(parsed.errors));
    const principal = { type: 'Sender', id: 'sender' };
    const action = { type: 'Action', id: 'send' };
    const resource = { type: 'Message', id: 'message' };
    return {
      async: false,
      inputs: cases.map((context): Request => ({ context })),
      asOf: 0,
      run: ({ context }: Request): AuthorizationAnswer =>
        statefulIsAuthorized({
          principal,
          action,
          resource,
          context: context as never,
          preparsedPolicySetId: 'rule-a',
          entities: [],
        }),
      answers(output): string {
        const answer = output as AuthorizationAnswer;
        if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
        const { reason, errors } = answer.response.diagnostics;
        if (errors.length > 0) throw new Error(JSON.stringify(errors));
        return answersA({
          liveCallBarred: reason.includes('liveCallBarred'),
          emailBarred: reason.includes('emailBarred'),
          paragraph22: reason.includes('paragraph22'),
        });
      },
    };
  },
};
