/** The mutants of a plan: what it would be after each small edit of the policy, in a fixed order, none twice. */
import {
  checkPlanGiven,
  type Definition,
  type Expr,
  type Literal,
  type Modality,
  type Plan,
  type Rule,
  statementOf,
} from '@proviso/compiler/plan';
import { type OperatorName, operators } from './operators.ts';
import { type Site, sitesIn } from './sites.ts';
import { type Units, unitsOf } from './units.ts';
import { writeExpr, writeLiteral } from '../words/write-expr.ts';

/** What a mutant changes of the plan. */
export interface Change {
  /** Other expressions for definitions, by id. */
  readonly definitions: ReadonlyMap<string, Expr>;
  readonly modality?: { readonly rule: string; readonly modality: Modality };
  readonly default?: { readonly ambiguity: string; readonly reading: string };
  /** `record` is null for a fact of the case. */
  readonly assume?: { readonly record: string | null; readonly field: string; readonly value: Literal };
}

/** A plan that one small edit of the policy would give. */
export interface Mutant {
  /** `callBarred/negation/2`: the same in every run over the same plan. */
  readonly id: string;
  readonly operator: OperatorName;
  /** The statement, the fact (`Letter.objects`) or the ambiguity that is edited. */
  readonly subject: string;
  /** The labels around the place, outermost first. */
  readonly labels: readonly string[];
  /** Indexes of the citations that the place stands under. */
  readonly cites: readonly number[];
  /** What is edited, in words close to the policy’s; no `after` where it is left out. */
  readonly before: string;
  readonly after?: string;
  readonly change: Change;
}

type Unnumbered = Omit<Mutant, 'id'>;

/** Every mutant of a plan: statement by statement in the order of the plan, then assumptions, then readings. */
export function mutantsOf(plan: Plan): readonly Mutant[] {
  checkPlanGiven(plan);
  const rules = new Map(plan.rules.map((rule) => [rule.name, rule]));
  const units = unitsOf(plan);
  const byStatement = Map.groupBy(plan.definitions, ({ id }) => statementOf(id));
  const all = [
    ...[...byStatement].flatMap(([statement, definitions]) => {
      const rule = rules.get(statement);
      return [...ofExpressions(plan, units, statement, definitions, rule), ...ofModality(plan, rule)];
    }),
    ...ofAssumptions(plan),
    ...ofReadings(plan),
  ];
  return numbered(withoutRepeats(plan, all));
}

/**
 * Edits of a statement's expressions. The same words may stand in several definitions of the plan (the aspects of a rule,
 * labels that are conditions elsewhere): they change together.
 */
function ofExpressions(
  plan: Plan,
  units: Units,
  statement: string,
  definitions: readonly Definition[],
  rule: Rule | undefined,
): readonly Unnumbered[] {
  const own = ownWords(statement, rule);
  const types = new Map(plan.definitions.map(({ id, type }) => [id, type.kind]));
  const byKey = new Map<string, { readonly site: Site; readonly changed: Map<string, Expr> }>();
  // What the statement itself says goes first; its labels only follow.
  for (const isOwn of [true, false]) {
    for (const { id, expr, param } of definitions) {
      if (own(id) !== (isOwn ? 'own' : 'label')) continue;
      const variables = new Map(param === undefined ? [] : [[param.name, param.record]]);
      for (const site of sitesIn(expr, {
        plan,
        units,
        variables,
        isYesno: (of) => types.get(of) === 'yesno',
      })) {
        const known = byKey.get(site.key);
        if (known !== undefined) known.changed.set(id, site.expr);
        else if (isOwn) byKey.set(site.key, { site, changed: new Map([[id, site.expr]]) });
      }
    }
  }
  const cites = rule?.cites ?? definitions.find(({ id }) => id === statement)?.cites ?? [];
  return [...byKey.values()].map(({ site, changed }) => ({
    operator: site.operator,
    subject: statement,
    labels: site.marks.flatMap(({ label }) => label ?? []),
    cites: site.marks.findLast((mark) => mark.cites.length > 0)?.cites ?? cites,
    before: writeExpr(site.before),
    ...(site.after === undefined ? {} : { after: writeExpr(site.after) }),
    change: { definitions: changed },
  }));
}

/** Whether a definition has words of its own, repeats them for a label, or is made by the language alone. */
function ownWords(statement: string, rule: Rule | undefined): (id: string) => 'own' | 'label' | 'made' {
  const own = new Set([statement, rule?.applies, rule?.met, rule?.late, rule?.due]);
  const made = new Set([rule?.status, `${statement}.breached`]);
  return (id) => (own.has(id) ? 'own' : rule !== undefined && made.has(id) ? 'made' : 'label');
}

