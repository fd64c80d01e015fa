import { describe, expect, test } from 'vitest';
import { applyFix } from '../diagnostics/diagnostic.ts';
import { carrier, define, fact, policy, rule } from '../diagnostics/samples.ts';
import { checkPack } from './check-pack.ts';

const pack = (given: string, expected: string): string =>
  policy(
    carrier,
    fact('weighed'),
    'event sentOn { ask "When was it sent?" say "it was sent on {value}" }\n',
    define('sendable', 'weighed'),
    rule('send', 'must "send it"', 'done by sentOn, no later than 2022-01-01'),
    rule('tell', 'should "tell them"', 'done when weighed'),
    rule('keep', 'may "keep it"'),
    `scenario "as usual" as of 2022-01-01 {\n  given  { ${given} }\n  expect { ${expected} }\n}\n`,
  );

const errorsIn = (text: string): ReturnType<typeof checkPack>['diagnostics'] =>
  checkPack(new Map([['pack.policy', text]]), 'pack.policy').diagnostics;

describe('a word that no fact, answer, status or verdict can be', () => {
  test.each([
    ['send: complied', 'compliedWith'],
    ['send: Complied', 'compliedWith'],
    ['send: met', 'compliedWith'],
    ['send: violated', 'breached'],
    ['send: overdue', 'breached'],
    ['send: due', 'notYetDue'],
    ['send: notApplicable', 'doesNotApply'],
    ['send: unknown', 'undetermined'],
    ['send: "breached"', 'breached'],
    ['tell: violated', 'departedFrom'],
    ['tell: notComplied', 'departedFrom'],
    ['keep: allowed', 'permitted'],
    ['verdict: breached', 'breachFound'],
    ['verdict: compliant', 'noBreachFound'],
    ['verdict: noBreach', 'noBreachFound'],
    ['sendable: yse', 'yes'],
    ['sendable: unkown', 'unknown'],
    ['sendable: maybe', 'unknown'],
    ['sendable: N', 'no'],
  ])('%s means %s', (expected, meant) => {
    const text = pack('weighed: yes', expected);
    const errors = errorsIn(text);
    expect(errors).toHaveLength(1);
    expect(text.slice(errors[0]!.span.start, errors[0]!.span.end)).toBe(expected.split(': ')[1]);
    expect(errors[0]!.message).toContain(`did you mean \`${meant}\`?`);
    expect(errorsIn(applyFix(text, errors[0]!.fix!))).toEqual([]);
  });

  test.each([
    ['weighed: Y', 'yes'],
    ['weighed: "yes"', 'yes'],
    ['sentOn: no', 'notYet'],
    ['sentOn: "notYet"', 'notYet'],
  ])('%s, given, means %s', (given, meant) => {
    const text = pack(given, 'sendable: unknown');
    const errors = errorsIn(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.fix?.edits.map((edit) => edit.text)).toEqual([meant]);
    expect(errorsIn(applyFix(text, errors[0]!.fix!))).toEqual([]);
  });

  test('what is near nothing is told the words that there are', () => {
    expect(errorsIn(pack('weighed: perhaps', 'sendable: green')).map(({ help }) => help)).toEqual([
      'a yes/no fact is given as `yes` or `no`; one that is not known is left out',
      'it is one of `yes`, `no` and `unknown`',
    ]);
    expect(errorsIn(pack('weighed: yes', 'send: green'))).toMatchObject([
      { code: 'impossible-expectation', help: expect.stringContaining('compliedWith') as string },
    ]);
  });
});

describe('a scenario without what it expects', () => {
  const bare = 'scenario "base" as of 2022-01-01 { given { weighed: yes } }\n';
  const codes = (...parts: readonly string[]): readonly string[] =>
    errorsIn(policy(fact('weighed'), define('sendable', 'weighed'), ...parts)).map(({ code }) => code);

  test('tests nothing', () => {
    expect(codes(bare)).toEqual(['expects-nothing']);
    expect(codes(bare.replace('} }', '} expect { } }'))).toEqual(['expects-nothing']);
  });

  test('may be what another builds on', () => {
    const but = 'scenario "but" as "base", but { given { weighed: no } }\n';
    expect(codes(bare, but.replace('} }', '} expect { sendable: no } }'))).toEqual([]);
    expect(codes(bare, but)).toEqual(['expects-nothing']);
  });

  test('is no finding where what it expects could not be read', () => {
    expect(codes(bare.replace('} }', '} expects { sendable: yes } }'))).toEqual(['unknown-clause']);
  });
});
