/** Citations and the list of sources. */
import type { Assessment, CiteInfo, Phrasebook, PhraseCite, SourceInfo } from '@proviso/runtime';
import type { Point } from './outline.ts';
import { dateWords, quoted } from './words.ts';

/** "draft code p.71, “Article 22 is likely to apply”; GDPR art.22(1), seen only at second hand". Empty for none. */
export function citeWords(cites: readonly CiteInfo[], phrases: Phrasebook): string {
  return cites.map((cite) => oneCite(cite, phrases)).join('; ');
}

function oneCite(cite: CiteInfo, phrases: Phrasebook): string {
  const parts = [`${sourceName(cite.source, phrases)} ${cite.pinpoint}`];
  if (cite.anchor !== undefined) parts.push(quoted(cite.anchor));
  if (cite.basis === 'secondary') parts.push('seen only at second hand');
  return parts.join(', ');
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  draft: 'a draft, not law in force',
  statute: 'statute',
  guidance: 'guidance',
  superseded: 'superseded',
  letter: 'a letter',
};

/** What a citation calls a source: its short name, else its identifier. */
function sourceName(source: string, phrases: Phrasebook): string {
  return phrases.sources[source]?.short ?? source;
}

/** The sources cited, each with what it is worth; of those cited by the phrasebook alone (`others`) the title. */
export function sourcePoints(
  { sources }: Pick<Assessment, 'sources'>,
  phrases: Phrasebook,
  others: readonly PhraseCite[],
): readonly Point[] {
  const added = [...new Set(others.map(({ source }) => source))].filter((name) => !(name in sources));
  return [
    ...Object.entries(sources).map(
      ([name, source]) => `${sourceName(name, phrases)}: ${sourceWords(source)}`,
    ),
    ...added.map((name) => `${sourceName(name, phrases)}: ${phrases.sources[name]?.title ?? name}.`),
  ].map((text) => ({ text, points: [], whole: true }));
}

function sourceWords(source: SourceInfo): string {
  const parts = [source.title];
  if (source.edition !== undefined) parts.push(source.edition);
  parts.push(STATUS_WORDS[source.status] ?? source.status);
  if (source.basis === 'secondary') parts.push('its text seen only at second hand');
  if (source.checked !== undefined) parts.push(`checked on ${dateWords(source.checked)}`);
  return `${parts.join('; ')}.`;
}
