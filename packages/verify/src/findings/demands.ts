/** Pairs of rules that bind one bearer and pull at the same facts in different ways. */
import { children, type Expr, type Plan, type Rule } from '@proviso/compiler/plan';
import { variablesUnder } from '../form/cone.ts';
import { type Direction, directionsUnder } from '../form/direction.ts';
import type { NodeId } from '../form/form.ts';
import type { Instance } from '../translate/instances.ts';
import { asNode } from '../translate/terms.ts';
import type { Translation } from '../translate/translator.ts';
import { standingConditions } from '../translate/validity.ts';

/** A rule that asks for something or forbids it, for the instance that it is about. */
export interface Demand {
  readonly rule: Rule;
  readonly holder: Instance;
  readonly applies: NodeId;
  /**
   * What it is to obey it: what its `done` says. A prohibition without `done` forbids what its `when` describes, and is
   * obeyed where it does not apply.
   */
  readonly obeyed: NodeId;
  /** It applies and is not met, whether or not there is time left. */
  readonly failed: NodeId;
  /** What its bearer can do about it: the facts of its `done`. */
  readonly acts: ReadonlySet<NodeId>;
  readonly directions: ReadonlyMap<NodeId, Direction>;
}

/** Two demands, and what can be done about either. */
export interface Pair {
  readonly first: Demand;
  readonly second: Demand;
  readonly acts: readonly NodeId[];
}

/**
 * The pairs that may clash. Where every act that concerns both rules helps both or hurts both, doing what helps them is to
 * obey both, and there is nothing to ask.
 */
export function pairsOf(translation: Translation): readonly Pair[] {
  const demands = demandsOf(translation);
  const linked = standingConditions(translation).map((id) => new Set(variablesUnder(translation.form, [id])));
  return demands.flatMap((first, i) =>
    demands.slice(i + 1).flatMap((second): readonly Pair[] => {
      if (first.rule === second.rule || first.rule.bearer !== second.rule.bearer) return [];
      // Of rules about one record, those about the same instance.
      const [a, b] = [first.holder, second.holder];
      if (a.record !== null && a.record === b.record && a !== b) return [];
      const acts = new Set([...first.acts, ...second.acts]);
      const pull = [...acts].some((id) => pullsApart(first.directions.get(id), second.directions.get(id)));
      const isLinked = linked.some(
        (variables) =>
          touches(variables, acts, first.directions) && touches(variables, acts, second.directions),
      );
      return pull || isLinked ? [{ first, second, acts: [...acts].sort((x, y) => x - y) }] : [];
    }),
  );
}

function pullsApart(first: Direction | undefined, second: Direction | undefined): boolean {
  return first !== undefined && second !== undefined && (first !== second || first === 'both');
}

function touches(
  variables: ReadonlySet<NodeId>,
  acts: ReadonlySet<NodeId>,
  directions: ReadonlyMap<NodeId, Direction>,
): boolean {
  return [...variables].some((id) => acts.has(id) && directions.has(id));
}

/** Definitions that look at whether rules apply or are kept, themselves or through others. */
function aboutRules({ definitions, rules }: Plan): ReadonlySet<string> {
  const names = new Set(rules.map(({ name }) => name));
  const about = new Set<string>();
  const looks = (expr: Expr): boolean => {
    if (expr.kind !== 'ref') return children(expr).some(looks);
    const [statement = expr.id] = expr.id.split('.');
    return names.has(statement) || about.has(expr.id);
  };
  // Definitions stand after those that they refer to.
  for (const { id, expr } of definitions) if (looks(expr)) about.add(id);
  return about;
}

function demandsOf(translation: Translation): readonly Demand[] {
  const { form, plan, variables } = translation;
  const about = aboutRules(plan);
  return plan.rules.flatMap((rule): readonly Demand[] => {
    const { met: id, applies, param } = rule;
    if (id === undefined || rule.modality === 'may') return [];
    // Where what a rule asks is that others be kept, those clash, or nothing does.
    if (about.has(id)) return [];
    return translation.holders(param).map((holder) => {
      const of = param === undefined ? undefined : holder;
      const met = translation.truth(id, of);
      const applying = form.and([holder.present, asNode(translation.definition(applies, of))]);
      const failed = form.and([applying, form.not(met)]);
      const acts = variablesUnder(form, [met]).filter((act) => 'at' in (variables.meanings.get(act) ?? {}));
      return {
        rule,
        holder,
        applies: applying,
        obeyed: met === form.no ? form.not(applying) : met,
        failed,
        acts: new Set(acts),
        directions: directionsUnder(form, failed),
      };
    });
  });
}
