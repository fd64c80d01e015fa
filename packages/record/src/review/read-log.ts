/** Reading a log of reviews that comes from outside. */
import { checkShape, type ShapeLimits } from '@proviso/compiler/plan';
import type { ReadResult } from '../read/read-record.ts';
import { logShape } from './log-shape.ts';
import { brokenAt, type ReviewLog } from './review.ts';

const limits: ShapeLimits = { depth: 16, nodes: 2_000_000, problems: 10 };

/** Reads a log from JSON. Refuses another format, unknown keys, and a chain that is broken. */
export function readReviewLog(json: unknown): ReadResult<ReviewLog> {
  const problems = checkShape(json, logShape, {}, limits);
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
