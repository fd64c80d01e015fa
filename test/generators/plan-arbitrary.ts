/** Random well-formed plans, built the way the compiler lowers definitions and rules. */
import {
  type Definition,
  type Expr,
  type Goal,
  type Plan,
  PLAN_FORMAT,
  type Rule,
  sliceOf,
  type Type,
} from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { type Case, caseOf } from './case-arbitrary.ts';
import {
  all,
  any,
  asOf,
  type Builder,
  condition,
  inForce,
  literal,
  marked,
  not,
  reference,
  valued,
} from './expr-arbitrary.ts';
import { statusExpr } from './status.ts';
import { type Tape, tapes } from './tape.ts';
import {
  buildVocabulary,
  firstDate,
  readables,
  type Scope,
  type Vocabulary,
} from './vocabulary-arbitrary.ts';

/** A plan with a case of it. */
export interface PlanAndCase extends Case {
  readonly plan: Plan;
}

/** A well-formed plan; about half have a dozen definitions and rules or more. */
export const plans: fc.Arbitrary<Plan> = tapes(900).map(buildPlan);

/** A well-formed plan and a case for it, complete and with facts left out. */
export const plansAndCases: fc.Arbitrary<PlanAndCase> = fc
  .tuple(tapes(900), tapes(600))
  .map(([planTape, caseTape]) => {
    const plan = buildPlan(planTape);
    return { plan, ...caseOf(plan, caseTape) };
  });

const yesno: Type = { kind: 'yesno' };
const valueTypes: readonly Type[] = [
  { kind: 'date' },
  { kind: 'date' },
  { kind: 'number', places: 0 },
  { kind: 'number', places: 2 },
  { kind: 'enum', name: 'Channel' },
  { kind: 'text' },
];

/** What a statement adds to the plan. */
interface Added {
  readonly definitions: readonly Definition[];
  readonly rule?: Rule;
}

/** The plan that a tape describes. */
export function buildPlan(tape: Tape): Plan {
  const vocabulary = buildVocabulary(tape);
  const ambiguities = tape.times(tape.below(3), (i): Plan['ambiguities'][number] => ({
    name: `ambiguity${i}`,
    readings: ['a', 'b', 'c'].slice(0, 2 + tape.below(2)).map((name) => ({ name, cites: [tape.below(3)] })),
    default: tape.pick(['a', 'b']),
    cites: [],
  }));
  const definitions: Definition[] = [];
  const rules: Rule[] = [];
  const plain = new Set<string>();
  for (let i = 0, n = 2 + tape.below(9); i < n; i++) {
    const builder: Builder = { tape, ambiguities, definitions: [...definitions], plain };
    const added =
      i > 0 && tape.chance(0.4) ? buildRule(builder, vocabulary, i) : buildDefinition(builder, vocabulary, i);
    for (const definition of added.definitions)
      if (!hasChoice(definition.expr, plain)) plain.add(definition.id);
    definitions.push(...added.definitions);
    if (added.rule !== undefined) rules.push(added.rule);
  }
  const parts = { ...vocabulary, ambiguities, definitions, rules };
  return {
    format: PLAN_FORMAT,
    pack: {
      id: 'generated',
      version: '1.0.0',
      period: { from: firstDate - 400, ceasing: tape.chance(0.5) ? firstDate + 4000 : null },
      meaning: '0'.repeat(64),
      text: 'f'.repeat(64),
    },
    ...parts,
    sources: [
      {
        name: 'act',
        title: 'An Act',
        status: 'statute',
        basis: 'primary',
        checked: firstDate,
        from: firstDate - 400,
        ceasing: firstDate + 200,
      },
      { name: 'later', title: 'A later Act', status: 'statute', basis: 'secondary', succeeds: 'act' },
      { name: 'note', title: 'A note', status: 'guidance', basis: 'secondary', edition: 'second' },
    ],
    cites: [
      { source: 'act', pinpoint: 's.1' },
      { source: 'act', pinpoint: 's.2', anchor: 'some words' },
      { source: 'note', pinpoint: 'p.3' },
    ],
    constraints: buildConstraints(tape, vocabulary),
    invariants: [],
    scenarios: [],
    goals: buildGoals(tape, parts),
  };
}

/** The last goal asks for everything. */
function buildGoals(tape: Tape, parts: Parameters<typeof sliceOf>[0]): readonly Goal[] {
  const names = [
    ...parts.definitions.filter(({ visible }) => visible).map(({ id }) => id),
    ...parts.rules.map(({ name }) => name),
  ];
  const goal = (name: string, answers: readonly string[]): Goal => ({
    name,
    answers,
    ...sliceOf(parts, answers),
  });
  const some = tape.times(1 + tape.below(3), (i) =>
    goal(`goal${i}`, [...new Set(tape.times(1 + tape.below(2), () => tape.pick(names)))]),
  );
  return [...some, goal('everything', names)];
}

