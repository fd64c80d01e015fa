import { expect, test } from 'vitest';
import { compilePack } from '../compile-pack.ts';

const text = `
/// Only for tests.
pack trial.pack { title "Trial" version "0.1.0" period from 2018-05-25 licence "CC0-1.0" }
/// What is cited.
source code "A code" { short "the code" status draft url "https://code.example/" }
/// Ways to write.
enum Channel {
  email "e-mail",
  /// By Royal Mail or another.
  post
}
enum Plain { some, none }
bearer controller "the controller"
record Letter "the letter" {
  event receivedOn { ask "When?" help "The day it came." cite code p.7 }
}
fact letters: list of Letter
fact last: Letter
fact channel: Channel { ask "Which channel?" say "it goes by {value}" }
fact fee: decimal(2) in "£" { ask "Fee?" say "the fee is {value}" }
fact plain: Plain { ask "Plain?" say "it is {value}" }
fact a: yesno { ask "A?" say "a {is|is not}" }
fact b: yesno { ask "B?" say "b {is|is not}" }
/// In doubt.
ambiguity period "D-02" { reading long "the long one" default reading short "the short one" cite code p.3 }
section "Part" {
  section "Inner" {
    /// About one.
    /// In two lines.
    define one {
      say "one {is|is not}"
      includes first: a cite code p.1 { say "the first ground" }
      otherwise "another ground?"
      except hard: b cite code p.2 { say "it is hard" except soft: channel is post cite code p.2 { say "it is soft" } }
      except otherwise "another exception?"
      cite code p.1
    }
  }
}
define old for l: Letter { say "{is|is not} old" includes l.receivedOn < 2019-01-01 and by reading period { long: a short: b } otherwise "old for another reason?" cite code p.1 }
define dated ceasing 2020-01-01 {
  say "was {is|is not}"
  means a cite code p.1
  except late: b cite code p.2 { say "it was late" }
  cite code p.8
}
define dated from 2020-01-01 {
  say "now {is|is not}"
  means a cite code p.1
  except late: b cite code p.2 { say "it is late" }
  cite code p.9
}
rule act on controller { must "act" when one done when b cite code p.4 }
rule advise on controller { should "act" when a done when ((b)) cite code p.4 }
rule never on controller { must not "act" when a done when b cite code p.4 }
exception grace to act { say "there is grace" when a cite code p.5 }
constraint never1 { never a and b because "both at once cannot be" }
/// Always so.
invariant inv { always one or (not one) because "of logic" cite code p.6 }
/// The goal.
goal all "Everything" { one, old, dated, act }
scenario "s" as of 2021-01-01 { given { a: yes last.receivedOn: 2020-01-01 letters: [] } expect { one: unknown } }
`;

test('every word of a pack is under the name that the plan has for its subject', () => {
  const { value, diagnostics } = compilePack(new Map([['p.policy', text]]), 'p.policy');
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  expect(value.phrases).toEqual({
    format: 1,
    of: { id: value.plan.pack.id, version: value.plan.pack.version, text: value.plan.pack.text },
    pack: { title: 'Trial', licence: 'CC0-1.0', doc: 'Only for tests.' },
    facts: {
      letters: { record: 'Letter' },
      last: { record: 'Letter' },
      channel: { enum: 'Channel', ask: 'Which channel?', say: 'it goes by {value}' },
      fee: { unit: '£', places: 2, ask: 'Fee?', say: 'the fee is {value}' },
      plain: { ask: 'Plain?', say: 'it is {value}' },
      a: { ask: 'A?', say: 'a {is|is not}' },
      b: { ask: 'B?', say: 'b {is|is not}' },
      'Letter.receivedOn': {
        ask: 'When?',
        help: 'The day it came.',
        cites: [{ source: 'code', pinpoint: 'p.7' }],
      },
      'otherwise.one': { ask: 'another ground?' },
      'otherwise.oneExcept': { ask: 'another exception?' },
      'Letter.otherwise.old': { ask: 'old for another reason?' },
    },
    records: { Letter: { title: 'the letter' } },
    enums: {
      Channel: {
        doc: 'Ways to write.',
        members: { email: { words: 'e-mail' }, post: { doc: 'By Royal Mail or another.' } },
      },
      Plain: {},
    },
    bearers: { controller: { title: 'the controller' } },
    statements: {
      one: {
        kind: 'define',
        cites: [{ source: 'code', pinpoint: 'p.1' }],
        say: 'one {is|is not}',
        doc: 'About one.\nIn two lines.',
        sections: ['Part', 'Inner'],
        labels: {
          first: { say: 'the first ground' },
          hard: { say: 'it is hard' },
          'hard.soft': { say: 'it is soft' },
        },
      },
      old: {
        kind: 'define',
        record: 'Letter',
        say: '{is|is not} old',
        cites: [{ source: 'code', pinpoint: 'p.1' }],
      },
      dated: {
        kind: 'define',
        say: 'now {is|is not}',
        labels: { late: { say: 'it is late' } },
        cites: [
          { source: 'code', pinpoint: 'p.8' },
          { source: 'code', pinpoint: 'p.9' },
        ],
        versions: {
          dated: {
            say: 'was {is|is not}',
            labels: { late: { say: 'it was late' } },
            cites: [{ source: 'code', pinpoint: 'p.8' }],
          },
          'dated@2020-01-01': {
            say: 'now {is|is not}',
            labels: { late: { say: 'it is late' } },
            cites: [{ source: 'code', pinpoint: 'p.9' }],
          },
        },
      },
      act: {
        kind: 'rule',
        modality: 'must',
        act: 'act',
        sameAct: ['act', 'advise'],
        labels: { grace: { say: 'there is grace' } },
        cites: [{ source: 'code', pinpoint: 'p.4' }],
      },
      // Brackets do not make it another act; that the act is forbidden does.
      advise: {
        kind: 'rule',
        modality: 'should',
        act: 'act',
        sameAct: ['act', 'advise'],
        cites: [{ source: 'code', pinpoint: 'p.4' }],
      },
      never: {
        kind: 'rule',
        modality: 'mustNot',
        act: 'act',
        cites: [{ source: 'code', pinpoint: 'p.4' }],
      },
    },
    ambiguities: {
      period: { title: 'D-02', doc: 'In doubt.', readings: { long: 'the long one', short: 'the short one' } },
    },
    constraints: { never1: { because: 'both at once cannot be' } },
    invariants: { inv: { because: 'of logic', doc: 'Always so.' } },
    goals: { all: { title: 'Everything', doc: 'The goal.' } },
    sources: {
      code: {
        title: 'A code',
        short: 'the code',
        status: 'draft',
        basis: 'primary',
        url: 'https://code.example/',
        doc: 'What is cited.',
      },
    },
  });
  // None of it is in the plan but names, labels, certainties, titles of sources and of scenarios.
  const plan = JSON.stringify(value.plan);
  for (const words of ['Which channel?', 'the first ground', 'Everything', 'of logic', 'About one']) {
    expect(plan).not.toContain(words);
  }
});
