/** Which findings a policy accepts, and which of its acceptances have nothing left to accept. */
import { type VerifyCode, verifyTable } from '@proviso/language';
import type { Finding } from './finding.ts';

/** `accept CODE on NAME because "…"`: the name as written, undefined where all findings of the code are accepted. */
export interface Acceptance {
  readonly code: string;
  readonly on?: string;
}

/** A finding that is accepted, and by which `accept`. */
export interface Accepted<A extends Acceptance> {
  readonly finding: Finding;
  readonly by: A;
}

/** What becomes of findings by the `accept`s of their policy. */
export interface Weighed<A extends Acceptance> {
  /** Not accepted, in order; then an `accept-stale` for each `accept` that accepts nothing. */
  readonly open: readonly Finding[];
  readonly accepted: readonly Accepted<A>[];
  /** The acceptances of the last findings of `open`, in the same order. */
  readonly stale: readonly A[];
}

/**
 * Weighs findings by acceptances. Those of other codes than a verification's are left alone. What was not decided is not
 * accepted, and keeps an `accept` of its code from being stale. `isAsked` tells which codes were looked for at all.
 */
export function weigh<A extends Acceptance>(
  findings: readonly Finding[],
  acceptances: readonly A[],
  isAsked: (code: VerifyCode) => boolean = () => true,
): Weighed<A> {
  const ours = acceptances.filter(({ code }) => isVerifyCode(code) && isAsked(code));
  const open: Finding[] = [];
  const accepted: Accepted<A>[] = [];
  const used = new Set<A>();
  for (const finding of findings) {
    const matching = ours.filter(
      ({ code, on }) => code === finding.code && (on === undefined || finding.names.includes(on)),
    );
    for (const each of matching) used.add(each);
    const [by] = matching;
    if (by === undefined || !finding.decided) open.push(finding);
    else accepted.push({ finding, by });
  }
  const stale = ours.filter((each) => !used.has(each));
  return { open: [...open, ...stale.map(staleFinding)], accepted, stale };
}

function isVerifyCode(code: string): code is VerifyCode {
  return code in verifyTable;
}

function staleFinding({ code, on }: Acceptance): Finding {
  const [statement = null] = on?.split('.') ?? [];
  return {
    code: 'accept-stale',
    params: { code, on: on ?? null },
    statement,
    names: on === undefined ? [] : [on],
    statements: [],
    cites: [],
    decided: true,
  };
}
