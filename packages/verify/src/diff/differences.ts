/** The differences between two versions, dates or readings: shown to be none, or told class by class. */
import { type Goal, goalsNamed, type Plan } from '@proviso/compiler/plan';
import type { Prover } from '../decide/prover.ts';
import type { Bounds } from '../translate/variables.ts';
import { besideEachOther, type Side } from './beside.ts';
import { causesOf, differsOfItself } from './causes.ts';
import { askAll, Pursuit, type Telling } from './follow.ts';
import { namedBy } from './named.ts';
import { paramOf, type Statement, statementsOf } from './outcomes.ts';
import { piecesOf } from './parts.ts';
import { type Renames, withNamesOf } from './renames.ts';
import type {
  Differences,
  Differing,
  Found,
  GoalDifference,
  StatementDifference,
  TermChange,
} from './report.ts';
import { vocabularyChanges } from './vocabulary.ts';
import { Witnesses } from './witness.ts';

/** What is compared, and how far. */
export interface DiffOptions {
  /** Names of goals, or of statements by themselves; all goals where absent. */
  readonly goals?: readonly string[];
  /** Classes of cases that are told of each statement, at most. */
  readonly classes: number;
  readonly bounds: Bounds;
  readonly progress?: (step: string) => void;
}

/** Compares two sides. What the prover does not decide is told as not decided, never as the same. */
export async function differencesOf(
  old: Side,
  now: Side,
  prover: Prover,
  options: DiffOptions,
): Promise<Differences> {
  const { plan, renames } = withNamesOf(old.plan, now.plan);
  const before: Side = { ...old, plan };
  const [olds, news] = [statementsOf(plan), statementsOf(now.plan)];
  const names = statementsWanted(before.plan, now.plan, renames, options.goals);
  const found = new Map<string, Found>();
  const both: string[] = [];
  for (const name of names) {
    const one = comparable(olds.get(name), news.get(name));
    if (one === undefined) both.push(name);
    else found.set(name, one);
  }
  const compared = isOneMeaning(old, now)
    ? both.map((name) => [name, { outcome: 'same', by: 'meaning' }] as const)
    : await compare(before, now, both, prover, options);
  for (const [name, one] of compared) found.set(name, one);
  const oldNames = new Map([...renames].map(([former, name]) => [name, former]));
  return {
    vocabulary: vocabularyChanges(old.plan, now.plan),
    goals: goalsOf(before.plan, now.plan, found, options.goals),
    statements: names.flatMap((name): readonly StatementDifference[] => {
      const [statement, one, oldName] = [
        news.get(name) ?? olds.get(name),
        found.get(name),
        oldNames.get(name),
      ];
      if (statement === undefined || one === undefined) return [];
      return [{ name, kind: statement.kind, ...(oldName === undefined ? {} : { oldName }), ...one }];
    }),
  };
}

/** What is found without a proof; undefined where the two can be compared. */
function comparable(before: Statement | undefined, after: Statement | undefined): Found | undefined {
  if (before === undefined) return { outcome: 'added' };
  if (after === undefined) return { outcome: 'removed' };
  if (before.kind !== after.kind) return { outcome: 'another', of: 'kind' };
  if (paramOf(before)?.record !== paramOf(after)?.record) return { outcome: 'another', of: 'parameter' };
  const type = (one: Statement): string =>
    one.kind === 'definition' ? JSON.stringify(one.definition.type) : '';
  return type(before) === type(after) ? undefined : { outcome: 'another', of: 'type' };
}

