/** The texts of the source and the list of its statements, where a reviewer has them beside the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many words in a row an anchor may have, and our own words may not share with the source. */
const longestAnchor = 8;

/** A statement as the inventory of the source lists it; only what the tests compare. */
export interface InventoryEntry {
  readonly id: string;
  readonly source: string;
  /** First and last line in the text of the source. */
  readonly lines: readonly [number, number];
  readonly conditions: readonly unknown[];
}

/** What the source's own material says. */
export interface SourceTexts {
  readonly inventory: readonly InventoryEntry[];
  /** The text around a statement: its list's stem may stand well above it. Lower case, one space between words. */
  readonly around: (entry: InventoryEntry) => string;
  /** Every eight words in a row. */
  readonly phrases: ReadonlySet<string>;
  /** Every so many words in a row. */
  readonly runs: (length: number) => ReadonlySet<string>;
  readonly defects: readonly string[];
  readonly examples: readonly string[];
}

const fileOf: Readonly<Record<string, string>> = {
  'the draft code': 'ico-draft-framework-code-2019.txt',
  'the older guidance': 'ico-guidance-on-political-campaigning.txt',
  'the 2024 letter': 'ico-letter-to-parties-2024-05-30.txt',
  'the call for views': 'ico-call-for-views-2018.txt',
  'the public advice': 'ico-advice-on-microtargeting.txt',
};

/** The words of a text, in lower case. */
export function words(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z0-9']+/g) ?? []
  );
}

function runs(text: string, length: number): readonly string[] {
  const all = words(text);
  return all.slice(length - 1).map((_, start) => all.slice(start, start + length).join(' '));
}

/** The first run of `length` words of `wording` that is among `phrases`. */
export function overlap(
  wording: string,
  phrases: ReadonlySet<string>,
  length: number = longestAnchor,
): string | undefined {
  return runs(wording, length).find((run) => phrases.has(run));
}

/** Reads `domain/` and `sources/` under a folder. */
export function readSources(folder: string): SourceTexts {
  const sources = join(folder, 'sources');
  const domain = join(folder, 'domain');
  const texts = new Map(
    readdirSync(sources).map((name) => [name, readFileSync(join(sources, name), 'utf8')]),
  );
  const records = (name: string): readonly InventoryEntry[] =>
    readFileSync(join(domain, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): InventoryEntry => JSON.parse(line));
  const inventory = records('rules-inventory.jsonl');
  const known = new Set(inventory.map(({ id }) => id));
  const runsOf = (length: number): ReadonlySet<string> =>
    new Set([...texts.values()].flatMap((text) => runs(text, length)));
  return {
    inventory,
    around: ({ source, lines: [first, last] }) =>
      (texts.get(fileOf[source] ?? '') ?? '')
        .split('\n')
        .slice(Math.max(0, first - 41), last + 5)
        .join(' ')
        .replaceAll(/[’‘]/g, "'")
        .replaceAll(/\s+/g, ' ')
        .toLowerCase(),
    phrases: runsOf(longestAnchor),
    runs: runsOf,
    defects: [...readFileSync(join(domain, 'rules-inventory.md'), 'utf8').matchAll(/^\| (D-\d\d) \|/gm)].map(
      ([, id]) => id ?? '',
    ),
    examples: readFileSync(join(domain, 'worked-examples.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): { readonly id: string; readonly rules: readonly string[] } => JSON.parse(line))
      .filter(({ rules }) => rules.some((id) => known.has(id)))
      .map(({ id }) => id),
  };
}
