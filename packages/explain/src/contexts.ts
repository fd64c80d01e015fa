/** What the reasons of each answer are told in the light of. */
import type { Attribution, Status } from '@proviso/runtime';
import type { Alternatives } from './alternatives.ts';
import type { Answer, RuleAnswer } from './answers.ts';
import { dayOfLaw, lawsOutOfForce } from './laws.ts';
import type { ReasonContext } from './reasons.ts';
import type { Sources } from './sources.ts';
import type { PhrasesOf } from './versions.ts';
import type { Wording } from './wording.ts';

/** What all answers of one explanation share. */
export interface Telling {
  /** Of what belongs to no instance. */
  readonly say: Wording;
  /** Of what is judged for one instance. */
  readonly sayOf: (of: string | undefined) => Wording;
  readonly phrasesOf: PhrasesOf;
  readonly sources: Sources;
  readonly asOf: string;
  readonly alternatives: Alternatives;
  readonly attributionOf: (path: string) => Attribution | undefined;
  readonly hasQuestion: (path: string) => boolean;
  /** The status of a rule were it to apply, where nothing but that is open, and it was found. */
  readonly ifApplies: (rule: RuleAnswer) => Status | undefined;
  readonly isNotEstablished: (definition: string, of: string | undefined) => boolean;
}

/** The context of each of these answers, which are all that the explanation has paragraphs for. */
export function reasonContexts(
  answers: readonly Answer[],
  { sayOf, sources, asOf, alternatives, attributionOf, hasQuestion, ifApplies, isNotEstablished }: Telling,
): (answer: Answer) => ReasonContext {
  const key = (name: string, of: string | undefined): string => `${name} ${of ?? ''}`;
  const outOfForce = new Set(
    answers.flatMap((answer) =>
      answer.kind === 'definition' && lawsOutOfForce(answer) !== undefined
        ? [key(answer.name, answer.of)]
        : [],
    ),
  );
  return (answer) => ({
    say: sayOf(answer.of),
    sayOf,
    cites: sources.citesOn(dayOfLaw(answer.result.because) ?? asOf),
    asOf,
    textOf: (statement) => sources.textOf(statement, answer.of),
    statement: answer.name,
    kind: answer.kind,
    of: answer.of,
    forbids:
      answer.kind === 'rule' &&
      (answer.result.modality === 'mustNot' || answer.result.modality === 'shouldNot'),
    inException: false,
    takesOut: answer.kind === 'rule' ? answer.result.status === 'doesNotApply' : answer.result.value === 'no',
    ifApplies,
    isNotEstablished,
    isOutOfForce: (name, of) => outOfForce.has(key(name, of)),
    reasonsOf: (name) => answers.flatMap((each) => (each.name === name ? each.result.because : [])),
    paragraphOf: (name, of) => {
      const paragraphs = answers.filter((each) => each.name === name);
      const exact = paragraphs.find((each) => each.of === of);
      return (exact ?? (paragraphs.length === 1 ? paragraphs[0] : undefined))?.number;
    },
    attributionOf,
    hasQuestion,
    baseHolds: () => alternatives.baseHolds(answer),
  });
}
