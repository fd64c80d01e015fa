/** Random forms: every method answers as trying every assignment does, the same each time, however many solvers run. */
import { dayFromCivil } from '@proviso/runtime';
import {
  type Answer,
  type Assignment,
  Form,
  type NodeId,
  type ProverOptions,
  proverOf,
  valuesUnder,
  variablesUnder,
} from '@proviso/verify';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asked, asked } from '../generators/form-arbitrary.ts';

/** The least assignment under which all hold, by trying one after another; undefined where there is none. */
function leastOf({ form, all }: Asked): Assignment | undefined {
  const variables = variablesUnder(form, all);
  const assignment = new Map<NodeId, boolean | number>();
  const search = (i: number): Assignment | undefined => {
    const value = valuesUnder(form, assignment);
    if (all.some((id) => value(id) === false)) return undefined;
    const variable = variables[i];
    if (variable === undefined) return new Map(assignment);
    const node = form.node(variable);
    const values =
      node.op === 'intVar'
        ? Array.from({ length: node.range.max - node.range.min + 1 }, (_, n) => node.range.min + n)
        : [false, true];
    for (const tried of values) {
      assignment.set(variable, tried);
      const found = search(i + 1);
      if (found !== undefined) return found;
    }
    assignment.delete(variable);
    return undefined;
  };
  return search(0);
}

function expectHolds({ form, all }: Asked, assignment: Assignment): void {
  const value = valuesUnder(form, assignment);
  for (const id of all) expect(value(id)).toBe(true);
  expect([...assignment.keys()].sort((a, b) => a - b)).toEqual(variablesUnder(form, all));
}

async function answers(questions: readonly Asked[], options: ProverOptions): Promise<readonly Answer[]> {
  const prover = proverOf(options);
  try {
    return await prover.ask(questions);
  } finally {
    await prover.close();
  }
}

/** The same questions in every test: a fixed seed, or a new one where that is asked for. */
const questions = fc.sample(asked, { numRuns: 600, seed: fc.readConfigureGlobal().seed ?? 0 });
const expected = questions.map(leastOf);

test('the questions are of both kinds', () => {
  const none = expected.filter((found) => found === undefined).length;
  expect(none).toBeGreaterThan(100);
  expect(questions.length - none).toBeGreaterThan(200);
});

test('enumeration finds the least assignment, or proves that there is none', async () => {
  const found = await answers(questions, { solver: 'none', samples: false, enumerateUpTo: 2 ** 22 });
  for (const [i, answer] of found.entries()) {
    expect(answer.kind).not.toBe('notDecided');
    expect([i, answer.kind === 'found' ? answer.assignment : undefined]).toEqual([i, expected[i]]);
  }
});

test('samples only ever find what is there, and find most of it', async () => {
  const found = await answers(questions, { solver: 'none', enumerateUpTo: 0 });
  let missed = 0;
  for (const [i, answer] of found.entries()) {
    if (answer.kind === 'found') expectHolds(questions[i]!, answer.assignment);
    else if (expected[i] !== undefined) missed += 1;
  }
  expect(missed).toBeLessThan(30);
});

test('z3 agrees, again and with another number of workers', async () => {
  const alone = { samples: false, enumerateUpTo: 0 };
  const found = await answers(questions, { ...alone, workers: 1 });
  const solved = found.filter(
    (answer) => answer.kind === 'found' || (answer.kind === 'none' && answer.by === 'solver'),
  );
  expect(solved.length).toBeGreaterThan(300);
  for (const [i, answer] of found.entries()) {
    expect([i, answer.kind]).toEqual([i, expected[i] === undefined ? 'none' : 'found']);
    if (answer.kind === 'found') expectHolds(questions[i]!, answer.assignment);
  }
  expect(await answers(questions, { ...alone, workers: 2 })).toEqual(found);
  // Nor does an answer hang on what was asked before.
  const last = await answers(questions.slice(-20), { ...alone, workers: 1 });
  expect(last).toEqual(found.slice(-20));
});

test('sums of dates and months over three centuries', async () => {
  const dates = { min: dayFromCivil(1900, 1, 1), max: dayFromCivil(2199, 12, 31) };
  const any = { min: 0, max: 1200 };
  const ask = (build: (form: Form, date: NodeId, months: NodeId) => NodeId): Asked => {
    const form = new Form();
    return { form, all: [build(form, form.intVar('date', dates), form.intVar('months', any))] };
  };
  const cases: readonly (readonly [Answer['kind'], Asked])[] = [
    // A month has 28 days at least, a year 366 at most; four years have 1,460 days about 2100 only.
    ['found', ask((f, d) => f.eq(f.addMonths(d, f.int(1)), f.add(d, f.int(28))))],
    ['none', ask((f, d) => f.eq(f.addMonths(d, f.int(1)), f.add(d, f.int(27))))],
    ['found', ask((f, d) => f.eq(f.addMonths(d, f.int(12)), f.add(d, f.int(366))))],
    ['none', ask((f, d) => f.eq(f.addMonths(d, f.int(12)), f.add(d, f.int(367))))],
    ['found', ask((f, d) => f.eq(f.addMonths(d, f.int(48)), f.add(d, f.int(1460))))],
    // From 31 January two months come to 31 March; a month and a month do not.
    ['found', ask((f, d) => f.lt(twice(f, d, 1, 1), f.addMonths(d, f.int(2))))],
    // There and back is never later.
    ['none', ask((f, d) => f.lt(d, twice(f, d, 1, -1)))],
    // Two months have 59 days at least, one 31 at most.
    ['found', ask((f, d, months) => f.eq(f.addMonths(d, months), f.add(d, f.int(59))))],
    ['none', ask((f, d, months) => f.eq(f.addMonths(d, months), f.add(d, f.int(58))))],
    ['none', ask((f, d, months) => f.lt(f.addMonths(d, months), d))],
  ];
  const found = await answers(
    cases.map(([, question]) => question),
    { samples: false, enumerateUpTo: 0, rlimit: 40_000_000 },
  );
  expect(found.map(({ kind }) => kind)).toEqual(cases.map(([kind]) => kind));
});

function twice(form: Form, date: NodeId, first: number, second: number): NodeId {
  return form.addMonths(form.addMonths(date, form.int(first)), form.int(second));
}
