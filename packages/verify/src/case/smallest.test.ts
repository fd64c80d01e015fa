import { compilePack } from '@proviso/compiler';
import { describe, expect, test } from 'vitest';
import { asNode } from '../translate/terms.ts';
import { Translation } from '../translate/translator.ts';
import { defaultBounds } from '../translate/variables.ts';
import { assignmentOf, caseOf } from './case.ts';
import { scenarioText } from './scenario-text.ts';
import { smallest } from './smallest.ts';

const text = `pack small.case { title "Small" version "1.0.0" period from 2020-01-01 }
source act "An Act" { status statute }
enum Colour { red, green }
record Box "the box" {
  fact heavy: yesno { ask "Is it heavy?" say "it {is|is not} heavy" }
  fact colours: set of Colour { ask "Which colours?" }
  event sentOn { ask "When was it sent?" }
  fact label: text { ask "What does it say?" }
  fact delay: duration { ask "How long may it take?" }
}
fact boxes: list of Box
fact sealed: yesno { ask "Is it sealed?" say "it {is|is not} sealed" }
fact price: decimal(2) { ask "What does it cost?" }
ambiguity reach { reading narrow "narrow" default cite act s.1 reading wide "wide" cite act s.2 cite act s.1 }
define ready {
  say "it {is|is not} ready"
  means (some b in boxes has (b.heavy and b.colours includes red)) and (sealed or price > 10.00)
  cite act s.1
}
define wide {
  say "it {is|is not} wide"
  means by reading reach { narrow: sealed  wide: price > 5.00 }
  cite act s.1
}
define sent {
  say "something {was|was not} sent"
  means some b in boxes has (b.sentOn <= asOf and b.label is "fragile" and b.delay after b.sentOn < asOf)
  cite act s.1
}
`;

const { value, diagnostics } = compilePack(new Map([['a.policy', text]]), 'a.policy');
const plan = value?.plan ?? fail(diagnostics.map(({ message }) => message).join('\n'));

function fail(why: string): never {
  throw new Error(why);
}

/** The smallest case that shows the same of a definition as this one. */
function shrunk(
  name: string,
  facts: Parameters<typeof assignmentOf>[1]['facts'],
  readings: Readonly<Record<string, string>> = {},
): ReturnType<typeof caseOf> {
  const translation = Translation.of(plan, defaultBounds);
  const { form, variables } = translation;
  const node = asNode(translation.definition(name));
  const assignment = assignmentOf(variables, { facts, asOf: '2021-06-15', readings });
  return caseOf(variables, smallest(form, variables, [node], assignment), variables.asOf as never);
}

describe('the smallest case', () => {
  test('has no fact that could be left out, and none of the lists longer than need be', () => {
    const found = shrunk('ready', {
      boxes: [
        { heavy: false, colours: ['green'] },
        { heavy: true, colours: ['red', 'green'] },
      ],
      sealed: true,
      price: 20,
    });
    expect(found.facts).toEqual({
      boxes: { atLeast: [{ heavy: true, colours: { red: true } }] },
      sealed: true,
    });
    expect(found.asOf).toBe('2021-06-15');
  });

  test('keeps a reading only where the case turns on it', () => {
    expect(shrunk('wide', { sealed: true, price: 6 }, { reach: 'narrow' }).readings).toEqual({});
    const turning = shrunk('wide', { sealed: false, price: 6 }, { reach: 'wide' });
    expect(turning).toMatchObject({ readings: { reach: 'wide' }, facts: { price: expect.any(Number) } });
  });

  test('has plain dates and numbers where others do as well', () => {
    const found = shrunk('sent', {
      boxes: [{ sentOn: '2019-03-07', label: 'fragile', delay: 'P3M' }],
    });
    expect(found.facts).toEqual({
      boxes: { atLeast: [{ sentOn: '2021-06-14', label: 'fragile', delay: 'P0D' }] },
    });
  });

  test('as a scenario is read back as the same case', () => {
    const given = shrunk('sent', { boxes: [{ sentOn: '2021-01-01', label: 'fragile', delay: 'P1M' }] });
    const scenario = scenarioText(plan, given, {
      name: 'a "quoted" name',
      expect: [{ name: 'sent', value: 'yes' }],
      comment: 'found by a test',
    });
    const { value: read, diagnostics } = compilePack(new Map([['a.policy', text + scenario]]), 'a.policy');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(read?.plan.scenarios[0]).toMatchObject({ name: 'a "quoted" name', facts: given.facts });
  });

  test('says in a comment what a scenario cannot say', () => {
    const scenario = scenarioText(
      plan,
      { facts: { boxes: [{ delay: 'P1M2D' }] }, asOf: '2021-06-15', readings: { reach: 'wide' } },
      { name: 'mixed', expect: [] },
    );
    expect(scenario).toContain('// delay is "P1M2D", which a scenario cannot say');
    expect(scenario).toContain('reading reach: wide');
    const { diagnostics } = compilePack(
      new Map([['a.policy', text + scenario.replace('expect {', 'expect {\n    sent: unknown')]]),
      'a.policy',
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