/** Constraints that a case is repaired to meet: two facts that cannot both be yes; dates in order. */
function buildConstraints(tape: Tape, { facts }: Vocabulary): Plan['constraints'] {
  const yesnos = facts.filter(
    ({ type, onlyIf, kind }) => type.kind === 'yesno' && onlyIf === undefined && kind === 'fact',
  );
  const [a, b] = [yesnos[0], yesnos[1]];
  if (a === undefined || b === undefined || !tape.chance(0.2)) return [];
  const fact = (name: string): Expr => ({ kind: 'fact', at: { base: null, path: [name] }, type: yesno });
  return [{ name: 'notBoth', expr: not(all([fact(a.name), fact(b.name)])), cites: [0] }];
}

type Param = NonNullable<Definition['param']>;

function parameter(tape: Tape): { readonly param?: Param } {
  return tape.chance(0.35) ? { param: { name: 'self', record: tape.pick(['Item', 'Part']) } } : {};
}

function scopeOf(vocabulary: Vocabulary, param: Param | undefined): Scope {
  return { vocabulary, variables: param === undefined ? [] : [param], lists: 0 };
}

function selfOf(param: Param | undefined): {
  readonly of?: { readonly base: string; readonly path: readonly [] };
} {
  return param === undefined ? {} : { of: { base: param.name, path: [] } };
}

function buildDefinition(b: Builder, vocabulary: Vocabulary, i: number): Added {
  const { tape } = b;
  const id = `definition${i}`;
  const { param } = parameter(tape);
  const scope = scopeOf(vocabulary, param);
  const common = { id, visible: true, ...(param === undefined ? {} : { param }), cites: [], covers: [] };
  if (tape.chance(0.25)) {
    const type = tape.pick(valueTypes);
    return { definitions: [{ ...common, type, expr: valued(b, scope, type, 2) }] };
  }
  if (tape.chance(0.3)) {
    return {
      definitions: [
        { ...common, visible: tape.chance(0.8) || i === 0, type: yesno, expr: condition(b, scope, 3) },
      ],
    };
  }
  return buildBounds(b, scope, common, i);
}

/** `requires`, `includes`, `except`, with the exception's label as a condition of its own, and dated versions. */
function buildBounds(b: Builder, scope: Scope, common: Omit<Definition, 'type' | 'expr'>, i: number): Added {
  const { tape } = b;
  const open = tape.chance(0.4);
  const ground: Expr = {
    kind: 'fact',
    at: { base: common.param === undefined ? null : 'self', path: ['otherwise', `ground${i % 4}`] },
    type: yesno,
  };
  const requires = marked(tape, 'requires', condition(b, scope, 2));
  const limbs = tape.times(1 + tape.below(2), (n) =>
    marked(tape, 'limb', condition(b, scope, 1), `limb${n}`),
  );
  const nested = tape.chance(0.3) ? [not(marked(tape, 'exception', condition(b, scope, 1), 'nested'))] : [];
  const exception = marked(tape, 'exception', all([condition(b, scope, 1), ...nested]), 'exception');
  const excepted = tape.chance(0.5);
  const bounds = all([
    requires,
    any([...limbs, ...(open ? [marked(tape, 'otherwise', ground)] : [])]),
    ...(excepted ? [not(any([exception]))] : []),
  ]);
  const label: Definition = {
    ...common,
    id: `${common.id}.exception`,
    visible: false,
    type: yesno,
    expr: all([requires, exception]),
  };
  const main: Definition = {
    ...common,
    ...(open ? { open } : {}),
    ...(tape.chance(0.3) ? { succeededBy: ['another'] } : {}),
    type: yesno,
    expr: tape.chance(0.4) ? versions(b, scope, common.id, bounds) : bounds,
  };
  return { definitions: excepted ? [main, label] : [main] };
}

/** Dated versions of a yes/no definition, one after the other on the same governing date: no outside all of them. */
function versions(b: Builder, scope: Scope, id: string, bounds: Expr): Expr {
  const { tape } = b;
  const version = (of: Expr, n: number): Expr => marked(tape, 'version', of, `${id}@${n}`);
  const law = inForce(b, scope);
  const branches = [{ when: law, then: version(bounds, 0) }];
  if (law.kind === 'inForce' && law.ceasing !== null && tape.chance(0.6)) {
    const next: Expr = { ...law, from: law.ceasing + tape.below(3), ceasing: null };
    branches.push({ when: next, then: version(condition(b, scope, 1), 1) });
  }
  return { kind: 'case', branches, otherwise: literal({ kind: 'yesno', value: false }) };
}

