/** Every entry point that takes facts or plans from outside, with every kind of bad data: an error that says where and what, and no answer. */
import { checkPlan, emitPack, PlanError, readPlan } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { explainText } from '@proviso/explain';
import { FactsError, rankNeeds } from '@proviso/runtime';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileBadInputPack } from '../support/bad-input-pack.ts';
import { loadEmitted } from '../support/load-emitted.ts';

const { plan, phrases } = compileBadInputPack();
const loaded = loadPlan(structuredClone(plan));
const modules = emitPack(plan, phrases);
const emittedGoals = new Map(
  ['everything', 'answer'].map((goal) => [
    goal,
    loadEmitted(modules.find(({ path }) => path === `goal/${goal}.ts`)?.text ?? ''),
  ]),
);
const emittedFunction = (prefix: string, goal = 'everything'): ((...args: readonly unknown[]) => unknown) => {
  const found = Object.entries(emittedGoals.get(goal) ?? {}).find(([name]) => name.startsWith(prefix))?.[1];
  if (found === undefined) throw new Error(`no ${prefix}`);
  return found;
};

type Entry = (facts: unknown, options: unknown) => unknown;
const asOf = '2026-03-01';
/** What a caller without types may do. */
const untyped = loaded as unknown as Readonly<
  Record<'assess' | 'decide', (...args: readonly unknown[]) => unknown>
>;
const entries: readonly (readonly [name: string, run: Entry])[] = [
  ['assess of the interpreter', (facts, options) => untyped.assess(facts, options)],
  ['assess of emitted code', (facts, options) => emittedFunction('assess')(facts, options)],
  [
    'assess of emitted code without ambiguities',
    (facts, options) => emittedFunction('assess', 'answer')(facts, options),
  ],
];
const onFacts: readonly (readonly [name: string, run: (facts: unknown) => unknown])[] = [
  ['assess of the interpreter', (facts) => untyped.assess(facts, { asOf, goals: ['everything'] })],
  ['decide of the interpreter', (facts) => untyped.decide('everything', facts, asOf)],
  ['assess of emitted code', (facts) => emittedFunction('assess')(facts, { asOf })],
  ['complete of emitted code', (facts) => emittedFunction('complete')(facts, asOf)],
];

const deep = (levels: number): unknown => {
  let value: unknown = {};
  for (let i = 0; i < levels; i++) value = { channel: value, letters: [value] };
  return value;
};
const nested = (levels: number): unknown => {
  let value: unknown = [];
  for (let i = 0; i < levels; i++) value = [value];
  return value;
};
class Facts {
  readonly known = true;
}
const circular: Record<string, unknown> = {};
circular['channel'] = circular;
const sparse: unknown[] = [];
sparse.length = 3;

