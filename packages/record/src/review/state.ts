/** How far a pack is reviewed, statement by statement. */
import type { Digests } from '@proviso/compiler/plan';
import { checkKeyed } from '@proviso/runtime';
import type { ReviewCounts } from '../record.ts';
import { checkList } from '../given.ts';
import { checkLogs, type ReviewEntry, type ReviewLog } from './review.ts';

export type ReviewState = 'approved' | 'changesWanted' | 'reopened' | 'notReviewed';

/** A definition or rule and what was said of it. */
export interface ReviewedStatement {
  readonly name: string;
  readonly state: ReviewState;
  /** In the order of the logs; `current` where the statement, and all it refers to, is as it was then. */
  readonly said: readonly (ReviewEntry & { readonly reviewer: string; readonly current: boolean })[];
}

/**
 * The state of each statement. Each reviewer's last decision counts: one who wants changes outweighs all who approve, and a
 * decision on what has been edited since only says that it was reviewed once. Comments decide nothing.
 */
export function reviewStates(
  digests: Readonly<Record<string, Digests>>,
  logs: readonly ReviewLog[],
): readonly ReviewedStatement[] {
  checkKeyed(digests, 'the digests of statements, as `statementDigests` gives them,');
  checkLogs(logs);
  return Object.entries(digests).map(([name, { text }]) => {
    const said = logs.flatMap(({ reviewer, entries }) =>
      entries
        .filter(({ statement }) => statement === name)
        .map((entry) => ({ ...entry, reviewer, current: entry.digests.text === text })),
    );
    const decisions = said.filter(({ decision }) => decision !== 'comment');
    const last = [...Map.groupBy(decisions, ({ reviewer }) => reviewer).values()].flatMap(
      (own) => own.at(-1) ?? [],
    );
    return { name, state: stateOf(last), said };
  });
}

function stateOf(
  decisions: readonly { readonly decision: string; readonly current: boolean }[],
): ReviewState {
  const current = decisions.filter((decision) => decision.current);
  if (current.some(({ decision }) => decision === 'changesWanted')) return 'changesWanted';
  if (current.length > 0) return 'approved';
  return decisions.length > 0 ? 'reopened' : 'notReviewed';
}

/** How many statements are in each state. */
export function reviewCounts(statements: readonly Pick<ReviewedStatement, 'state'>[]): ReviewCounts {
  checkList(statements, 'what `reviewStates` gives');
  const count = (state: ReviewState): number => statements.filter((one) => one.state === state).length;
  return {
    approved: count('approved'),
    changesWanted: count('changesWanted'),
    reopened: count('reopened'),
    notReviewed: count('notReviewed'),
  };
}
