/** Reading a plan that came from outside: everything a back end relies on is checked here, once. */
import { fieldsByName } from './fields-by-name.ts';
import { checkCites, checkExpr, hasChoice, literalType, sameType, type Surroundings } from './check-expr.ts';
import { depthOf, MAX_DEPTH } from './depth.ts';
import { slicerOf } from './slice.ts';
import {
  type Definition,
  type Field,
  PLAN_FORMAT,
  type Plan,
  type Rule,
  type Source,
  type Type,
} from './plan.ts';
import { planShape, planShapes } from './plan-shape.ts';
import { checkShape, type ShapeLimits } from './shape.ts';

/** What is wrong with a plan, and where, as a JSON Pointer (RFC 6901; the empty pointer is the whole document). */
export interface PlanProblem {
  readonly pointer: string;
  readonly message: string;
}

/** Thrown by {@link readPlan}; holds all that is wrong. */
export class PlanError extends Error {
  readonly problems: readonly PlanProblem[];

  constructor(problems: readonly PlanProblem[]) {
    super(
      [
        'this is not a plan:',
        ...problems.map((p) => `  ${p.pointer === '' ? '(whole)' : p.pointer} ${p.message}`),
      ].join('\n'),
    );
    this.name = 'PlanError';
    this.problems = problems;
  }
}

/** Levels of nested JSON, values in all, and problems reported at most. */
export const planLimits: ShapeLimits = { depth: 600, nodes: 5_000_000, problems: 100 };

/**
 * The plan in this JSON, as given. Throws {@link PlanError} with everything that is wrong: another format (then nothing
 * else is looked at), a shape that `plan.schema.json` does not allow, names and ids that nothing bears, references forward
 * or in a circle, wrong types, slices that are not the goal's.
 */
export function readPlan(json: unknown): Plan {
  const problems = checkPlan(json);
  if (problems.length > 0) throw new PlanError(problems);
  return json as Plan;
}

/** Everything wrong with this JSON as a plan; nothing, if {@link readPlan} reads it. */
export function checkPlan(json: unknown): readonly PlanProblem[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return [{ pointer: '', message: 'should be an object' }];
  const format: unknown = 'format' in json ? json.format : undefined;
  if (format !== PLAN_FORMAT) {
    const other =
      typeof format === 'number' || typeof format === 'string'
        ? `not ${JSON.stringify(format)}`
        : 'and this names none';
    return [{ pointer: '/format', message: `this build reads plans of format ${PLAN_FORMAT}, ${other}` }];
  }
  const shape = checkShape(json, planShape, planShapes, planLimits);
  return shape.length > 0 ? shape : checkMeaning(json as Plan);
}

/** What a shape cannot say. */
function checkMeaning(plan: Plan): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const report = (pointer: string, message: string): void => {
    if (problems.length < planLimits.problems) problems.push({ pointer, message });
  };
  const unique = (list: readonly string[], pointer: string, what: string): void => {
    const seen = new Set<string>();
    for (const [i, name] of list.entries()) {
      if (seen.has(name)) report(`${pointer}/${i}`, `a second ${what} \`${name}\``);
      seen.add(name);
    }
  };
  unique(
    plan.enums.map((e) => e.name),
    '/enums',
    'enum',
  );
  unique(
    plan.records.map((r) => r.name),
    '/records',
    'record',
  );
  unique(
    plan.facts.map((f) => f.name),
    '/facts',
    'fact',
  );
  unique(
    plan.ambiguities.map((a) => a.name),
    '/ambiguities',
    'ambiguity',
  );
  unique(
    plan.sources.map((s) => s.name),
    '/sources',
    'source',
  );
  unique(
    plan.definitions.map((d) => d.id),
    '/definitions',
    'definition',
  );
  unique(
    plan.rules.map((r) => r.name),
    '/rules',
    'rule',
  );
  unique(
    plan.goals.map((g) => g.name),
    '/goals',
    'goal',
  );
  for (const [i, r] of plan.records.entries())
    unique(
      r.fields.map((f) => f.name),
      `/records/${i}/fields`,
      'field',
    );
  for (const [i, e] of plan.enums.entries()) unique(e.members, `/enums/${i}/members`, 'member');

  const earlier = new Set<string>();
  const choices = new Set<string>();
  const s: Surroundings = {
    enums: new Map(plan.enums.map((e) => [e.name, e.members])),
    fields: fieldsByName(plan),
    ambiguities: new Map(plan.ambiguities.map((a) => [a.name, a.readings.map((r) => r.name)])),
    definitions: new Map(plan.definitions.map((d) => [d.id, d])),
    earlier,
    choices,
    citeCount: plan.cites.length,
    report,
  };
  checkTables(plan, s);
  checkRecordCycles(plan, s);
  const depths = new Map<string, number>();
  for (const [i, d] of plan.definitions.entries()) {
    checkDefinition(d, `/definitions/${i}`, s);
    const depth = depthOf(d.expr, depths);
    // What refers to it counts on from none, so that one chain is one problem.
    depths.set(d.id, depth > MAX_DEPTH ? 0 : depth);
    if (depth > MAX_DEPTH) report(`/definitions/${i}/expr`, `goes deeper than ${MAX_DEPTH} expressions`);
    earlier.add(d.id);
    if (hasChoice(d.expr, s)) choices.add(d.id);
  }
  checkFields(plan.facts, '/facts', null, s);
  for (const [i, r] of plan.records.entries()) checkFields(r.fields, `/records/${i}/fields`, r.name, s);
  for (const [i, rule] of plan.rules.entries()) checkRule(rule, `/rules/${i}`, s);
  for (const key of ['constraints', 'invariants'] as const) {
    for (const [i, condition] of plan[key].entries()) {
      const pointer = `/${key}/${i}`;
      checkYesno(condition, pointer, s);
      checkCites(condition.cites, `${pointer}/cites`, s);
    }
  }
  // A slice can only be taken of a plan that holds together.
  if (problems.length === 0) checkGoals(plan, s);
  return problems;
}

