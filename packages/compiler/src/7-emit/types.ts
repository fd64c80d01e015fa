/** TypeScript types of facts, made from their JSON Schema, so that the two cannot disagree. At build time only. */
import type { Phrasebook } from '@proviso/runtime';
import type { Plan } from '../6-plan/plan.ts';
import type { JsonSchema } from '../6-plan/shape.ts';
import {
  datePattern,
  durationPattern,
  factsSlice,
  type FactsSlice,
  rootName,
  setsIn,
  typeNames,
} from './facts-slice.ts';
import { factsSchema, factsTitle } from './json-schema.ts';
import { REF, schemaRecords } from './schema-records.ts';
import { typesOfSchema } from './schema-types.ts';
import { type Declaration, declarationsIn, declarationText, isComment } from './types-text.ts';
import { type EmittedFile, typesFile } from './typescript/emitted-file.ts';
import { withoutMarks } from './typescript/marks.ts';

/**
 * Modules of types: `facts.ts` with `Facts`, and `facts/GOAL.ts` with `GOALFacts` for each goal, and in each one type for
 * each record, enum and set in use. All keys are optional and readonly, and bear the question and the help as their
 * documentation.
 */
export async function factsTypes(plan: Plan, phrases: Phrasebook): Promise<readonly EmittedFile[]> {
  // What the library makes of the whole vocabulary; a goal has its part of it.
  const all = await compiled(factsSchema(plan, phrases));
  const banner = `/* Generated from the plan ${plan.pack.meaning} of ${plan.pack.id} ${plan.pack.version}. Do not edit. */`;
  const module = (declarations: readonly Declaration[]): string =>
    `${[banner, ...declarations.map(declarationText)].join('\n\n')}\n`;
  return [
    typesFile('facts.ts', module(all)),
    ...plan.goals.map((goal) => {
      const used = fieldsByType(plan, factsSlice(plan, goal));
      const declarations = all.flatMap((declared): readonly Declaration[] => {
        const fields = used.get(declared.name);
        if (fields === undefined) return [];
        const kept = { ...declared, fields: declared.fields.filter(({ name }) => fields.has(name)) };
        return declared.name === rootName(undefined)
          ? [{ ...kept, name: rootName(goal), doc: docOf(rootDoc(factsTitle(phrases, goal))) }]
          : [kept];
      });
      return typesFile(`facts/${goal.name}.ts`, module(declarations));
    }),
  ];
}

/** What the types do not say by themselves of all facts. */
function rootDoc(title: string): string {
  return [
    title,
    '',
    'What is left out, or `null`, is not known. An array is a complete list or set; `{ atLeast: […] }` is a list that may',
    'have more members, and an object says of single members of a set whether they are in it.',
  ].join('\n');
}

function docOf(text: string): readonly string[] {
  return [
    '/**',
    ...commentText(text)
      .split('\n')
      .map((line) => ` * ${line}`.trimEnd()),
    ' */',
  ];
}

/** The types in use of a goal, and the fields in use of each that is a record. */
function fieldsByType(plan: Plan, slice: FactsSlice): ReadonlyMap<string, ReadonlySet<string>> {
  const names = typeNames(plan);
  const none: ReadonlySet<string> = new Set();
  return new Map([
    [names.root, new Set(slice.facts.map(({ name }) => name))],
    ...slice.records.map(
      (record) => [names.record(record.name), new Set(record.fields.map(({ name }) => name))] as const,
    ),
    ...slice.enums.map(({ name }) => [names.enum(name), none] as const),
    ...setsIn(slice).map((name) => [names.set(name), none] as const),
  ]);
}

/**
 * The types of a schema, under the names that the schema has: those of enums and sets, then the records. The library is asked for the
 * type of a field once for all fields that have it.
 */
