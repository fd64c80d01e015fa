/** Replaying one record: by the version it names, and under another version or on another day. */
import {
  type Comparison,
  compareAssessments,
  type DecisionRecord,
  type Opening,
  recompute,
  replay,
  type Replay,
  subjects,
  tellDifferences,
  type ToldDifference,
  verdictWords,
} from '@proviso/record';
import type { Problem } from '../exit.ts';
import type { PackInWords } from '@proviso/cases';
import { version } from '../version.ts';

/** A version of a pack and where it was found. */
export interface Located {
  readonly pack: PackInWords;
  readonly path: string;
}

/** What came of replaying by the version that the record names. */
export type OwnReplay =
  | { readonly kind: 'holds'; readonly path: string; readonly reworded: boolean }
  | {
      readonly kind: 'differs';
      readonly path: string;
      readonly altered: readonly string[];
      readonly told: readonly ToldDifference[];
    }
  | { readonly kind: 'cannot'; readonly why: string; readonly problems: readonly Problem[] };

/** What came of it under another version, or as of another day. */
export type OtherReplay = Under &
  (
    | {
        readonly kind: 'compared';
        readonly told: readonly ToldDifference[];
        readonly verdict?: Comparison['verdict'];
        readonly reasonsOnly: readonly string[];
        readonly onlyBefore: readonly string[];
        readonly onlyAfter: readonly string[];
        /** The same in words; the pack may know nothing of what was asked before only. */
        readonly words: {
          readonly outcome: string;
          readonly reasonsOnly: string;
          readonly onlyAfter: string;
        };
      }
    | { readonly kind: 'cannot'; readonly why: string; readonly problems: readonly Problem[] }
  );

/** Under which version, as of which day. */
export interface Under {
  readonly pack: { readonly id: string; readonly version: string };
  readonly path: string;
  readonly asOf: string;
}

/** Is any answer another one, or the outcome? */
export function isOther(other: OtherReplay): boolean {
  return other.kind === 'compared' && (other.told.length > 0 || other.verdict !== undefined);
}

/** Replays by the version that the record names. */
export function replayOwn(
  record: DecisionRecord,
  { pack, path }: Located,
  openings: readonly Opening[],
): OwnReplay {
  const again = recompute(record, pack, { openings });
  if ('cannot' in again) return { kind: 'cannot', why: again.cannot, problems: again.problems };
  const result: Replay = replay(record, pack, again, version);
  if (result.holds) return { kind: 'holds', path, reworded: result.reworded };
  const told = tellDifferences(result, {
    before: { plan: pack.plan, phrases: pack.phrases, asOf: record.asOf },
    after: { plan: pack.plan, phrases: pack.phrases, assessment: again.assessment },
  });
  return { kind: 'differs', path, altered: result.altered, told };
}

/** Replays with another version, or on another day, and compares with what the record says. */
export function replayOther(
  record: DecisionRecord,
  own: Located | undefined,
  { pack, path }: Located,
  asOf: string,
  openings: readonly Opening[],
): OtherReplay {
  const { id, version } = pack.plan.pack;
  const under: Under = { pack: { id, version }, path, asOf };
  const again = recompute(record, pack, { asOf, openings });
  if ('cannot' in again) return { ...under, kind: 'cannot', why: again.cannot, problems: again.problems };
  const comparison = compareAssessments(record.assessment, again.assessment);
  const told = tellDifferences(comparison, {
    before: {
      asOf: record.asOf,
      ...(own === undefined ? {} : { plan: own.pack.plan, phrases: own.pack.phrases }),
    },
    after: { plan: pack.plan, phrases: pack.phrases, assessment: again.assessment },
  });
  const { verdict, reasonsOnly, onlyBefore, onlyAfter } = comparison;
  const inWords = (names: readonly string[]): string => subjects(names, pack);
  return {
    ...under,
    kind: 'compared',
    told,
    reasonsOnly,
    onlyBefore,
    onlyAfter,
    words: {
      outcome:
        verdict === undefined
          ? ''
          : `${verdictWords(record.assessment)}; now ${verdictWords(again.assessment)}`,
      reasonsOnly: inWords(reasonsOnly),
      onlyAfter: inWords(onlyAfter),
    },
    ...(verdict === undefined ? {} : { verdict }),
  };
}
