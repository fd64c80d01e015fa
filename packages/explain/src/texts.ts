/** Sources, and what kind of text a statement rests on, where that is not law. */
import type { PhraseCite, SourceInfo } from '@proviso/runtime';

/** Texts that are not law, the weightiest first. */
const TEXT_KINDS = ['guidance', 'draft', 'letter', 'superseded'] as const;

/** A kind of text that is not law. */
export type TextKind = (typeof TEXT_KINDS)[number];

/** A source by its name in the pack, with what is known of it. */
export interface NamedSource {
  readonly name: string;
  readonly info: SourceInfo | undefined;
}

/** What is told of a source; not all of it is known of every source. */
type Source = Partial<Pick<SourceInfo, 'status' | 'ceasing'>>;

/** The weightiest text that is cited, where none of those cited is law or was; undefined where one is, or is not known. */
export function textBehind(
  cites: readonly PhraseCite[] = [],
  sourceOf: (source: string) => Source | undefined,
): TextKind | undefined {
  const kinds = new Set(cites.map(({ source }) => kindOf(sourceOf(source))));
  return kinds.has(undefined) ? undefined : TEXT_KINDS.find((kind) => kinds.has(kind));
}

/** What has a last day was law until then. */
function kindOf({ status, ceasing }: Source = {}): TextKind | undefined {
  return ceasing === undefined ? TEXT_KINDS.find((kind) => kind === status) : undefined;
}
