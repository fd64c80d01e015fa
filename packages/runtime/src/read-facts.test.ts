import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordValue } from './fact-values.ts';
import { type FactProblem, FactsError } from './facts-error.ts';
import { readCheckedFacts, readFacts } from './read-facts.ts';
import type { Vocabulary } from './vocabulary.ts';

const vocabulary: Vocabulary = {
  facts: {
    message: 'record:Message',
    letters: 'list:Letter',
    cost: 'number:2',
    count: 'number:0',
    asked: 'yesno',
    unused: 'other',
    note: 'text',
  },
  records: {
    Message: { channel: 'enum:Channel', topics: 'set:Topic', sentOn: 'event', draftedOn: 'date' },
    Letter: { receivedOn: 'event', period: 'duration', pages: 'list:Page' },
    Page: { signed: 'yesno' },
  },
  enums: { Channel: ['email', 'post'], Topic: ['tax', 'health', 'roads'] },
};

/** The problems of facts, as `code path`. */
function problemsOf(facts: unknown): readonly string[] {
  try {
    readFacts(vocabulary, facts);
    return [];
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    return error.problems.map(({ code, path }) => `${code} ${path}`);
  }
}

/** What was read, as plain data. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return value;
  if ('fields' in value) {
    const fields = value.fields as RecordValue['fields'];
    return Object.fromEntries([...fields].map(([name, field]) => [name, plain(field)]));
  }
  if ('members' in value) return Object.fromEntries(value.members as ReadonlyMap<string, boolean>);
  return value;
}

test('reads a whole case', () => {
  const read = readFacts(vocabulary, {
    message: { channel: 'email', topics: ['tax'], sentOn: 'notYet', draftedOn: '1970-01-02' },
    letters: { atLeast: [{ receivedOn: '1970-01-01', period: 'P1M', pages: [{ signed: true }, {}] }] },
    cost: 12.34,
    count: -3,
    asked: null,
    unused: 'not looked at',
    note: '',
  });
  expect(plain(read)).toMatchObject({
    message: {
      channel: 'email',
      topics: { tax: true, health: false, roads: false },
      sentOn: 1_073_741_823,
      draftedOn: 1,
    },
    letters: { kind: 'list', complete: false },
    cost: 1234,
    count: -3,
    asked: undefined,
    note: '',
  });
  expect(read.fields.has('unused')).toBe(false);
});

test('what is absent is unknown, its records and sets too', () => {
  expect(plain(readFacts(vocabulary, {}))).toEqual({
    message: {
      channel: undefined,
      topics: { tax: undefined, health: undefined, roads: undefined },
      sentOn: undefined,
      draftedOn: undefined,
    },
    letters: { kind: 'list', elements: [], complete: false },
    cost: undefined,
    count: undefined,
    asked: undefined,
    note: undefined,
  });
  expect(readFacts(vocabulary, { letters: [] }).fields.get('letters')).toMatchObject({ complete: true });
  expect(plain(readFacts(vocabulary, { message: { topics: { tax: true, health: null } } }))).toMatchObject({
    message: { topics: { tax: true, health: undefined, roads: undefined } },
  });
});

test('a partial set written as a partial list is told how it is written', () => {
  expect(allProblems({ message: { topics: { atLeast: ['tax'] } } })).toMatchObject([
    { path: 'message.topics.atLeast', help: expect.stringMatching(/is written \{ "\w+": true \}$/) },
  ]);
});

test('a forbidden key is told with whatever else is wrong', () => {
  expect(allProblems({ constructor: 1, asked: 'yes' })).toMatchObject([
    { code: 'forbidden-key', path: 'constructor', help: 'rename or remove it' },
    { code: 'wrong-type', path: 'asked' },
  ]);
});

function allProblems(facts: unknown): readonly FactProblem[] {
  const problems: FactProblem[] = [];
  readCheckedFacts(vocabulary, facts, problems);
  return problems;
}

const cyclic: Record<string, unknown> = {};
cyclic['message'] = cyclic;
const sparse: unknown[] = [];
sparse[2] = 'tax';

test.each<[string, unknown, readonly string[]]>([
  ['no facts', undefined, ['wrong-type ']],
  ['null', null, ['wrong-type ']],
  ['a text', '{}', ['wrong-type ']],
  ['an array', [], ['wrong-type ']],
  ['a function', () => ({}), ['wrong-type ']],
  ['an unknown key', { mesage: {} }, ['unknown-fact mesage']],
  ['a nested unknown key', { message: { chanel: 'email' } }, ['unknown-fact message.chanel']],
  ['a key in a list', { letters: [{}, { x: 1 }] }, ['unknown-fact letters[1].x']],
  ['__proto__', JSON.parse('{"__proto__": {"asked": true}}'), ['forbidden-key __proto__']],
  ['constructor', { constructor: 1 }, ['forbidden-key constructor']],
  ['a nested prototype', { message: { prototype: 1 } }, ['forbidden-key message.prototype']],
  ['toString', { toString: 1 }, ['unknown-fact toString']],
  ['yes as text', { asked: 'yes' }, ['wrong-type asked']],
  ['yes as number', { asked: 1 }, ['wrong-type asked']],
  ['NaN', { cost: Number.NaN }, ['wrong-type cost']],
  ['Infinity', { cost: Number.POSITIVE_INFINITY }, ['wrong-type cost']],
  ['a bigint', { count: 1n }, ['wrong-type count']],
  ['a number too large', { count: 1e12 + 1 }, ['number-out-of-range count']],
  ['a decimal too large', { cost: 1e10 + 1 }, ['number-out-of-range cost']],
  ['too many decimals', { cost: 1.234 }, ['too-many-decimals cost']],
  ['a fraction', { count: 0.5 }, ['too-many-decimals count']],
  ['an impossible date', { message: { sentOn: '2023-02-29' } }, ['impossible-date message.sentOn']],
  ['a timestamp', { message: { sentOn: '2023-02-20T10:00:00Z' } }, ['wrong-type message.sentOn']],
  ['a host date', { message: { sentOn: new Map() } }, ['wrong-type message.sentOn']],
  ['notYet for a date', { message: { draftedOn: 'notYet' } }, ['wrong-type message.draftedOn']],
  ['a duration in hours', { letters: [{ period: 'PT1H' }] }, ['impossible-duration letters[0].period']],
  ['a member that is none', { message: { channel: 'emial' } }, ['unknown-member message.channel']],
  [
    'a set member that is none',
    { message: { topics: ['tax', 'war'] } },
    ['unknown-member message.topics[1]'],
  ],
  ['a duplicate', { message: { topics: ['tax', 'tax'] } }, ['duplicate-member message.topics[1]']],
  ['a partial set with a text', { message: { topics: { tax: 'yes' } } }, ['wrong-type message.topics.tax']],
  ['a set as text', { message: { topics: 'tax' } }, ['wrong-type message.topics']],
  ['a sparse array', { message: { topics: sparse } }, ['not-plain message.topics']],
  ['a list as object', { letters: { more: [] } }, ['wrong-type letters']],
  ['atLeast and more', { letters: { atLeast: [], x: 1 } }, ['wrong-type letters']],
  ['atLeast of no list', { letters: { atLeast: {} } }, ['wrong-type letters']],
  ['null as member', { letters: [null] }, ['wrong-type letters[0]']],
  ['a record as list', { message: [] }, ['wrong-type message']],
  ['a class instance', { message: new Error('not data') }, ['not-plain message']],
  ['a map', { message: new Map() }, ['not-plain message']],
  [
    'a getter',
    {
      message: {
        get channel() {
          throw new Error('never called');
        },
      },
    },
    ['not-plain message'],
  ],
  ['a hidden fact', Object.defineProperty({}, 'asked', { value: true }), ['not-plain ']],
  ['an array with a property', { letters: Object.assign([], { x: 1 }) }, ['not-plain letters']],
  ['a cycle', cyclic, ['unknown-fact message.message']],
  ['a list too long', { letters: Array.from({ length: 10_001 }, () => ({})) }, ['too-long letters']],
  ['a text too long', { note: 'x'.repeat(10_001) }, ['too-long note']],
])('refuses %s', (_, facts, expected) => {
  expect(problemsOf(facts)).toEqual(expected);
});

test('reports everything at once, with help', () => {
  const facts = { mesage: 1, asked: 'no', letters: [{ receivedOn: '2024-02-30', period: 3 }] };
  expect(() => readFacts(vocabulary, facts)).toThrow(FactsError);
  expect(() => readFacts(vocabulary, facts)).toThrow(
    [
      'mesage: there is no fact `mesage` here (did you mean `message`?)',
      'letters[0].receivedOn: there is no such day as 2024-02-30',
      'letters[0].period: expected a duration such as "P1M" or "P14D", got 3 (whole years, months, weeks and days, at most 9999 months and 99999 days)',
      'asked: expected true or false, got the text "no" (leave out what is not known, or give null)',
    ].join('\n'),
  );
  expect(problemsOf({ letters: Array.from({ length: 200 }, () => ({ x: 1 })) })).toHaveLength(101);
});

test('a known name in another place is told where it belongs', () => {
  const facts = { channel: 'email', receivedOn: '2024-02-03', message: { asked: true, toString: 1 } };
  expect(allProblems(facts).map(({ path, help }) => [path, help])).toEqual([
    ['channel', 'it belongs in `message`'],
    ['receivedOn', 'it belongs in `letters`'],
    ['message.asked', 'it belongs at the top'],
    ['message.toString', 'remove it'],
  ]);
});

test('what is under a symbol is no fact', () => {
  const beside = {
    [Symbol('x')]: 1,
    message: { [Symbol('y')]: 1, topics: Object.assign(['tax'], { [Symbol('z')]: 1 }) },
  };
  expect(allProblems(beside)).toEqual([]);
});

test('a vocabulary that contains itself does not run on', () => {
  const recursive: Vocabulary = { facts: { r: 'record:R' }, records: { R: { r: 'record:R' } }, enums: {} };
  let deep: object = {};
  for (let i = 0; i < 5000; i++) deep = { r: deep };
  expect(() => readFacts(recursive, deep)).toThrow('records nest deeper than 32');
  expect(() => readFacts(recursive, {})).not.toThrow();
});

test('objects of another realm and without prototype are plain', () => {
  const bare: Record<string, unknown> = Object.assign(Object.create(null) as object, { asked: true });
  expect(readFacts(vocabulary, bare).fields.get('asked')).toBe(true);
});

test('whatever is given, the reader reads it or throws a FactsError', () => {
  const keys = fc.constantFrom(
    'message',
    'letters',
    'cost',
    'asked',
    'channel',
    'topics',
    'atLeast',
    'receivedOn',
    '__proto__',
    'x',
  );
  const odd = fc.anything({
    maxDepth: 1,
    maxKeys: 3,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    withNullPrototype: true,
  });
  const value = (depth: number): fc.Arbitrary<unknown> =>
    depth === 0
      ? odd
      : fc.oneof(
          odd,
          fc.dictionary(keys, value(depth - 1), { maxKeys: 4 }),
          fc.array(value(depth - 1), { maxLength: 3 }),
        );
  fc.assert(
    fc.property(value(3), (facts) => {
      const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
      problemsOf(facts);
      expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
    }),
    { numRuns: 1000 },
  );
});