/** Facts that no entry point may take, and the path of a problem that it must name. */
const badFacts: readonly (readonly [name: string, facts: unknown, path: string])[] = [
  ['null', null, ''],
  ['undefined', undefined, ''],
  ['a number', 3, ''],
  ['a text', 'known', ''],
  ['an array', [], ''],
  ['a function', () => true, ''],
  ['a symbol', Symbol('x'), ''],
  ['a big integer', 1n, ''],
  ['a class instance', new Facts(), ''],
  ['a map', new Map([['known', true]]), ''],
  ['a date of the host', new Date(0), ''],
  ['inherited facts', Object.create({ known: true }), ''],
  ['an unknown key', { knwon: true }, 'knwon'],
  ['__proto__ as JSON gives it', JSON.parse('{"__proto__": {"known": true}}'), '__proto__'],
  ['constructor', { constructor: { prototype: {} } }, 'constructor'],
  ['toString', { toString: true }, 'toString'],
  ['a key of a million letters', { ['x'.repeat(1_000_000)]: true }, 'xxx'],
  ['an answer as text', { known: 'yes' }, 'known'],
  ['an answer as number', { known: 1 }, 'known'],
  ['a member that is none', { channel: 'fax' }, 'channel'],
  ['a member of the prototype', { channel: 'constructor' }, 'channel'],
  ['a set with a stranger', { consents: ['post', 'fax'] }, 'consents[1]'],
  ['a set with a member twice', { consents: ['post', 'post'] }, 'consents[1]'],
  ['a set with __proto__', { consents: JSON.parse('{"__proto__": true}') }, 'consents'],
  ['not a number', { copies: Number.NaN }, 'copies'],
  ['an infinite number', { copies: Number.POSITIVE_INFINITY }, 'copies'],
  ['an unsafe number', { copies: Number('9007199254740993') }, 'copies'],
  ['a fraction where whole numbers count', { copies: 0.1 }, 'copies'],
  ['an enormous text', { city: 'x'.repeat(1_000_000) }, 'city'],
  ['an impossible duration', { wait: 'P1Y2X' }, 'wait'],
  ['an enormous duration', { wait: `P${'9'.repeat(100)}D` }, 'wait'],
  ['an impossible date', { letters: [{ receivedOn: '2025-02-30' }] }, 'letters[0].receivedOn'],
  ['a date with a time', { letters: [{ receivedOn: '2025-02-03T00:00:00Z' }] }, 'letters[0].receivedOn'],
  ['a date of the year 10000', { letters: [{ receivedOn: '+10000-01-01' }] }, 'letters[0].receivedOn'],
  ['digits of another script', { letters: [{ receivedOn: '٢٠٢٥-٠١-٠١' }] }, 'letters[0].receivedOn'],
  ['a list as object', { letters: { 0: {} } }, 'letters'],
  ['a list that is open and more', { letters: { atLeast: [], exactly: [] } }, 'letters'],
  ['a list with holes', { letters: sparse }, 'letters'],
  ['a list with null', { letters: [null] }, 'letters[0]'],
  ['too long a list', { letters: Array.from({ length: 10_001 }, () => ({})) }, 'letters'],
  ['records a thousand deep', deep(1000), 'channel'],
  ['arrays a hundred thousand deep', { letters: nested(100_000) }, 'letters'],
  ['a circle', circular, 'channel'],
];

function problemsOf(run: () => unknown): FactsError['problems'] {
  try {
    run();
  } catch (error) {
    if (error instanceof FactsError) return error.problems;
    throw error;
  }
  throw new Error('an answer was given');
}

/** The answer as JSON has it, or what is wrong with the facts. */
function attempt(run: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(run()));
  } catch (error) {
    if (error instanceof FactsError) return error.problems;
    throw error;
  }
}

function expectUseful(problems: FactsError['problems']): void {
  expect(problems).not.toEqual([]);
  expect(problems.length).toBeLessThanOrEqual(101);
  for (const { path, message } of problems) {
    expect(path.length).toBeLessThan(200);
    expect(message).toMatch(/^\S.{3,600}$/su);
  }
}

describe.each(onFacts)('%s', (_, run) => {
  test.each(badFacts)('%s', (_name, facts, path) => {
    const problems = problemsOf(() => run(facts));
    expectUseful(problems);
    expect(problems.some((problem) => problem.path.startsWith(path))).toBe(true);
  });

  test('everything wrong is told at once', () => {
    const problems = problemsOf(() =>
      run({ known: 'yes', channel: 'fax', copies: 'many', more: 1, consents: 3 }),
    );
    // What asks for complete facts names those that are missing as well.
    expect(problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['channel', 'consents', 'copies', 'known', 'more']),
    );
  });

  test('two hundred problems are told up to a hundred', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_value, i) => [`fact${i}`, true]));
    const codes = problemsOf(() => run(many)).map(({ code }) => code);
    expect(codes).toContain('too-many-problems');
    expect(codes.filter((code) => code === 'unknown-fact')).toHaveLength(100);
  });
});

