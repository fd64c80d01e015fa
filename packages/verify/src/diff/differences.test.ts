import { compilePack } from '@proviso/compiler';
import type { Plan } from '@proviso/compiler/plan';
import { parseDay } from '@proviso/runtime';
import { describe, expect, test } from 'vitest';
import { proverOf } from '../decide/prover-of.ts';
import { defaultBounds } from '../translate/variables.ts';
import type { Side } from './beside.ts';
import { differencesOf } from './differences.ts';
import type { Differences, Differing, StatementDifference } from './report.ts';

const head = `
pack loans.here { title "Loans" version "1.0.0" period from 2020-01-01 }
source act "An Act" { status statute }
bearer lender "the lender"
fact damaged: yesno { ask "Is it damaged?" say "it {is|is not} damaged" }
fact late: yesno { ask "Is it late?" say "it {is|is not} late" }
fact child: yesno { ask "Is the borrower a child?" say "the borrower {is|is not} a child" }
event returnedOn { ask "When was it returned?" say "it was returned on {value}" }
event chargedOn { ask "When was it charged?" say "it was charged on {value}" }
`;
const define = (name: string, means: string): string =>
  `define ${name} { say "${name} {holds|fails}" means ${means} cite act s.1 }\n`;
const rule = (modal: string, rest: string): string =>
  `rule charge on lender { ${modal} "charge for it" ${rest} cite act s.2 }\n`;

function planOf(text: string, top = head): Plan {
  const { value, diagnostics } = compilePack(new Map([['pack.policy', top + text]]), 'pack.policy');
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value.plan;
}

async function compare(old: Side, now: Side, goals?: readonly string[]): Promise<Differences> {
  const prover = proverOf({ solver: 'none' });
  try {
    return await differencesOf(old, now, prover, {
      classes: 5,
      bounds: defaultBounds,
      ...(goals === undefined ? {} : { goals }),
    });
  } finally {
    await prover.close();
  }
}

const versions = async (old: string, now: string, top?: string): Promise<Differences> =>
  compare({ plan: planOf(old), readings: {} }, { plan: planOf(now, top), readings: {} });

const named = ({ statements }: Differences, name: string): StatementDifference =>
  statements.find((one) => one.name === name)!;

function differing(differences: Differences, name: string): Differing {
  const found = named(differences, name);
  if (found.outcome !== 'differs') throw new Error(`${name}: ${found.outcome}`);
  return found;
}

const changes = (differences: Differences, name: string): readonly unknown[] =>
  differing(differences, name).classes.map(({ change, when }) => ({ change, when }));
const fact = (path: string, holds: boolean): object => ({ kind: 'fact', at: { path }, holds });

