import { compilePack } from '@proviso/compiler';
import { type Example, verifyMessage, verifyTable } from '@proviso/language';
import { describe, expect, test } from 'vitest';
import { proverOf } from '../decide/prover-of.ts';
import type { Prover } from '../decide/prover.ts';
import { Translation } from '../translate/translator.ts';
import { defaultBounds } from '../translate/variables.ts';
import { type Acceptance, weigh } from './accepted.ts';
import { type Finding, type FindingOptions, findingsOf } from './findings-of.ts';

const head = `pack demo { title "A demonstration" version "1.0.0" period from 2020-01-01 }
source act "The Parcels Act" { status statute }
bearer carrier "the carrier"
`;
const facts = (...names: readonly string[]): string =>
  names.map((name) => `fact ${name}: yesno { ask "Is it ${name}?" say "it {is|is not} ${name}" }\n`).join('');
const define = (name: string, ...clauses: readonly string[]): string =>
  `define ${name} { say "it {is|is not} ${name}"\n${clauses.join('\n')}\ncite act s.1 }\n`;
const rule = (name: string, ...clauses: readonly string[]): string =>
  `rule ${name} on carrier {\n${clauses.join('\n')}\ncite act s.2 }\n`;

interface Verified {
  readonly open: readonly Finding[];
  readonly accepted: readonly Acceptance[];
  /** The messages of the open findings. */
  readonly said: readonly string[];
}

const prover = proverOf({ solver: 'none' });

async function verify(
  text: string | ReadonlyMap<string, string>,
  options: FindingOptions = {},
  by: Prover = prover,
): Promise<Verified> {
  const files = typeof text === 'string' ? new Map([['demo.policy', text]]) : text;
  const { value, diagnostics } = compilePack(files, [...files.keys()][0] ?? '');
  // What `proviso check` finds is no fault of these samples, except that some leave a fact unused.
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
    [],
  );
  if (value === undefined) throw new Error('the pack has errors');
  const findings = await findingsOf(Translation.of(value.plan, defaultBounds), by, options);
  const accepts = value.program.accepts.map(({ finding, on }) => ({
    code: finding.text,
    ...(on === undefined ? {} : { on: on.segments.map((segment) => segment.text).join('.') }),
  }));
  const { open, accepted } = weigh(findings, accepts);
  const said = open.map(({ code, params, decided }) => {
    const { message } = verifyMessage(code, params as never);
    return `${decided ? '' : 'not decided whether '}${message}`;
  });
  return { open, accepted: accepted.map(({ by: each }) => each), said };
}

const codes = async (text: string): Promise<readonly string[]> =>
  (await verify(text)).open.map(({ code }) => code);

describe.each(Object.entries(verifyTable))('%s', (code, row) => {
  const filesOf = (example: Example): string => {
    if (typeof example !== 'string') throw new Error('an example of a finding is one text');
    return example;
  };
  test('the bad example has this finding and no other', async () => {
    expect([...new Set(await codes(filesOf(row.bad)))]).toEqual([code]);
  });
  test('the good example has none', async () => {
    expect(await codes(filesOf(row.good))).toEqual([]);
  });
});

describe('constant conditions', () => {
  test('the smallest is reported, once, and nothing that follows from it', async () => {
    const { said } = await verify(
      head +
        facts('small', 'large', 'paid', 'weighed') +
        'constraint sizes { never both { small, large } }\n' +
        define('odd', 'means small and large') +
        define('sendable', 'means paid or odd') +
        rule('weigh', 'must "weigh it"', 'when odd and paid', 'done when weighed'),
    );
    expect(said).toEqual(['`small and large` in `odd` never holds']);
  });

  test('two causes are two findings, though one of them hides the other', async () => {
    const { said } = await verify(
      head +
        facts('small', 'large', 'paid', 'sealed') +
        'constraint sizes { never both { small, large } }\n' +
        define(
          'sendable',
          'means (small and large) or paid',
          'except closed: paid and sealed and (not sealed) cite act s.1',
        ),
    );
    expect(said).toEqual([
      '`small and large` in `sendable` never holds',
      '`paid and sealed and not sealed` in `sendable.closed` never holds',
    ]);
  });

  test('a law in force throughout the period is no finding, nor is a yes that is written', async () => {
    const text =
      head +
      facts('small') +
      'define sendable from 2015-01-01 { say "it {is|is not} sendable" means small cite act s.1 }\n' +
      define('always', 'means yes') +
      define('postable', 'means small and always') +
      rule('weigh', 'must "weigh it"', 'done when small');
    expect(await codes(text)).toEqual([]);
  });

  test('dates and deadlines: a deadline with cases compares with days that never come, and that is no finding', async () => {
    const text =
      head +
      facts('urgent') +
      'event asked { ask "When was it asked?" }\nevent sent { ask "When was it sent?" }\n' +
      'define due: date { say "due on {value}" means case {\nurgent: 1 day after asked\notherwise: notYet\n}\ncite act s.1 }\n' +
      rule('send', 'must "send it"', 'done by sent, no later than due');
    expect(await codes(text)).toEqual([]);
  });

  test('a date that the period settles is', async () => {
    const text = head + facts('small') + define('old', 'means small or asOf < 2019-06-01');
    expect((await verify(text)).said).toEqual(['`asOf < 2019-06-01` in `old` never holds']);
  });

  test('the elements of lists', async () => {
    const list =
      'record Parcel "the parcel" { fact fragile: yesno { ask "Fragile?" say "it {is|is not} fragile" } }\nfact parcels: list of Parcel\n';
    const bad = define('odd', 'means some p in parcels has (p.fragile and not p.fragile)');
    const good = define('fine', 'means some p in parcels has (p.fragile)');
    expect((await verify(head + list + bad)).said).toEqual([
      '`p.fragile and not p.fragile` in `odd` never holds',
    ]);
    expect(await codes(head + list + good)).toEqual([]);
  });
});

