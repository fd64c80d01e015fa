/** Reading a log of reviews that comes from outside. */
import { checkShape, type Shape, type ShapeLimits } from '@proviso/compiler/plan';
import type { ReadResult } from '../read/read-record.ts';
import { signatureShape } from '../record-shape.ts';
import { brokenAt, REVIEW_FORMAT, type ReviewLog } from './review.ts';

const text: Shape = { kind: 'string' };
const hex: Shape = { kind: 'string', pattern: '^[0-9a-f]{64}$', describe: '64 hexadecimal digits' };
const entry: Shape = {
  kind: 'object',
  required: {
    statement: text,
    decision: { kind: 'words', of: ['approved', 'changesWanted', 'comment'] },
    on: { kind: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', describe: 'a date such as 2026-02-05' },
    version: text,
    digests: { kind: 'object', required: { meaning: hex, text: hex } },
    previous: hex,
  },
  optional: { comment: text, signature: signatureShape },
};
const shape: Shape = {
  kind: 'object',
  required: {
    format: { kind: 'words', of: [REVIEW_FORMAT] },
    reviewer: text,
    entries: { kind: 'list', of: entry },
  },
};
const limits: ShapeLimits = { depth: 16, nodes: 2_000_000, problems: 10 };

/** Reads a log from JSON. Refuses another format, unknown keys, and a chain that is broken. */
export function readReviewLog(json: unknown): ReadResult<ReviewLog> {
  const problems = checkShape(json, shape, {}, limits);
  if (problems.length > 0) return { problems };
  const log = json as ReviewLog;
  const broken = chainBreak(log);
  return broken === undefined
    ? { value: log }
    : {
        problems: [
          {
            pointer: `/entries/${broken}`,
            message: 'does not follow from what stands before it: an entry was changed or taken out',
          },
        ],
      };
}

/** Half of a surrogate pair has no digest, so that no chain can hold it. */
function chainBreak(log: ReviewLog): number | undefined {
  try {
    return brokenAt(log);
  } catch {
    return 0;
  }
}
