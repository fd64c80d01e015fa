/** Two sides of a comparison as translations over the same variables. */
import {
  type Ambiguity,
  checkPlanGiven,
  type EnumType,
  type Plan,
  vocabularyPaths,
} from '@proviso/compiler/plan';
import type { Day } from '@proviso/runtime';
import { variablesUnder } from '../form/cone.ts';
import type { NodeId } from '../form/form.ts';
import { Translation } from '../translate/translator.ts';
import { type Bounds, declaredPathOf, type Step, type Variables } from '../translate/variables.ts';
import { fixed } from './fixed.ts';

/** A plan, and what is fixed of the date and the readings that it is asked by. */
export interface Side {
  readonly plan: Plan;
  /** The day of the assessment; any day of the period where absent, the same on both sides. */
  readonly day?: Day;
  /** Readings by ambiguity; those that are not named may be any, the same on both sides. */
  readonly readings: Readonly<Record<string, string>>;
}

/** Both sides over the same variables. */
export interface Beside {
  readonly old: Translation;
  readonly new: Translation;
  /** On the day of the new side by the law of the day of the old; `old` itself where the days are the same. */
  readonly oldLaw: Translation;
  /** Paths of facts, list elements as `[]`, that each side takes to be of another type. They are facts of their own. */
  readonly apart: ReadonlySet<string>;
  /** The members of an enum, as both sides number them. */
  readonly membersOf: (name: string) => readonly string[];
  /** What cases of both sides can be, of these nodes: only members and readings that both know. */
  readonly shared: (roots: readonly NodeId[]) => readonly NodeId[];
}

/** Ends the name of a fact that only the new side takes so. No author can write it. */
const mark = '′';

/** The days that lie in the periods of both plans. */
export function sharedPeriod(old: Plan, now: Plan): Plan['pack']['period'] {
  for (const plan of [old, now]) checkPlanGiven(plan);
  const [a, b] = [old.pack.period, now.pack.period];
  const ends = [a.ceasing, b.ceasing].filter((day) => day !== null);
  return { from: Math.max(a.from, b.from), ceasing: ends.length === 0 ? null : Math.min(...ends) };
}

/** Translates both sides. Statements of one name are expected to be the same statement. */
export function besideEachOther(old: Side, now: Side, bounds: Bounds): Beside {
  const enums = unionOf(old.plan.enums, now.plan.enums, (a, b) => ({
    ...b,
    members: joined(a.members, b.members),
  }));
  const ambiguities = unionOf(old.plan.ambiguities, now.plan.ambiguities, (a, b) => ({
    ...b,
    readings: [
      ...b.readings,
      ...a.readings.filter(({ name }) => b.readings.every((one) => one.name !== name)),
    ],
  }));
  const ground = Translation.of(
    {
      ...now.plan,
      pack: { ...now.plan.pack, period: sharedPeriod(old.plan, now.plan) },
      enums,
      ambiguities,
      // For the texts that either side compares with.
      definitions: [...old.plan.definitions, ...now.plan.definitions],
      constraints: [...old.plan.constraints, ...now.plan.constraints],
      invariants: [],
    },
    bounds,
  );
  const apart = ofOtherTypes(old.plan, now.plan);
  const known = new Map(ambiguities.map((ambiguity) => [ambiguity.name, ambiguity]));
  const laid = (plan: Plan): Plan => ({
    ...plan,
    ambiguities: plan.ambiguities.map((ambiguity) => known.get(ambiguity.name) ?? ambiguity),
  });
  const oldSide = ground.beside(laid(fixed(old.plan, old)));
  const { day } = now;
  const ofOldLaw = old.day !== undefined && day !== undefined && old.day !== day;
  return {
    old: oldSide,
    new: ground.beside(laid(fixed(now.plan, now)), marked(ground.variables, apart)),
    oldLaw: ofOldLaw ? ground.beside(laid(fixed(old.plan, { ...old, day, law: old.day }))) : oldSide,
    apart,
    membersOf: (name) => enums.find((one) => one.name === name)?.members ?? [],
    shared: sharedBy(ground, old.plan, now.plan, enums),
  };
}

function joined(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...b, ...a])];
}

function unionOf<T extends EnumType | Ambiguity>(
  old: readonly T[],
  now: readonly T[],
  join: (old: T, now: T) => T,
): readonly T[] {
  const olds = new Map(old.map((one) => [one.name, one]));
  const both = now.map((one) => {
    const other = olds.get(one.name);
    return other === undefined ? one : join(other, one);
  });
  const names = new Set(now.map(({ name }) => name));
  return [...both, ...old.filter(({ name }) => !names.has(name))];
}

