/** What turns on a date as definitions of its own: many statements ask about the same few laws, and all of one day. */
import { mapChildren, ref } from '../../6-plan/expr.ts';
import type { Definition, Expr, Plan } from '../../6-plan/plan.ts';
import { partsOf } from './slice.ts';

/**
 * The plan with the laws in force and the comparisons with the day of the assessment that some of these definitions ask about
 * made definitions, asked once. Those that need no other definition come first, others before the first that asks. What asks
 * of an instance stays where it is. Values stay the same.
 */
export function withDatesApart(plan: Plan, ids: ReadonlySet<string>): Plan {
  const known = new Map<string, string>();
  const first: Definition[] = [];
  const definitions = plan.definitions.flatMap((definition): Definition[] => {
    if (!ids.has(definition.id)) return [];
    const before: Definition[] = [];
    const apart = (e: Expr): Expr => {
      if (!isDated(e) || !isOfCase(e)) return mapChildren(e, apart);
      const question = JSON.stringify(e);
      const asked = known.get(question);
      if (asked !== undefined) return ref(asked);
      const id = `${prefix}${known.size + 1}`;
      known.set(question, id);
      const needsOthers = partsOf(e).some(({ kind }) => kind === 'ref');
      (needsOthers ? before : first).push({
        id,
        visible: false,
        type: { kind: 'yesno' },
        expr: e,
        cites: [],
        covers: [],
      });
      return ref(id);
    };
    const expr = apart(definition.expr);
    return [...before, { ...definition, expr }];
  });
  return { ...plan, definitions: [...first, ...definitions] };
}

/** No name in a policy has a space. */
const prefix = 'dated ';

/** Whether a definition was made here. */
export function isDateApart({ id }: Definition): boolean {
  return id.startsWith(prefix);
}

function isDated(e: Expr): boolean {
  if (e.kind === 'inForce') return true;
  return (e.kind === 'le' || e.kind === 'eq') && partsOf(e).some(({ kind }) => kind === 'asOf');
}

/** Whether an expression has the same value wherever it stands. */
function isOfCase(e: Expr): boolean {
  return partsOf(e).every((part) => {
    if (part.kind === 'fact' || part.kind === 'has') return part.at.base === null;
    if (part.kind === 'ref') return (part.of?.base ?? null) === null;
    return part.kind !== 'atLeastIn' && part.kind !== 'extremeIn';
  });
}