describe('branches', () => {
  const sizes =
    'enum Size { small, medium, large }\nfact size: Size { ask "What size?" say "it is {value}" }\n';
  const fee = (body: string): string =>
    `define fee: number { say "the fee is {value}" ${body} cite act s.1 }\n`;

  test('a branch that earlier ones cover, and an `otherwise` that nothing is left for', async () => {
    const { said } = await verify(
      head +
        sizes +
        facts('paid') +
        fee(
          'means case {\npaid: 0\nsize is small: 1\n(size is small) and paid: 2\nsize is medium: 3\nsize is large: 4\notherwise: 5\n}\n',
        ),
    );
    expect(said).toEqual([
      'the branch `size is small and paid` in `fee` is never reached',
      '`otherwise` in `fee` is never reached',
    ]);
  });

  test('a row whose cells never come together', async () => {
    const table = fee('table size | paid {\nsmall | yes: 1\nsmall | no: 2\nmedium, large | -: 3\n}\n');
    const text = head + sizes + facts('paid');
    expect(await codes(text + table)).toEqual([]);
    const { open } = await verify(`${text}constraint free { never both { size is small, paid } }\n${table}`);
    expect(open.map(({ code, params }) => [code, 'what' in params && params.what])).toEqual([
      ['branch-never-reached', 'row'],
    ]);
  });
});

describe('what makes no difference', () => {
  test('of two limbs that say the same the later one', async () => {
    const { open } = await verify(
      head +
        facts('small', 'paid') +
        define(
          'sendable',
          'means first: small and paid cite act s.1',
          'means second: paid and small cite act s.1',
        ),
    );
    expect(open.map(({ code, names }) => [code, names])).toEqual([
      ['part-never-matters', ['sendable.second', 'sendable']],
    ]);
  });

  test('requirements and exceptions, those of rules too, and not a condition that narrows', async () => {
    const text =
      head +
      facts('small', 'paid', 'weighed', 'light') +
      define('sendable', 'requires payment: paid cite act s.1', 'includes size: small cite act s.1') +
      define(
        'postable',
        'requires payment: paid cite act s.1',
        'requires light: light cite act s.1',
        'means small and paid',
      ) +
      rule(
        'weigh',
        'must "weigh it"',
        'when small',
        'except heavy: (not small) and (not light) cite act s.3',
        'done when weighed',
      );
    expect((await verify(text)).said).toEqual([
      'the requirement `paid` in `postable.payment` never makes a difference',
      'the exception `not small and not light` in `weigh.heavy` never makes a difference',
    ]);
  });
});

