/** Scenarios: their facts as an application would send them, `as "…", but` already merged. */
import { assertNever } from './assert-never.ts';
import { type Context, dayOf } from './context.ts';
import { durationOf } from './lower-expr.ts';
import type { Expectation, Json, JsonObject, Scenario } from './plan.ts';
import type { AstExpect, AstExpr, AstGiven, AstGivenValue, AstPath, AstScenario } from './syntax.ts';

/** Facts under construction: maps, so that no name of a fact can reach an object's prototype. */
type Draft = Json | DraftMap | DraftList;
interface DraftMap {
  readonly kind: 'map';
  readonly entries: Map<string, Draft>;
}
interface DraftList {
  readonly kind: 'list';
  readonly atLeast: boolean;
  readonly elements: Draft[];
}

/** All scenarios, in source order. */
export function lowerScenarios(context: Context): readonly Scenario[] {
  const byTitle = new Map(context.program.scenarios.map((s) => [s.title.value, s]));
  const drafts = new Map<AstScenario, DraftMap>();
  return context.program.scenarios.map((scenario) => lowerScenario(scenario, byTitle, drafts, context));
}

function lowerScenario(
  scenario: AstScenario,
  byTitle: ReadonlyMap<string, AstScenario>,
  drafts: Map<AstScenario, DraftMap>,
  context: Context,
): Scenario {
  const chain = chainOf(scenario, byTitle);
  const draft = mergedDraft(chain, drafts);
  const asOf = chain.findLast((link) => link.asOf !== undefined)?.asOf;
  if (asOf === undefined) throw new Error(`"${scenario.title.value}" has no date`);
  const readings = new Map(
    chain.flatMap((link) => link.readings.map((r): [string, string] => [r.ambiguity.text, r.reading.text])),
  );
  return {
    name: scenario.title.value,
    asOf: dayOf(asOf.iso),
    readings: Object.fromEntries(readings),
    facts: objectOf(draft),
    expect: scenario.expect.map(expectation),
    cites: context.cites.indexes(scenario.cites),
    covers: scenario.covers.map((id) => id.text),
  };
}

/** The scenarios a `but` builds on, the first of them first. */
function chainOf(scenario: AstScenario, byTitle: ReadonlyMap<string, AstScenario>): readonly AstScenario[] {
  const chain = [scenario];
  for (let base = scenario.base; base !== undefined; ) {
    const found = byTitle.get(base.value);
    if (found === undefined || chain.includes(found))
      throw new Error(`no scenario "${base.value}" to build on`);
    chain.unshift(found);
    base = found.base;
  }
  return chain;
}

/** The facts of the last in a chain. What others build on as well is merged once. */
function mergedDraft(chain: readonly AstScenario[], drafts: Map<AstScenario, DraftMap>): DraftMap {
  let merged: DraftMap = { kind: 'map', entries: new Map() };
  for (const link of chain) {
    const known = drafts.get(link);
    if (known === undefined) {
      merged = copyOfMap(merged);
      apply(merged, link.given);
      drafts.set(link, merged);
    } else merged = known;
  }
  return merged;
}

function copyOfMap({ kind, entries }: DraftMap): DraftMap {
  const copies = new Map<string, Draft>();
  for (const [name, draft] of entries) copies.set(name, isContainer(draft) ? copyOf(draft) : draft);
  return { kind, entries: copies };
}

function copyOf(draft: DraftMap | DraftList): DraftMap | DraftList {
  if (draft.kind === 'map') return copyOfMap(draft);
  return { ...draft, elements: draft.elements.map((each) => (isContainer(each) ? copyOf(each) : each)) };
}

function apply(draft: DraftMap, given: readonly AstGiven[]): void {
  for (const { path, value } of given)
    put(draft, stepsOf(path), value === undefined ? undefined : draftOf(value));
}

/** `letters[0].inWriting` as its steps: `letters`, 0, `inWriting`. */
function stepsOf(path: AstPath): readonly (string | number)[] {
  return path.segments.flatMap((segment, i) => {
    const index = path.indexes?.[i];
    return index === undefined || index === null ? [segment.text] : [segment.text, index];
  });
}

