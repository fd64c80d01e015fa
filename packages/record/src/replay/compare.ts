/** Two assessments of one case, definition by definition and rule by rule. */
import { canonicalJson } from '@proviso/compiler/plan';
import {
  type Assessment,
  checkAssessment,
  type Instances,
  type Result,
  type RuleResult,
} from '@proviso/runtime';

/** One definition or rule that comes out otherwise, for one instance where there are several. */
export type Difference = {
  readonly name: string;
  readonly of?: string;
} & (
  | { readonly kind: 'definition'; readonly before?: Result; readonly after?: Result }
  | { readonly kind: 'rule'; readonly before?: RuleResult; readonly after?: RuleResult }
);

export interface Comparison {
  /** Where the answer differs; of what only one of the two asks, rules that are open or broken. */
  readonly differences: readonly Difference[];
  /** Names of what else only one of the two asks. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** Names of those with the same answer for other reasons, or with other citations. */
  readonly reasonsOnly: readonly string[];
  readonly verdict?: { readonly before: Assessment['verdict']; readonly after: Assessment['verdict'] };
}

/** What differs from one assessment to another. */
export function compareAssessments(before: Assessment, after: Assessment): Comparison {
  for (const each of [before, after]) checkAssessment(each);
  const definitions = paired(before.definitions, after.definitions);
  const rules = paired(before.rules, after.rules);
  const differences: readonly Difference[] = [
    ...definitions
      .filter((pair) => isBoth(pair) && differs(pair, definitionAnswer))
      .map((pair) => ({ kind: 'definition' as const, ...pair })),
    ...rules
      .filter((pair) => (isBoth(pair) ? differs(pair, ruleAnswer) : isPressing(pair.after ?? pair.before)))
      .map((pair) => ({ kind: 'rule' as const, ...pair })),
  ];
  const found = new Set(differences.map(({ name }) => name));
  const others = [...definitions, ...rules].filter(({ name }) => !found.has(name));
  return {
    differences,
    onlyBefore: namesOf(others.filter(({ after }) => after === undefined)),
    onlyAfter: namesOf(others.filter(({ before }) => before === undefined)),
    reasonsOnly: namesOf(others.filter((pair) => isBoth(pair) && !same(pair.before, pair.after))),
    ...(before.verdict === after.verdict
      ? {}
      : { verdict: { before: before.verdict, after: after.verdict } }),
  };
}

function namesOf(pairs: readonly { readonly name: string }[]): readonly string[] {
  return [...new Set(pairs.map(({ name }) => name))];
}

function isBoth({ before, after }: Pair<unknown>): boolean {
  return before !== undefined && after !== undefined;
}

/** A rule that nobody asked about before may be broken now. */
function isPressing(result: RuleResult | undefined): boolean {
  const status = result?.status;
  return status === 'breached' || status === 'departedFrom' || status === 'notYetDue';
}

interface Pair<R> {
  readonly name: string;
  readonly of?: string;
  readonly before?: R;
  readonly after?: R;
}

type Results<R> = Readonly<Record<string, R | Instances<R>>>;

function paired<R extends object>(before: Results<R>, after: Results<R>): readonly Pair<R>[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const olds = instancesOf(own(before, name));
    const news = instancesOf(own(after, name));
    return [...new Set([...olds.keys(), ...news.keys()])].map((of) => {
      const [old, now] = [olds.get(of), news.get(of)];
      return {
        name,
        ...(of === '' ? {} : { of }),
        ...(old === undefined ? {} : { before: old }),
        ...(now === undefined ? {} : { after: now }),
      };
    });
  });
}

function own<R>(results: Results<R>, name: string): R | Instances<R> | undefined {
  return Object.hasOwn(results, name) ? results[name] : undefined;
}

/** Results by the instance they are of; under the empty name where there is one only. */
function instancesOf<R extends object>(found: R | Instances<R> | undefined): ReadonlyMap<string, R> {
  if (found === undefined) return new Map();
  if (!('instances' in found)) return new Map([['', found]]);
  return new Map(found.instances.map((one) => [one.of, one]));
}

function differs<R>({ before, after }: Pair<R>, answer: (result: R) => unknown): boolean {
  return before === undefined || after === undefined || !same(answer(before), answer(after));
}

function definitionAnswer({ value, presumed, open }: Result): unknown {
  return { value, presumed: presumed ?? null, open: open ?? null };
}

function ruleAnswer({ status, presumed, dueOn, modality, bearer }: RuleResult): unknown {
  return { status, presumed: presumed ?? null, dueOn: dueOn ?? null, modality, bearer };
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
