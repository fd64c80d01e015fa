/** Reviews of a pack: what a reviewer said of a definition or rule, against the digest of what it said then. */
import { canonicalJson, digestOf } from '@proviso/compiler/plan';
import type { Signature } from '../record.ts';

/** The format of a log of reviews; raised when its shape changes. */
export const REVIEW_FORMAT = 1;

/** The log of one reviewer: entries are added at the end, and never changed. */
export interface ReviewLog {
  readonly format: typeof REVIEW_FORMAT;
  readonly reviewer: string;
  readonly entries: readonly ReviewEntry[];
}

export interface ReviewEntry {
  /** The definition or rule. */
  readonly statement: string;
  readonly decision: 'approved' | 'changesWanted' | 'comment';
  readonly comment?: string;
  /** ISO date */
  readonly on: string;
  readonly version: string;
  /** Of the statement and all that it refers to, as reviewed. */
  readonly digests: { readonly meaning: string; readonly text: string };
  /** The digest of the entry before, of the reviewer's name for the first: an entry taken out or changed breaks the chain. */
  readonly previous: string;
  readonly signature?: Signature;
}

/** The log with another entry. */
export function withEntry(
  log: ReviewLog,
  entry: Omit<ReviewEntry, 'previous' | 'signature'>,
  sign?: (content: string) => Signature,
): ReviewLog {
  const chained = { ...entry, previous: headOf(log) };
  const signature = sign?.(entryContent(log.reviewer, chained));
  const added = signature === undefined ? chained : { ...chained, signature };
  return { ...log, entries: [...log.entries, added] };
}

/** The text that the signature of an entry is over: the entry, who made it, and by its chain all before it. */
export function entryContent(reviewer: string, { signature: _signature, ...entry }: ReviewEntry): string {
  return canonicalJson({ purpose: 'proviso review', format: REVIEW_FORMAT, reviewer, entry });
}

/** The place of the first entry that does not follow the one before; undefined where all do. */
export function brokenAt(log: ReviewLog): number | undefined {
  const at = log.entries.findIndex(
    ({ previous }, i) => previous !== headOf({ ...log, entries: log.entries.slice(0, i) }),
  );
  return at < 0 ? undefined : at;
}

function headOf({ reviewer, entries }: ReviewLog): string {
  const last = entries.at(-1);
  return digestOf(last ?? { reviewer });
}