function checkTables(plan: Plan, s: Surroundings): void {
  const sources = new Set(plan.sources.map((source) => source.name));
  for (const [i, cite] of plan.cites.entries()) {
    if (!sources.has(cite.source)) s.report(`/cites/${i}/source`, `there is no source \`${cite.source}\``);
  }
  for (const [i, source] of plan.sources.entries()) {
    if (source.succeeds !== undefined && !sources.has(source.succeeds)) {
      s.report(`/sources/${i}/succeeds`, `there is no source \`${source.succeeds}\``);
    }
    if (followsItself(source, plan)) s.report(`/sources/${i}/succeeds`, `\`${source.name}\` follows itself`);
  }
  for (const [i, a] of plan.ambiguities.entries()) {
    const pointer = `/ambiguities/${i}`;
    if (!a.readings.some((r) => r.name === a.default))
      s.report(`${pointer}/default`, `there is no reading \`${a.default}\``);
    checkCites(a.cites, `${pointer}/cites`, s);
    for (const [k, r] of a.readings.entries()) checkCites(r.cites, `${pointer}/readings/${k}/cites`, s);
  }
  for (const [i, scenario] of plan.scenarios.entries())
    checkCites(scenario.cites, `/scenarios/${i}/cites`, s);
}

/** Is a source among those that it follows, however many steps back? */
function followsItself({ name, succeeds }: Source, { sources }: Plan): boolean {
  const seen = new Set<string>();
  for (let at = succeeds; at !== undefined && !seen.has(at); ) {
    if (at === name) return true;
    seen.add(at);
    const before = at;
    at = sources.find((source) => source.name === before)?.succeeds;
  }
  return false;
}

function checkType(type: Definition['type'], pointer: string, s: Surroundings): void {
  const record = type.kind === 'record' ? type.name : type.kind === 'list' ? type.of : undefined;
  const members = type.kind === 'enum' ? type.name : type.kind === 'set' ? type.of : undefined;
  if (record !== undefined && !s.fields.has(record)) s.report(pointer, `there is no record \`${record}\``);
  if (members !== undefined && !s.enums.has(members)) s.report(pointer, `there is no enum \`${members}\``);
}

function checkFields(
  fields: readonly Field[],
  pointer: string,
  record: string | null,
  s: Surroundings,
): void {
  const variables = new Map(record === null ? [] : [['self', record]]);
  for (const [i, field] of fields.entries()) {
    const at = `${pointer}/${i}`;
    checkType(field.type, `${at}/type`, s);
    if ((field.type as Definition['type']).kind === 'status')
      s.report(`${at}/type`, 'a fact is not a status');
    if (field.onlyIf !== undefined) {
      const type = checkExpr(field.onlyIf, `${at}/onlyIf`, variables, s);
      if (type !== null && type.kind !== 'yesno')
        s.report(`${at}/onlyIf`, `should be a yesno, is a ${type.kind}`);
    }
    if (field.assume !== undefined) {
      const type = literalType(field.assume.value, `${at}/assume/value`, s);
      if (!sameType(type, field.type)) s.report(`${at}/assume/value`, `should be a ${field.type.kind}`);
      checkCites(field.assume.cites, `${at}/assume/cites`, s);
    }
  }
}