/** Options that no entry point may take. */
const badOptions: readonly (readonly [name: string, options: unknown])[] = [
  ['a text', '2026-01-01'],
  ['none', {}],
  ['a number', { asOf: 20_260_101 }],
  ['a date of the host', { asOf: new Date(0) }],
  ['no such day', { asOf: '2026-02-29' }],
  ['a day out of the period', { asOf: '2019-12-31' }],
  ['the day the period ends', { asOf: '2031-01-01' }],
  ['a reading that is none', { asOf, readings: { term: 'middle' } }],
  ['an ambiguity that is none', { asOf, readings: { terms: 'long' } }],
  ['a reading from the prototype', { asOf, readings: { constructor: 'long' } }],
  ['readings as array', { asOf, readings: ['long'] }],
  ['a reading of another type', { asOf, readings: { term: 1 } }],
  ['an option that is none', { asOf, reading: { term: 'long' } }],
  ['an option that is none, undefined', { asOf, today: undefined }],
  ['a class instance', Object.assign(new Facts(), { asOf })],
  ['readings as map', { asOf, readings: new Map([['term', 'long']]) }],
];

describe.each(entries)('options of %s', (_, run) => {
  test.each(badOptions)('%s', (_name, options) => {
    const problems = problemsOf(() => run({}, options));
    expect(problems).not.toEqual([]);
    expectUseful(problems);
  });

  test.each([undefined, null])('%s', (options) => {
    expect(() => run({}, options)).toThrow(/expected the day of the assessment/);
  });

  test('everything wrong is told at once, with the facts', () => {
    const problems = problemsOf(() =>
      run({ knwon: true }, { asof: '2026-01-01', asOf: '2026-02-30', readings: { term: 'lang', x: 'y' } }),
    );
    expect(problems.map(({ code, path, help }) => [code, path, help])).toEqual([
      ['unknown-option', 'asof', 'did you mean `asOf`?'],
      ['impossible-date', 'asOf', undefined],
      ['unknown-ambiguity', 'readings.x', 'remove it'],
      ['unknown-member', 'readings.term', 'did you mean `long`?'],
      ['unknown-fact', 'knwon', 'did you mean `known`?'],
    ]);
  });

  test.each([
    { readings: null },
    { readings: {} },
    { readings: { term: null } },
    { readings: { term: 'short' } },
  ])('%j is no other choice than the defaults', (options) => {
    expect(JSON.stringify(run({}, { asOf, ...options }))).toBe(JSON.stringify(run({}, { asOf })));
  });
});

test('any options at all are taken or refused, by the interpreter and by emitted code alike', () => {
  const odd = fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    3,
    'long',
    'short',
    [],
    asOf,
    '2019-01-01',
    '2026-02-30',
  );
  const readings = fc.dictionary(fc.constantFrom('term', 'terms', 'constructor', '__proto__'), odd, {
    maxKeys: 3,
  });
  const options = fc
    .tuple(
      fc.oneof(fc.constant(asOf), odd),
      fc.option(fc.oneof(readings, odd), { nil: undefined }),
      fc.dictionary(fc.constantFrom('asof', 'reading', 'toString', '__proto__', 'x'), odd, { maxKeys: 1 }),
    )
    .map(([day, chosen, more]) => ({
      asOf: day,
      ...(chosen === undefined ? {} : { readings: chosen }),
      ...more,
    }));
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(options, fc.constantFrom('everything', 'answer'), (given, goal) => {
      const byEmitted = attempt(() => emittedFunction('assess', goal)({}, given));
      expect(byEmitted).toEqual(attempt(() => untyped.assess({}, { ...given, goals: [goal] })));
      seen.add(Array.isArray(byEmitted));
    }),
    { numRuns: 1000 },
  );
  expect(seen.size).toBe(2);
});

test.each(onFacts)('%s refuses a getter, or decides on what it said first', (_, run) => {
  let asked = 0;
  const facts = Object.defineProperty({}, 'known', {
    get: () => {
      asked += 1;
      return asked === 1;
    },
    enumerable: true,
  });
  const refusal = expect.arrayContaining([expect.objectContaining({ code: 'not-plain' })]);
  const outcome = attempt(() => run(facts));
  const plain = attempt(() => run({ known: true }));
  expect([plain, refusal]).toContainEqual(outcome);
});

