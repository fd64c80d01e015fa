import { describe, expect, test } from 'vitest';
import { compilePack, type CompiledPack } from '../compile-pack.ts';
import { printExpr } from './print-expr.ts';
import { checkPlan } from './read-plan.ts';

const vocabulary = `
pack trial.pack { title "Trial" version "0.1.0" period from 2018-05-25 }
source code "A code" { status draft }
source act "An act" { status statute basis secondary }
enum Channel { email, text, post }
enum Category { opinions, health }
bearer controller "the controller"
record Letter "the letter" {
  event receivedOn { ask "When was it received?" }
  event answeredOn { ask "When was it answered?" }
  fact objects: yesno { ask "Does it object?" say "it {objects|does not object}" }
  fact statesPeriod: yesno { ask "Period?" say "it {gives|does not give} a period" }
  fact period: duration only if statesPeriod { ask "What period?" }
}
record Message "the message" {
  fact channel: Channel { ask "Channel?" }
  fact other: Channel { ask "Other channel?" }
  fact sentOn: date { ask "When?" }
  fact price: decimal(2) { ask "Price?" }
}
fact letters: list of Letter
fact message: Message
fact categories: set of Category { ask "Which?" }
fact member: Category { ask "Which one?" }
event contact { ask "First contact?" }
fact a: yesno { ask "A?" say "a {is|is not}" }
fact b: yesno { ask "B?" say "b {is|is not}" }
fact c: yesno { ask "C?" say "c {is|is not}" }
fact count: number { ask "How many?" }
ambiguity period "D-02" {
  reading long "long" default
  reading short "short" cite code p.2
  cite code p.3
}
`;

/** Compiles the vocabulary with these declarations; fails on any error. */
function compile(declarations: string): CompiledPack {
  const text = vocabulary + declarations;
  const { value, diagnostics } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
  if (value === undefined) {
    throw new Error(
      diagnostics.map((d) => `${d.code} ${d.message}: ${text.slice(d.span.start, d.span.end)}`).join('\n'),
    );
  }
  return value;
}

function exprs(declarations: string): Readonly<Record<string, string>> {
  return Object.fromEntries(compile(declarations).plan.definitions.map((d) => [d.id, printExpr(d.expr)]));
}

/** The core of one yes/no expression. */
function core(expression: string): string {
  return (
    exprs(`define it { say "it {is|is not}" means ${expression} cite code p.1 }`)['it']?.replace(
      /^\[limb: (.*)\]$/u,
      '$1',
    ) ?? ''
  );
}

describe('expressions', () => {
  test.each([
    ['a and b and c', '(a ∧ b ∧ c)'],
    ['a and (b and c)', '(a ∧ b ∧ c)'],
    ['a or (b or c)', '(a ∨ b ∨ c)'],
    ['a and (b or c)', '(a ∧ (b ∨ c))'],
    ['not (not a)', 'a'],
    ['all of { a, b }', '(a ∧ b)'],
    ['any of { a }', 'a'],
    ['at least 2 of { a, b, c }', '(a ≥2 b ≥2 c)'],
    ['a is yes', 'a'],
    ['a is not yes', '¬a'],
    ['message.channel is email', 'message.channel = email'],
    ['message.channel is not email', '¬message.channel = email'],
    ['message.channel is one of { email, text }', '(message.channel = email ∨ message.channel = text)'],
    ['message.channel is not one of { email }', '¬message.channel = email'],
    ['categories includes health', 'categories ∋ health'],
    [
      'categories includes member',
      'one {member = opinions → categories ∋ opinions; member = health → categories ∋ health; categories ∋ health}',
    ],
    ['categories is exactly { health }', '(¬categories ∋ opinions ∧ categories ∋ health)'],
    ['categories is empty', '(¬categories ∋ opinions ∧ ¬categories ∋ health)'],
    ['categories is not empty', '(categories ∋ opinions ∨ categories ∋ health)'],
    ['some l in letters has (l.objects)', '≥1 l in letters: l.objects'],
    ['every l in letters has (l.objects)', '¬≥1 l in letters: ¬l.objects'],
    ['no l in letters has (l.objects)', '¬≥1 l in letters: l.objects'],
    ['at least 2 l in letters has (l.objects)', '≥2 l in letters: l.objects'],
    ['count < 3', '¬3 ≤ count'],
    ['count >= 3', '3 ≤ count'],
    ['2 * count + 1 <= count - 3', '(2·count + 1) ≤ (count + -1·3)'],
    ['message.price > 12.5', '¬message.price ≤ 1250e-2'],
    ['1 month after message.sentOn <= asOf', '(message.sentOn + 1m0d) ≤ asOf'],
    ['message.sentOn - 2 weeks <= asOf', '(message.sentOn − 0m14d) ≤ asOf'],
    ['contact is notYet', 'contact = notYet'],
    [
      'by reading period { long: a short: b }',
      'one {?period.long → [reading period.long: a]; ?period.short → [reading period.short: b]; [reading period.short: b]}',
    ],
  ])('%s', (written, expected) => {
    expect(core(written)).toBe(expected);
  });
});

