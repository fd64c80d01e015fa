import Engine from 'publicodes';
import type { Contender } from '../contender.ts';
import { answersA, type AnswersA, type CaseA } from '../rule-a.ts';
import { flatten } from './flatten.ts';

const all = (...conditions: readonly unknown[]): object => ({ 'toutes ces conditions': conditions });
const any = (...conditions: readonly unknown[]): object => ({ 'une de ces conditions': conditions });
const isNot = (fact: string): string => `${fact} = non`;

const answers = {
  liveCallBarred: all(
    'message . unsolicitedMarketing',
    any('call . objected', all('call . listed', isNot('call . leaveNotified'))),
  ),
  softOptIn: all(
    'email . obtainedInSale',
    'email . similarProducts',
    'email . refusalOffered',
    isNot('email . political'),
  ),
  emailBarred: all(
    'message . unsolicitedMarketing',
    'email . toIndividual',
    isNot('email . consented'),
    isNot('softOptIn'),
  ),
  noticeStands: all('processing . noticeGiven', 'processing . periodEnded'),
  paragraph22: all(
    'processing . registeredParty',
    'processing . politicalOpinions',
    'processing . necessary',
    isNot('processing . harmful'),
    isNot('noticeStands'),
  ),
};

/** publicodes: rules are parsed once; a decision sets the situation and evaluates three rules. */
export const publicodesPeer: Contender<CaseA> = {
  name: 'publicodes',
  note: '`setSituation` and three `evaluate` on an engine built once, situations written beforehand',
  prepare(cases) {
    const situations = cases.map((of) =>
      Object.fromEntries(
        Object.entries(flatten(of, ' . ')).map(([name, value]) => [name, value ? 'oui' : 'non']),
      ),
    );
    const facts = Object.fromEntries(
      Object.keys(situations[0] ?? {}).flatMap((name) => [
        [name.split(' . ')[0], null],
        [name, { 'par défaut': 'non' }],
      ]),
    );
    const engine = new Engine({ ...facts, ...answers } as never);
    const value = (name: string): boolean => engine.evaluate(name).nodeValue === true;
    return {
      async: false,
      inputs: situations,
      asOf: 0,
      run(situation: Readonly<Record<string, string>>): AnswersA {
        engine.setSituation(situation);
        return {
          liveCallBarred: value('liveCallBarred'),
          emailBarred: value('emailBarred'),
          paragraph22: value('paragraph22'),
        };
      },
      answers: (output): string => answersA(output as AnswersA),
    };
  },
};
