/** The TypeScript types of one goal's facts when they are complete, as inside, and of its readings; where those of JSON facts come from. */
import { assertNever } from '../../6-plan/assert-never.ts';
import type { Definition, Field, Goal, RecordType, Type } from '../../6-plan/plan.ts';
import { typeNames as givenNames } from '../facts-slice.ts';
import { line, list, print } from './layout.ts';
import { key, pascal, quote } from './spelling.ts';
import { ambiguitiesOf, type Slice } from './slice.ts';

/** What the types of one goal are called. */
export interface TypeNames {
  /** `Paragraph22`. */
  readonly prefix: string;
  readonly complete: string;
  readonly facts: string;
  readonly readings: string;
  readonly answers: string;
  readonly record: (name: string) => string;
  readonly jsonRecord: (name: string) => string;
}

/** The names of a goal's types, each different from the others whatever the records are called. */
export function typeNames(slice: Slice): TypeNames {
  const prefix = pascal(slice.goal.name);
  const own = (name: string): string => `${prefix}${name}`;
  const taken = new Set(['Complete', 'Facts', 'Readings', 'Answers', 'Options'].map(own));
  const give = (wish: string): string => {
    let name = wish;
    for (let n = 2; taken.has(name); n += 1) name = `${wish}${n}`;
    taken.add(name);
    return name;
  };
  const given = new Map(
    slice.records.map(({ name }) => [
      name,
      { complete: give(own(pascal(name))), json: give(`${own(pascal(name))}Facts`) },
    ]),
  );
  const find = (name: string): { readonly complete: string; readonly json: string } => {
    const found = given.get(name);
    if (found === undefined) throw new Error(`no type for the record ${name}`);
    return found;
  };
  return {
    prefix,
    complete: own('Complete'),
    facts: own('Facts'),
    readings: own('Readings'),
    answers: own('Answers'),
    record: (name) => find(name).complete,
    jsonRecord: (name) => find(name).json,
  };
}

/** The type of a value inside: dates are day numbers, decimals whole units. */
export function insideType(slice: Slice, names: TypeNames, type: Type | Definition['type']): string {
  switch (type.kind) {
    case 'yesno':
      return 'boolean';
    case 'number':
      return 'number';
    case 'date':
      return 'Day';
    case 'duration':
      return 'Duration';
    case 'text':
      return 'string';
    case 'status':
      return 'Status';
    case 'enum':
      return members(slice, type.name).join(' | ');
    case 'set':
      return `readonly (${members(slice, type.of).join(' | ')})[]`;
    case 'record':
      return names.record(type.name);
    case 'list':
      return `readonly ${names.record(type.of)}[]`;
    default:
      return assertNever(type);
  }
}

function members(slice: Slice, name: string): readonly string[] {
  return slice.plan.enums.find((declared) => declared.name === name)?.members.map(quote) ?? ['never'];
}

/** The declarations of the complete facts of a goal. */
export function completeTypes(slice: Slice, names: TypeNames): readonly string[] {
  const declare = (name: string, fields: readonly Field[], doc: string): string =>
    block(
      doc,
      name,
      fields.map((field) => ({
        doc: fieldDoc(field),
        text: `readonly ${key(field.name)}${field.onlyIf === undefined ? '' : '?'}: ${insideType(slice, names, field.type)};`,
      })),
    );
  return [
    declare(
      names.complete,
      slice.facts,
      'Every fact that the goal can depend on. Dates are day numbers, decimals whole numbers of their last place.',
    ),
    ...slice.records.map((record: RecordType) =>
      declare(names.record(record.name), record.fields, recordDoc(record.name)),
    ),
  ];
}

/**
 * The import of the types of a goal's facts in their JSON form, and what makes them public here too. Those types are made
 * from the JSON Schema, in a module beside (`factsTypes`), of the goal or of the whole vocabulary; there records have short
 * names.
 */
export function factsImport(slice: Slice, names: TypeNames, goal?: Goal): readonly string[] {
  const { plan } = slice;
  const given = givenNames(plan, goal);
  const renamed = [
    { from: given.root, to: names.facts },
    ...slice.records.map(({ name }) => ({ from: given.record(name), to: names.jsonRecord(name) })),
  ];
  const imported = renamed.map(({ from, to }) => (from === to ? to : `${from} as ${to}`));
  return [
    print([
      list('import type {', imported, '}', line),
      ` from '${goal === undefined ? './facts' : `../facts/${goal.name}`}.ts';`,
    ]),
    print([
      list(
        'export type {',
        renamed.map(({ to }) => to),
        '}',
        line,
      ),
      ';',
    ]),
  ];
}

/** The declaration of the readings of a goal's ambiguities; empty where it has none. */
export function readingsType(slice: Slice, names: TypeNames): readonly string[] {
  const ambiguities = ambiguitiesOf(slice);
  if (ambiguities.length === 0) return [];
  return [
    block(
      'Which reading to take of each ambiguity of the source; left out, its default.',
      names.readings,
      ambiguities.map((ambiguity) => ({
        doc: `Default: \`${ambiguity.default}\`.`,
        text: `readonly ${key(ambiguity.name)}?: ${ambiguity.readings.map(({ name }) => quote(name)).join(' | ')};`,
      })),
    ),
  ];
}

/** How a number of decimals stands inside; undefined where it is as everyone writes it. */
export function unitsDoc(type: Type | Definition['type']): string | undefined {
  if (type.kind !== 'number' || type.places === 0) return undefined;
  return `In whole units of 10^-${type.places}: ${1234 / 10 ** type.places} is 1234.`;
}

/** The implicit judgements of a case, or of each instance of a record, are a record of their own. */
function recordDoc(name: string): string {
  if (!name.endsWith('.otherwise')) return `The facts of one \`${name}\`.`;
  const of = name.slice(0, -'.otherwise'.length);
  return `What the source leaves open: one judgement for each open statement${of === '' ? '' : ` on one \`${of}\``}.`;
}

function fieldDoc(field: Field): string | undefined {
  const kind = field.kind === 'fact' ? undefined : fieldKinds[field.kind];
  const places = unitsDoc(field.type);
  const only = field.onlyIf === undefined ? undefined : 'Exists only where its condition holds.';
  const parts = [kind, places, only].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

const fieldKinds = {
  event: 'A date, or `notYet`: it has not happened yet.',
  judgement: 'A judgement: for a person to make.',
  otherwise: 'A judgement: does it hold on a ground that the source does not list?',
} as const;

function block(
  doc: string,
  name: string,
  fields: readonly { readonly doc: string | undefined; readonly text: string }[],
): string {
  const lines = fields.flatMap((field) => [
    ...(field.doc === undefined ? [] : [`  /** ${field.doc} */`]),
    `  ${field.text}`,
  ]);
  if (lines.length === 0) return `/** ${doc} */\nexport type ${name} = { readonly [key in never]: never };`;
  return `/** ${doc} */\nexport interface ${name} {\n${lines.join('\n')}\n}`;
}