describe('comparisons distribute', () => {
  test.each([
    ['asOf > earliest of { contact, message.sentOn }', '¬(asOf ≤ contact ∧ asOf ≤ message.sentOn)'],
    ['asOf > latest of { contact, message.sentOn }', '¬(asOf ≤ contact ∨ asOf ≤ message.sentOn)'],
    [
      '1 month after earliest of { contact, message.sentOn } <= asOf',
      '((contact + 1m0d) ≤ asOf ∨ (message.sentOn + 1m0d) ≤ asOf)',
    ],
    [
      'asOf <= case { a: contact otherwise: message.sentOn }',
      'case {a → asOf ≤ contact; asOf ≤ message.sentOn}',
    ],
    ['earliest l in letters of l.receivedOn <= asOf', '≥1 l in letters: l.receivedOn ≤ asOf'],
    ['latest l in letters of l.receivedOn <= asOf', '¬≥1 l in letters: ¬l.receivedOn ≤ asOf'],
    [
      'earliest l in letters of l.receivedOn <= contact',
      '(≥1 l in letters: l.receivedOn ≤ contact ∨ notYet ≤ contact)',
    ],
    [
      'earliest l in letters of l.receivedOn <= latest l in letters of l.answeredOn',
      '(≥1 l in letters: ≥1 l2 in letters: l.receivedOn ≤ l2.answeredOn ∨ ≥1 l2 in letters: notYet ≤ l2.answeredOn)',
    ],
  ])('%s', (written, expected) => {
    expect(core(written)).toBe(expected);
  });

  test('through definitions, in the place of their parameter', () => {
    const all = exprs(`
      define due for l: Letter: date { say "due {value}" means earliest of { l.receivedOn, contact } cite code p.1 }
      define plain: date { say "on {value}" means message.sentOn cite code p.1 }
      define late { say "it {is|is not}" means (some m in letters has (asOf > m.due)) and asOf > plain cite code p.1 }
    `);
    expect(all['late']).toBe(
      '[limb: (≥1 m in letters: ¬(asOf ≤ [limb: m.receivedOn] ∧ asOf ≤ [limb: contact]) ∧ ¬asOf ≤ @plain)]',
    );
  });

  test('within bounds, with a diagnostic that names the statement', () => {
    const chain = Array.from(
      { length: 14 },
      (_, i) =>
        `define d${i}: date { say "{value}" means latest of { ${i === 0 ? 'contact' : `d${i - 1}`}, 1 day after ${i === 0 ? 'contact' : `d${i - 1}`} } cite code p.1 }`,
    ).join('\n');
    const text = `${vocabulary}${chain}\ndefine deep { say "{is|is not}" means d13 < asOf cite code p.1 }`;
    const { value, diagnostics } = compilePack(new Map([['p.policy', text]]), 'p.policy');
    expect(value).toBeUndefined();
    expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.code)).toEqual([
      'comparison-too-large',
    ]);
    expect(diagnostics.at(-1)?.message).toContain('`deep`');
  });
});

