/** JSON Schema 2020-12 of the facts that a goal, or any goal of a pack, can be given. */
import {
  checkPhrasebook,
  type FactPhrases,
  type MemberPhrases,
  type Phrasebook,
  unitWords,
} from '@proviso/runtime';
import { assertNever } from '../6-plan/assert-never.ts';
import { checkPlanGiven } from '../6-plan/check-plan-given.ts';
import { phraseKey } from '../6-plan/vocabulary.ts';
import type { Field, Goal, Plan } from '../6-plan/plan.ts';
import type { JsonSchema } from '../6-plan/shape.ts';
import {
  datePattern,
  durationPattern,
  type FactsSlice,
  factsSlice,
  MAX_LENGTH,
  MAX_UNITS,
  setsIn,
  type TypeNames,
  typeNames,
} from './facts-slice.ts';

/**
 * The schema of partial facts: nothing is required, `null` is "not known", no key is allowed that the vocabulary does not
 * have. `title` is the question, `description` the help. Without a goal: the whole vocabulary. What a schema cannot say
 * (that a month has the day, `only if`, constraints) the reader of facts still checks.
 */
export function factsSchema(plan: Plan, phrases: Phrasebook, goal?: Goal): JsonSchema {
  checkPlanGiven(plan);
  checkPhrasebook(phrases);
  const slice = factsSlice(plan, goal);
  const names = typeNames(plan, goal);
  const writer: Writer = { slice, phrases, names };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: `Generated from the plan ${plan.pack.meaning} of ${plan.pack.id} ${plan.pack.version}.`,
    title: names.root,
    description: factsTitle(phrases, goal),
    ...recordSchema(null, slice.facts, writer),
    $defs: Object.fromEntries([
      ...recordDefinitions(writer),
      ...enumDefinitions(writer),
      ...setDefinitions(writer),
    ]),
  };
}

/** What the facts of a goal, or of the pack, are for. */
export function factsTitle(phrases: Phrasebook, goal?: Goal): string {
  return `Facts for: ${goal === undefined ? phrases.pack.title : (phrases.goals[goal.name]?.title ?? goal.name)}`;
}

interface Writer {
  readonly slice: FactsSlice;
  readonly phrases: Phrasebook;
  readonly names: TypeNames;
}

type Definitions = readonly (readonly [string, JsonSchema])[];

function recordDefinitions(writer: Writer): Definitions {
  return writer.slice.records.map((r) => {
    const title = writer.phrases.records[r.name]?.title;
    const words = title === undefined ? {} : { description: title };
    return [writer.names.record(r.name), { ...words, ...recordSchema(r.name, r.fields, writer) }];
  });
}

function enumDefinitions({ slice, phrases, names }: Writer): Definitions {
  return slice.enums.map((e) => {
    const { doc, members = {} } = phrases.enums[e.name] ?? {};
    const told = e.members.flatMap((member) => memberLine(member, ownOf(members, member)));
    const description = [doc, told.join('\n')]
      .filter((text) => text !== undefined && text !== '')
      .join('\n\n');
    const words = description === '' ? {} : { description };
    return [names.enum(e.name), { ...words, type: 'string', enum: e.members }];
  });
}

/** What a member stands for, where the policy says so: the values themselves are identifiers. */
function memberLine(member: string, phrases: MemberPhrases | undefined): readonly string[] {
  const texts = [phrases?.words, phrases?.doc].filter((text) => text !== undefined);
  return texts.length === 0 ? [] : [`\`${member}\`: ${texts.join(' – ')}`];
}

function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** An array is the whole set; an object says of some members whether they are in it. */
function setDefinitions({ slice, names }: Writer): Definitions {
  return setsIn(slice).map((name) => {
    const members = slice.enums.find((e) => e.name === name)?.members ?? [];
    const whole = { type: 'array', items: { $ref: `#/$defs/${names.enum(name)}` }, uniqueItems: true };
    const part = {
      type: 'object',
      properties: Object.fromEntries(members.map((member) => [member, { type: ['boolean', 'null'] }])),
      additionalProperties: false,
    };
    return [names.set(name), { anyOf: [whole, part] }];
  });
}

function recordSchema(record: string | null, fields: readonly Field[], writer: Writer): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => {
        const words = wordsOf(writer.phrases.facts[phraseKey(record, field.name)]);
        return [field.name, { ...words, ...nullable(typeSchema(field, writer.names)) }];
      }),
    ),
    additionalProperties: false,
  };
}

function wordsOf(words: FactPhrases | undefined): JsonSchema {
  const unit = words?.unit === undefined ? undefined : `In ${unitWords(words.unit, false)}.`;
  const description = [words?.help, words?.doc, unit].filter((text) => text !== undefined).join('\n\n');
  return {
    ...(words?.ask === undefined ? {} : { title: words.ask }),
    ...(description === '' ? {} : { description }),
  };
}

/** The same, or not known. */
function nullable(schema: JsonSchema): JsonSchema {
  const { type, anyOf } = schema;
  if (typeof type === 'string') return { ...schema, type: [type, 'null'] };
  if (Array.isArray(anyOf)) return { ...schema, anyOf: [...anyOf, { type: 'null' }] };
  return { anyOf: [schema, { type: 'null' }] };
}

function typeSchema({ type, kind }: Field, names: TypeNames): JsonSchema {
  switch (type.kind) {
    case 'yesno':
      return { type: 'boolean' };
    case 'number': {
      const limit = MAX_UNITS / 10 ** type.places;
      const bounds = { minimum: -limit, maximum: limit };
      // No `multipleOf`: 1.12 is no multiple of 0.01 to a validator that divides binary numbers, as most do.
      return type.places === 0
        ? { type: 'integer', ...bounds }
        : { type: 'number', ...bounds, $comment: `At most ${type.places} decimal places.` };
    }
    case 'date':
      return { type: 'string', pattern: kind === 'event' ? `^(notYet|${datePattern})$` : `^${datePattern}$` };
    case 'duration':
      return { type: 'string', pattern: `^${durationPattern}$` };
    case 'text':
      return { type: 'string', maxLength: MAX_LENGTH };
    case 'enum':
      return { $ref: `#/$defs/${names.enum(type.name)}` };
    case 'set':
      return { $ref: `#/$defs/${names.set(type.of)}` };
    case 'record':
      return { $ref: `#/$defs/${names.record(type.name)}` };
    case 'list':
      return listSchema(names.record(type.of));
    default:
      return assertNever(type);
  }
}

/** An array is the whole list; `{ "atLeast": […] }` one that may have more members. */
function listSchema(record: string): JsonSchema {
  const elements = { type: 'array', items: { $ref: `#/$defs/${record}` }, maxItems: MAX_LENGTH };
  return {
    anyOf: [
      elements,
      {
        type: 'object',
        properties: { atLeast: elements },
        required: ['atLeast'],
        additionalProperties: false,
      },
    ],
  };
}
