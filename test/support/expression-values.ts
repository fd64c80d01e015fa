/**
 * What the parts of a plan's expressions come to in a case, by the interpreter: each part is made a definition of a plan of
 * their own. Parts that read a variable of a quantifier are left out, since they have a value for each element.
 */
import { children, type Expr, type Goal, type Plan, sliceOf } from '@proviso/compiler/plan';
import { interpretPlan, type LoadedPack, typeOfExpr } from '@proviso/compiler/interpret';
import { answersOf } from './program-answers.ts';
import type { SentCase } from './emit-check.ts';

type Definition = Plan['definitions'][number];

/** The parts of a goal's expressions, ready to be evaluated case after case. */
export interface Parts {
  readonly loaded: LoadedPack;
  readonly partOf: ReadonlyMap<string, Expr>;
}

/** A part of an expression, and its value: of each instance where its definition has a parameter. */
export interface ValueOfPart {
  readonly expr: Expr;
  readonly value: string | number;
}

/** The parts of everything that a goal depends on. */
export function partsOf(plan: Plan, goal: Goal): Parts {
  const definitions = new Map(plan.definitions.map((definition) => [definition.id, definition]));
  const slice = new Set(goal.definitions);
  const partOf = new Map<string, Expr>();
  const seen = new Set<string>();
  const probes: Definition[] = [];
  for (const { expr, param } of plan.definitions.filter(({ id }) => slice.has(id))) {
    for (const part of closedParts(expr)) {
      const key = `${param?.record} ${JSON.stringify(part)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const id = `part${probes.length}`;
      partOf.set(id, part);
      const type = typeOfExpr(part, definitions);
      probes.push({
        id,
        visible: true,
        type,
        expr: part,
        cites: [],
        covers: [],
        ...(param === undefined ? {} : { param }),
      });
    }
  }
  const probed = {
    ...plan,
    definitions: [...plan.definitions.map((one) => ({ ...one, visible: false })), ...probes],
    rules: [],
  };
  const answers = probes.map(({ id }) => id);
  const goals = [{ name: 'parts', answers, ...sliceOf(probed, answers) }];
  return { loaded: interpretPlan({ ...probed, goals }), partOf };
}

/** The values of all parts in a case. Throws `FactsError` where the case is refused. */
export function valuesOfParts(
  { loaded, partOf }: Parts,
  { facts, ...options }: SentCase,
): readonly ValueOfPart[] {
  return [...answersOf(loaded.assess(facts, options))].map(([key, { value }]) => ({
    expr: partOf.get(key.split(' ')[0] ?? '')!,
    value,
  }));
}

/** An expression and its parts, down to quantifiers. */
function* closedParts(expr: Expr): Generator<Expr> {
  yield expr;
  if (expr.kind === 'atLeastIn' || expr.kind === 'extremeIn') return;
  for (const child of children(expr)) yield* closedParts(child);
}
