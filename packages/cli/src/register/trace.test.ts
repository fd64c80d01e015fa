import { compilePack } from '@proviso/compiler';
import { expect, test } from 'vitest';
import type { Section, Statement } from './register.ts';
import { traceCsv } from './trace-csv.ts';
import { traceHtml } from './trace-html.ts';
import { traceText } from './trace-text.ts';
import { type Trace, traceOf } from './trace.ts';

const policy = `
pack trial.pack { title "Trial" version "0.1.0" period from 2018-05-25 }
source code "A code" { status draft }
bearer controller "the controller"
fact a: yesno { ask "A?" say "a {is|is not}" }
fact b: yesno { ask "B?" say "b {is|is not}" }
define one { say "one {is|is not}" means first: a cite code p.1 { covers T-01 } cite code p.1 }
rule act on controller { must "act" when one done when b cite code p.4 covers T-02 }
rule idle on controller { should "rest" when one done when b cite code p.4 }
exception grace to act { say "there is grace" when a and b cite code p.5 covers T-03 }
scenario "both" as of 2021-01-01 { given { a: yes b: yes } expect { act: doesNotApply } }
scenario "unmet" as of 2021-01-01 { given { a: yes b: no } expect { one: yes } covers T-05 }
`;

function statement(id: string, more: Partial<Statement> = {}): Statement {
  return {
    id,
    source: 'code',
    pinpoint: 'p.1',
    strength: { verbatim: ['must'], kind: 'must' },
    bearer: 'controller',
    wording: `What ${id} says`,
    disposition: 'encode',
    conditions: [{ fact: 'a' }],
    ...more,
  };
}

function trace(statements: readonly Statement[] | undefined, text: string = policy): Trace {
  const { value, diagnostics } = compilePack(new Map([['p.policy', text]]), 'p.policy');
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const register: readonly Section[] =
    statements === undefined ? [] : [{ section: 'T', title: 'Trial section', statements }];
  return traceOf(value.plan, register);
}

const covered = [
  statement('T-01'),
  statement('T-02', { conditions: [{ judgement: 'j' }] }),
  statement('T-03'),
];
const plain = (_: string, text: string): string => text;

test('a statement leads to what covers it, by limbs and exceptions of their own too, and to the scenarios that expect those', () => {
  const { statements } = trace(covered);
  expect(statements.map(({ statement: { id }, encodedBy, scenarios }) => [id, encodedBy, scenarios])).toEqual(
    [
      ['T-01', ['one'], ['unmet']],
      ['T-02', ['act'], ['both']],
      ['T-03', ['act'], ['both']],
    ],
  );
});

test('every break of the chain is told, and each kind once', () => {
  const { findings } = trace([
    ...covered,
    statement('T-04'),
    statement('T-05', { disposition: 'setAside', reason: 'descriptionOnly' }),
    statement('T-06', { disposition: 'setAside', reason: 'duplicate', duplicateOf: 'T-99' }),
    statement('T-07', { disposition: 'setAside', strength: { verbatim: ['may'], kind: 'may' } }),
  ]);
  expect(findings.map(({ kind, about }) => [kind, about])).toEqual([
    ['statementUnaccounted', 'T-04'],
    ['dutySetAside', 'T-05'],
    ['statementUnaccounted', 'T-06'],
    ['statementUnaccounted', 'T-07'],
    ['ruleCoversNothing', 'idle'],
  ]);
  const rest = trace([statement('T-01', { disposition: 'setAside', reason: 'aboutTheCode' })]).findings;
  expect(rest.map(({ kind, about }) => [kind, about])).toEqual([
    ['setAsideButCovered', 'T-01'],
    ['statementUnregistered', 'T-02'],
    ['statementUnregistered', 'T-03'],
    ['ruleCoversNothing', 'idle'],
  ]);
});

test('near misses are no findings', () => {
  const whole = policy.replace('done when b cite code p.4 }', 'done when b cite code p.4 covers T-04 }');
  const { findings, counts } = trace(
    [
      ...covered,
      statement('T-04'),
      statement('T-05', { disposition: 'setAside', reason: 'duplicate', duplicateOf: 'T-02' }),
      statement('T-06', {
        disposition: 'setAside',
        reason: 'descriptionOnly',
        strength: { verbatim: ['is'], kind: 'likelihood' },
      }),
    ],
    whole,
  );
  expect(findings).toEqual([]);
  expect(counts).toEqual({
    registered: 6,
    encoded: 4,
    unaccounted: 0,
    judgementsOnly: 1,
    setAside: { duplicate: 1, descriptionOnly: 1 },
    untried: 1,
  });
});

test('without a register the rules are told, and it is said that nothing else can be', () => {
  const text = traceText(trace(undefined), plain);
  expect(text).toContain('rule act → T-02, T-03 → "both"');
  expect(text).toContain('no register of statements');
  expect(text).toContain('broken: the rule `idle` covers no statement');
});

test('as text each statement has its line, and the counts end it', () => {
  const text = traceText(
    trace([...covered, statement('T-06', { disposition: 'setAside', reason: 'aboutTheCode' })]),
    plain,
  );
  expect(text).toContain('  T-01 code p.1 → one → "unmet"\n');
  expect(text).toContain('  T-06 code p.1 set aside: aboutTheCode\n');
  expect(text).toContain('4 statements: 3 encoded (1 of them by judgements only, 0 tried by no scenario)');
});

test('as CSV there is a row for each statement, and no field is a formula', () => {
  const csv = traceCsv(trace([statement('T-01', { wording: '=HYPERLINK("x")' }), ...covered.slice(1)]));
  const rows = csv.trimEnd().split('\r\n');
  expect(rows).toHaveLength(4);
  expect(rows[0]).toMatch(/^id,section,source,/);
  expect(rows[1]).toContain(`"'=HYPERLINK(""x"")"`);
});

test('as HTML texts are escaped, and every link has its target', () => {
  const html = traceHtml(
    trace([
      statement('T-01', { wording: '<script>alert(1)</script>' }),
      ...covered.slice(1),
      statement('T-06', { disposition: 'setAside', reason: 'aboutTheCode' }),
    ]),
    'Trials & tests',
  );
  expect(html).toContain('<h1>Trials &amp; tests: traceability</h1>');
  expect(html).not.toContain('<script>');
  expect(html).toContain('&lt;script>');
  const targets = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((id) => !targets.has(id))).toEqual([]);
  // Reasons are told in words, and none as one.
  expect(html).toContain('Set aside: about the code');
  expect(html).toContain('1 is set aside: about the code 1.');
  expect(html).toContain('each of them is tried by a scenario');
});