describe('definitions', () => {
  test('are bounds, with their steps marked', () => {
    const { plan } = compile(`
      define it {
        say "it {is|is not}"
        requires a cite code p.1
        includes first: b, very likely cite code p.2
        includes c cite code p.3
        otherwise "on another ground?"
        except hard: count > 3, unlikely cite code p.4 {
          except soft: count > 9 cite code p.5
          except otherwise "another?"
        }
        except otherwise
        cite code p.6
        covers DM-1, DM-2
      }`);
    const [it] = plan.definitions;
    expect(printExpr(it!.expr)).toBe(
      '([requires: a] ∧ ([limb first ~very likely: b] ∨ [limb: c] ∨ [otherwise: otherwise.it])' +
        ' ∧ ¬([exception hard ~unlikely: (¬count ≤ 3 ∧ ¬([exception soft: ¬count ≤ 9] ∨ [otherwise: otherwise.itHardExcept]))]' +
        ' ∨ [otherwise: otherwise.itExcept]))',
    );
    expect(it).toMatchObject({ open: true, visible: true, covers: ['DM-1', 'DM-2'] });
    expect(plan.cites[it!.cites[0]!]).toEqual({ source: 'code', pinpoint: 'p.6' });
    expect(plan.facts.at(-1)).toEqual({
      name: 'otherwise',
      kind: 'otherwise',
      type: { kind: 'record', name: '.otherwise' },
    });
    expect(plan.records.at(-1)?.fields.map((f) => [f.name, f.kind])).toEqual([
      ['it', 'otherwise'],
      ['itExcept', 'otherwise'],
      ['itHardExcept', 'otherwise'],
    ]);
  });

  test('of a record have their implicit judgement in each instance', () => {
    const { plan } = compile(
      'define it for l: Letter { say "it {is|is not}" includes l.objects otherwise "?" cite code p.1 }',
    );
    expect(printExpr(plan.definitions[0]!.expr)).toBe('([limb: l.objects] ∨ [otherwise: l.otherwise.it])');
    expect(plan.goals[0]?.facts).toEqual(['letters[].objects', 'letters[].otherwise.it']);
    expect(plan.records.map((r) => r.name)).toEqual(['Letter', 'Message', 'Letter.otherwise']);
  });

  test('tables are exclusive cases of rows', () => {
    const all = exprs(`
      define need: Channel {
        say "{value}"
        table message.channel | count {
          email, text | - : email
          post | < 3 : post
          post | >= 3 : text
        }
        cite code p.1
      }`);
    expect(all['need']).toBe(
      'one {(message.channel = email ∨ message.channel = text) → [row 1: email];' +
        ' (message.channel = post ∧ ¬3 ≤ count) → [row 2: post];' +
        ' (message.channel = post ∧ 3 ≤ count) → [row 3: text]; [row 3: text]}',
    );
  });

  test('a row bears its own citations, else those of its definition', () => {
    const { plan } = compile(`
      define need: Channel {
        say "{value}"
        table a {
          yes : email cite code p.1
          no : post
        }
        cite act s.1
      }`);
    const { expr } = plan.definitions[0]!;
    const thens = expr.kind === 'case' ? expr.branches.map(({ then }) => then) : [];
    const sources = thens.map((then) =>
      then.kind === 'mark' ? then.mark.cites.map((i) => plan.cites[i]?.source) : null,
    );
    expect(sources).toEqual([['code'], ['act']]);
  });

  test('labels used as conditions become hidden definitions, others do not', () => {
    const { plan } = compile(`
      define it { say "it {is|is not}" requires a includes one: b otherwise "?" except hard: c cite code p.1 { except soft: count > 1 cite code p.2 } cite code p.1 }
      define used { say "{is|is not}" means it.one or it.hard or it.hard.soft cite code p.1 }`);
    const hidden = plan.definitions.filter((d) => !d.visible).map((d) => [d.id, printExpr(d.expr)]);
    const base = '[requires: a] ∧ ([limb one: b] ∨ [otherwise: otherwise.it])';
    expect(hidden).toEqual([
      ['it.one', '([requires: a] ∧ [limb one: b])'],
      ['it.hard', `(${base} ∧ [exception hard: (c ∧ ¬[exception soft: ¬count ≤ 1])])`],
      ['it.hard.soft', `(${base} ∧ [exception hard: c] ∧ [exception soft: ¬count ≤ 1])`],
    ]);
  });
});

