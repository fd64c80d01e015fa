/** A case as the direct evaluation of a policy reads it: records, lists and facts, straight from the JSON. */
import type { Json, JsonObject } from '@proviso/compiler/plan';
import type { Expr, FactDecl, TypeExpr } from '@proviso/language';
import type { SurfacePack } from './surface-pack.ts';
import { type Choice, notYet, periodOfText, type Truth, unitsOfText, type Value } from './surface-values.ts';

/** What a run takes for granted. */
export interface SurfaceRun {
  readonly asOf: string;
  /** A reading for every ambiguity; unknown where there is none. */
  readonly readings: ReadonlyMap<string, string>;
  /** Missing facts have the values that the pack assumes. */
  readonly assume: boolean;
  /** A law out of force is left open where no other version of it is in force. */
  readonly lawOpen: boolean;
}

/** A record in a case, or the case itself. */
export interface Instance {
  readonly path: string;
  readonly record: string | null;
  readonly data: JsonObject;
}

/** What variables stand for. */
export type Env = ReadonlyMap<string, Instance>;

/** A case under evaluation in one run. */
export interface SurfaceCase {
  readonly pack: SurfacePack;
  readonly run: SurfaceRun;
  readonly theCase: Instance;
  /** What a statement, or the aspect or label of it that the words after its name name, comes to. */
  readonly refer: (name: string, words: readonly string[], of: Instance | undefined) => Choice;
  /** What has been evaluated. */
  readonly memo: Map<string, Choice>;
}

/** The fields of a record, or the facts of the case. */
export function fieldsOf(c: SurfaceCase, record: string | null): readonly FactDecl[] {
  return record === null ? c.pack.facts : (c.pack.records.get(record)?.fields ?? []);
}

/** Every instance of a record in the case, a record before what it holds. */
export function instancesOf(
  c: SurfaceCase,
  record: string,
): { readonly found: readonly Instance[]; readonly open: boolean } {
  const found: Instance[] = [];
  let open = false;
  const visit = (holder: Instance): void => {
    for (const field of fieldsOf(c, holder.record)) {
      const inner = recordOf(c, field);
      if (inner === undefined) continue;
      const list =
        field.type?.kind === 'listType'
          ? membersOf(c, holder, field)
          : { elements: [recordIn(holder, field, inner)], open: false };
      if (list.open && holds(c, inner, record)) open = true;
      for (const element of list.elements) {
        if (element.record === record) found.push(element);
        visit(element);
      }
    }
  };
  visit(c.theCase);
  return { found, open };
}

/** Whether an instance of one record is, or holds, an instance of the other. */
function holds(c: SurfaceCase, outer: string, inner: string): boolean {
  return (
    outer === inner ||
    fieldsOf(c, outer).some(
      (field) => recordOf(c, field) !== undefined && holds(c, recordOf(c, field)!, inner),
    )
  );
}

/** The record that a field holds, one or many of. */
export function recordOf(c: SurfaceCase, { type }: FactDecl): string | undefined {
  if (type?.kind === 'listType') return type.of.text;
  return type?.kind === 'namedType' && c.pack.records.has(type.name.text) ? type.name.text : undefined;
}

/** The record in a field. */
export function recordIn(holder: Instance, field: FactDecl, record: string): Instance {
  return { path: pathIn(holder, field.name.text), record, data: objectOf(holder.data[field.name.text]) };
}

function pathIn(holder: Instance, name: string): string {
  return holder.path === '' ? name : `${holder.path}.${name}`;
}

/** The known members of a list, and whether it may have more. */
export function membersOf(
  c: SurfaceCase,
  holder: Instance,
  field: FactDecl,
): { readonly elements: readonly Instance[]; readonly open: boolean } {
  const given = holder.data[field.name.text];
  const open = !Array.isArray(given);
  const known = (open ? (objectOf(given)['atLeast'] ?? []) : given) as readonly Json[];
  const record = recordOf(c, field) ?? '';
  const path = pathIn(holder, field.name.text);
  return {
    open,
    elements: known.map((one, i) => ({ path: `${path}[${i}]`, record, data: objectOf(one) })),
  };
}

/** The value of a fact; what is assumed of it where nothing is given and the run assumes. */
export function factValue(
  c: SurfaceCase,
  holder: Instance,
  field: FactDecl,
  assumed: (of: Expr) => Value,
): Value {
  const given = holder.data[field.name.text];
  if (given !== undefined && given !== null) return valueOfJson(given, field.type);
  return c.run.assume && field.assume !== undefined ? assumed(field.assume.value) : undefined;
}

/** Whether a set has a member. */
export function inSet(holder: Instance, field: FactDecl, member: string): Truth {
  const given = holder.data[field.name.text];
  if (Array.isArray(given)) return given.includes(member);
  const held = objectOf(given)[member];
  return typeof held === 'boolean' ? held : undefined;
}

/** An implicit judgement of the case or of an instance. */
export function implicit(c: SurfaceCase, holder: Instance | undefined, name: string): Truth {
  const held = objectOf((holder ?? c.theCase).data['otherwise'])[name];
  return typeof held === 'boolean' ? held : undefined;
}

function objectOf(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : {};
}

function valueOfJson(json: Json, type: TypeExpr | undefined): Value {
  if (typeof json === 'boolean') return json;
  if (typeof json === 'number') return unitsOfText(String(json));
  if (typeof json !== 'string') throw new Error('not the value of one fact');
  if (type?.kind === 'durationType') return periodOfText(json);
  return type === undefined && json === 'notYet' ? notYet : json;
}
