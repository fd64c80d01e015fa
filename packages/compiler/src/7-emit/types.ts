/** TypeScript types of facts, printed from their JSON Schema, so that the two cannot disagree. */
import type { Phrasebook } from '@proviso/runtime';
import type { Goal, Plan } from '../6-plan/plan.ts';
import type { JsonSchema } from '../6-plan/shape.ts';
import { factsSchema } from './json-schema.ts';
import { docComment } from './typescript/doc-comment.ts';
import { type Doc, group, hardline, indent, join, line, print } from './typescript/layout.ts';
import { key, quote } from './typescript/spelling.ts';

/**
 * A module of types: `Facts`, or `GOALFacts` for a goal, and one type for each record, enum and set in use. All keys are
 * optional and readonly, and bear the question and the help as their documentation.
 */
export function factsTypes(plan: Plan, phrases: Phrasebook, goal?: Goal): string {
  const { title, $defs, ...root } = factsSchema(plan, phrases, goal) as FactsSchema;
  const { id, version, meaning } = plan.pack;
  const types = Object.entries({ [title]: root, ...$defs }).map(([name, schema]) =>
    print(declaration(name, schema)),
  );
  return `/* Generated from the plan ${meaning} of ${id} ${version}. Do not edit. */\n\n${types.join('\n\n')}\n`;
}

/** The part of JSON Schema that `factsSchema` writes. */
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

type FactsSchema = JsonSchema & Schema & { readonly title: string; readonly $defs: Record<string, Schema> };

function declaration(name: string, schema: Schema): Doc {
  const declared: Doc =
    schema.properties === undefined
      ? group(`export type ${name} =`, typeOf(schema), ';')
      : [`export interface ${name} `, body(schema)];
  return [comment(schema), declared];
}

/** The title and the description, before what they are about. Nobody's words may end the comment they stand in. */
function comment({ title, description }: Schema): Doc {
  const text = [title, description].filter((part) => part !== undefined).join('\n\n');
  const lines = docComment(text.replaceAll('*/', '*\\/')).split('\n');
  return text === '' ? [] : [join(lines, hardline), hardline];
}

function body({ properties = {}, required = [] }: Schema): Doc {
  const fields = Object.entries(properties).map(([name, schema]): Doc => {
    const mark = required.includes(name) ? '' : '?';
    return [comment(schema), group(`readonly ${key(name)}${mark}:`, typeOf(schema), ';')];
  });
  return fields.length === 0 ? '{}' : ['{', indent(hardline, join(fields, hardline)), hardline, '}'];
}

/** A type after what it belongs to: on the same line, or its alternatives on lines of their own. */
function typeOf(schema: Schema): Doc {
  const [only, ...more] = alternatives(schema);
  if (only === undefined) throw new Error('a schema of facts allows something');
  if (more.length === 0) return [' ', only];
  const all = [only, ...more].map((part) => indent(part));
  return indent(line, { kind: 'ifBroken', text: '| ' }, join(all, [line, '| ']));
}

function alternatives(schema: Schema): readonly Doc[] {
  const { $ref, anyOf, items, type } = schema;
  if (anyOf !== undefined) return anyOf.flatMap(alternatives);
  if ($ref !== undefined) return [nameOf($ref)];
  if (schema.enum !== undefined) return schema.enum.map(quote);
  return [type ?? []].flat().map((kind): Doc => {
    if (kind === 'array') return `readonly ${nameOf(items?.$ref ?? '')}[]`;
    if (kind === 'object') return body(schema);
    return kind === 'integer' ? 'number' : kind;
  });
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