function buildRule(b: Builder, vocabulary: Vocabulary, i: number): Added {
  const { tape } = b;
  const name = `rule${i}`;
  const { param } = parameter(tape);
  const scope = scopeOf(vocabulary, param);
  const modality = tape.pick(['must', 'mustNot', 'should', 'shouldNot', 'may'] as const);
  const common = {
    visible: false,
    type: yesno,
    ...(param === undefined ? {} : { param }),
    cites: [],
    covers: [],
  };
  const aspect = (kind: 'applies' | 'met' | 'late' | 'due', expr: Expr): Definition => ({
    ...common,
    id: `${name}.${kind}`,
    ...(kind === 'due' ? { type: { kind: 'date' } as const } : {}),
    expr: { kind: 'mark', mark: { kind, label: name, cites: [] }, of: expr },
  });
  const ref = (kind: string): Expr => ({ kind: 'ref', id: `${name}.${kind}`, ...selfOf(param) });
  const despite = reference(b, scope, ({ id }) => id.endsWith('.applies'));
  const when = all([
    condition(b, scope, 2),
    ...(despite !== undefined && tape.chance(0.3) ? [not(marked(tape, 'despite', despite, 'other'))] : []),
  ]);
  const applies = aspect('applies', tape.chance(0.3) ? versions(b, scope, name, when) : when);
  const rule: Rule = {
    name,
    modality,
    ...(tape.chance(0.2) ? { as: 'need to' } : {}),
    bearer: 'controller',
    ...(param === undefined ? {} : { param }),
    ...(tape.chance(0.2) ? { succeededBy: ['another', 'definition0'] } : {}),
    status: `${name}.status`,
    applies: `${name}.applies`,
    cites: [],
    covers: [],
  };
  const statusOf = (hasDeadline: boolean): Definition => ({
    ...common,
    id: rule.status,
    type: { kind: 'status' },
    expr: statusExpr(name, modality, hasDeadline, selfOf(param).of),
  });
  if (modality === 'may') return { definitions: [applies, statusOf(false)], rule };
  const deadline = tape.chance(0.6) ? deadlineOf(b, scope) : undefined;
  const done = deadline?.done ?? condition(b, scope, 1);
  const met = aspect('met', modality === 'mustNot' || modality === 'shouldNot' ? not(done) : done);
  const late = aspect('late', deadline?.late ?? literal({ kind: 'yesno', value: true }));
  const breached: Definition = {
    ...common,
    id: `${name}.breached`,
    expr: all([ref('applies'), not(ref('met')), ref('late')]),
  };
  return {
    definitions: [
      applies,
      met,
      late,
      ...(deadline === undefined ? [] : [aspect('due', deadline.due)]),
      breached,
      statusOf(deadline !== undefined),
    ],
    rule: {
      ...rule,
      met: `${name}.met`,
      late: `${name}.late`,
      ...(deadline === undefined ? {} : { due: `${name}.due` }),
    },
  };
}

/** `done by` an event no later than a month after another; the comparisons already distributed over a second date. */
function deadlineOf(
  b: Builder,
  scope: Scope,
): { readonly done: Expr; readonly late: Expr; readonly due: Expr } | undefined {
  const { tape } = b;
  const dates = readables(scope).filter(
    ({ field, guard }) => field.type.kind === 'date' && guard === undefined,
  );
  if (dates.length === 0) return undefined;
  const date = (): Expr => {
    const { at, field } = tape.pick(dates);
    return { kind: 'fact', at, type: field.type };
  };
  const on = 'date';
  const event = date();
  const duration = literal({ kind: 'duration', months: tape.below(2), days: tape.below(10) });
  const limits: readonly Expr[] = [
    { kind: 'addDuration', date: date(), duration, sign: 1 },
    ...tape.times(tape.below(2), date),
  ];
  return {
    done: all([
      { kind: 'le', left: event, right: asOf, on },
      ...limits.map((right): Expr => ({ kind: 'le', left: event, right, on })),
    ]),
    late: not(all(limits.map((right): Expr => ({ kind: 'le', left: asOf, right, on })))),
    due: limits.length === 1 ? limits[0]! : { kind: 'extreme', which: 'earliest', of: limits },
  };
}

/** Whether comparisons may not refer to a definition with this expression. */
function hasChoice(expr: Expr, plain: ReadonlySet<string>): boolean {
  switch (expr.kind) {
    case 'case':
    case 'extreme':
    case 'extremeIn':
      return true;
    case 'mark':
    case 'scale':
      return hasChoice(expr.of, plain);
    case 'sum':
      return hasChoice(expr.left, plain) || hasChoice(expr.right, plain);
    case 'addDuration':
      return hasChoice(expr.date, plain) || hasChoice(expr.duration, plain);
    case 'ref':
      return !plain.has(expr.id);
    default:
      return false;
  }
}