/** Puts a value at the end of the steps, or forgets what is there. Containers on the way come into being. */
function put(at: DraftMap | DraftList, steps: readonly (string | number)[], value: Draft | undefined): void {
  const [step, ...rest] = steps;
  if (step === undefined) throw new Error('a path of no steps');
  if (rest.length > 0) {
    const next = get(at, step);
    if (isContainer(next)) {
      put(next, rest, value);
      return;
    }
    if (value === undefined) return;
    const made: DraftMap | DraftList =
      typeof rest[0] === 'number'
        ? { kind: 'list', atLeast: false, elements: [] }
        : { kind: 'map', entries: new Map() };
    put(made, rest, value);
    set(at, step, made);
  } else set(at, step, value);
}

function get(at: DraftMap | DraftList, step: string | number): Draft | undefined {
  if (at.kind === 'map') return at.entries.get(String(step));
  return at.elements[Number(step)];
}

function set(at: DraftMap | DraftList, step: string | number, value: Draft | undefined): void {
  if (at.kind === 'map') {
    if (value === undefined) at.entries.delete(String(step));
    else at.entries.set(String(step), value);
  } else if (value === undefined) at.elements.splice(Number(step), 1);
  else at.elements[Number(step)] = value;
}

function isContainer(draft: Draft | undefined): draft is DraftMap | DraftList {
  return (
    typeof draft === 'object' &&
    draft !== null &&
    'kind' in draft &&
    (draft.kind === 'map' || draft.kind === 'list')
  );
}

function draftOf(value: AstGivenValue): Draft {
  switch (value.kind) {
    case 'scalar':
      return scalarOf(value.value);
    case 'members': {
      const members = value.members.map((m) => m.text);
      if (!value.atLeast) return members;
      const entries = new Map<string, Draft>();
      for (const m of members) entries.set(m, true);
      for (const m of value.not) entries.set(m.text, false);
      return { kind: 'map', entries };
    }
    case 'elements': {
      const elements = value.elements.map((given): Draft => {
        const element: DraftMap = { kind: 'map', entries: new Map() };
        apply(element, given);
        return element;
      });
      return { kind: 'list', atLeast: value.atLeast, elements };
    }
    default:
      return assertNever(value);
  }
}

function jsonOf(draft: Draft): Json {
  if (!isContainer(draft)) return draft;
  if (draft.kind === 'map') return objectOf(draft);
  const elements = Array.from(draft.elements, (element) =>
    jsonOf(element ?? { kind: 'map', entries: new Map() }),
  );
  return draft.atLeast ? { atLeast: elements } : elements;
}

function objectOf(draft: DraftMap): JsonObject {
  return Object.fromEntries([...draft.entries].map(([name, value]) => [name, jsonOf(value)]));
}

/** A literal in its JSON form; a bare name is an enum member, a status, a verdict or `unknown`. */
function scalarOf(e: AstExpr): string | number | boolean {
  const value = resultOf(e);
  return e.kind === 'yes' || e.kind === 'no' ? e.kind === 'yes' : value;
}

function resultOf(e: AstExpr): string | number {
  switch (e.kind) {
    case 'yes':
    case 'no':
    case 'notYet':
      return e.kind;
    case 'dateLiteral':
      return e.iso;
    case 'number':
      return Number(e.text) + 0;
    case 'string':
      return e.value;
    case 'duration':
      return isoDuration(durationOf(e));
    case 'path':
      return e.segments.map((s) => s.text).join('.');
    case 'group':
      return resultOf(e.of);
    default:
      throw new Error(`a ${e.kind} is not a literal`);
  }
}

/** ISO 8601: `P1Y`, `P1M`, `P14D`. */
function isoDuration({ months, days }: { readonly months: number; readonly days: number }): string {
  if (months === 0) return `P${days}D`;
  const whole = months % 12 === 0 ? `${months / 12}Y` : `${months}M`;
  return days === 0 ? `P${whole}` : `P${months}M${days}D`;
}

function expectation(e: AstExpect): Expectation {
  return {
    name: e.name.text,
    ...(e.of === undefined ? {} : { of: pathText(e.of) }),
    value: resultOf(e.value),
    ...(e.presumed === undefined ? {} : { presumed: resultOf(e.presumed) }),
    ...(e.dependsOn.length === 0 ? {} : { dependsOn: e.dependsOn.map((n) => n.text) }),
  };
}

function pathText(path: AstPath): string {
  return stepsOf(path).reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}