describe('rules', () => {
  test('must with a deadline', () => {
    const { plan } = compile(`
      rule respond for l: Letter on controller {
        must "respond" as "need to" when l.objects and l.receivedOn <= asOf
        done by l.answeredOn, no later than 1 month after l.receivedOn
        cite code p.67
      }`);
    expect(plan.definitions.map((d) => [d.id, printExpr(d.expr)])).toEqual([
      ['respond.due', '[due respond: (l.receivedOn + 1m0d)]'],
      ['respond.applies', '[applies respond: (l.objects ∧ l.receivedOn ≤ asOf)]'],
      ['respond.met', '[met respond: (l.answeredOn ≤ asOf ∧ l.answeredOn ≤ (l.receivedOn + 1m0d))]'],
      ['respond.late', '[late respond: ¬asOf ≤ (l.receivedOn + 1m0d)]'],
      [
        'respond.status',
        'case {¬@respond.applies(l) → doesNotApply; @respond.met(l) → compliedWith; @respond.late(l) → breached; notYetDue}',
      ],
    ]);
    expect(plan.rules).toEqual([
      {
        name: 'respond',
        modality: 'must',
        as: 'need to',
        bearer: 'controller',
        param: { name: 'l', record: 'Letter' },
        status: 'respond.status',
        applies: 'respond.applies',
        met: 'respond.met',
        late: 'respond.late',
        due: 'respond.due',
        cites: [expect.any(Number)],
        covers: [],
      },
    ]);
  });

  test('prohibitions, good practice, permissions that defeat, exceptions of other provisions, contrary-to-duty', () => {
    const { plan } = compile(`
      rule noCall on controller { must not "call" when a cite code p.1 }
      rule noText on controller { should not "text" when a done when b cite code p.1 }
      rule mayCall on controller despite noCall { may "call" when c cite code p.2 }
      exception grace to noText from 2019-01-01 { when c, likely cite code p.3 }
      rule apologise on controller { should "apologise" when noCall.breached or noText.grace done when c cite code p.4 }`);
    const all = Object.fromEntries(plan.definitions.map((d) => [d.id, printExpr(d.expr)]));
    expect(all['noCall.applies']).toBe('[applies noCall: (a ∧ ¬[despite mayCall: @mayCall.applies])]');
    expect(all['noCall.met']).toBe('[met noCall: no]');
    expect(all['noCall.breached']).toBe('(@noCall.applies ∧ ¬@noCall.met)');
    expect(all['noText.met']).toBe('[met noText: ¬b]');
    expect(all['noText.applies']).toBe(
      '[applies noText: (a ∧ ¬[exception grace ~likely: (inForce(asOf, 17897, null) ∧ c)])]',
    );
    expect(all['noText.grace']).toBe('(a ∧ [exception grace ~likely: (inForce(asOf, 17897, null) ∧ c)])');
    expect(all['noText.status']).toBe(
      'case {¬@noText.applies → doesNotApply; @noText.met → compliedWith; departedFrom}',
    );
    expect(all['mayCall.status']).toBe('case {@mayCall.applies → permitted; doesNotApply}');
    expect(all['apologise.applies']).toBe('[applies apologise: (@noCall.breached ∨ @noText.grace)]');
    const goal = plan.goals.find((g) => g.name === 'apologise');
    expect(goal?.rules).toEqual(['noCall', 'mayCall', 'apologise']);
    expect(goal?.definitions).toContain('noCall.status');
  });
});