/** Facts of one path that are of different types, or of which only one side lets an event not have happened. */
function ofOtherTypes(old: Plan, now: Plan): ReadonlySet<string> {
  const typeIn = (plan: Plan): ReadonlyMap<string, string> =>
    new Map(
      vocabularyPaths(plan).map(({ path, field }) => [
        path,
        JSON.stringify([field.type, field.type.kind === 'date' && field.kind === 'event']),
      ]),
    );
  const types = typeIn(old);
  return new Set(
    [...typeIn(now)].flatMap(([path, type]) => {
      const other = types.get(path);
      return other === undefined || other === type ? [] : [path];
    }),
  );
}

/** Variables in which what is taken apart has a name of its own. */
function marked(variables: Variables, apart: ReadonlySet<string>): Variables {
  if (apart.size === 0) return variables;
  const place = (at: readonly Step[]): readonly Step[] => {
    let path = '';
    return at.map((step) => {
      if (typeof step === 'number') {
        path += '[]';
        return step;
      }
      path = path === '' ? step : `${path}.${step}`;
      return apart.has(path) ? `${step}${mark}` : step;
    });
  };
  return {
    asOf: variables.asOf,
    meanings: variables.meanings,
    reading: (ambiguity) => variables.reading(ambiguity),
    yesno: (at) => variables.yesno(place(at)),
    member: (at, member) => variables.member(place(at), member),
    enumValue: (at, name) => variables.enumValue(place(at), name),
    number: (at, places) => variables.number(place(at), places),
    date: (at, isEvent) => variables.date(place(at), isEvent),
    duration: (at) => variables.duration(place(at)),
    text: (at) => variables.text(place(at)),
    longer: (at, than) => variables.longer(place(at), than),
  };
}

/** Whether a place is one of the new side's own, and how that side calls it. */
export function unmarked(at: readonly Step[]): { readonly at: readonly Step[]; readonly isMarked: boolean } {
  const isMarked = at.some((step) => typeof step === 'string' && step.endsWith(mark));
  return {
    isMarked,
    at: isMarked
      ? at.map((step) =>
          typeof step === 'string' && step.endsWith(mark) ? step.slice(0, -mark.length) : step,
        )
      : at,
  };
}

/** Which members and readings both sides know, for those that differ. */
function sharedBy(
  { form, variables }: Translation,
  old: Plan,
  now: Plan,
  enums: readonly EnumType[],
): Beside['shared'] {
  const sides = [old, now];
  const narrowed = new Map<readonly string[], ReadonlySet<string>>();
  for (const { name, members } of enums) {
    const kept = both(sides.map(({ enums: own }) => own.find((one) => one.name === name)?.members));
    if (kept.length < members.length) narrowed.set(members, new Set(kept));
  }
  const readings = new Map(
    now.ambiguities.map(({ name }) => [
      name,
      new Set(
        both(
          sides.map(({ ambiguities }) =>
            ambiguities.find((one) => one.name === name)?.readings.map((reading) => reading.name),
          ),
        ),
      ),
    ]),
  );
  const setOf = new Map(
    sides.flatMap((plan) =>
      vocabularyPaths(plan).flatMap(({ path, field: { type } }) =>
        type.kind === 'set' ? [[path, enums.find(({ name }) => name === type.of)?.members] as const] : [],
      ),
    ),
  );
  const isKnown = (at: readonly Step[], member: string): boolean => {
    const kept = narrowed.get(setOf.get(declaredPathOf(unmarked(at).at)) ?? []);
    return kept === undefined || kept.has(member);
  };
  return (roots) =>
    variablesUnder(form, roots).flatMap((id): readonly NodeId[] => {
      const meaning = variables.meanings.get(id);
      const oneOf = (names: readonly string[], kept: ReadonlySet<string> | undefined): readonly NodeId[] =>
        kept === undefined || names.every((name) => kept.has(name))
          ? []
          : [form.or(names.flatMap((name, i) => (kept.has(name) ? [form.eq(id, form.int(i))] : [])))];
      if (meaning?.kind === 'enum') return oneOf(meaning.members, narrowed.get(meaning.members));
      if (meaning?.kind === 'reading') return oneOf(meaning.readings, readings.get(meaning.ambiguity));
      if (meaning?.kind === 'member' && !isKnown(meaning.at, meaning.member)) return [form.not(id)];
      return [];
    });
}

/** What all of the lists that are there have. */
function both(lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  const [first = [], ...rest] = lists.filter((list) => list !== undefined);
  return first.filter((name) => rest.every((list) => list.includes(name)));
}
