import { expect, test } from 'vitest';
import { Form } from '../form/form.ts';
import { variablesUnder } from '../form/cone.ts';
import type { Answer, Question } from './prover.ts';
import { type ProverOptions, proverOf } from './prover-of.ts';

async function ask(questions: readonly Question[], options: ProverOptions): Promise<readonly Answer[]> {
  const prover = proverOf(options);
  try {
    return await prover.ask(questions);
  } finally {
    await prover.close();
  }
}

/** A number that is compared with another, so that no constant cuts its range. */
function sums(): Question {
  const form = new Form();
  const [a, b] = ['a', 'b'].map((name) => form.intVar(name, { min: -(10 ** 12), max: 10 ** 12 }));
  if (a === undefined || b === undefined) throw new Error('no variables');
  // 3 a = 2 b + 7 where a > b: rare enough that samples miss it.
  const equal = form.eq(form.scale(3, a), form.add(form.scale(2, b), form.int(7)));
  return { form, all: [equal, form.lt(b, a), form.le(form.int(12_345), form.scale(-1, b))] };
}

test('constants are answered by the form', async () => {
  const form = new Form();
  const sent = form.boolVar('sent');
  expect(
    await ask(
      [
        { form, all: [sent, form.no] },
        { form, all: [form.yes] },
        { form, all: [] },
      ],
      { solver: 'none' },
    ),
  ).toEqual([
    { kind: 'none', by: 'form' },
    { kind: 'found', assignment: new Map() },
    { kind: 'found', assignment: new Map() },
  ]);
});

test('numbers that are only compared with constants are cut into ranges, and the least assignment is found', async () => {
  const form = new Form();
  const [paid, sent] = [form.intVar('paid', { min: -(10 ** 12), max: 10 ** 12 }), form.boolVar('sent')];
  const some = form.le(form.int(100), paid);
  const question = {
    form,
    all: [some, form.not(form.eq(paid, form.int(100))), form.or([sent, form.not(some)])],
  };
  expect(await ask([question], { solver: 'none', samples: false })).toEqual([
    {
      kind: 'found',
      assignment: new Map<number, boolean | number>([
        [paid, 101],
        [sent, true],
      ]),
    },
  ]);
  const never = { form, all: [some, form.le(paid, form.int(99))] };
  expect(await ask([never], { solver: 'none', samples: false })).toEqual([
    { kind: 'none', by: 'enumeration' },
  ]);
});

test('without a solver nothing is said of what the cheaper methods leave open', async () => {
  expect(await ask([sums()], { solver: 'none' })).toEqual([{ kind: 'notDecided', because: 'noSolver' }]);
});

test('seeds are tried before other samples; one that does not hold, or is no case, does no harm', async () => {
  const question = sums();
  const [a = 0, b = 0] = variablesUnder(question.form, question.all);
  const wrong = new Map([
    [a, -13_331],
    [b, -20_001],
  ]);
  const outside = new Map([[a, 0.5]]);
  expect(await ask([{ ...question, seeds: [wrong, outside] }], { solver: 'none' })).toEqual([
    { kind: 'notDecided', because: 'noSolver' },
  ]);
  // 3 × -13331 = 2 × -20000 + 7
  const right = new Map([
    [a, -13_331],
    [b, -20_000],
  ]);
  expect(await ask([{ ...question, seeds: [wrong, right] }], { solver: 'none' })).toEqual([
    { kind: 'found', assignment: right },
  ]);
});

test('a budget that is too small decides nothing; a larger one does', async () => {
  expect(await ask([sums()], { rlimit: 1 })).toEqual([{ kind: 'notDecided', because: 'budget' }]);
  expect((await ask([sums()], {}))[0]?.kind).toBe('found');
});

test('progress counts the answers', async () => {
  const prover = proverOf({ workers: 2 });
  const counts: number[] = [];
  const answers = await prover.ask([sums(), sums(), sums()], (done) => counts.push(done));
  await prover.close();
  expect(counts).toEqual([1, 2, 3]);
  expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['found']));
});

test('options that make no sense are refused', () => {
  expect(() => proverOf({ workers: 0 })).toThrow('workers is 0');
  expect(() => proverOf({ rlimit: 1.5 })).toThrow('rlimit is 1.5');
});
