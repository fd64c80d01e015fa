/** TypeScript types of facts, made from their JSON Schema, so that the two cannot disagree. At build time only. */
import type { Phrasebook } from '@proviso/runtime';
import type { Goal, Plan } from '../6-plan/plan.ts';
import type { JsonSchema } from '../6-plan/shape.ts';
import { factsSchema } from './json-schema.ts';

/**
 * A module of types: `Facts`, or `GOALFacts` for a goal, and one type for each record, enum and set in use. All keys are
 * optional and readonly, and bear the question and the help as their documentation.
 */
export async function factsTypes(plan: Plan, phrases: Phrasebook, goal?: Goal): Promise<string> {
  const { $schema: _schema, $comment: _comment, ...schema } = factsSchema(plan, phrases, goal);
  const { title } = schema;
  if (typeof title !== 'string') throw new Error('a schema of facts has a title');
  // Loaded only here: it brings a formatter of many megabytes along.
  const { compile } = await import('json-schema-to-typescript');
  // The library's types know drafts up to 4; it reads `$defs` all the same.
  const stand = standIns([title, ...Object.keys(schema['$defs'] ?? {})]);
  const prepared = documented(withStandIns(schema, stand), true) as Parameters<typeof compile>[0];
  const text = await compile(prepared, stand.get(title) ?? title, {
    bannerComment: `/* Generated from the plan ${plan.pack.meaning} of ${plan.pack.id} ${plan.pack.version}. Do not edit. */`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  return readonlyTypes(withoutStandIns(text, stand));
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

const REF = '#/$defs/';

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

function isComment(line: string): boolean {
  return /^\s*(\*|\/\*)/u.test(line);
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
  if (typeof description === 'string') parts['description'] = commentText(description);
  // A fact may be called `title`; then what stands there is a schema, not a text.
  if (isRoot || typeof title !== 'string') return parts;
  delete parts['title'];
  parts['description'] = commentText(typeof description === 'string' ? `${title}\n\n${description}` : title);
  return parts;
}

/** Nobody's words may end the comment they stand in. */
function commentText(text: string): string {
  return text.replaceAll('*/', '*\\/');
}

/** The library has no option for it: every property and array becomes readonly. */
function readonlyTypes(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      isComment(line)
        ? line
        : line
            .replace(/^( +)([A-Za-z_]\w*\??:)(?=\s|$)/u, '$1readonly $2')
            .replaceAll(/(\b[A-Za-z_]\w*)\[\]/gu, 'readonly $1[]'),
    )
    .join('\n');
}