describe('rules', () => {
  const text = head + facts('paid', 'weighed', 'sealed', 'requested');

  test('clashes are shown by a case in which both apply', async () => {
    const { open } = await verify(
      text +
        rule('weigh', 'must "weigh it"', 'when requested', 'done when weighed') +
        rule('leave', 'must not "weigh it"', 'when sealed', 'done when weighed'),
    );
    expect(open.map(({ code, decided }) => [code, decided])).toEqual([['rules-clash', true]]);
    expect(open[0]?.witness?.case.facts).toMatchObject({ requested: true, sealed: true });
    expect(open[0]?.witness?.outcomes.map(({ name }) => name)).toEqual(['weigh', 'leave']);
    expect(open[0]?.cites.map(({ pinpoint }) => pinpoint)).toEqual(['s.2']);
  });

  test.each([
    ['they never apply together', 'when requested and not sealed', 'done when weighed', ''],
    ['one can be met in another way', 'when requested', 'done when weighed or paid', ''],
    [
      'a permission goes before',
      'when requested',
      'done when weighed',
      'exception asked to leave { when requested cite act s.3 }\n',
    ],
  ])('no clash where %s', async (_, when, done, more) => {
    const found = await codes(
      text +
        define('other', 'means paid') +
        rule('weigh', 'must "weigh it"', when, done) +
        rule('leave', 'must not "weigh it"', 'when sealed', 'done when weighed') +
        more,
    );
    expect(found.filter((code) => code.endsWith('clash') || code.endsWith('clashes'))).toEqual([]);
  });

  test('a duty is no clash with a prohibition that doing it lifts', async () => {
    const found = await codes(
      text +
        rule('ask', 'must "ask first"', 'when requested', 'done when paid') +
        rule('never', 'must not "weigh it unasked"', 'when not paid', 'done when weighed and requested'),
    );
    expect(found).toEqual([]);
  });

  test('a prohibition of what its `when` describes clashes with a duty to bring that about', async () => {
    const clash = await codes(
      text +
        rule('weigh', 'must "weigh it"', 'when requested', 'done when weighed') +
        rule('never', 'must not "weigh what is asked for"', 'when weighed and requested'),
    );
    expect(clash).toEqual(['rules-clash']);
  });

  test('so it does where only some of the cases come under it', async () => {
    const found = await verify(
      text +
        rule('weigh', 'must "weigh it"', 'when requested', 'done when weighed') +
        rule('never', 'must not "weigh what is sealed"', 'when weighed and sealed'),
    );
    expect(found.open.map(({ code }) => code)).toEqual(['rules-clash']);
    expect(found.open[0]?.witness?.case.facts).toMatchObject({ requested: true, sealed: true });
  });

  test('a prohibition that applies whatever is done is no clash', async () => {
    const found = await codes(
      text +
        rule('weigh', 'must "weigh it"', 'when requested', 'done when weighed') +
        rule('never', 'must not "take what is sealed"', 'when sealed'),
    );
    expect(found).toEqual([]);
  });

  test('a rule about several instances clashes with another about the same one', async () => {
    const parcels =
      'record Parcel "the parcel" { fact fragile: yesno { ask "Fragile?" say "it {is|is not} fragile" }\nfact wrapped: yesno { ask "Wrapped?" say "it {is|is not} wrapped" } }\nfact parcels: list of Parcel\n';
    const of = (name: string, ...clauses: readonly string[]): string =>
      `rule ${name} for p: Parcel on carrier {\n${clauses.join('\n')}\ncite act s.2 }\n`;
    const { open } = await verify(
      head +
        parcels +
        of('wrap', 'must "wrap it"', 'when p.fragile', 'done when p.wrapped') +
        of('bare', 'must not "wrap it"', 'done when p.wrapped'),
    );
    expect(open.map(({ code }) => code)).toEqual(['rules-clash']);
    expect(open[0]?.witness?.outcomes.map(({ of: each }) => each)).toEqual(['parcels[0]', 'parcels[0]']);
  });
});

describe('facts, twins, assumptions', () => {
  test('a definition and its negation, and a third that says the same', async () => {
    const { said } = await verify(
      head +
        facts('small', 'paid') +
        define('a', 'means small and paid') +
        define('b', 'means not small or not paid') +
        define('c', 'means not b'),
    );
    expect(said).toEqual(['`b` always says the opposite of `a`', '`c` always says the same as `a`']);
  });

  test('that a limb makes no difference is not said again of the definition that is left', async () => {
    const { said } = await verify(
      head +
        facts('small', 'paid') +
        define('a', 'means small') +
        define('b', 'means first: small cite act s.1', 'means second: small and paid cite act s.1'),
    );
    expect(said).toEqual(['the limb `small and paid` in `b.second` never makes a difference']);
  });

  test('a field of a record that matters in one of its instances is no idle fact', async () => {
    const parcels =
      'record Parcel "the parcel" { fact fragile: yesno { ask "Fragile?" say "it {is|is not} fragile" } }\nfact first: Parcel\nfact parcels: list of Parcel\n';
    const text = head + facts('small') + parcels;
    const uses =
      define('a', 'means first.fragile or small') + define('b', 'means some p in parcels has (p.fragile)');
    expect(await codes(text + uses)).toEqual([]);
    const idle = define('a', 'means small or (first.fragile and not first.fragile)');
    expect((await verify(text + idle + define('b', 'means some p in parcels has (p.fragile)'))).said).toEqual(
      ['`first.fragile and not first.fragile` in `a` never holds'],
    );
  });

  test('one assumption that hides two breaches is one finding, with a case', async () => {
    const assumed =
      'fact paid: yesno { ask "Paid?" say "it {is|is not} paid" assume no if not known cite act s.9 }\n';
    const { open } = await verify(
      head +
        assumed +
        facts('weighed', 'sealed') +
        rule('weigh', 'must "weigh it"', 'when paid', 'done when weighed') +
        rule('seal', 'must "seal it"', 'when paid and weighed', 'done when sealed') +
        rule('advise', 'should "seal it"', 'when paid', 'done when sealed'),
    );
    expect(open.map(({ code, statements }) => [code, statements])).toEqual([
      ['assumption-hides-breach', ['weigh', 'seal']],
    ]);
    expect(open[0]?.witness?.case.facts).toEqual({ paid: true, weighed: false });
    expect(open[0]?.cites.map(({ pinpoint }) => pinpoint)).toEqual(['s.9']);
  });
});

