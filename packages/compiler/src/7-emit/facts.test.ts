import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { readCheckedFacts, type FactProblem, type FactType, type Vocabulary } from '@proviso/runtime';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Field, Plan } from '../6-plan/plan.ts';
import { compilePack } from '../compile-pack.ts';
import { factsSchema } from './json-schema.ts';
import { factsTypes } from './types.ts';
import { factsZod, factsZodName } from './zod.ts';

const text = `
pack trial.pack { title "Trial" version "0.1.0" period from 2018-05-25 }
source code "A code" { status draft }
enum Channel { email, text }
enum channel { post }
record Sender "the sender" {
  fact kind: channel { ask "Kind?" }
}
record Letter "the letter" {
  event receivedOn { ask "When was it received?" help "The day it came, not the day it was written." }
  fact sentOn: date { ask "When was it sent?" }
  fact period: duration { ask "What */ period?" }
  fact title: text { ask "What title?" }
  fact via: set of Channel { ask "How?" }
  fact sender: Sender
}
fact letters: list of Letter
fact last: Letter
fact price: decimal(2) { ask "Price?" }
fact count: number { ask "How many?" }
/// About a.
fact a: yesno { ask "A?" say "a {is|is not}" }
judgement hard { ask "Hard?" say "it {is|is not} hard" consider count }
define old for l: Letter { say "{is|is not}" includes l.receivedOn < 2019-01-01 otherwise "Is it old for another reason?" cite code p.1 }
define cheap { say "{is|is not}" means price < 12.5 and hard cite code p.1 }
define some1 { say "{is|is not}" means a and some l in letters has (l.period after l.sentOn < asOf and l.via includes email and l.title is "x" and l.sender.kind is post) cite code p.1 }
`;
const compiled = compilePack(new Map([['p.policy', text]]), 'p.policy');
if (compiled.value === undefined) throw new Error(JSON.stringify(compiled.diagnostics));
const { plan, phrases } = compiled.value;
const goal = (name: string): Plan['goals'][number] => plan.goals.find((g) => g.name === name)!;

const judge = (schema: object): ValidateFunction => new Ajv2020({ strict: false }).compile(schema);

/** The runtime's description of the same facts. */
function vocabulary(): Vocabulary {
  const typeOf = ({ kind, type }: Field): FactType => {
    switch (type.kind) {
      case 'number':
        return `number:${type.places}`;
      case 'enum':
        return `enum:${type.name}`;
      case 'set':
        return `set:${type.of}`;
      case 'record':
        return `record:${type.name}`;
      case 'list':
        return `list:${type.of}`;
      case 'date':
        return kind === 'event' ? 'event' : 'date';
      default:
        return type.kind;
    }
  };
  const fields = (list: readonly Field[]): Record<string, FactType> =>
    Object.fromEntries(list.map((f) => [f.name, typeOf(f)]));
  return {
    facts: fields(plan.facts),
    records: Object.fromEntries(plan.records.map((r) => [r.name, fields(r.fields)])),
    enums: Object.fromEntries(plan.enums.map((e) => [e.name, e.members])),
  };
}

