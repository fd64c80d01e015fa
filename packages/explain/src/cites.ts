/** Citations and the list of sources. */
import type { Assessment, CiteInfo, SourceInfo } from '@proviso/runtime';
import type { Point } from './outline.ts';
import { dateWords, quoted } from './words.ts';

/** "code p.71, “Article 22 is likely to apply”; gdpr art.22(1), seen only at second hand". Empty for none. */
export function citeWords(cites: readonly CiteInfo[]): string {
  return cites.map(oneCite).join('; ');
}

function oneCite(cite: CiteInfo): string {
  const parts = [`${cite.source} ${cite.pinpoint}`];
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

/** The sources cited, each with what it is worth. */
export function sourcePoints(assessment: Assessment): readonly Point[] {
  return Object.entries(assessment.sources).map(([name, source]) => ({
    text: `${name}: ${sourceWords(source)}`,
    points: [],
    whole: true,
  }));
}

function sourceWords(source: SourceInfo): string {
  const parts = [source.title];
  if (source.edition !== undefined) parts.push(source.edition);
  parts.push(STATUS_WORDS[source.status] ?? source.status);
  if (source.basis === 'secondary') parts.push('its text seen only at second hand');
  if (source.checked !== undefined) parts.push(`checked on ${dateWords(source.checked)}`);
  return `${parts.join('; ')}.`;
}
