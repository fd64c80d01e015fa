import {
  evaluateExpressionSync,
  ZenDecisionContent,
  ZenEngine,
  type ZenEngineResponse,
} from '@gorules/zen-engine';
import type { Contender } from '../contender.ts';
import { answersA, type AnswersA, type CaseA } from '../rule-a.ts';

const expressions = {
  liveCallBarred:
    'message.unsolicitedMarketing and (call.objected or (call.listed and not call.leaveNotified))',
  emailBarred:
    'message.unsolicitedMarketing and email.toIndividual and not email.consented and ' +
    'not (email.obtainedInSale and email.similarProducts and email.refusalOffered and not email.political)',
  paragraph22:
    'processing.registeredParty and processing.politicalOpinions and processing.necessary and ' +
    'not processing.harmful and not (processing.noticeGiven and processing.periodEnded)',
};

const graph = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', type: 'inputNode', name: 'facts', content: {}, position: { x: 0, y: 0 } },
    {
      id: 'answers',
      type: 'expressionNode',
      name: 'answers',
      content: { expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })) },
      position: { x: 1, y: 0 },
    },
    { id: 'out', type: 'outputNode', name: 'out', content: {}, position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'answers' },
    { id: 'b', type: 'edge', sourceId: 'answers', targetId: 'out' },
  ],
};

const expression = `{ ${Object.entries(expressions)
  .map(([key, value]) => `${key}: ${value}`)
  .join(', ')} }`;

/** zen-engine's expressions: Rust behind a native addon, synchronous; it has no way to compile one beforehand. */
export const zenExpressionPeer: Contender<CaseA> = {
  name: '@gorules/zen-engine, expression',
  note: 'one `evaluateExpressionSync` of an object of three expressions',
  prepare: (cases) => ({
    async: false,
    inputs: cases,
    asOf: 0,
    run: (input: CaseA): unknown => evaluateExpressionSync(expression, input),
    answers: (output): string => answersA(output as AnswersA),
  }),
};

/** zen-engine's decisions: the graph is read and compiled once; asynchronous, on a thread of its own. */
export const zenDecisionPeer: Contender<CaseA> = {
  name: '@gorules/zen-engine, decision',
  note: 'one `evaluate` of a decision built once, with one expression node, awaited one at a time',
  prepare(cases) {
    const decision = new ZenEngine().createDecision(new ZenDecisionContent(graph));
    return {
      async: true,
      inputs: cases,
      asOf: 0,
      run: (input: CaseA): Promise<ZenEngineResponse> => decision.evaluate(input),
      answers: (output): string => answersA((output as ZenEngineResponse).result as AnswersA),
    };
  },
};
