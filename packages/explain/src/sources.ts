/** The sources that an explanation cites, each with what it is worth. */
import type { Assessment, CiteInfo, Phrasebook, SourceInfo } from '@proviso/runtime';
import type { Answer } from './answers.ts';
import { dayOfLaw } from './laws.ts';
import { type Citation, type Point, type Section, sentence } from './outline.ts';
import type { Wording } from './wording.ts';

/** A citation in the words of the language, of an answer that is judged by the law of some day. */
export type Cites = (cite: CiteInfo) => Citation;

/** What is known of the sources of a pack. */
export interface Sources {
  /** By the law of this day. */
  readonly citesOn: (day: string) => Cites;
  /** Does this statement rest on nothing but texts that something else has taken the place of? */
  readonly isSuperseded: (statement: string) => boolean;
  /** The section of those that these sections cite; `until`: the last day by whose law something is judged. */
  readonly section: (sections: readonly Section[], until: string) => readonly Section[];
}

/** As the assessment tells; of a source that no step of a trace cites, as the phrasebook does. */
export function sourcesOf(
  { sources }: Pick<Assessment, 'sources'>,
  phrases: Pick<Phrasebook, 'sources' | 'statements'>,
  say: Wording,
): Sources {
  const infoOf = (name: string): SourceInfo | undefined => sources[name] ?? phrasebookInfo(name, phrases);
  return {
    citesOn: (day) => (cite) => ({
      ...say.citation(cite, infoOf(cite.source), day),
      source: cite.source,
    }),
    isSuperseded: (statement) => {
      const cites = phrases.statements[statement]?.cites ?? [];
      return cites.length > 0 && cites.every(({ source }) => isUndatedAndSuperseded(infoOf(source)));
    },
    section: (sections, until) => {
      const cited = new Set(sections.flatMap(({ points }) => citedIn(points)));
      const known = [...new Set([...Object.keys(phrases.sources), ...Object.keys(sources), ...cited])];
      const points = known
        .filter((name) => cited.has(name))
        .map((name) => sentence(say.source(name, infoOf(name), until), say.address(name)));
      return points.length === 0
        ? []
        : [{ heading: say.headings.sources, paragraphs: [], points, numbered: false }];
    },
  };
}

/** What has a last day was law until then. */
function isUndatedAndSuperseded(source: SourceInfo | undefined): boolean {
  return source?.status === 'superseded' && source.ceasing === undefined;
}

function phrasebookInfo(name: string, phrases: Pick<Phrasebook, 'sources'>): SourceInfo | undefined {
  const { title, status, basis, ...others } = phrases.sources[name] ?? {};
  return title === undefined || status === undefined || basis === undefined
    ? undefined
    : { title, status, basis, ...others };
}

function citedIn(points: readonly Point[]): readonly string[] {
  return points.flatMap(({ cites = [], points: under }) => [
    ...cites.flatMap(({ source }) => source ?? []),
    ...citedIn(under),
  ]);
}

/** The last day by whose law one of these is judged, that of the assessment or a later one. */
export function lastDay(answers: readonly Answer[], asOf: string): string {
  return answers
    .map(({ result }) => dayOfLaw(result.because) ?? asOf)
    .reduce((a, b) => (a > b ? a : b), asOf);
}