/** Facts by the vocabulary, mostly right: each leaf is wrong now and then. */
function factsArbitrary(): fc.Arbitrary<unknown> {
  const wrong = fc.constantFrom<unknown>(
    1.5,
    'x',
    '',
    'P',
    'P1H',
    '2019-13-01',
    'notYet',
    'email',
    true,
    [],
    {},
    [1],
    { atLeast: 1 },
  );
  const date = fc.constantFrom('2019-01-01', '2020-02-29', '1999-12-31');
  const mostly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 12, arbitrary: right },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: wrong },
    );
  const members = (name: string): readonly string[] => plan.enums.find((e) => e.name === name)?.members ?? [];
  const leaf = ({ kind, type }: Field): fc.Arbitrary<unknown> => {
    switch (type.kind) {
      case 'yesno':
        return mostly(fc.boolean());
      case 'number':
        return mostly(fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 10 ** type.places));
      case 'date':
        return mostly(kind === 'event' ? fc.oneof(date, fc.constant('notYet')) : date);
      case 'duration':
        return mostly(fc.constantFrom('P1M', 'P14D', 'P2W', 'P1Y', 'P1Y2M3W4D'));
      case 'text':
        return mostly(fc.string());
      case 'enum':
        return mostly(fc.constantFrom(...members(type.name)));
      case 'set':
        return mostly(
          fc.oneof(
            fc.subarray([...members(type.of)]),
            fc.array(fc.constantFrom(...members(type.of)), { maxLength: 3 }),
            fc.dictionary(fc.constantFrom(...members(type.of), 'other'), fc.constantFrom(true, false, null), {
              maxKeys: 2,
            }),
          ),
        );
      case 'record':
        return mostly(record(plan.records.find((r) => r.name === type.name)?.fields ?? []));
      case 'list': {
        const elements = fc.array(record(plan.records.find((r) => r.name === type.of)?.fields ?? []), {
          maxLength: 2,
        });
        return mostly(
          fc.oneof(
            elements,
            elements.map((atLeast) => ({ atLeast })),
          ),
        );
      }
      default:
        throw new Error('no such type');
    }
  };
  const record = (fields: readonly Field[]): fc.Arbitrary<unknown> => {
    const model = Object.fromEntries(fields.map((f) => [f.name, leaf(f)]));
    const right: fc.Arbitrary<object> = fc.record<Record<string, unknown>>(model, { requiredKeys: [] });
    return fc.oneof(
      { weight: 15, arbitrary: right },
      { weight: 1, arbitrary: right.map((r) => ({ ...r, unknownKey: 1 })) },
    );
  };
  return record(plan.facts);
}

