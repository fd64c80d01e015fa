/**
 * The shape of the facts inside an `assess` function: one flat object for the case, and one for each instance of a record
 * that lists hold or statements range over. Yes/no facts are truths, a set is one truth per member of its enum.
 */
import type { Field, Path } from '../../6-plan/plan.ts';
import { Names } from './names.ts';
import { recordOf, type Scope, type Slice } from './slice.ts';
import { identifier, member, pascal } from './spelling.ts';

/** A property of an inside object. */
export interface Property {
  readonly name: string;
  /** The steps from the owner: `['message', 'sentOn']`. */
  readonly steps: readonly string[];
  readonly field: Field;
  /** The record of an instance or list. */
  readonly record?: string;
  /** The property that holds a date as it was given: what the trace tells needs no formatting. */
  readonly text?: string;
}

/** The case (`record` empty) or an instance of a record. */
export interface Owner {
  readonly record: string;
  readonly properties: readonly Property[];
  /** The same by their steps, a dot between. */
  readonly at: ReadonlyMap<string, Property>;
}

/** The owners of a slice. */
export interface Inside {
  readonly slice: Slice;
  readonly owner: (record: string) => Owner;
  /** The records whose instances are objects of their own, in vocabulary order. */
  readonly instanced: readonly string[];
  /** The records that statements, constraints and conditions of facts range over. */
  readonly ranged: readonly string[];
  /** The records whose instances are members of lists of the case and nothing else: the paths of their facts are kept. */
  readonly members: ReadonlySet<string>;
  /** JavaScript for the properties of the case, where they are read in the function that evaluates. */
  readonly locals: Map<string, string>;
}

/** Where a path leads: JavaScript for its value, and its text. */
export interface Located {
  readonly js: string;
  readonly field: Field | undefined;
  readonly record: string;
  /** JavaScript for a date as it was given. */
  readonly iso?: string;
  /** The text of the path where it is the same in every case. */
  readonly fixed: string | undefined;
  /** JavaScript for the text of the path. */
  readonly text: string;
}

/** Lays out the facts of a slice: records in the object that holds them where that can be, or each `apart`. */
export function insideOf(slice: Slice, records: 'flat' | 'apart' = 'flat'): Inside {
  const { parts } = slice;
  const ranged = new Set(
    slice.definitions.flatMap(({ param }) => (param === undefined ? [] : [param.record])),
  );
  for (const { param } of parts.constraints) if (param !== undefined) ranged.add(param.record);
  for (const { record } of parts.onlyIf) if (record !== null) ranged.add(record);
  const apart = new Set<string>(records === 'flat' ? ranged : slice.records.map(({ name }) => name));
  const fields = [...slice.facts, ...slice.records.flatMap((record) => record.fields)];
  for (const { type } of fields) if (type.kind === 'list') apart.add(type.of);
  const owners = new Map<string, Owner>();
  const build = (record: string, own: readonly Field[]): void => {
    const names = new Names();
    for (const taken of ['path', 'at', 'index', 'all', 'open']) names.take(taken);
    const visit = (before: readonly string[], inner: readonly Field[]): Omit<Property, 'name'>[] =>
      inner.flatMap((field) => {
        const steps = [...before, field.name];
        const { type } = field;
        if (type.kind === 'record' && !apart.has(type.name))
          return visit(steps, slice.record(type.name).fields);
        const of = recordOf(type);
        return [{ steps, field, ...(of === undefined ? {} : { record: of }) }];
      });
    const found = visit([], own);
    // The name of the fact alone where no other has it: the fewer the words, the smaller the code.
    const first = new Set<string>();
    const shared = new Set<string>();
    for (const { field } of found) (first.has(field.name) ? shared : first).add(field.name);
    const nameOf = ({ steps, field }: Omit<Property, 'name'>): string =>
      names.take(identifier(shared.has(field.name) ? steps.join(' ') : field.name));
    const properties = found.map((each) => {
      const name = nameOf(each);
      const text = each.field.type.kind === 'date' ? { text: names.take(`${name} text`) } : {};
      return { name, ...each, ...text };
    });
    const at = new Map(properties.map((each) => [each.steps.join('.'), each]));
    owners.set(record, { record, properties, at });
  };
  build('', slice.facts);
  const instanced = slice.records.map(({ name }) => name).filter((name) => apart.has(name));
  for (const name of instanced) build(name, slice.record(name).fields);
  const ownerOf = (record: string): Owner => {
    const owner = owners.get(record);
    if (owner === undefined) throw new Error(`the slice has no record \`${record}\``);
    return owner;
  };
  // Where lists are told by another reader, it has the paths.
  const members = new Set(records === 'flat' ? instanced : []);
  for (const { record, properties } of owners.values())
    for (const { record: of, field } of properties)
      if (of !== undefined && (record !== '' || field.type.kind !== 'list')) members.delete(of);
  return {
    slice,
    owner: ownerOf,
    instanced,
    members,
    ranged: instanced.filter((name) => ranged.has(name)),
    locals: new Map(),
  };
}

/** The name of the type of an instance inside. */
export function insideTypeName(record: string): string {
  return record === '' ? 'Inside' : `${pascal(record)}Inside`;
}

/** The paths of the facts of a record, from it. */
export function factsOf(inside: Inside, record: string): readonly string[] {
  return inside.owner(record).properties.map(({ steps }) => steps.join('.'));
}

/** Resolves a path; `names` are the JavaScript names of variables. */
export function locate(
  inside: Inside,
  scope: Scope,
  names: ReadonlyMap<string, string>,
  path: Path,
): Located {
  let record = path.base === null ? '' : (scope.get(path.base) ?? '');
  let js = path.base === null ? 'facts' : (names.get(path.base) ?? path.base);
  const start = path.base === null ? undefined : js;
  let inCase = path.base === null;
  let pending = '';
  let field: Field | undefined;
  let iso: string | undefined;
  for (const step of path.path) {
    pending = pending === '' ? step : `${pending}.${step}`;
    const property = inside.owner(record).at.get(pending);
    if (property === undefined) continue;
    const own = (name: string): string => (inCase ? inside.locals.get(name) : undefined) ?? js + member(name);
    iso = property.text === undefined ? undefined : own(property.text);
    js = own(property.name);
    inCase = false;
    field = property.field;
    if (property.record !== undefined) record = property.record;
    pending = '';
  }
  if (pending !== '') throw new Error(`the slice has no fact \`${path.path.join('.')}\``);
  const steps = path.path.join('.');
  const found = { js, field, record, ...(iso === undefined ? {} : { iso }) };
  if (start === undefined) return { ...found, fixed: steps, text: `'${steps}'` };
  const owner = scope.get(path.base ?? '') ?? '';
  const isKept = inside.members.has(owner) && factsOf(inside, owner).includes(steps);
  const written = isKept ? `${start}.at${member(steps)}` : `\`\${${start}.path}.${steps}\``;
  return { ...found, fixed: undefined, text: steps === '' ? `${start}.path` : written };
}
