/** Reviews of a pack: what a reviewer said of a definition or rule, against the digest of what it said then. */
import { canonicalJson, digestOf } from '@proviso/compiler/plan';
import { checkIs } from '../check-record.ts';
import { entryShape, logShape } from './log-shape.ts';
import { REVIEW_FORMAT } from './review-format.ts';
import type { Signature } from '../record.ts';

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
  checkLog(log);
  checkIs({ ...entry, previous: headOf(log) }, entryShape, 'an entry of a review was expected');
  if (sign !== undefined && typeof sign !== 'function')
    throw new TypeError('a function that signs a text was expected, such as `signerOf` gives');
  const chained = { ...entry, previous: headOf(log) };
  const signature = sign?.(entryContent(log.reviewer, chained));
  const added = signature === undefined ? chained : { ...chained, signature };
  return { ...log, entries: [...log.entries, added] };
}

/** Throws a `TypeError` where this is no log. */
function checkLog(log: unknown): void {
  checkIs(log, logShape, 'a log of reviews was expected, as `readReviewLog` reads it');
}

/** Throws a `TypeError` where these are no logs. */
export function checkLogs(logs: unknown): void {
  if (!Array.isArray(logs)) throw new TypeError('a list of logs of reviews was expected');
  for (const log of logs) checkLog(log);
}

/** The text that the signature of an entry is over: the entry, who made it, and by its chain all before it. */
export function entryContent(reviewer: string, signed: ReviewEntry): string {
  if (typeof reviewer !== 'string') throw new TypeError('the name of a reviewer was expected');
  checkIs(signed, entryShape, 'an entry of a review was expected');
  const { signature: _signature, ...entry } = signed;
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