describe('law and dates', () => {
  const one = (law: string): string =>
    exprs(`define it ${law} { say "it {is|is not}" means a or b cite code p.1 }`)['it'] ?? '';

  test('a dated statement is no outside its dates', () => {
    expect(one('from 2018-05-25 ceasing 2026-02-05')).toBe(
      'case {inForce(asOf, 17676, 20489) → [version it@2018-05-25: [limb: (a ∨ b)]]; no}',
    );
  });

  test('what has not happened is judged by the law of the day', () => {
    expect(one('governed by contact, from 2020-01-01')).toBe(
      'case {inForce(case {contact = notYet → asOf; contact}, 18262, null) → [version it@2020-01-01: [limb: (a ∨ b)]]; no}',
    );
  });

  test('a governing date without bounds is there to be checked', () => {
    expect(one('governed by message.sentOn')).toBe(
      'case {inForce(message.sentOn, null, null) → [limb: (a ∨ b)]; no}',
    );
  });

  test('versions, and no gap where they cover the period', () => {
    const { plan } = compile(`
      define it ceasing 2020-01-01 { say "it {is|is not}" means a cite code p.1 }
      define it from 2020-01-01, succeeded by later { say "it {was|was not}" means b cite code p.2 }
      define later { say "it {is|is not}" means c cite code p.1 }`);
    const [it] = plan.definitions;
    expect(printExpr(it!.expr)).toBe(
      'case {inForce(asOf, null, 18262) → [version it: [limb: a]]; inForce(asOf, 18262, null) → [version it@2020-01-01: [limb: b]]; [version it@2020-01-01: [limb: b]]}',
    );
    expect(it).toMatchObject({
      versions: [
        { from: null, ceasing: 18262 },
        { from: 18262, ceasing: null },
      ],
      succeededBy: ['later'],
    });
  });

  test('versions of a rule share what they agree on', () => {
    const all = exprs(`
      rule act ceasing 2020-01-01 on controller { must "act" when a done by contact, no later than 1 month after message.sentOn cite code p.1 }
      rule act from 2020-01-01 on controller { must "act" when a done by contact, no later than 14 days after message.sentOn cite code p.1 }`);
    expect(all['act.due']).toContain('inForce');
    expect(all['act.applies']).toContain('[version act@2020-01-01: a]');
    const same = exprs(`
      rule act ceasing 2020-01-01 on controller { must "act" when a done when c cite code p.1 }
      rule act from 2020-01-01 on controller { must "act" when b done when c cite code p.1 }`);
    expect(same['act.met']).toBe('[met act: c]');
  });
});