/** A record that contains itself would have no end. */
function checkRecordCycles(plan: Plan, s: Surroundings): void {
  const done = new Set<string>();
  const visit = (name: string, within: readonly string[]): boolean => {
    if (within.includes(name)) return true;
    if (done.has(name)) return false;
    done.add(name);
    const inner = [...within, name];
    return [...(s.fields.get(name)?.values() ?? [])].some(({ type }) => {
      const next = type.kind === 'record' ? type.name : type.kind === 'list' ? type.of : undefined;
      return next !== undefined && visit(next, inner);
    });
  };
  for (const [i, record] of plan.records.entries()) {
    if (visit(record.name, [])) s.report(`/records/${i}`, `\`${record.name}\` contains itself`);
  }
}

function checkDefinition(d: Definition, pointer: string, s: Surroundings): void {
  checkType(d.type, `${pointer}/type`, s);
  if (d.visible && d.type.kind === 'status')
    s.report(`${pointer}/visible`, 'a status is told by its rule, and hidden by itself');
  const type = checkExpr(d.expr, `${pointer}/expr`, parameter(d.param, pointer, s), s);
  if (type !== null && !sameType(type, d.type))
    s.report(`${pointer}/expr`, `is a ${type.kind}, not a ${d.type.kind}`);
  checkCites(d.cites, `${pointer}/cites`, s);
}

function parameter(
  param: Definition['param'],
  pointer: string,
  s: Surroundings,
): ReadonlyMap<string, string> {
  if (param === undefined) return new Map();
  if (!s.fields.has(param.record))
    s.report(`${pointer}/param/record`, `there is no record \`${param.record}\``);
  return new Map([[param.name, param.record]]);
}

function checkYesno(condition: Pick<Definition, 'param' | 'expr'>, pointer: string, s: Surroundings): void {
  const type = checkExpr(condition.expr, `${pointer}/expr`, parameter(condition.param, pointer, s), s);
  if (type !== null && type.kind !== 'yesno')
    s.report(`${pointer}/expr`, `should be a yesno, is a ${type.kind}`);
}

function checkRule(rule: Rule, pointer: string, s: Surroundings): void {
  const aspects: readonly (readonly [string, string | undefined, (Type | { kind: 'status' })['kind']])[] = [
    ['status', rule.status, 'status'],
    ['applies', rule.applies, 'yesno'],
    ['met', rule.met, 'yesno'],
    ['late', rule.late, 'yesno'],
    ['due', rule.due, 'date'],
  ];
  for (const [key, id, kind] of aspects) {
    if (id === undefined) continue;
    const definition = s.definitions.get(id);
    if (definition === undefined) s.report(`${pointer}/${key}`, `there is no definition \`${id}\``);
    else if (definition.type.kind !== kind) s.report(`${pointer}/${key}`, `\`${id}\` is not a ${kind}`);
    else if (definition.visible)
      s.report(`${pointer}/${key}`, `\`${id}\` is visible, and a rule speaks for its aspects`);
    else if (definition.param?.record !== rule.param?.record) {
      s.report(`${pointer}/${key}`, `\`${id}\` has another parameter than its rule`);
    }
  }
  checkCites(rule.cites, `${pointer}/cites`, s);
}

function checkGoals(plan: Plan, s: Surroundings): void {
  const answers = new Set([
    ...plan.definitions.filter((d) => d.visible).map((d) => d.id),
    ...plan.rules.map((r) => r.name),
  ]);
  const slicer = slicerOf(plan);
  for (const [i, goal] of plan.goals.entries()) {
    const unknown = goal.answers.findIndex((name) => !answers.has(name));
    if (unknown >= 0) {
      s.report(`/goals/${i}/answers/${unknown}`, `there is no statement \`${goal.answers[unknown]}\``);
      continue;
    }
    const twice = goal.answers.findIndex((name, k) => goal.answers.indexOf(name) < k);
    if (twice >= 0) {
      s.report(`/goals/${i}/answers/${twice}`, `a second answer \`${goal.answers[twice]}\``);
      continue;
    }
    const slice = slicer(goal.answers);
    for (const key of ['definitions', 'rules', 'facts', 'ambiguities'] as const) {
      if (slice[key].join(' ') !== goal[key].join(' '))
        s.report(`/goals/${i}/${key}`, 'is not what the answers depend on');
    }
  }
}
