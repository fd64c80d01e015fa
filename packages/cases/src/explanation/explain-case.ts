/** A case explained to whoever has its pack at hand: what every program that does so tells alike. */
import { interpretPlan, type LoadedPack } from '@proviso/compiler/interpret';
import { goalsNamed, type LabelKind, statementNames, withLabel } from '@proviso/compiler/plan';
import {
  type AssessedCase,
  explain,
  type ExplainOptions,
  type Explanation,
  explainWhyNot,
  reassessing,
  type WhyNotOptions,
} from '@proviso/explain';
import { checkPackInWords, checkText } from '../given.ts';
import { type Assessment, checkAssessment, checkKeyed, type Phrasebook, rankNeeds } from '@proviso/runtime';

/** A pack that can assess cases and has its words. */
export interface PackInWords extends Pick<LoadedPack, 'plan' | 'assess' | 'whatWouldChange'> {
  readonly phrases: Phrasebook;
}

/** How much is told, and what of the case is known beside its facts. */
export type CaseTelling = Pick<ExplainOptions, 'length' | 'showPaths' | 'provenance'>;

/** The question why something did not apply. */
export interface WhyNotQuestion {
  /** The pack that answers it: for a label one that asks it. */
  readonly pack: PackInWords;
  /** The name that the case is to be assessed for. */
  readonly name: string;
  readonly part?: NonNullable<WhyNotOptions['part']>;
}

/** A whole pack has hundreds of needs; which of the first comes first is worth an assessment or two, and of the others it is not. */
const lookAhead = 12;

/** The explanation of an assessment. */
export function explainCase(
  pack: PackInWords,
  assessment: Assessment,
  of: AssessedCase,
  how: CaseTelling = {},
): Explanation {
  checkPackInWords(pack);
  checkKeyed(how, 'an object of options (length, showPaths, provenance)');
  return explain(assessment, pack.phrases, explainOptions(pack, assessment, of, how));
}

const PARTS: Readonly<Record<LabelKind, NonNullable<WhyNotOptions['part']>['kind']>> = {
  requires: 'requirement',
  limb: 'ground',
  exception: 'exception',
};

/** The question why a definition, a rule or a label (`rule.exception`) did not apply; undefined where nothing bears the name. */
export function whyNotQuestion(pack: PackInWords, name: string): WhyNotQuestion | undefined {
  checkPackInWords(pack);
  checkText(name, 'the name of a definition, a rule or a label');
  if (statementNames(pack.plan).includes(name)) return { pack, name };
  const labelled = withLabel(pack.plan, name);
  if (labelled === undefined) return undefined;
  const { statement, label, kind } = labelled;
  return {
    pack: { ...interpretPlan(labelled.plan), phrases: pack.phrases },
    name: labelled.name,
    part: { statement, label, kind: PARTS[kind] },
  };
}

/** The explanation of an assessment that answers the question. */
export function explainWhyNotCase(
  question: WhyNotQuestion,
  assessment: Assessment,
  of: AssessedCase,
  how: CaseTelling = {},
): Explanation {
  checkKeyed(question, 'what `whyNotQuestion` gives');
  checkPackInWords(question.pack);
  checkKeyed(how, 'an object of options (length, showPaths, provenance)');
  const { pack, name, part } = question;
  return explainWhyNot(assessment, pack.phrases, name, {
    ...explainOptions(pack, assessment, of, how),
    ...(part === undefined ? {} : { part }),
  });
}

function explainOptions(
  { plan, assess }: PackInWords,
  assessment: Assessment,
  of: AssessedCase,
  how: CaseTelling,
): ExplainOptions {
  checkAssessment(assessment);
  return {
    ...how,
    answers: goalsNamed(plan, assessment.goals).flatMap((goal) => goal.answers),
    needs: rankNeeds(assessment, { lookAhead }),
    reassess: reassessing(assess, of),
  };
}
