/** The pack at work: where a case stands, what is asked next, what is wrong with it. Loaded after the first page. */
import { type LoadedPack, loadPlan } from '@proviso/compiler/interpret';
import { goalsNamed, vocabularyPaths } from '@proviso/compiler/plan';
import { caseOf, type CaseSoFar, nextNeed, type Question, questionOf } from '@proviso/interview';
import {
  type Assessment,
  declaredPath,
  type Need,
  type Phrasebook,
  type Provenance,
  type RankedNeed,
} from '@proviso/runtime';
import { phrases, plan } from 'virtual:pack';
import type { Walk } from '../walk.ts';

/** Where a case stands. */
export interface Standing extends CaseSoFar {
  readonly assessment: Assessment;
  readonly provenance: Provenance;
  /** The names that were asked for, and those of them on which nothing more can turn. */
  readonly answers: readonly string[];
  readonly settled: readonly string[];
  /** The next question; undefined where nothing more is to be asked. */
  readonly need: RankedNeed | undefined;
}

/** What pages ask of the pack. */
export interface Engine {
  readonly pack: LoadedPack;
  readonly phrases: Phrasebook;
  /** Throws `FactsError` where the case cannot be. */
  readonly standing: (walk: Walk) => Standing;
  readonly question: (need: { readonly path: string; readonly list: boolean }) => Question;
}

/** Each look ahead costs two assessments or more, and a page should be there at once. */
const lookAhead = 3;

/** Makes the engine of the pack that the site was built with. */
export function createEngine(): Engine {
  const pack = loadPlan(plan);
  // A view is drawn more often than a case changes.
  const known = new WeakMap<Walk, Standing>();
  return {
    pack,
    phrases,
    standing: (walk) => {
      const found = known.get(walk) ?? standingOf(pack, walk);
      known.set(walk, found);
      return found;
    },
    question: ({ path, list }) =>
      questionOf({ path, kind: list ? 'list' : kindAt(pack, path) }, pack.plan, phrases),
  };
}

/** The kind of the fact at a path, as a need has it. */
function kindAt({ plan: { facts, records } }: LoadedPack, path: string): Need['kind'] {
  const pattern = declaredPath(path);
  const kind = vocabularyPaths({ facts, records }).find((entry) => entry.path === pattern)?.field.kind;
  if (kind === undefined) throw new Error(`the plan has no fact ${path}`);
  return kind;
}

function standingOf(pack: LoadedPack, { told, asOf, goals }: Walk): Standing {
  const so = caseOf(told);
  const assessment = pack.assess(so.facts, { asOf, goals });
  const answers = [...new Set(goalsNamed(pack.plan, goals).flatMap((goal) => goal.answers))];
  const open = new Set(assessment.needs.flatMap((need) => need.for));
  return {
    ...so,
    assessment,
    answers,
    settled: answers.filter((name) => !open.has(name)),
    provenance: Object.fromEntries(
      told.flatMap(({ path, answer, who, why }) =>
        answer === null || (who === undefined && why === undefined)
          ? []
          : [[path, { ...(who === undefined ? {} : { who }), ...(why === undefined ? {} : { why }) }]],
      ),
    ),
    need: nextNeed(assessment, so.unknown, { lookAhead }),
  };
}
