/** The parts of statements that an author wrote, and where each stands. */
import { typeOfExpr } from '@proviso/compiler/interpret';
import { children, type Definition, type Expr, type Plan, statementOf } from '@proviso/compiler/plan';
import type { Environment } from '../translate/instances.ts';
import type { NodeId } from '../form/form.ts';
import { asNode } from '../translate/terms.ts';
import type { Translation } from '../translate/translator.ts';

/** The expression of a statement, or of one aspect of a rule, from which its parts are reached. */
export interface Root {
  /** The definition, rule or invariant, as the author names it. */
  readonly statement: string;
  /** The definition of the plan whose expression this is; undefined for an invariant. */
  readonly id?: string;
  readonly kind: 'definition' | 'applies' | 'met' | 'late' | 'due' | 'label' | 'invariant';
  readonly param?: { readonly name: string; readonly record: string };
  readonly expr: Expr;
  readonly cites: readonly number[];
}

/** An occurrence of an expression within a root. */
export interface Part {
  readonly root: Root;
  readonly expr: Expr;
  /** Of what it stands in, outermost first. */
  readonly labels: readonly string[];
  readonly cites: readonly number[];
  /** The variable that is bound nearest to it, if any. */
  readonly base: string | null;
  /** The instances that it is asked of. */
  readonly places: readonly Place[];
}

/** One instance of a part: what its variables stand for, and when it counts. */
export interface Place {
  readonly environment: Environment;
  /** Records that are there, and versions that are in force. */
  readonly present: NodeId;
  readonly versions: readonly Expr[];
}

/** Everything that an author wrote as a statement: definitions, the aspects of rules, labels used as conditions, in plan order; then invariants. */
export function rootsOf(plan: Plan): readonly Root[] {
  const aspects = new Map<string, { readonly statement: string; readonly kind: Root['kind'] }>();
  for (const { name, applies, met, late, due } of plan.rules) {
    aspects.set(applies, { statement: name, kind: 'applies' });
    if (met !== undefined) aspects.set(met, { statement: name, kind: 'met' });
    if (late !== undefined) aspects.set(late, { statement: name, kind: 'late' });
    if (due !== undefined) aspects.set(due, { statement: name, kind: 'due' });
  }
  const plumbing = new Set(plan.rules.flatMap(({ name, status }) => [status, `${name}.breached`]));
  const statements = plan.definitions.flatMap((definition): readonly Root[] => {
    if (plumbing.has(definition.id)) return [];
    return [rootOf(definition, aspects.get(definition.id))];
  });
  const invariants = plan.invariants.map(({ name, param, expr, cites }): Root => {
    return { statement: name, kind: 'invariant', ...(param === undefined ? {} : { param }), expr, cites };
  });
  return [...statements, ...invariants];
}

function rootOf(
  { id, visible, param, expr, cites }: Definition,
  aspect: { readonly statement: string; readonly kind: Root['kind'] } | undefined,
): Root {
  const statement = statementOf(id);
  return {
    ...(aspect ?? { statement, kind: visible ? 'definition' : 'label' }),
    id,
    ...(param === undefined ? {} : { param }),
    expr,
    cites,
  };
}

/** The whole of a root as a part. */
export function wholeOf(translation: Translation, root: Root): Part {
  const { param } = root;
  const places = translation.holders(param).map(
    (holder): Place => ({
      environment: translation.environment(param, holder),
      present: holder.present,
      versions: [],
    }),
  );
  return { root, expr: root.expr, labels: [], cites: root.cites, base: param?.name ?? null, places };
}

/** What stands directly within a part, with its labels, variables and versions. Governing dates are not entered. */
export function partsWithin(translation: Translation, part: Part): readonly Part[] {
  const { expr } = part;
  const within = (of: Expr): Part => ({ ...part, expr: of });
  switch (expr.kind) {
    case 'inForce':
      return [];
    case 'mark': {
      const { kind, label, cites } = expr.mark;
      const isLabel = label !== undefined && (kind === 'limb' || kind === 'requires' || kind === 'exception');
      return [
        {
          ...within(expr.of),
          labels: isLabel ? [...part.labels, label] : part.labels,
          cites: cites.length > 0 ? cites : part.cites,
        },
      ];
    }
    case 'atLeastIn':
    case 'extremeIn':
      return [overList(translation, part, expr)];
    case 'case':
      return [
        ...expr.branches.flatMap(({ when, then }) => {
          if (when.kind !== 'inForce') return [within(when), within(then)];
          const places = part.places.map((place) => ({ ...place, versions: [...place.versions, when] }));
          return [{ ...within(then), places }];
        }),
        ...(repeats(expr) ? [] : [within(expr.otherwise)]),
      ];
    default:
      return children(expr).map(within);
  }
}

function overList(
  { layout, form }: Translation,
  part: Part,
  expr: Extract<Expr, { kind: 'atLeastIn' | 'extremeIn' }>,
): Part {
  const places = part.places.flatMap((place) => {
    const { holder, name } = layout.holderAt(expr.in, place.environment);
    return layout.elements(holder, name).map((element) => ({
      ...place,
      environment: new Map([...place.environment, [expr.as, element]]),
      present: form.and([place.present, element.present]),
    }));
  });
  return { ...part, expr: expr.of, base: expr.as, places };
}

/** Whether `otherwise` is only the last branch again, as it is where the branches are exhaustive. */
export function repeats({ branches, otherwise }: Extract<Expr, { kind: 'case' }>): boolean {
  return JSON.stringify(branches.at(-1)?.then) === JSON.stringify(otherwise);
}

/** Whether an expression is yes or no. */
export function isYesno(plan: Plan, expr: Expr): boolean {
  const known = definitions.get(plan) ?? new Map(plan.definitions.map((each) => [each.id, each]));
  definitions.set(plan, known);
  return typeOfExpr(expr, known).kind === 'yesno';
}

const definitions = new WeakMap<Plan, ReadonlyMap<string, Definition>>();

/** When a place counts, and what the expression comes to there. */
export function valueAt(
  translation: Translation,
  place: Place,
  expr: Expr,
): { readonly where: NodeId; readonly value: NodeId } {
  const node = (of: Expr): NodeId => asNode(translation.expression(of, place.environment).value);
  return {
    where: translation.form.and([place.present, ...place.versions.map(node)]),
    value: node(expr),
  };
}