const folder = mkdtempSync(fileURLToPath(new URL('../../node_modules/.facts-', import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function zodOfAll(): Promise<{
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'facts.zod.ts');
  writeFileSync(file, factsZod(plan).text);
  const { factsSchema: schema } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    readonly factsSchema: Awaited<ReturnType<typeof zodOfAll>>;
  };
  return schema;
}

describe('the JSON Schema of facts', () => {
  test('requires nothing, allows null, refuses unknown keys', () => {
    const validate = judge(factsSchema(plan, phrases));
    expect(validate({})).toBe(true);
    expect(validate({ a: null, letters: null, last: { via: null } })).toBe(true);
    expect(validate({ b: true })).toBe(false);
    expect(validate({ last: { via: ['email', 'email'] } })).toBe(false);
    expect(validate({ last: { via: { email: true } } })).toBe(true);
  });

  test('takes every amount of two decimals, and leaves it to the others to refuse a third', async () => {
    const validate = judge(factsSchema(plan, phrases));
    const zod = await zodOfAll();
    const ofTwo = Array.from({ length: 2000 }, (_, cents) => cents / 100);
    expect(ofTwo.filter((price) => !validate({ price }) || !zod.safeParse({ price }).success)).toEqual([]);
    expect(validate({ price: 0.005 })).toBe(true);
    expect(zod.safeParse({ price: 0.005 }).success).toBe(false);
    const problems: FactProblem[] = [];
    readCheckedFacts(vocabulary(), { price: 0.005 }, problems);
    expect(problems.map(({ code }) => code)).toEqual(['too-many-decimals']);
  });

  test('of a goal has the facts it can depend on, and what its judgements consider', () => {
    const keys = (name: string): readonly string[] =>
      Object.keys(factsSchema(plan, phrases, goal(name))['properties']!);
    expect(keys('cheap')).toEqual(['price', 'count', 'hard']);
    expect(keys('old')).toEqual(['letters', 'last']);
    const old = factsSchema(plan, phrases, goal('old'));
    expect(old['title']).toBe('OldFacts');
    expect(old['$defs']).toEqual({
      Letter: {
        description: 'the letter',
        type: 'object',
        properties: {
          receivedOn: {
            title: 'When was it received?',
            description: 'The day it came, not the day it was written.',
            type: ['string', 'null'],
            pattern: '^(notYet|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$',
          },
          otherwise: { anyOf: [{ $ref: '#/$defs/LetterOtherwise' }, { type: 'null' }] },
        },
        additionalProperties: false,
      },
      LetterOtherwise: {
        type: 'object',
        properties: { old: { title: 'Is it old for another reason?', type: ['boolean', 'null'] } },
        additionalProperties: false,
      },
    });
  });

  test('gives names that differ to enums that differ in their first letter', () => {
    expect(Object.keys(factsSchema(plan, phrases)['$defs']!)).toEqual(
      expect.arrayContaining(['Channel', 'Channel2', 'ChannelSet']),
    );
  });

  test('and the zod schemas and the reader of facts judge facts alike', async () => {
    const zod = await zodOfAll();
    const validate = judge(factsSchema(plan, phrases));
    const types = vocabulary();
    const seen = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(factsArbitrary(), (facts) => {
        const problems: FactProblem[] = [];
        readCheckedFacts(types, facts, problems);
        const bySchema = validate(facts);
        expect({ zod: zod.safeParse(facts).success, reader: problems.length === 0 }).toEqual({
          zod: bySchema,
          reader: bySchema,
        });
        seen[bySchema ? 'right' : 'wrong'] += 1;
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(100);
  });
});

describe('the zod schemas of facts', () => {
  interface Schema {
    readonly safeParse: (value: unknown) => { readonly success: boolean };
  }

  const schemaOf = async (name: string | undefined): Promise<Schema> => {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${name ?? 'all'}.zod.ts`);
    const of = name === undefined ? undefined : goal(name);
    writeFileSync(file, factsZod(plan, of).text);
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Readonly<
      Record<string, Schema>
    >;
    const schema = module[factsZodName(of)];
    if (schema === undefined) throw new Error('the module exports no schema');
    expect(schema).toBeInstanceOf(z.ZodMiniType);
    expect(Object.keys(module)).toEqual([factsZodName(of)]);
    return schema;
  };

  test.each([undefined, ...plan.goals.map(({ name }) => name)])(
    'of the goal %s accept what the JSON Schema accepts',
    async (name) => {
      const schema = await schemaOf(name);
      const validate = judge(factsSchema(plan, phrases, name === undefined ? undefined : goal(name)));
      fc.assert(
        fc.property(factsArbitrary(), (facts) => {
          expect(schema.safeParse(facts).success).toBe(validate(facts));
        }),
        { numRuns: 1000 },
      );
    },
  );

  test('refuse a key that is not there, at any depth, and facts that are no object', async () => {
    const schema = await schemaOf(undefined);
    const accepts = (facts: unknown): boolean => schema.safeParse(facts).success;
    expect(accepts({ last: { via: null } })).toBe(true);
    expect(accepts({ last: { via: null, vai: null } })).toBe(false);
    expect(accepts({ letters: [{ recievedOn: '2024-01-01' }] })).toBe(false);
    expect(accepts({ letters: { atLeast: [], more: true } })).toBe(false);
    for (const wrong of [null, undefined, [], 'facts', 1]) expect(accepts(wrong)).toBe(false);
  });

  test('are annotated with the types of the same facts', () => {
    expect(factsZod(plan).text).toContain('export const factsSchema: z.ZodMiniType<Facts> =');
    expect(factsZod(plan).text).toContain("import type { Facts } from './facts.ts';");
    expect(factsZod(plan, goal('old')).text).toContain(
      'export const oldFactsSchema: z.ZodMiniType<OldFacts> =',
    );
    expect(factsZod(plan, goal('old')).text).toContain("import type { OldFacts } from '../facts/old.ts';");
  });
});

describe('the types of facts', () => {
  const typesOf = async (path: string): Promise<string> =>
    (await factsTypes(plan, phrases)).find((file) => file.path === path)?.text ?? '';

  test('are readonly, optional and documented', async () => {
    const types = await typesOf('facts/some1.ts');
    expect(types).toContain('export interface Some1Facts {');
    expect(types).toContain(
      'readonly letters?:\n    | readonly Letter[]\n    | {\n        readonly atLeast: readonly Letter[];',
    );
    expect(types).toContain('  /**\n   * A?\n   *\n   * About a.\n   */\n  readonly a?: boolean | null;');
    expect(types).toContain("export type Channel = 'email' | 'text';");
    expect(types).toContain('  readonly title?: string | null;');
    expect(types).toContain('What *\\/ period?');
    expect(types).not.toMatch(/^ +[a-zA-Z]+\?:/mu);
  });

  test('cover the whole vocabulary without a goal', async () => {
    const types = await typesOf('facts.ts');
    for (const field of plan.facts) expect(types).toContain(`readonly ${field.name}?:`);
  });
});