describe('two versions', () => {
  test('of one meaning are the same, without a proof', async () => {
    const found = await versions(define('due', 'damaged'), define('due', 'damaged'));
    expect(found.statements).toEqual([{ name: 'due', kind: 'definition', outcome: 'same', by: 'meaning' }]);
  });

  test('that say the same otherwise are proved the same', async () => {
    const morgan = await versions(
      define('due', 'not (damaged or late) or child'),
      define('due', '(not damaged and not late) or child'),
    );
    expect(named(morgan, 'due')).toMatchObject({ outcome: 'same', by: 'form' });
    const found = await versions(
      define('due', '(damaged and late) or (damaged and child)'),
      define('due', 'damaged and (late or child)'),
    );
    expect(named(found, 'due')).toMatchObject({ outcome: 'same', by: 'enumeration' });
    expect(found.goals).toEqual([{ name: 'due', outcome: 'same' }]);
  });

  test('of which a goal asks for other answers differ in that, and the statements are the same', async () => {
    const logic = define('due', 'damaged') + define('kept', 'late') + define('waived', 'child');
    const found = await versions(
      `${logic}goal one { due, kept }\ngoal two { due }\n`,
      `${logic}goal one { waived, due }\ngoal three { kept }\n`,
    );
    expect(found.statements.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
    expect(found.goals).toEqual([
      { name: 'one', outcome: 'differs', added: ['waived'], removed: ['kept'] },
      { name: 'three', outcome: 'added' },
      { name: 'two', outcome: 'removed' },
    ]);
  });

  test('tell what is newly so by the least that makes it so', async () => {
    const found = await versions(define('due', 'damaged'), define('due', 'damaged or (late and not child)'));
    expect(changes(found, 'due')).toEqual([
      {
        change: { kind: 'becomes', old: 'no', new: 'yes' },
        when: [fact('damaged', false), fact('late', true), fact('child', false)],
      },
    ]);
    expect(differing(found, 'due').complete).toBe(true);
    const [first] = differing(found, 'due').classes;
    expect(first?.witness).toMatchObject({
      old: { facts: { damaged: false, late: true, child: false } },
      oldValue: 'no',
      newValue: 'yes',
    });
  });

  test('tell what is no longer required once, wherever it was', async () => {
    const found = await versions(
      rule('must', 'when damaged or late done by chargedOn'),
      rule('must', 'when (damaged or late) and not child done by chargedOn'),
    );
    expect(changes(found, 'charge')).toEqual([
      { change: { kind: 'ends' }, when: [{ kind: 'formerly' }, fact('child', true)] },
    ]);
  });

  test.each([
    [
      'newly required',
      rule('must', 'when damaged'),
      rule('must', 'when damaged or late'),
      { kind: 'begins' },
    ],
    [
      'now departed from',
      rule('must not', 'when damaged done when late'),
      rule('should not', 'when damaged done when late'),
      { kind: 'becomes', old: 'breached', new: 'departedFrom' },
    ],
  ])('tell what is %s', async (_, old, now, change) => {
    const done = (text: string): string =>
      text.replace(
        /must "charge for it" when ([a-z ]+) cite/,
        'must "charge for it" when $1 done by chargedOn cite',
      );
    const found = await versions(done(old), done(now));
    expect(differing(found, 'charge').classes.map((one) => one.change)).toEqual([change]);
  });

  test('tell a later deadline, and what that makes of the status', async () => {
    const due = (term: string): string =>
      rule('must', `when damaged done by chargedOn, no later than ${term} after returnedOn`);
    const found = differing(await versions(due('10 days'), due('1 month')), 'charge');
    const kinds = found.classes.map(({ aspect, change }) => `${aspect} ${change.kind}`);
    expect(kinds).toContain('dueOn later');
    expect(kinds).toContain('status becomes');
  });

  test('tell on whom a rule is', async () => {
    const top = head.replace('bearer lender', 'bearer owner "the owner"\nbearer lender');
    const old = planOf(rule('must', 'when damaged done by chargedOn'), top);
    const now = planOf(rule('must', 'when damaged done by chargedOn').replace('on lender', 'on owner'), top);
    const found = await compare({ plan: old, readings: {} }, { plan: now, readings: {} });
    expect(differing(found, 'charge')).toMatchObject({
      classes: [],
      terms: [{ of: 'bearer', old: 'lender', new: 'owner' }],
    });
  });

  test('tell a difference where it arises, and what follows from it', async () => {
    const rest = rule('must', 'when due done by chargedOn') + define('other', 'due or child');
    const found = await versions(define('due', 'damaged') + rest, define('due', 'late') + rest);
    expect(differing(found, 'due').because).toEqual([]);
    expect(differing(found, 'charge')).toMatchObject({ because: ['due'] });
    expect(differing(found, 'charge').classes).toHaveLength(1);
    expect(differing(found, 'other').because).toEqual(['due']);
  });

  test('tell no more classes than are asked for, and that there are others', async () => {
    const facts = ['damaged', 'late', 'child'];
    const more = Array.from({ length: 6 }, (_, i) => `f${i}`);
    const top =
      head +
      more.map((name) => `fact ${name}: yesno { ask "${name}?" say "${name} {holds|fails}" }\n`).join('');
    const plan = (means: string): Plan => planOf(define('due', means), top);
    const found = await compare(
      { plan: plan('no'), readings: {} },
      { plan: plan([...facts, ...more].join(' or ')), readings: {} },
    );
    expect(differing(found, 'due').classes).toHaveLength(5);
    expect(differing(found, 'due').complete).toBe(false);
  });

  test('know a statement by another name, and what is only on one side', async () => {
    const found = await versions(
      define('due', 'damaged and late') + define('gone', 'child'),
      define('payable', 'damaged and late') + define('come', 'damaged'),
    );
    expect(named(found, 'payable')).toMatchObject({ outcome: 'same', oldName: 'due' });
    expect(named(found, 'gone')).toMatchObject({ outcome: 'removed' });
    expect(named(found, 'come')).toMatchObject({ outcome: 'added' });
  });

  test('tell what is declared otherwise, and compare a fact of another type as another fact', async () => {
    const top = head
      .replace(
        'fact child: yesno { ask "Is the borrower a child?" say "the borrower {is|is not} a child" }',
        'fact child: number { ask "How old?" }',
      )
      .replace('period from 2020-01-01', 'period from 2021-01-01');
    const found = await versions(define('due', 'child'), define('due', 'child < 18'), top);
    expect(found.vocabulary).toMatchObject([
      { kind: 'period', old: { from: '2020-01-01' }, new: { from: '2021-01-01' } },
      { kind: 'factType', path: 'child' },
    ]);
    const [first] = differing(found, 'due').classes;
    expect([typeof first?.witness.old.facts['child'], typeof first?.witness.new.facts['child']]).toEqual([
      'boolean',
      'number',
    ]);
  });
});

test('what is new may be read where the former version reads what it had', async () => {
  const text = (more: string, stands: string): string => `
record Letter "the letter" {
  fact objects: yesno { ask "Does it object?" say "it {objects|does not object}" }
  ${more}
}
fact letters: list of Letter
define stands for l: Letter { say "the letter {stands|does not stand}" means ${stands} cite act s.1 }
define barred { say "it {is|is not} barred" means some l in letters has l.stands cite act s.2 }`;
  const found = await versions(
    text('', 'l.objects'),
    text(
      `event withdrawnOn { ask "When was it withdrawn?" say "it was withdrawn on {value}" }
  fact signed: yesno { ask "Is it signed?" say "it {is|is not} signed" }
}
fact waived: yesno { ask "Is it waived?" say "it {is|is not} waived" }
ambiguity form "A-1" { reading any "any form" reading signedOnly "signed" default cite act s.3`,
      'l.objects and l.withdrawnOn > asOf and not waived and by reading form { any: yes signedOnly: l.signed }',
    ),
  );
  expect(differing(found, 'stands').because).toEqual([]);
  expect(differing(found, 'stands').classes.length).toBeGreaterThan(0);
  expect(differing(found, 'barred').because).toEqual(['stands']);
});

test('what is presumed, what an enum has and how an ambiguity is read are told where they change', async () => {
  const text = (presumed: string, members: string, first: string, second: string): string => `
enum Kind {
  ${members},
}
fact kind: Kind { ask "Which kind?" say "it is of kind {value}" }
fact worn: yesno { ask "Is it worn?" say "it {is|is not} worn" assume ${presumed} if not known cite act s.4 }
ambiguity wear "A-1" { reading counts "it counts" ${first} reading ignored "it does not" ${second} cite act s.3 }
define due { say "it {is|is not} due" means kind is book and worn and by reading wear { counts: yes ignored: no } cite act s.1 }`;
  const found = await versions(
    text('no', 'book,\n  tool', 'default', ''),
    text('yes', 'book,\n  tool,\n  game', '', 'default'),
  );
  expect(found.vocabulary).toMatchObject([
    { kind: 'assumption', path: 'worn', old: { value: false }, new: { value: true } },
    { kind: 'enum', name: 'Kind', added: ['game'], removed: [] },
    { kind: 'default', name: 'wear', old: 'counts', new: 'ignored' },
  ]);
  // The same on every complete case by either reading.
  expect(named(found, 'due')).toMatchObject({ outcome: 'same' });
});

describe('two dates', () => {
  const law = `
define due ceasing 2024-01-01 { say "it {is|is not} due" means damaged cite act s.1 }
define due from 2024-01-01 { say "it {is|is not} due" means damaged and not child cite act s.1 }
${rule('must', 'when damaged done by chargedOn, no later than 10 days after returnedOn')}`;
  const on = (day: string): Side => ({ plan: planOf(law), day: parseDay(day)!, readings: {} });

  test('tell what the law changes apart from what only time does', async () => {
    const found = await compare(on('2023-12-01'), on('2024-02-01'));
    expect(changes(found, 'due')).toEqual([
      {
        change: { kind: 'becomes', old: 'yes', new: 'no' },
        when: [fact('damaged', true), fact('child', true)],
      },
    ]);
    expect(differing(found, 'due').byTimeAlone).toBe(false);
    expect(differing(found, 'charge').byTimeAlone).toBe(true);
  });

  test('between which no law changes are the same in all that does not turn on time', async () => {
    const found = await compare(on('2024-02-01'), on('2024-03-01'), ['due']);
    expect(found.statements).toMatchObject([{ name: 'due', outcome: 'same', by: 'form' }]);
  });
});

describe('two readings', () => {
  const text = `
ambiguity wear "A-1" {
  reading counts "wear is damage" default
  reading not "wear is no damage"
  cite act s.3
}
fact worn: yesno { ask "Is it worn?" say "it {is|is not} worn" }
define due { say "it {is|is not} due" means damaged or (worn and by reading wear { counts: yes not: no }) cite act s.1 }`;

  test('tell the cases between them', async () => {
    const plan = planOf(text.replaceAll(/\bnot\b(?=:| ")/g, 'narrow'));
    const found = await compare(
      { plan, readings: { wear: 'counts' } },
      { plan, readings: { wear: 'narrow' } },
    );
    const [first] = differing(found, 'due').classes;
    expect(first).toMatchObject({
      change: { kind: 'becomes', old: 'yes', new: 'no' },
      witness: { old: { readings: { wear: 'counts' } }, new: { readings: { wear: 'narrow' } } },
    });
  });
});

test('what is not decided is never the same', async () => {
  const undecided = {
    ask: async (all: readonly unknown[]) =>
      all.map(() => ({ kind: 'notDecided' as const, because: 'budget' as const })),
    close: async () => {},
  };
  const old = planOf(define('due', 'damaged and late'));
  const now = planOf(define('due', 'damaged or late'));
  const found = await differencesOf({ plan: old, readings: {} }, { plan: now, readings: {} }, undecided, {
    classes: 5,
    bounds: defaultBounds,
  });
  expect(named(found, 'due')).toMatchObject({ outcome: 'notDecided', because: 'budget' });
  expect(found.goals).toEqual([{ name: 'due', outcome: 'notDecided' }]);
});
