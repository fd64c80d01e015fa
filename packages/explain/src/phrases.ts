/** Where the words of a case stand in a phrasebook. */
import type { FactPhrases, Phrasebook } from '@proviso/runtime';

/**
 * The declaration behind a path of a case: `letters[0].receivedOn` is `Letter.receivedOn`, because the phrasebook says that
 * `letters` holds records `Letter`.
 */
export function declarationOf(phrases: Phrasebook, path: string): string {
  let key = '';
  let record: string | undefined;
  for (const segment of path.replaceAll(/\[\d*\]/g, '').split('.')) {
    key = key === '' ? segment : record === undefined ? `${key}.${segment}` : `${record}.${segment}`;
    record = phrases.facts[key]?.record;
  }
  return key;
}

/** The words of a fact; empty where the phrasebook has none. */
export function factPhrases(phrases: Phrasebook, path: string): FactPhrases {
  return phrases.facts[declarationOf(phrases, path)] ?? {};
}

/** The title of the record that a path leads to. */
export function recordTitle(phrases: Phrasebook, path: string): string | undefined {
  const record = factPhrases(phrases, path).record;
  return record === undefined ? undefined : phrases.records[record]?.title;
}

/** The instance whose field a path is: `letters[0]` of `letters[0].receivedOn`. */
export function instanceOf(path: string): string | undefined {
  return /^(.*\[\d+\])\./.exec(path)?.[1];
}

/** "letters" for `letters`, for a sentence about the list as a whole. */
export function lastName(path: string): string {
  return (
    path
      .replaceAll(/\[\d*\]/g, '')
      .split('.')
      .at(-1) ?? path
  );
}

/** The statement that an implicit judgement is about, and whether it is about an open list of exceptions. */
export interface OpenQuestion {
  readonly statement: string;
  readonly excepts: boolean;
}

/** What an implicit judgement is about; undefined for any other fact. */
export function openQuestionOf(phrases: Phrasebook, path: string): OpenQuestion | undefined {
  const field = /(?:^|\.)otherwise\.([^.]+)$/.exec(path)?.[1];
  if (field === undefined) return undefined;
  if (phrases.statements[field] !== undefined) return { statement: field, excepts: false };
  const excepted = /^(.+)Except$/.exec(field)?.[1];
  if (excepted === undefined) return undefined;
  const [statement] = Object.keys(phrases.statements)
    .filter((name) => excepted.startsWith(name))
    .toSorted((a, b) => b.length - a.length);
  return statement === undefined ? undefined : { statement, excepts: true };
}

/** Is this the implicit judgement of an open list of exceptions? */
export function isOpenException(phrases: Phrasebook, path: string): boolean {
  return openQuestionOf(phrases, path)?.excepts === true;
}

/** Did the author put a question for this fact? */
export function hasQuestion(phrases: Phrasebook, path: string): boolean {
  return factPhrases(phrases, path).ask !== undefined;
}

/** The words of a labelled limb or exception; undefined where the policy gives none. Nested labels are `outer.inner`. */
export function labelPhrase(phrases: Phrasebook, statement: string, label: string): string | undefined {
  const labels = phrases.statements[statement]?.labels ?? {};
  const key = label in labels ? label : Object.keys(labels).find((name) => name.endsWith(`.${label}`));
  return key === undefined ? undefined : labels[key]?.say;
}

/** The reference of an ambiguity in the list of the source's defects; undefined where another has the same. */
export function ownTitle({ ambiguities }: Phrasebook, ambiguity: string): string | undefined {
  const title = ambiguities[ambiguity]?.title;
  return Object.values(ambiguities).filter((each) => each.title === title).length === 1 ? title : undefined;
}

/** The statement of a name and, of a label or an aspect (`inform.disproportionate`), which. */
export function ownerOf(
  phrases: Phrasebook,
  name: string,
): { readonly owner: string; readonly part: string } | undefined {
  const [owner = '', ...rest] = name.split('.');
  return rest.length > 0 && phrases.statements[owner] !== undefined
    ? { owner, part: rest.join('.') }
    : undefined;
}