async function compiled({
  $schema: _schema,
  $comment: _comment,
  ...schema
}: JsonSchema): Promise<readonly Declaration[]> {
  const { title } = schema;
  if (typeof title !== 'string') throw new Error('a schema of facts has a title');
  const { records, types } = schemaRecords(documented(schema, true) as JsonSchema);
  const stand = standIns([title, ...Object.keys(schema['$defs'] ?? {})]);
  const text = await typesOfSchema(withStandIns(types, stand), stand.get(title) ?? title);
  const made = declarationsIn(withoutStandIns(text, stand));
  const typeOf = new Map(
    made.find(({ name }) => name === title)?.fields.map(({ name, type }) => [name, type] as const),
  );
  return [
    ...made.filter(({ type }) => type !== undefined),
    ...records.map(
      ({ name, description, fields }): Declaration => ({
        name,
        doc: description === undefined ? [] : docOf(description),
        fields: fields.map((field) => ({
          name: field.name,
          doc: field.description === undefined ? [] : docOf(field.description),
          head: `${field.name}?:`,
          type: typeOf.get(field.type) ?? '',
        })),
        type: undefined,
      }),
    ),
  ];
}

/** Names of types by what stands for them while the library works. */
type StandIns = ReadonlyMap<string, string>;

/** The library spells names its own way where digits or underscores are in them; letters alone it leaves as they are. */
function standIns(names: readonly string[]): StandIns {
  const spelt = (index: number): string =>
    String(index).replaceAll(/\d/gu, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)));
  return new Map(
    names
      .filter((name) => /[^A-Za-z]/u.test(name))
      .map((name, index) => {
        let standIn = `StandIn${spelt(index)}`;
        while (names.includes(standIn)) standIn += 'X';
        return [name, standIn];
      }),
  );
}

function withStandIns(schema: JsonSchema, stand: StandIns): JsonSchema {
  const refs = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(refs);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        if (key !== '$ref' || typeof part !== 'string') return [key, refs(part)];
        const name = part.slice(REF.length);
        return [key, `${REF}${stand.get(name) ?? name}`];
      }),
    );
  };
  const { $defs, title, ...rest } = schema;
  const definitions = Object.entries($defs ?? {}).map(([name, part]) => [
    stand.get(name) ?? name,
    refs(part),
  ]);
  const named = typeof title === 'string' ? (stand.get(title) ?? title) : title;
  return { title: named, ...(refs(rest) as JsonSchema), $defs: Object.fromEntries(definitions) };
}

/** The names again, where they are types: not in comments, as keys or in quotes. */
function withoutStandIns(text: string, stand: StandIns): string {
  const names = new Map([...stand].map(([name, standIn]) => [standIn, name]));
  return text
    .split('\n')
    .map((line) =>
      isComment(line)
        ? line
        : line.replaceAll(
            /(?<!['"\w])StandIn[A-Z]+(?!['"\w?])/gu,
            (standIn) => names.get(standIn) ?? standIn,
          ),
    )
    .join('\n');
}

/** Titles become the first lines of descriptions: as titles they would name types of their own. */
function documented(value: unknown, isRoot: boolean): unknown {
  if (Array.isArray(value)) return value.map((part) => documented(part, false));
  if (typeof value !== 'object' || value === null) return value;
  const parts: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) parts[key] = documented(part, false);
  const { title, description, maxItems } = parts;
  // It would be printed as a comment and means nothing to a type.
  if (typeof maxItems === 'number') delete parts['maxItems'];
  // A fact may be called `title`; then what stands there is a schema, not a text.
  const texts = [isRoot ? undefined : title, description, formOf(parts)].filter(
    (text) => typeof text === 'string',
  );
  if (texts.length > 0)
    parts['description'] = commentText(isRoot ? rootDoc(texts.join()) : texts.join('\n\n'));
  if (!isRoot && typeof title === 'string') delete parts['title'];
  return parts;
}

/** What a value looks like, where its type is that of many others. */
function formOf({ pattern, $comment }: JsonSchema): string | undefined {
  switch (pattern) {
    case `^${datePattern}$`:
      return 'A date such as `2026-02-05`.';
    case `^(notYet|${datePattern})$`:
      return 'A date such as `2026-02-05`, or `notYet`.';
    case `^${durationPattern}$`:
      return 'A duration such as `P1M` or `P14D`.';
    default:
      return typeof $comment === 'string' ? $comment : undefined;
  }
}

/** Nobody's words may end the comment they stand in. */
function commentText(text: string): string {
  return withoutMarks(text).replaceAll('*/', '*\\/');
}
