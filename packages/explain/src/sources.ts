/** The sources that an explanation cites, each with what it is worth. */
import type { Assessment, CiteInfo, Phrasebook, Reason, SourceInfo } from '@proviso/runtime';
import type { Answer } from './answers.ts';
import { dayOfLaw } from './laws.ts';
import { type Citation, type Point, type Section, sentence } from './outline.ts';
import { type NamedSource, textBehind, type TextKind } from './texts.ts';
import type { PhrasesOf } from './versions.ts';
import type { Wording } from './wording.ts';

/** A citation in the words of the language, of an answer that is judged by the law of some day. */
export type Cites = (cite: CiteInfo) => Citation;

/** What is known of the sources of a pack. */
export interface Sources {
  /** By the law of this day. */
  readonly citesOn: (day: string) => Cites;
  /** The kind of text that a statement rests on, where that is not law. */
  readonly textOf: (statement: string, of: string | undefined) => TextKind | undefined;
  /** The sources that the reasons of these answers cite, each once, in the order of the pack. */
  readonly behind: (answers: readonly Answer[]) => readonly NamedSource[];
  /** The section of those that these sections cite; `until`: the last day by whose law something is judged. */
  readonly section: (sections: readonly Section[], until: string) => readonly Section[];
}

/** As the assessment tells; of a source that no step of a trace cites, as the phrasebook does. */
export function sourcesOf(
  { sources }: Pick<Assessment, 'sources'>,
  phrasesOf: PhrasesOf,
  say: Wording,
): Sources {
  const phrases = phrasesOf(undefined);
  const infoOf = (name: string): SourceInfo | undefined => sources[name] ?? phrasebookInfo(name, phrases);
  return {
    citesOn: (day) => (cite) => ({
      ...say.citation(cite, infoOf(cite.source), day),
      source: cite.source,
    }),
    textOf: (statement, of) => textBehind(phrasesOf(of).statements[statement]?.cites, infoOf),
    behind: (answers) => {
      const cited = new Set(answers.flatMap(citedSources(phrasesOf)));
      return [...new Set([...Object.keys(phrases.sources), ...cited])].flatMap((name) =>
        cited.has(name) ? [{ name, info: infoOf(name) }] : [],
      );
    },
    section: (sections, until) => {
      const cites = sections.flatMap(({ points }) => citedIn(points));
      const cited = new Set(cites.flatMap(({ source }) => source ?? []));
      const known = [...new Set([...Object.keys(phrases.sources), ...Object.keys(sources), ...cited])];
      const listed = known.filter((name) => cited.has(name));
      const called = (name: string): string => phrases.sources[name]?.short ?? name;
      const points = listed.map((name) => {
        const isShared = listed.filter((other) => called(other) === called(name)).length > 1;
        const places = cites.flatMap(({ source, where }) => (source === name ? [where] : []));
        return sentence(
          say.source(name, infoOf(name), until, isShared ? [...new Set(places)] : []),
          say.address(name),
        );
      });
      return points.length === 0
        ? []
        : [{ heading: say.headings.sources, paragraphs: [], points, numbered: false }];
    },
  };
}

/** The sources of an answer; those of its statement only where no step of its trace cites any. */
function citedSources(phrasesOf: PhrasesOf): (answer: Answer) => readonly string[] {
  return ({ name, of, result }) => {
    const traced = sourcesIn(result.because);
    const own = phrasesOf(of).statements[name]?.cites ?? [];
    return traced.length > 0 ? traced : own.map(({ source }) => source);
  };
}

function sourcesIn(reasons: readonly Reason[]): readonly string[] {
  return reasons.flatMap((reason) => [
    ...('cites' in reason ? reason.cites.map(({ source }) => source) : []),
    ...('because' in reason ? sourcesIn(reason.because) : []),
  ]);
}

function phrasebookInfo(name: string, phrases: Pick<Phrasebook, 'sources'>): SourceInfo | undefined {
  const { title, status, basis, ...others } = phrases.sources[name] ?? {};
  return title === undefined || status === undefined || basis === undefined
    ? undefined
    : { title, status, basis, ...others };
}

function citedIn(points: readonly Point[]): readonly Citation[] {
  return points.flatMap(({ cites = [], points: under }) => [...cites, ...citedIn(under)]);
}

/** The last day by whose law one of these is judged, that of the assessment or a later one. */
export function lastDay(answers: readonly Answer[], asOf: string): string {
  return answers
    .map(({ result }) => dayOfLaw(result.because) ?? asOf)
    .reduce((a, b) => (a > b ? a : b), asOf);
}
