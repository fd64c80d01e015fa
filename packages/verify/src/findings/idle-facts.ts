/** Facts that statements look at and whose value never changes an answer. */
import type { Field, Path } from '@proviso/compiler/plan';
import { coneOf, variablesUnder } from '../form/cone.ts';
import type { NodeId } from '../form/form.ts';
import { likeVariable, Substitution } from '../form/substitute.ts';
import { existenceOf } from '../translate/existence.ts';
import type { Environment } from '../translate/instances.ts';
import type { Translation } from '../translate/translator.ts';
import { pathOf, type Step } from '../translate/variables.ts';
import { type Asked, askWhether, type Search, type Told } from './ask.ts';
import type { Constants } from './constants.ts';
import { type Finding, findingUnless } from './finding.ts';
import { type Part, partsWithin, rootsOf, wholeOf } from './parts.ts';

/** A field in all its instances. */
interface Asking {
  readonly field: Field;
  /** Its paths without the numbers of elements, the first for messages. */
  readonly names: readonly string[];
  /** Statements that look at it. */
  readonly statements: readonly string[];
  readonly variables: readonly NodeId[];
}

/** What a statement comes to in one of its instances. */
interface Outcome {
  readonly id: string;
  readonly present: NodeId;
  readonly nodes: readonly NodeId[];
  readonly variables: ReadonlySet<NodeId>;
}

/** How many outcomes are asked about one by one, the simplest first, before all the others together. */
const oneByOne = 4;

/**
 * Finds facts on which no answer depends, in the plan in which whatever is constant may be anything. What stands in a constant
 * or an idle part is left out: that part is the cause.
 */
export async function idleFactsOf(
  search: Search,
  { freed: translation, parts: constant }: Constants,
  idle: readonly Part[],
): Promise<readonly Finding[]> {
  const outcomes = outcomesOf(translation);
  let open = askingOf(translation, [...constant, ...idle]).map((fact) => ({
    fact,
    left: outcomes.filter(({ variables }) => fact.variables.some((id) => variables.has(id))),
    told: { kind: 'none', by: 'form' } as Exclude<Told, { kind: 'seen' | 'found' }>,
  }));
  const order = open.map(({ fact }) => fact);
  const never = new Map<Asking, Told>();
  for (let round = 0; open.length > 0; round += 1) {
    const isLast = round === oneByOne;
    const told = await askWhether(
      { ...search, translation },
      open.map(({ fact, left }) =>
        changes(translation, fact, isLast ? left.slice(round) : left.slice(round, round + 1)),
      ),
    );
    const next: typeof open = [];
    for (const [i, { fact, left, told: before }] of open.entries()) {
      const answer = told[i];
      if (answer === undefined || answer.kind === 'found' || answer.kind === 'seen') continue;
      const so = before.kind === 'notDecided' ? before : answer;
      if (isLast || left.length <= round + 1) never.set(fact, so);
      else next.push({ fact, left, told: so });
    }
    open = next;
  }
  return order.flatMap((fact): readonly Finding[] => {
    const told = never.get(fact);
    if (told === undefined || told.kind === 'seen') return [];
    const { names, statements } = fact;
    const claim = { code: 'fact-never-matters', params: { fact: names[0] ?? fact.field.name } } as const;
    const finding = findingUnless(translation.plan, told, claim, { statements, names });
    // A judgement on grounds that are not listed goes by the name of its statement.
    const own = fact.field.kind === 'otherwise' || isOtherwise(names) ? statements : names;
    return finding === undefined ? [] : [{ ...finding, names: own }];
  });
}

function isOtherwise(names: readonly string[]): boolean {
  return names.some((name) => name.split('.').includes('otherwise'));
}

/** The fields that statements look at, in vocabulary order. */
function askingOf(translation: Translation, explained: readonly Part[]): readonly Asking[] {
  const { plan, variables } = translation;
  const usedIn = new Map<string, Set<string>>();
  for (const root of rootsOf(plan)) {
    if (root.kind === 'invariant' || root.kind === 'label') continue;
    for (const path of pathsIn(translation, wholeOf(translation, root))) {
      usedIn.set(path, (usedIn.get(path) ?? new Set()).add(root.statement));
    }
  }
  const isExplained = new Set(explained.flatMap((part) => [...pathsIn(translation, part)]));
  const byPath = Map.groupBy(variables.meanings, ([, meaning]) =>
    'at' in meaning ? pathOf(meaning.at) : '',
  );
  const places = Map.groupBy(existenceOf(translation), ({ field }) => field);
  return [...places].flatMap(([field, each]): readonly Asking[] => {
    const paths = each.map(({ at }) => pathOf(at));
    const statements = [...new Set(paths.flatMap((path) => [...(usedIn.get(path) ?? [])]))];
    if (statements.length === 0 || paths.some((path) => isExplained.has(path))) return [];
    const names = [...new Set(each.map(({ at }) => at.filter((step) => typeof step === 'string').join('.')))];
    const own = paths.flatMap((path) => (byPath.get(path) ?? []).map(([id]) => id));
    return [{ field, names, statements, variables: own }];
  });
}

/** The paths of the facts and lists that a part looks at itself; definitions that it refers to are not looked through. */
function pathsIn(translation: Translation, part: Part): ReadonlySet<string> {
  const { expr } = part;
  const at =
    expr.kind === 'fact' || expr.kind === 'has'
      ? expr.at
      : expr.kind === 'atLeastIn' || expr.kind === 'extremeIn'
        ? expr.in
        : undefined;
  const own = at === undefined ? [] : part.places.map(({ environment }) => pathAt(at, environment));
  return new Set([
    ...own,
    ...partsWithin(translation, part).flatMap((each) => [...pathsIn(translation, each)]),
  ]);
}

function pathAt({ base, path }: Path, environment: Environment): string {
  const start: readonly Step[] = base === null ? [] : (environment.get(base)?.at ?? []);
  return pathOf([...start, ...path]);
}

/** What an assessment shows: visible definitions and the statuses of rules; the simplest first. */
function outcomesOf(translation: Translation): readonly Outcome[] {
  const { plan, form } = translation;
  const statuses = new Set(plan.rules.map(({ status }) => status));
  const outcomes = plan.definitions.flatMap(({ id, visible, param }) =>
    visible || statuses.has(id)
      ? translation.holders(param).map((holder) => {
          const term = translation.definition(id, param === undefined ? undefined : holder);
          const nodes = typeof term === 'number' ? [term] : [term.months, term.days];
          const cone = coneOf(form, nodes);
          return {
            outcome: { id, present: holder.present, nodes, variables: new Set(variablesUnder(form, nodes)) },
            size: cone.length,
          };
        })
      : [],
  );
  return outcomes.toSorted((a, b) => a.size - b.size).map(({ outcome }) => outcome);
}

/** Whether one of these outcomes differs between a valid case and one that has another value of the fact. */
function changes(translation: Translation, { variables }: Asking, outcomes: readonly Outcome[]): Asked {
  const { form } = translation;
  const other = new Substitution(
    form,
    new Map(variables.map((id) => [id, likeVariable(form, id, 'otherwise')])),
  );
  const terms = outcomes.map(({ present, nodes }) =>
    form.and([present, form.not(form.and(nodes.map((node) => form.eq(node, other.in(node)))))]),
  );
  return { node: form.or(terms), trails: outcomes.map(({ id }) => translation.trailOf(id)) };
}
