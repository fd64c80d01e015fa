/** Citations, and what the sources cited are worth. */
import type { CiteInfo, Phrasebook, SourceInfo } from '@proviso/runtime';
import type { Citation } from '../outline.ts';
import type { NamedSource } from '../texts.ts';
import type { SourceWording } from '../wording.ts';
import { dateWords, listWords, quoted, semicolons } from './words.ts';

/** Of the sources of a pack. */
export function sourceWording(phrases: Phrasebook): SourceWording {
  return {
    citation: (cite, source, on) => citation(cite, source, on, phrases),
    source: (name, source, until, places) => sourceSentences(name, source, until, places, phrases),
    inShort: (named, on) => inShort(named, on, phrases),
    address: (name) => {
      const { url } = phrases.sources[name] ?? {};
      return url === undefined ? [] : [{ where: url, note: '', url }];
    },
  };
}

function citation(cite: CiteInfo, source: SourceInfo | undefined, on: string, phrases: Phrasebook): Citation {
  const { url } = phrases.sources[cite.source] ?? {};
  const notes: string[] = [];
  if (cite.anchor !== undefined) notes.push(quoted(cite.anchor));
  // Of what has a last day, that day says more.
  if (source?.ceasing === undefined) {
    if (source?.status === 'superseded') notes.push('superseded');
  } else if (on >= source.ceasing) notes.push(`as it stood before ${dateWords(source.ceasing)}`);
  if ((cite.basis ?? source?.basis) === 'secondary') notes.push('seen only at second hand');
  return {
    where: `${sourceName(cite.source, phrases)} ${cite.pinpoint}`,
    note: notes.map((note) => `, ${note}`).join(''),
    ...(url === undefined ? {} : { url }),
  };
}

/** What a citation calls a source: its short name, else its identifier. */
function sourceName(source: string, phrases: Phrasebook): string {
  return phrases.sources[source]?.short ?? source;
}

function sourceSentences(
  name: string,
  source: SourceInfo | undefined,
  until: string,
  places: readonly string[],
  phrases: Phrasebook,
): string {
  const called =
    places.length === 0 ? sourceName(name, phrases) : placeWords(places, sourceName(name, phrases));
  const title = source?.title ?? phrases.sources[name]?.title ?? name;
  const told = [
    ...(title === called ? [] : [title]),
    ...(source === undefined ? [] : sourceStanding(source)),
  ];
  const own = told.length === 0 ? `${called}.` : `${called}: ${told.join('; ')}.`;
  if (source === undefined) return own;
  return [own, ...successors(source, until).map((each) => successorSentence(each, phrases))].join(' ');
}

/** "DPA 2018 s.8(e) and s.122(5)": where others have the same name, an entry says which citations are meant. */
function placeWords(places: readonly string[], name: string): string {
  return `${name} ${listWords(places.map((place) => place.slice(name.length + 1)))}`;
}

/** "Sources: GDPR and PECR (statute), draft code (a draft, not law in force)." */
function inShort(named: readonly NamedSource[], on: string, phrases: Phrasebook): string {
  const byWorth = new Map<string, string[]>();
  for (const { name, info } of named) {
    const ceased = info?.ceasing !== undefined && on >= info.ceasing ? info.ceasing : undefined;
    const worth = info === undefined ? '' : (STATUS_WORDS[info.status] ?? info.status);
    const key = ceased === undefined ? worth : `${worth}, as it stood before ${dateWords(ceased)}`;
    const names = byWorth.get(key) ?? [];
    byWorth.set(key, [...new Set([...names, sourceName(name, phrases)])]);
  }
  const told = [...byWorth].map(
    ([worth, names]) => `${listWords(names)}${worth === '' ? '' : ` (${worth})`}`,
  );
  return `Sources of what is told here: ${semicolons(told)}.`;
}

interface Successor {
  readonly name: string;
  readonly source: SourceInfo;
  readonly from: string;
}

/** What has taken the place of a source by this day, and of that where it has ceased too. */
function successors({ ceasing, succeededBy = {} }: SourceInfo, until: string): readonly Successor[] {
  if (ceasing === undefined || until < ceasing) return [];
  return Object.entries(succeededBy).flatMap(([name, source]) => [
    { name, source, from: source.from ?? ceasing },
    ...successors(source, until),
  ]);
}

function successorSentence({ name, source, from }: Successor, phrases: Phrasebook): string {
  const short = phrases.sources[name]?.short;
  const called = short === undefined ? source.title : `${source.title} (${short})`;
  return `In its place from ${dateWords(from)}: ${[called, ...sourceStanding({ ...source, from: undefined })].join('; ')}.`;
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  draft: 'a draft, not law in force',
  statute: 'statute',
  guidance: 'guidance',
  superseded: 'superseded',
  letter: 'a letter',
};

/** Edition, status with its dates, basis, and when it was last compared: each a few words. */
export function sourceStanding(
  source: Omit<SourceInfo, 'title' | 'from'> & { readonly from?: string | undefined },
): readonly string[] {
  const { status, basis, edition, published, checked, from, ceasing } = source;
  const dates: string[] = [];
  if (published !== undefined) dates.push(`published on ${dateWords(published)}`);
  // A letter is of the day on which it came out.
  if (from !== undefined && from !== published) dates.push(`in force from ${dateWords(from)}`);
  if (ceasing !== undefined) dates.push(`ceasing on ${dateWords(ceasing)}`);
  return [
    ...(edition === undefined ? [] : [edition]),
    [STATUS_WORDS[status] ?? status, ...dates].join(', '),
    basis === 'secondary' ? 'its text seen only at second hand' : 'its text seen at first hand',
    ...(checked === undefined ? [] : [`checked on ${dateWords(checked)}`]),
  ];
}
