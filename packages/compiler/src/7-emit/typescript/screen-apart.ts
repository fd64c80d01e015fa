/**
 * What a screening asks of facts and dates as definitions of their own, each asked once: many statements ask about the same few
 * laws, all of one day, and many about the same members of sets. What is left of most definitions is yes/no logic.
 */
import { children, mapChildren, ref } from '../../6-plan/expr.ts';
import type { Definition, Expr, Plan } from '../../6-plan/plan.ts';
import { governing } from './assess-features.ts';
import { isLogic, isLogical } from './screen-logic.ts';
import { hasPart, partsOf, partsOfKind } from './parts.ts';

/**
 * The plan with the laws in force and the comparisons with the day of the assessment that some of these definitions ask about
 * made definitions, and whatever else is no logic in those that otherwise are. Those that need no other definition come first,
 * together where they ask about the same; others before the first that asks. Values stay the same.
 */
export function withQuestionsApart(plan: Plan, ids: ReadonlySet<string>): Plan {
  const definitions = plan.definitions.filter(({ id }) => ids.has(id));
  const traced = governing({ definitions });
  const anyhow = datesAskedAnyhow(definitions);
  const known = new Map<string, string>();
  const first = new Map<string, Definition[]>();
  const others = definitions.flatMap((definition): Definition[] => {
    const before: Definition[] = [];
    const ask = (e: Expr): Expr => {
      const question = JSON.stringify(e);
      const asked = known.get(question);
      if (asked !== undefined) return ref(asked);
      const id = `${prefix}${known.size + 1}`;
      known.set(question, id);
      const apart: Definition = {
        id,
        visible: false,
        type: { kind: 'yesno' },
        expr: e,
        cites: [],
        covers: [],
      };
      if (hasPart(e, 'ref')) before.push(apart);
      else first.set(subjectOf(e), [...(first.get(subjectOf(e)) ?? []), apart]);
      return ref(id);
    };
    // What is asked for each instance or element is not asked where there is none, and then reports nothing.
    const eachApart = (e: Expr): Expr =>
      isDated(e) && isOfCase(e) && governingIn(e).every((on) => anyhow.has(on))
        ? ask(e)
        : mapChildren(e, eachApart);
    const datesApart = (e: Expr): Expr => {
      if (isForEach(definition, e)) return eachApart(e);
      return isDated(e) && isOfCase(e) ? ask(e) : mapChildren(e, datesApart);
    };
    const allApart = (e: Expr): Expr => {
      if (isLogic(e)) return mapChildren(e, allApart);
      return ask(isDated(e) ? e : datesApart(e));
    };
    const isOfLogic = isLogical(definition) && !traced.has(definition.id);
    const expr = (isOfLogic ? allApart : datesApart)(definition.expr);
    return [...before, { ...definition, expr }];
  });
  return { ...plan, definitions: [...[...first.values()].flat(), ...others] };
}

/** No name in a policy has a space. */
const prefix = 'asked ';

/** Whether a definition was made here. */
export function isAskedApart({ id }: Pick<Definition, 'id'>): boolean {
  return id.startsWith(prefix);
}

/** What a question that needs no other definition is about: those about the same turn on the same. */
export function subjectOf(e: Expr): string {
  // What reports dates outside the period does so in the order of the plan.
  if (hasPart(e, 'inForce')) return 'law';
  // What turns on the day is evaluated in every case.
  if (hasPart(e, 'asOf')) return 'day';
  const about = partsOf(e).flatMap((part) => {
    if (part.kind === 'reading') return [`reading ${part.ambiguity}`];
    if (part.kind === 'atLeastIn' || part.kind === 'extremeIn') return [part.in.path.join('.')];
    return part.kind === 'fact' || part.kind === 'has' ? [part.at.path.join('.')] : [];
  });
  return [...new Set(about)].join(', ');
}

function isDated(e: Expr): boolean {
  if (e.kind === 'inForce') return true;
  return (e.kind === 'le' || e.kind === 'eq') && hasPart(e, 'asOf');
}

/** Whether what is in an expression is asked for each instance of a record, or each element of a list. */
function isForEach({ param }: Definition, e: Expr): boolean {
  return param !== undefined || e.kind === 'atLeastIn' || e.kind === 'extremeIn';
}

/** The governing dates in it that can be outside the period of the pack: the day of the assessment never is. */
function governingIn(e: Expr): readonly string[] {
  return partsOfKind(e, 'inForce').flatMap(({ on }) => (on.kind === 'asOf' ? [] : [JSON.stringify(on)]));
}

/** The governing dates that are asked in every case, and so reported whoever else asks for them. */
function datesAskedAnyhow(definitions: readonly Definition[]): ReadonlySet<string> {
  const within = (definition: Definition, e: Expr): readonly string[] => {
    if (isForEach(definition, e)) return [];
    return e.kind === 'inForce' ? governingIn(e) : children(e).flatMap((part) => within(definition, part));
  };
  return new Set(definitions.flatMap((definition) => within(definition, definition.expr)));
}

/** Whether an expression has the same value wherever it stands. */
function isOfCase(e: Expr): boolean {
  return partsOf(e).every((part) => {
    if (part.kind === 'fact' || part.kind === 'has') return part.at.base === null;
    if (part.kind === 'ref') return (part.of?.base ?? null) === null;
    return part.kind !== 'atLeastIn' && part.kind !== 'extremeIn';
  });
}