const otherModality: Readonly<Record<Exclude<Modality, 'may'>, Modality>> = {
  must: 'should',
  should: 'must',
  mustNot: 'shouldNot',
  shouldNot: 'mustNot',
};

const modalWords: Readonly<Record<Modality, string>> = {
  must: 'must',
  mustNot: 'must not',
  should: 'should',
  shouldNot: 'should not',
  may: 'may',
};

function ofModality(plan: Plan, rule: Rule | undefined): readonly Unnumbered[] {
  if (rule === undefined || rule.modality === 'may') return [];
  const { name, status, cites } = rule;
  const modality = otherModality[rule.modality];
  const expr = plan.definitions.find(({ id }) => id === status)?.expr;
  if (expr === undefined) throw new Error(`the plan has no definition ${status}`);
  return [
    {
      operator: 'modality',
      subject: name,
      labels: [],
      cites,
      before: modalWords[rule.modality],
      after: modalWords[modality],
      change: { definitions: new Map([[status, otherFailure(expr)]]), modality: { rule: name, modality } },
    },
  ];
}

/** The status table with `departedFrom` for `breached`, and the reverse. */
function otherFailure(expr: Expr): Expr {
  if (expr.kind !== 'case') throw new Error('the status of a rule is no case');
  const other = (then: Expr): Expr => {
    if (then.kind !== 'literal' || then.value.kind !== 'status') return then;
    const { value } = then.value;
    if (value !== 'breached' && value !== 'departedFrom') return then;
    return {
      kind: 'literal',
      value: { kind: 'status', value: value === 'breached' ? 'departedFrom' : 'breached' },
    };
  };
  return {
    ...expr,
    branches: expr.branches.map(({ when, then }) => ({ when, then: other(then) })),
    otherwise: other(expr.otherwise),
  };
}

function ofAssumptions(plan: Plan): readonly Unnumbered[] {
  const all = [
    ...plan.facts.map((field) => ({ record: null, field })),
    ...plan.records.flatMap(({ name, fields }) => fields.map((field) => ({ record: name, field }))),
  ];
  return all.flatMap(({ record, field }) => {
    if (field.assume === undefined) return [];
    const { value, cites } = field.assume;
    return otherValues(plan, value).map((other) => ({
      operator: 'assumption' as const,
      subject: record === null ? field.name : `${record}.${field.name}`,
      labels: [],
      cites,
      before: `assume ${writeLiteral(value)}`,
      after: `assume ${writeLiteral(other)}`,
      change: { definitions: new Map(), assume: { record, field: field.name, value: other } },
    }));
  });
}

/** What else may be assumed: the other answer, each other member, the next day or number. */
function otherValues(plan: Plan, value: Literal): readonly Literal[] {
  switch (value.kind) {
    case 'yesno':
      return [{ ...value, value: !value.value }];
    case 'enum':
      return (plan.enums.find(({ name }) => name === value.name)?.members ?? [])
        .filter((member) => member !== value.value)
        .map((member) => ({ ...value, value: member }));
    case 'number':
    case 'date':
      return [{ ...value, value: value.value + 1 }];
    case 'duration':
      return [{ ...value, days: value.days + 1 }];
    default:
      return [];
  }
}

function ofReadings({ ambiguities }: Plan): readonly Unnumbered[] {
  return ambiguities.flatMap((ambiguity) =>
    ambiguity.readings
      .filter(({ name }) => name !== ambiguity.default)
      .map(({ name }) => ({
        operator: 'reading' as const,
        subject: ambiguity.name,
        labels: [],
        cites: ambiguity.cites,
        before: `reading ${ambiguity.default} default`,
        after: `reading ${name} default`,
        change: { definitions: new Map(), default: { ambiguity: ambiguity.name, reading: name } },
      })),
  );
}

/** Without those that change nothing, and without those that come to the same plan as one before. */
function withoutRepeats({ definitions }: Plan, mutants: readonly Unnumbered[]): readonly Unnumbered[] {
  const original = new Map(definitions.map(({ id, expr }) => [id, expr]));
  const seen = new Set<string>();
  return mutants.filter(({ change }) => {
    const changed = [...change.definitions];
    const isSame = changed.every(([id, expr]) => JSON.stringify(expr) === JSON.stringify(original.get(id)));
    if (changed.length > 0 && isSame) return false;
    const key = JSON.stringify([changed, change.modality, change.default, change.assume]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function numbered(mutants: readonly Unnumbered[]): readonly Mutant[] {
  const counts = new Map<string, number>();
  const order = new Map(operators.map(({ name }, i) => [name, i]));
  return mutants.map((mutant) => {
    const { subject, operator } = mutant;
    if (!order.has(operator)) throw new Error(`there is no operator ${operator}`);
    const key = `${subject}/${operator}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { id: `${key}/${count}`, ...mutant };
  });
}