describe('accept', () => {
  const clash = (...accepts: readonly string[]): string =>
    head +
    facts('paid', 'weighed') +
    rule('weigh', 'must "weigh it"', 'when paid', 'done when weighed') +
    rule('leave', 'must not "weigh it"', 'done when weighed') +
    define('sendable', 'means size: weighed cite act s.1', 'means both: weighed and paid cite act s.1') +
    accepts.map((each) => `accept ${each} because "it is meant"\n`).join('');

  test.each([
    ['without a name', ['rules-clash'], ['part-never-matters']],
    ['on either statement', ['rules-clash on leave', 'part-never-matters on sendable'], []],
    ['on a label', ['part-never-matters on sendable.both'], ['rules-clash']],
    [
      'on another label, which is stale',
      ['part-never-matters on sendable.size', 'rules-clash'],
      ['part-never-matters', 'accept-stale'],
    ],
  ])('%s', async (_, accepts, left) => {
    expect(await codes(clash(...accepts))).toEqual(left);
  });

  test('what was not decided is not accepted, and makes nothing stale', async () => {
    const unsure: Prover = {
      ask: (questions) =>
        Promise.resolve(
          questions.map(({ all, form }, i) =>
            i === 0 && all.every((id) => id === form.yes)
              ? ({ kind: 'found', assignment: new Map() } as const)
              : ({ kind: 'notDecided', because: 'noSolver' } as const),
          ),
        ),
      close: () => Promise.resolve(),
    };
    const { open, said } = await verify(clash('part-never-matters on sendable.both'), {}, unsure);
    expect(open.some(({ decided }) => decided)).toBe(false);
    expect(said).toContain(
      'not decided whether the limb `weighed and paid` in `sendable.both` never makes a difference',
    );
    expect(said).toContain('not decided whether `weigh` and `leave` can both apply, and never both be met');
  });

  test('a label that is not there is an error of the text', () => {
    const { diagnostics } = compilePack(
      new Map([['demo.policy', clash('part-never-matters on sendable.bth')]]),
      'demo.policy',
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-label']);
  });
});

test('only what is asked for is looked for, and progress is told', async () => {
  const text =
    head + facts('small') + define('a', 'means small') + define('b', 'means small and (small or not small)');
  let last = 0;
  const { open } = await verify(text, { only: ['definitions-alike'], progress: (done) => (last = done) });
  expect(open.map(({ code }) => code)).toEqual([]);
  expect(last).toBeGreaterThan(0);
});

describe('a count that no list within the bounds reaches', () => {
  const parcels = `record Parcel "the parcel" { ${facts('heavy')} }\nfact parcels: list of Parcel\n`;
  const several = (n: number): string =>
    define('several', `means at least ${n} p in parcels has p.heavy`) +
    rule('ask', 'must "ask"', 'when several', 'done when asked');

  test('is not said never to hold, nor what depends on it', async () => {
    expect(await codes(head + parcels + facts('asked') + several(4))).toEqual([]);
  });

  test('hides nothing else that is found', async () => {
    const never = define('never', 'means asked and not asked and several');
    expect(await codes(head + parcels + facts('asked') + several(4) + never)).toContain(
      'condition-never-holds',
    );
  });

  test('is looked at where lists can be as long', async () => {
    const none = `constraint none { never some p in parcels has p.heavy because "there are none" }\n`;
    expect(await codes(head + parcels + facts('asked') + none + several(2))).toContain(
      'condition-never-holds',
    );
  });
});