describe('the rest of the plan', () => {
  test('facts, assumptions, conditions of existence', () => {
    const { plan } = compile(`
      judgement hard { ask "Hard?" say "it {is|is not} hard" consider a, message.channel effort 7 }
      fact soft: yesno { ask "Soft?" say "it {is|is not} soft" fixed assume yes if not known cite code p.9 }
      define it { say "it {is|is not}" means hard and soft cite code p.1 }`);
    expect(plan.facts.filter((f) => f.name === 'hard' || f.name === 'soft')).toEqual([
      {
        name: 'hard',
        kind: 'judgement',
        type: { kind: 'yesno' },
        consider: ['a', 'message.channel'],
        effort: 7,
      },
      {
        name: 'soft',
        kind: 'fact',
        type: { kind: 'yesno' },
        assume: { value: { kind: 'yesno', value: true }, cites: [expect.any(Number)] },
        fixed: true,
      },
    ]);
    const period = plan.records[0]?.fields.find((f) => f.name === 'period');
    expect(printExpr(period!.onlyIf!)).toBe('self.statesPeriod');
  });

  test('constraints and invariants', () => {
    const { plan } = compile(`
      define it { say "it {is|is not}" means a cite code p.1 }
      constraint one { never both { a, b } because "not together" }
      constraint two for l: Letter { always l.objects }
      invariant three { never it and b cite code p.2 covers DM-3 }`);
    expect(plan.constraints.map((x) => printExpr(x.expr))).toEqual(['¬(a ∧ b)', 'l.objects']);
    expect(plan.constraints[1]?.param).toEqual({ name: 'l', record: 'Letter' });
    expect(plan.invariants.map((x) => [printExpr(x.expr), x.covers])).toEqual([['¬(@it ∧ b)', ['DM-3']]]);
  });

  test('scenarios send facts as an application would', () => {
    const { plan } = compile(`
      define it { say "it {is|is not}" means a cite code p.1 }
      scenario "first" as of 2019-06-01 {
        given {
          message.channel: email
          message.price: 9.50
          contact: notYet
          a: yes
          categories: { health }
          letters: [ { receivedOn: 2019-01-01 statesPeriod: yes period: 2 weeks }, { objects: no } ]
        }
        reading period: short
        expect { it: yes verdict: noBreachFound }
        covers EX-1
      }
      scenario "second" as "first", but as of 2020-01-01 {
        given {
          forget a
          letters[1].objects: yes
          categories: at least { health } not { opinions }
        }
        expect { it: unknown presumed yes depends on period }
      }
      scenario "third" as "first", but { given { letters: at least [ { receivedOn: 2019-02-02 } ] } expect { it: yes } }`);
    expect(plan.scenarios[0]).toEqual({
      name: 'first',
      asOf: 18048,
      readings: { period: 'short' },
      facts: {
        message: { channel: 'email', price: 9.5 },
        contact: 'notYet',
        a: true,
        categories: ['health'],
        letters: [{ receivedOn: '2019-01-01', statesPeriod: true, period: 'P14D' }, { objects: false }],
      },
      expect: [
        { name: 'it', value: 'yes' },
        { name: 'verdict', value: 'noBreachFound' },
      ],
      cites: [],
      covers: ['EX-1'],
    });
    expect(plan.scenarios[1]).toMatchObject({
      asOf: 18262,
      readings: { period: 'short' },
      facts: {
        categories: { health: true, opinions: false },
        letters: [{ receivedOn: '2019-01-01' }, { objects: true }],
      },
      expect: [{ name: 'it', value: 'unknown', presumed: 'yes', dependsOn: ['period'] }],
    });
    expect(plan.scenarios[1]?.facts).not.toHaveProperty('a');
    expect(plan.scenarios[2]?.facts['letters']).toEqual({ atLeast: [{ receivedOn: '2019-02-02' }] });
  });

  test('goals are those declared, else every statement; their slices are exact', () => {
    const body = `
      define one { say "it {is|is not}" means a or message.channel is email cite code p.1 }
      define two { say "it {is|is not}" means one and by reading period { long: b short: c } cite code p.1 }
      define three { say "it {is|is not}" means some l in letters has (l.statesPeriod and asOf < l.receivedOn + l.period) cite code p.1 }`;
    expect(compile(body).plan.goals.map((g) => g.name)).toEqual(['one', 'two', 'three']);
    const { plan } = compile(`${body} goal both "Both" { two, three } goal one`);
    expect(plan.goals).toEqual([
      {
        name: 'both',
        answers: ['two', 'three'],
        definitions: ['one', 'two', 'three'],
        rules: [],
        facts: [
          'letters[].receivedOn',
          'letters[].statesPeriod',
          'letters[].period',
          'message.channel',
          'a',
          'b',
          'c',
        ],
        ambiguities: ['period'],
      },
      {
        name: 'one',
        answers: ['one'],
        definitions: ['one'],
        rules: [],
        facts: ['message.channel', 'a'],
        ambiguities: [],
      },
    ]);
  });

  test('a plan built is a plan read', () => {
    expect(checkPlan(JSON.parse(JSON.stringify(compile('').plan)))).toEqual([]);
  });
});