describe.each(entries)('%s', (_, run) => {
  test.each([{ known: true }, { known: true, channel: null }, { known: 'yes' }])(
    'what is under a symbol is not there, beside %j',
    (facts) => {
      expect(attempt(() => run({ ...facts, [Symbol('x')]: 1 }, { asOf }))).toEqual(
        attempt(() => run(facts, { asOf })),
      );
    },
  );

  test('tells a date of the host as one in its options', () => {
    const message = expect.stringMatching(/^expected the day of the assessment, .*, got a Date$/);
    expect(problemsOf(() => run({}, { asOf: new Date(0) }))).toMatchObject([{ path: 'asOf', message }]);
  });
});

test.each([asOf, undefined, new Date(0)])('decide of emitted code refuses %s as a day', (day) => {
  expect(() => emittedFunction('decide')({}, day)).toThrow(
    new TypeError('`decide…` takes what `complete…` and `day` give'),
  );
});

test.each(onFacts)('%s tells a date of the host as one', (_, run) => {
  const message = 'expected true or false, got a Date';
  expect(problemsOf(() => run({ known: new Date(0) }))).toContainEqual(
    expect.objectContaining({ path: 'known', message }),
  );
});

test.each([
  ['no goal', 'nothing'],
  ['prototype', '__proto__'],
  ['constructor', 'constructor'],
  ['a number', 3],
])('decide of %s', (_, goal) => {
  const problems = problemsOf(() => untyped.decide(goal, {}, asOf));
  expect(problems).not.toEqual([]);
  expectUseful(problems);
});

describe('a list bomb', () => {
  test('ten thousand letters are assessed in seconds', () => {
    const letters = Array.from({ length: 10_000 }, () => ({ receivedOn: '2026-01-01' }));
    for (const [, run] of onFacts.slice(2, 3)) expect(run({ letters })).toMatchObject({ asOf });
  }, 30_000);
});

test('unknown is never no: without facts nothing is settled, and everything is needed', () => {
  for (const run of [onFacts[0], onFacts[2]]) {
    const assessment = run?.[1]({}) as ReturnType<typeof loaded.assess>;
    expect(assessment.definitions['reachable']).toMatchObject({ value: 'unknown' });
    expect(assessment.verdict).toBe('undetermined');
    expect(assessment.needs.length).toBeGreaterThan(0);
  }
});