function isOneMeaning(old: Side, now: Side): boolean {
  const readings = (side: Side): string =>
    JSON.stringify(Object.entries(side.readings).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return (
    old.plan.pack.meaning === now.plan.pack.meaning && old.day === now.day && readings(old) === readings(now)
  );
}

async function compare(
  old: Side,
  now: Side,
  names: readonly string[],
  prover: Prover,
  { classes: most, bounds, progress }: DiffOptions,
): Promise<ReadonlyMap<string, Found>> {
  progress?.('laying the two sides beside each other');
  const sides = besideEachOther(old, now, bounds);
  const [olds, news] = [statementsOf(old.plan), statementsOf(now.plan)];
  const telling: Telling = {
    sides,
    named: namedBy(sides, olds, news, names),
    witnesses: new Witnesses(sides, old, now),
  };
  const pieces = new Map(names.map((name) => [name, piecesOf(sides, ...bothOf(olds, news, name))] as const));
  const pursue = (some: readonly string[], which: 'changed' | 'byTime'): readonly Pursuit[] =>
    some.map((name) => new Pursuit(telling, name, pieces.get(name) ?? [], (piece) => piece[which]));
  const ask = async (pursuits: readonly Pursuit[], what: string): Promise<void> =>
    askAll(prover, pursuits, (done, all) => progress?.(`${what}: ${done} of ${all}`));

  const changes = pursue(names, 'changed');
  await ask(changes, 'comparing');
  const unchanged = changes.filter(({ last }) => last?.kind === 'none').map(({ name }) => name);
  const times = pursue(unchanged, 'byTime');
  await ask(times, 'comparing what time alone changes');

  const differing = changes.filter(({ last }) => last?.kind === 'found');
  const differingNames = new Set(differing.map(({ name }) => name));
  progress?.('finding out what differs of itself');
  const ofItself = new Set(
    differing.filter(({ name }) => differsOfItself(sides, name)).map(({ name }) => name),
  );
  const causes = new Map(
    differing.map(({ name }) => [
      name,
      ofItself.has(name) ? [] : causesOf(now.plan, name, ofItself, differingNames),
    ]),
  );
  const followed = differing.filter(({ name }) => causes.get(name)?.length === 0);
  // One round more than classes are told: it shows whether there are others.
  for (let round = 1; round <= most; round += 1) {
    await ask(
      followed.filter(({ last }) => last?.kind === 'found'),
      `looking for class ${round + 1}`,
    );
  }

  const byTime = new Map(times.map((pursuit) => [pursuit.name, pursuit]));
  return new Map(
    changes.map((change) => {
      const terms = termsOf(...bothOf(olds, news, change.name));
      return [
        change.name,
        foundBy(change, byTime.get(change.name), causes.get(change.name) ?? [], terms, most),
      ];
    }),
  );
}

function bothOf(
  olds: ReadonlyMap<string, Statement>,
  news: ReadonlyMap<string, Statement>,
  name: string,
): [before: Statement, after: Statement] {
  const [before, after] = [olds.get(name), news.get(name)];
  if (before === undefined || after === undefined) throw new Error(`${name} is not on both sides`);
  return [before, after];
}

function foundBy(
  change: Pursuit,
  time: Pursuit | undefined,
  because: readonly string[],
  terms: readonly TermChange[],
  most: number,
): Found {
  const differs = (of: Pursuit, byTimeAlone: boolean): Differing => ({
    outcome: 'differs',
    because,
    byTimeAlone,
    terms,
    classes: of.classes.slice(0, most),
    complete: of.last?.kind === 'none' || (of.last?.kind === 'notDecided' ? 'notDecided' : false),
  });
  if (change.classes.length > 0) return differs(change, false);
  if (time !== undefined && time.classes.length > 0) return differs(time, true);
  if (terms.length > 0) return differs(change, false);
  const last = [change.last, time?.last];
  const open = last.find((answer) => answer?.kind === 'notDecided');
  if (open !== undefined) return { outcome: 'notDecided', because: open.because };
  const ways = new Set(last.flatMap((answer) => (answer?.kind === 'none' ? [answer.by] : [])));
  const by = (['solver', 'enumeration'] as const).find((way) => ways.has(way)) ?? 'form';
  return { outcome: 'same', by };
}

/** What the outcomes of a rule do not tell. */
function termsOf(before: Statement, after: Statement): readonly TermChange[] {
  if (before.kind !== 'rule' || after.kind !== 'rule') return [];
  return (['bearer', 'modality'] as const).flatMap((of) =>
    before.rule[of] === after.rule[of] ? [] : [{ of, old: before.rule[of], new: after.rule[of] }],
  );
}

/** The statements that the goals of either side need: in the order of the new plan, then those that only the old has. */
function statementsWanted(
  old: Plan,
  now: Plan,
  renames: Renames,
  asked: readonly string[] | undefined,
): readonly string[] {
  const wanted = new Set([
    ...chosenGoals(now, asked).flatMap(neededBy),
    ...chosenGoals(
      old,
      asked?.map((name) => renames.get(name) ?? name),
    ).flatMap(neededBy),
  ]);
  const all = new Set([...statementsOf(now).keys(), ...statementsOf(old).keys()]);
  return [...all].filter((name) => wanted.has(name));
}

function neededBy({ definitions, rules }: Goal): readonly string[] {
  return [...definitions, ...rules];
}

function chosenGoals(plan: Plan, asked: readonly string[] | undefined): readonly Goal[] {
  return asked === undefined ? plan.goals : goalsNamed(plan, asked);
}

function goalsOf(
  old: Plan,
  now: Plan,
  found: ReadonlyMap<string, Found>,
  asked: readonly string[] | undefined,
): readonly GoalDifference[] {
  const [before, after] = [chosenGoals(old, asked), chosenGoals(now, asked)];
  const olds = new Map(before.map((goal) => [goal.name, goal]));
  const names = new Set(after.map(({ name }) => name));
  return [
    ...after.map(({ name, answers }): GoalDifference => {
      const former = olds.get(name)?.answers;
      if (former === undefined) return { name, outcome: 'added' };
      const added = answers.filter((answer) => !former.includes(answer));
      const removed = former.filter((answer) => !answers.includes(answer));
      const outcomes = answers.flatMap((answer) =>
        former.includes(answer) ? [found.get(answer)?.outcome] : [],
      );
      if (
        added.length + removed.length > 0 ||
        outcomes.some((outcome) => outcome !== 'same' && outcome !== 'notDecided')
      )
        return { name, outcome: 'differs', added, removed };
      return { name, outcome: outcomes.includes('notDecided') ? 'notDecided' : 'same' };
    }),
    ...before
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => ({ name, outcome: 'removed' as const })),
  ];
}
