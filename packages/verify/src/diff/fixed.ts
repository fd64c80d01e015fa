/** Plans with their date or readings fixed: what hangs on these alone is then the same node wherever it comes out the same. */
import {
  type Definition,
  type Expr,
  type Field,
  mapChildren,
  type Plan,
  statementOf,
} from '@proviso/compiler/plan';
import type { Day } from '@proviso/runtime';

/** What of a plan is fixed; what is left out may be anything. */
export interface Fixing {
  /** The day of the assessment. */
  readonly day?: Day;
  /** The day whose law is applied wherever the day of the assessment decides that; `day` unless given. */
  readonly law?: Day;
  readonly readings: Readonly<Record<string, string>>;
}

/**
 * The plan in which the day of the assessment and these readings are constants. Where the law is that of another day, each
 * statement gets hidden definitions of its own for the dates that its laws are asked on.
 */
export function fixed(plan: Plan, fixing: Fixing): Plan {
  const { day, law = day, readings } = fixing;
  if (day === undefined && Object.keys(readings).length === 0) return plan;
  const byId = new Map(plan.definitions.map((definition) => [definition.id, definition]));
  const at = (expr: Expr, on: Day | undefined, onLaw: (date: Expr) => Expr, ref: Rename): Expr => {
    const visit = (part: Expr): Expr => {
      switch (part.kind) {
        case 'asOf':
          return on === undefined ? part : dateOf(on);
        case 'reading': {
          const taken = Object.hasOwn(readings, part.ambiguity) ? readings[part.ambiguity] : undefined;
          return taken === undefined ? part : truth(taken === part.reading);
        }
        case 'inForce':
          return { ...part, on: onLaw(part.on) };
        case 'ref':
          return { ...part, id: ref(part.id) };
        default:
          return mapChildren(part, visit);
      }
    };
    return visit(expr);
  };
  const plain = (expr: Expr): Expr => at(expr, day, plain, same);
  const fieldOf = (field: Field): Field =>
    field.onlyIf === undefined ? field : { ...field, onlyIf: plain(field.onlyIf) };
  const parts = {
    facts: plan.facts.map(fieldOf),
    records: plan.records.map((record) => ({ ...record, fields: record.fields.map(fieldOf) })),
    constraints: plan.constraints.map((each) => ({ ...each, expr: plain(each.expr) })),
    invariants: plan.invariants.map((each) => ({ ...each, expr: plain(each.expr) })),
  };
  if (law === day)
    return {
      ...plan,
      ...parts,
      definitions: plan.definitions.map((each) => ({ ...each, expr: plain(each.expr) })),
    };
  const copied = new Set<string>();
  const definitions = plan.definitions.flatMap((definition): readonly Definition[] => {
    const owner = statementOf(definition.id);
    const copies: Definition[] = [];
    const copy: Rename = (id) => {
      const name = `${owner}.law.${id}`;
      const original = byId.get(id);
      if (original === undefined || copied.has(name)) return name;
      copied.add(name);
      const expr = byLaw(original.expr);
      // After those that it refers to.
      copies.push({ ...original, id: name, visible: false, expr });
      return name;
    };
    const byLaw = (expr: Expr): Expr => at(expr, law, byLaw, copy);
    const expr = at(definition.expr, day, byLaw, same);
    return [...copies, { ...definition, expr }];
  });
  return { ...plan, ...parts, definitions };
}

type Rename = (id: string) => string;

const same: Rename = (id) => id;

function dateOf(value: Day): Expr {
  return { kind: 'literal', value: { kind: 'date', value } };
}

function truth(value: boolean): Expr {
  return { kind: 'literal', value: { kind: 'yesno', value } };
}
