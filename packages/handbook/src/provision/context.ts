/** What the words of a provision are made from. */
import type { Path, Program, Resolution } from '@proviso/language';
import type { FactPhrases, Phrasebook } from '@proviso/runtime';

/** A checked program and its words. */
export interface ProvisionContext {
  readonly program: Program;
  readonly phrases: Phrasebook;
}

/** What a path of an expression stands for. */
export function resolved({ program }: ProvisionContext, path: Path): Resolution | undefined {
  return program.resolutions.get(path);
}

/** The words of the fact that a path stands for. */
export function phrasesOfFact(
  { program, phrases }: ProvisionContext,
  field: { readonly name: { readonly text: string } },
): FactPhrases {
  for (const record of program.records.values())
    if (record.fields.some((each) => each === field))
      return phrases.facts[`${record.name.text}.${field.name.text}`] ?? {};
  return phrases.facts[field.name.text] ?? {};
}

/** "the letter" for a variable that stands for letters: the title of its record. */
export function recordTitle({ phrases }: ProvisionContext, record: string): string {
  return phrases.records[record]?.title ?? record;
}

/** With "a" or "an" in place of "the". */
export function indefinite(title: string): string {
  const bare = title.replace(/^(?:the|an?) /i, '');
  return `${/^[aeiou]/i.test(bare) ? 'an' : 'a'} ${bare}`;
}
