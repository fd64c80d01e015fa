/** What the answers rest on: judgements with who made them and why, presumptions, readings, and whose word the facts are. */
import type { Assessment, FactReason, ReadingDependence, Reason } from '@proviso/runtime';
import { type Alternatives, otherwiseClause } from './alternatives.ts';
import type { Answer } from './answers.ts';
import { leaf, type Section } from './outline.ts';
import type { OpenQuestion } from './phrases.ts';
import { citations } from './reasons.ts';
import type { Telling } from './contexts.ts';

/** The section; none where the answers rest on nothing but facts and law. */
export function restSections(
  { restsOn }: Assessment,
  answers: readonly Answer[],
  openQuestion: (path: string) => OpenQuestion | undefined,
  { say, sayOf, sources, asOf, alternatives, attributionOf }: Telling,
): readonly Section[] {
  const points = [
    ...restsOn.judgements.map(({ path, value }) =>
      leaf(say.judgement(path, value, openQuestion(path), attributionOf(path))),
    ),
    ...restsOn.assumptions.map(({ path, value, cites }) =>
      leaf(say.assumption(path, value), { cites: citations(cites, sources.citesOn(asOf)) }),
    ),
    ...restsOn.readings.map((one) =>
      leaf(say.readingRests(one, changesOn(one, answers, alternatives, sayOf))),
    ),
  ];
  return points.length === 0
    ? []
    : [{ heading: say.headings.restsOn, paragraphs: [], points, numbered: false }];
}

/** More changes than this are not listed under one reading. */
const MOST_CHANGES = 3;

/** The other readings, each with the answers that would be different. */
function changesOn(
  one: ReadingDependence,
  answers: readonly Answer[],
  alternatives: Alternatives,
  sayOf: Telling['sayOf'],
): readonly { readonly reading: string; readonly changes: readonly string[] }[] {
  const changes = new Map<string, string[]>(alternatives.readingsOf(one).map((reading) => [reading, []]));
  for (const answer of answers.filter(({ asked }) => asked)) {
    const own = answer.result.dependsOn?.find(({ ambiguity }) => ambiguity === one.ambiguity);
    if (own === undefined) continue;
    for (const { reading, other } of alternatives.onReadings(answer, own)) {
      const clause = otherwiseClause(answer, other, true, sayOf(answer.of));
      const told = changes.get(reading);
      if (told !== undefined && told.length < MOST_CHANGES) told.push(clause);
    }
  }
  return [...changes].map(([reading, told]) => ({ reading, changes: told }));
}

/** On whose word each fact is given that is told in these answers; judgements are told above. */
export function provenanceSection(
  assessment: Assessment,
  answers: readonly Answer[],
  { say, attributionOf }: Telling,
): readonly Section[] {
  const judged = new Set(assessment.restsOn.judgements.map(({ path }) => path));
  const facts = new Map<string, FactReason>();
  for (const { result } of answers) collectFacts(result.because, facts);
  const points = [...facts.values()].flatMap(({ path, value }) => {
    const attribution = attributionOf(path);
    return attribution === undefined || judged.has(path) ? [] : [leaf(say.given(path, value, attribution))];
  });
  return points.length === 0
    ? []
    : [{ heading: say.headings.provenance, paragraphs: [], points, numbered: false }];
}

function collectFacts(reasons: readonly Reason[], facts: Map<string, FactReason>): void {
  for (const reason of reasons) {
    if (reason.kind === 'fact' && reason.value !== 'unknown') facts.set(reason.path, reason);
    if ('because' in reason) collectFacts(reason.because, facts);
  }
}
