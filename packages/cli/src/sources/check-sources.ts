/** The sources of a pack: what each is, when it was last checked, and what a text of it shows of the citations. */
import type { Plan } from '@proviso/compiler/plan';
import { type Day, formatDay, parseDay, type Phrasebook } from '@proviso/runtime';
import { type Anchored, checkText, type TextCheck } from './check-text.ts';
import { type Fingerprint, fingerprintOf, type Fingerprints } from './fingerprints.ts';
import type { SourceText } from './source-text.ts';

/** One source and how it stands. */
export interface SourceReport {
  readonly name: string;
  readonly title: string;
  readonly status: string;
  readonly basis: 'primary' | 'secondary';
  readonly checked?: string;
  /** Not checked for longer than was asked about, or never. */
  readonly stale: boolean;
  /** How many citations name it, and how many of those give words to find. */
  readonly citations: number;
  readonly anchors: number;
  /** Where a text was given. */
  readonly text?: TextReport;
}

/** What one text shows. */
export interface TextReport extends TextCheck {
  readonly fingerprint: Fingerprint;
  /** How the text compares with the one recorded. */
  readonly recorded: 'same' | 'differs' | 'none';
  /** What places can be told by: pages, paragraphs, or the order of the pages alone. */
  readonly placedBy: 'pages' | 'paragraphs' | 'order';
}

/** What to compare with. */
export interface SourcesContext {
  readonly texts: ReadonlyMap<string, SourceText>;
  readonly fingerprints: Fingerprints;
  /** The day of the check. */
  readonly on: string;
  /** A source not checked within so many days is stale; undefined where that is not asked. */
  readonly staleAfter: number | undefined;
}

/** A report on each source, in source order. */
export function reportSources(
  plan: Plan,
  phrases: Phrasebook,
  context: SourcesContext,
): readonly SourceReport[] {
  const cites = citesBySource(plan, phrases);
  const today = parseDay(context.on);
  return plan.sources.map(({ name, title, status, basis, checked }) => {
    const own = cites.get(name) ?? [];
    const anchored = own.flatMap(({ pinpoint, anchor }): readonly Anchored[] =>
      anchor === undefined ? [] : [{ pinpoint, anchor }],
    );
    const text = context.texts.get(name);
    const age = checked === undefined || today === undefined ? Infinity : today - checked;
    return {
      name,
      title,
      status,
      basis,
      ...(checked === undefined ? {} : { checked: formatDay(checked as Day) }),
      stale: context.staleAfter !== undefined && age > context.staleAfter,
      citations: own.length,
      anchors: anchored.length,
      ...(text === undefined
        ? {}
        : { text: textReport(text, anchored, context.fingerprints[name], context.on) }),
    };
  });
}

function textReport(
  text: SourceText,
  cites: readonly Anchored[],
  recorded: Fingerprint | undefined,
  on: string,
): TextReport {
  const fingerprint = fingerprintOf(text, on);
  return {
    ...checkText(text, cites),
    fingerprint,
    recorded: recorded === undefined ? 'none' : recorded.sha256 === fingerprint.sha256 ? 'same' : 'differs',
    placedBy: placedBy(text, cites),
  };
}

/** A text's own divisions tell places where the citations name such divisions: numbered lists make no paragraphs of a code cited by page. */
function placedBy(text: SourceText, cites: readonly Anchored[]): TextReport['placedBy'] {
  const shows = (kind: 'p' | 'para'): boolean =>
    text.divisions.some((division) => division.kind === kind) &&
    cites.some(({ pinpoint }) => pinpoint.startsWith(`${kind}.`));
  return shows('p') ? 'pages' : shows('para') ? 'paragraphs' : 'order';
}

/** Every citation of the logic and of the facts, each once. */
function citesBySource(
  plan: Plan,
  phrases: Phrasebook,
): ReadonlyMap<string, readonly { readonly pinpoint: string; readonly anchor?: string }[]> {
  const all = [...plan.cites, ...Object.values(phrases.facts).flatMap(({ cites = [] }) => cites)];
  const distinct = new Map(
    all.map((cite) => [JSON.stringify([cite.source, cite.pinpoint, cite.anchor]), cite]),
  );
  return Map.groupBy(distinct.values(), ({ source }) => source);
}
