/** The explanation of an assessment as sentences, without what is masked. */
import { goalsNamed, type Plan, vocabularyPaths } from '@proviso/compiler/plan';
import { explain, lineOf, lineText, type Point, type Reassess } from '@proviso/explain';
import {
  type Assessment,
  declaredPath,
  type Phrasebook,
  type Provenance,
  type Reason,
} from '@proviso/runtime';
import { MASKED, type RecordedExplanation, type RecordedPoint } from '../record.ts';

/** What an explanation is made of. */
export interface Explained {
  readonly assessment: Assessment;
  readonly plan: Plan;
  readonly phrases: Phrasebook;
  /** Paths of facts. */
  readonly masked: ReadonlySet<string>;
  readonly provenance: Provenance;
  /** Assesses the case on another reading, or without an exception. It would tell what is masked, and is not asked then. */
  readonly reassess: Reassess;
}

/** The explanation that a record keeps. */
export function recordedExplanation({
  assessment,
  plan,
  phrases,
  masked,
  provenance,
  reassess,
}: Explained): RecordedExplanation {
  const explanation = explain(
    masked.size === 0 ? assessment : withoutMaskedDates(assessment),
    askedOnly(plan, phrases, masked),
    {
      answers: goalsNamed(plan, assessment.goals).flatMap(({ answers }) => answers),
      showPaths: true,
      provenance,
      ...(masked.size === 0 ? { reassess } : {}),
    },
  );
  return {
    sections: explanation.sections.map(({ heading, paragraphs, points, numbered }) => ({
      heading,
      paragraphs,
      points: points.map(sentences),
      numbered,
    })),
    standing: explanation.standing,
  };
}

/** A point and all under it as sentences. */
export function sentences(point: Point): RecordedPoint {
  const { runs, points } = lineOf(point);
  return { text: lineText(runs), points: points.map(sentences) };
}

/** Without a phrase a fact is told as a question and its answer, and “masked” is an answer; in a phrase it would be an assertion. */
function askedOnly(plan: Plan, phrases: Phrasebook, masked: ReadonlySet<string>): Phrasebook {
  if (masked.size === 0) return phrases;
  const keys = new Map(vocabularyPaths(plan).map(({ path, key }) => [path, key]));
  const silent = new Set([...masked].map((path) => keys.get(declaredPath(path))));
  const facts = Object.entries(phrases.facts).map(([key, words]) => {
    const { say: _say, ...rest } = words;
    return [key, silent.has(key) ? rest : words] as const;
  });
  return { ...phrases, facts: Object.fromEntries(facts) };
}

/** Whether a law was in force on a day cannot be told without the day; nor can a deadline. */
function withoutMaskedDates(assessment: Assessment): Assessment {
  const shown = JSON.parse(
    JSON.stringify(assessment, (key, value: unknown) => {
      if (key === 'dueOn' && value === MASKED) return undefined;
      return key === 'because' && Array.isArray(value) ? value.filter(isShown) : value;
    }),
  ) as Assessment;
  return shown;
}

function isShown(reason: Reason): boolean {
  return reason.kind !== 'law' || reason.on !== MASKED;
}
