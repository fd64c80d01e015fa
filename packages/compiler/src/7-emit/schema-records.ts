/**
 * The records of a schema of facts, and the types that their fields have, each type once: hundreds of fields have a few dozen types,
 * and whatever is asked about them takes as long as there are fields.
 */
import type { JsonSchema } from '../6-plan/shape.ts';

/** A record with its fields, in the order of the schema. */
export interface SchemaRecord {
  readonly name: string;
  readonly description: string | undefined;
  readonly fields: readonly {
    readonly name: string;
    readonly description: string | undefined;
    /** What its type is called in `types`. */
    readonly type: string;
  }[];
}

/** The records of a schema, and a schema in their stead. */
export interface SchemaRecords {
  /** Each before those that its fields hold, as they are first met. */
  readonly records: readonly SchemaRecord[];
  /** The same schema with one record, which has a field of each type. */
  readonly types: JsonSchema;
}

/** Where a schema keeps what is referred to. */
export const REF = '#/$defs/';

/** Takes a schema apart whose root is a record. */
export function schemaRecords(schema: JsonSchema): SchemaRecords {
  const definitions = objectIn(schema, '$defs');
  const isRecord = (name: string): boolean => objectIn(definitions, name)['type'] === 'object';
  const records: SchemaRecord[] = [];
  const types = new Map<string, { readonly name: string; readonly schema: JsonSchema }>();
  const typeOf = ({
    title: _title,
    description: _description,
    $comment: _comment,
    ...type
  }: JsonSchema): string => {
    const text = JSON.stringify(type);
    const known = types.get(text) ?? { name: `type${types.size}`, schema: type };
    types.set(text, known);
    return known.name;
  };
  const met = new Set<string>();
  const visit = (name: string, record: JsonSchema): void => {
    const fields: SchemaRecord['fields'][number][] = [];
    records.push({ name, description: textIn(record, 'description'), fields });
    const properties = objectIn(record, 'properties');
    for (const field of Object.keys(properties)) {
      const type = objectIn(properties, field);
      fields.push({ name: field, description: textIn(type, 'description'), type: typeOf(type) });
      for (const held of referredIn(type)) {
        if (met.has(held) || !isRecord(held)) continue;
        met.add(held);
        visit(held, objectIn(definitions, held));
      }
    }
  };
  visit(textIn(schema, 'title') ?? '', schema);
  const bare = { type: 'object', properties: {}, additionalProperties: false };
  return {
    records,
    types: {
      ...schema,
      properties: Object.fromEntries([...types.values()].map(({ name, schema: type }) => [name, type])),
      $defs: Object.fromEntries(
        Object.entries(definitions).map(([name, part]) => [name, isRecord(name) ? bare : part]),
      ),
    },
  };
}

/** The names that a schema refers to, at any depth. */
function referredIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, part]: readonly [string, unknown]) =>
    key === '$ref' && typeof part === 'string' ? [part.slice(REF.length)] : referredIn(part),
  );
}

function objectIn(schema: JsonSchema, key: string): JsonSchema {
  const part = schema[key];
  if (typeof part !== 'object' || part === null) throw new Error(`the schema has no ${key}`);
  return part as JsonSchema;
}

function textIn(schema: JsonSchema, key: string): string | undefined {
  const part = schema[key];
  return typeof part === 'string' ? part : undefined;
}