test('any JSON at all is answered or refused, by the interpreter and by emitted code alike', () => {
  const names = [
    'known',
    'channel',
    'consents',
    'city',
    'copies',
    'wait',
    'letters',
    'fair',
    'receivedOn',
    '__proto__',
    'atLeast',
    'otherwise',
  ];
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(
        null,
        true,
        false,
        0,
        3,
        Number.POSITIVE_INFINITY,
        'post',
        'notYet',
        '2026-01-01',
        'P1D',
        '',
      ),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('json'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const facts = fc.dictionary(fc.constantFrom(...names), json, { maxKeys: 5, noNullPrototype: true });
  fc.assert(
    fc.property(facts, (given) => {
      const [interpreted, , compiled] = onFacts;
      expect(attempt(() => compiled?.[1](given))).toEqual(attempt(() => interpreted?.[1](given)));
    }),
    { numRuns: 1000 },
  );
});

describe('plans from outside', () => {
  const json = (): Record<string, unknown> => structuredClone(plan) as unknown as Record<string, unknown>;
  const chain = (length: number): unknown => {
    const one = { visible: true, type: { kind: 'yesno' }, cites: [], covers: [] };
    const added = Array.from({ length }, (_, i) => ({
      ...one,
      id: `c${i}`,
      expr:
        i === 0
          ? { kind: 'literal', value: { kind: 'yesno', value: true } }
          : { kind: 'not', of: { kind: 'ref', id: `c${i - 1}` } },
    }));
    return { ...json(), definitions: [...plan.definitions, ...added] };
  };
  const not = (levels: number): unknown => {
    let expr: unknown = { kind: 'asOf' };
    for (let i = 0; i < levels; i++) expr = { kind: 'not', of: expr };
    return { ...json(), constraints: [{ name: 'c', expr, cites: [] }] };
  };
  const bad: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['undefined', undefined],
    ['a text', JSON.stringify(plan)],
    ['an array', [plan]],
    ['nothing in it', {}],
    ['another format', { ...json(), format: 999 }],
    ['a format as text', { ...json(), format: '1' }],
    ['an unknown key', { ...json(), extra: 1 }],
    ['__proto__', JSON.parse(`{"__proto__": {}, ${JSON.stringify(plan).slice(1)}`)],
    [
      'a definition on itself',
      {
        ...json(),
        definitions: [{ ...plan.definitions[0], expr: { kind: 'ref', id: plan.definitions[0]?.id } }],
      },
    ],
    ['a definition on a later one', { ...json(), definitions: plan.definitions.toReversed() }],
    [
      'a record in itself',
      {
        ...json(),
        records: [{ name: 'R', fields: [{ name: 'r', kind: 'fact', type: { kind: 'list', of: 'R' } }] }],
      },
    ],
    ['an expression a hundred thousand deep', not(100_000)],
    ['definitions ten thousand deep', chain(10_000)],
    [
      'a citation that is not there',
      {
        ...json(),
        constraints: [
          { name: 'c', expr: { kind: 'literal', value: { kind: 'yesno', value: true } }, cites: [99] },
        ],
      },
    ],
    ['a name that is code', { ...json(), goals: [{ ...plan.goals[0], name: "x', require('fs')" }] }],
    ['a name that is a path', { ...json(), goals: [{ ...plan.goals[0], name: '../../x' }] }],
    [
      'a slice that leaves facts out',
      { ...json(), goals: plan.goals.map((goal) => ({ ...goal, facts: [] })) },
    ],
  ];

  test.each(bad)('%s', (_, value) => {
    expect(() => readPlan(value)).toThrow(PlanError);
    expect(() => loadPlan(value)).toThrow(PlanError);
    const problems = checkPlan(value);
    expect(problems).not.toEqual([]);
    expect(problems.length).toBeLessThanOrEqual(100);
    for (const { pointer, message } of problems)
      expect([pointer, message]).toEqual([expect.stringMatching(/^(\/|$)/), expect.stringMatching(/\S/)]);
  });

  test('whatever is changed in a plan, it is refused, or assessed without a crash', () => {
    const paths: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      paths.push(path);
      if (Array.isArray(value)) value.forEach((part, i) => walk(part, [...path, i]));
      else if (typeof value === 'object' && value !== null)
        for (const [key, part] of Object.entries(value)) walk(part, [...path, key]);
    };
    walk(plan, []);
    const parts = fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      1e300,
      '',
      'known',
      'x y',
      '__proto__',
      [],
      {},
      [0],
      { kind: 'asOf' },
      { kind: 'ref', id: 'reachable' },
      { kind: 'literal', value: { kind: 'yesno', value: false } },
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), parts, fc.boolean(), (path, part, remove) => {
        const changed = json();
        let at: unknown = changed;
        for (const key of path.slice(0, -1)) at = (at as Record<string, unknown>)[key];
        const last = path.at(-1);
        if (last === undefined) return;
        if (remove && !Array.isArray(at)) delete (at as Record<string, unknown>)[last];
        else (at as Record<string, unknown>)[last] = part;
        let pack: ReturnType<typeof loadPlan>;
        try {
          pack = loadPlan(changed);
        } catch (error) {
          if (!(error instanceof PlanError)) throw error;
          refused += 1;
          return;
        }
        try {
          const assessment = pack.assess({}, { asOf });
          rankNeeds(assessment);
          explainText(assessment, phrases);
          emitPack(pack.plan, phrases);
        } catch (error) {
          if (!(error instanceof FactsError)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});
