import { Engine, type EngineResult, type NestedCondition } from 'json-rules-engine';
import type { Contender } from '../contender.ts';
import { answersA, type CaseA } from '../rule-a.ts';
import { flatten } from './flatten.ts';

const is = (fact: string, value = true): NestedCondition => ({ fact, operator: 'equal', value });

function engine(): Engine {
  const built = new Engine();
  built.addRule({
    event: { type: 'liveCallBarred' },
    conditions: {
      all: [
        is('message.unsolicitedMarketing'),
        { any: [is('call.objected'), { all: [is('call.listed'), is('call.leaveNotified', false)] }] },
      ],
    },
  });
  built.addRule({
    event: { type: 'emailBarred' },
    conditions: {
      all: [
        is('message.unsolicitedMarketing'),
        is('email.toIndividual'),
        is('email.consented', false),
        {
          not: {
            all: [
              is('email.obtainedInSale'),
              is('email.similarProducts'),
              is('email.refusalOffered'),
              is('email.political', false),
            ],
          },
        },
      ],
    },
  });
  built.addRule({
    event: { type: 'paragraph22' },
    conditions: {
      all: [
        is('processing.registeredParty'),
        is('processing.politicalOpinions'),
        is('processing.necessary'),
        is('processing.harmful', false),
        { not: { all: [is('processing.noticeGiven'), is('processing.periodEnded')] } },
      ],
    },
  });
  return built;
}

/** json-rules-engine: asynchronous; facts are given flat, which spares it its JSONPath look-ups. */
export const jsonRulesEnginePeer: Contender<CaseA> = {
  name: 'json-rules-engine',
  note: 'one `run` of an engine with three rules, facts flattened beforehand, awaited',
  prepare(cases) {
    const built = engine();
    return {
      async: true,
      inputs: cases.map((of) => flatten(of)),
      asOf: 0,
      run: (input: Readonly<Record<string, boolean>>): Promise<unknown> => built.run(input),
      answers(output): string {
        const fired = new Set((output as EngineResult).events.map((event) => event.type));
        return answersA({
          liveCallBarred: fired.has('liveCallBarred'),
          emailBarred: fired.has('emailBarred'),
          paragraph22: fired.has('paragraph22'),
        });
      },
    };
  },
};
