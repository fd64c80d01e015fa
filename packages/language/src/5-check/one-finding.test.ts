import { describe, expect, test } from 'vitest';
import { applyFix, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkPack } from './check-pack.ts';

/** A pack with most constructs and nothing wrong. */
const parcels = `pack parcels.demo {
  title "Parcels"
  version "1.0.0"
  period from 2020-01-01 ceasing 2030-01-01
}
source act "The Parcels Act 2019" { status statute basis primary checked 2026-01-01 }
bearer carrier "the carrier"
enum Size { small, large, oversize }
enum Label { fragile, upright, wet }
record Parcel "the parcel" {
  fact size: Size { ask "How large is it?" say "its size is {value}" }
  fact labels: set of Label { ask "Which labels does it bear?" say "they {include|do not include} {value}" }
  fact weight: number in "kg" { ask "What does it weigh?" say "it weighs {value}" }
  fact glass: yesno { ask "Is it made of glass?" say "it {is|is not} made of glass" }
  fact leaks: yesno { ask "Does it leak?" say "it {leaks|does not leak}" }
  event postedOn { ask "When was it posted?" say "it was posted on {value}" }
  event tellOn { ask "When was the sender told?" say "the sender was told on {value}" }
  fact insured: yesno { ask "Is it insured?" say "it {is|is not} insured" }
  fact value: number in "£" only if insured { ask "For how much?" say "for {value}" }
  judgement wellPacked { ask "Is it well packed?" say "it {is|is not} well packed" consider glass, weight }
}
fact parcels: list of Parcel
fact parcel: Parcel
define heavy for p: Parcel {
  say "the parcel {is|is not} heavy"
  means p.weight > 20 cite act s.2
}
define dangerous {
  say "the parcel {is|is not} dangerous"
  requires posted: parcel.postedOn <= asOf
  includes burning: parcel.leaks and parcel.glass, very likely cite act s.2 "likely to burn" {
    say "it {burns|does not burn}"
  }
  includes wet: parcel.labels includes wet
  otherwise "Is the parcel dangerous in another way?"
  except packed: parcel.wellPacked cite act s.3(1)
  cite act s.2
}
define fee: number in "£" {
  say "the fee is {value}"
  means case { parcel.size is oversize: 50  parcel.weight > 10: 20  otherwise: 5 } cite act s.6
}
define rate: number {
  say "the rate is {value}"
  table parcel.size | parcel.weight {
    small | -: 1 cite act sch.1
    large | <= 10: 2
    large | > 10: 3
    oversize | -: 4
  }
  cite act sch.1
}
define suspicious {
  say "the parcel {is|is not} suspicious"
  means any of { parcel.leaks, parcel.glass and parcel.insured, parcel.size is one of { small, large } }
  means some other in parcels has (other.leaks and other.postedOn <= parcel.postedOn)
  means parcel.labels is exactly { fragile, upright } and (parcel.leaks or not parcel.glass) cite act s.4
  cite act s.4
}
define lastPosted: date {
  say "the last was posted on {value}"
  means earliest of { parcel.postedOn, 2 weeks after parcel.tellOn }
  cite act s.5
}
ambiguity whatIsGlass "D-01" {
  reading wholly "all of it is glass" default cite act s.1
  reading mainly "most of it is glass" cite act s.1
  cite act s.1 para.2
}
define glassy {
  say "the parcel {is|is not} of glass"
  means by reading whatIsGlass { wholly: parcel.glass  mainly: parcel.leaks } cite act s.1
}
rule tellSender for p: Parcel on carrier governed by p.postedOn, from 2021-01-01 ceasing 2025-01-01 {
  must "tell the sender" as "need to"
  when p.leaks
  done by p.tellOn, no later than 7 days after p.postedOn
  except safe: p.wellPacked cite act s.8(2)
  cite act s.8
}
rule refuse on carrier {
  must not "take the parcel"
  when dangerous
  done when parcel.leaks
  cite act s.9, act s.10 "no such parcel is taken"
}
rule openIt on carrier despite refuse {
  may "open the parcel"
  when suspicious or glassy
  cite act s.11
}
exception oldCustomers to refuse {
  say "the sender {is|is not} an old customer"
  when parcel.insured and parcel.value > 5
  cite act s.12
}
constraint notBoth {
  never both { parcel.size is small, parcel.weight > 30 }
  because "no small parcel weighs that"
}
invariant heavyOnes {
  always rate >= 1 and fee >= 5 and lastPosted <= notYet and (some p in parcels has p.heavy or yes)
  because "as the schedule says"
  cite act sch.1
}
scenario "a leaking parcel" as of 2022-05-01 {
  given {
    parcel.leaks: yes
    parcel.weight: 12
    parcel.size: large
    parcel.labels: { fragile }
    parcel.postedOn: 2022-04-01
    parcels: [ { leaks: yes postedOn: 2022-04-01 tellOn: notYet }, { leaks: no } ]
  }
  expect {
    tellSender for parcels[0]: breached
    dangerous: unknown
    rate: 3
    verdict: breachFound
  }
  cite act s.2
}
scenario "the same, told" as "a leaking parcel", but as of 2022-06-01 {
  given {
    forget parcel.labels
    parcels[0].tellOn: 2022-04-02
  }
  expect {
    tellSender for parcels[0]: compliedWith
  }
}
`;

const choice = 'means case { parcel.size is oversize: 50  parcel.weight > 10: 20  otherwise: 5 } cite';
const list = 'parcels: [ { leaks: yes postedOn: 2022-04-01 tellOn: notYet }, { leaks: no } ]';
/** What is written in the pack, a mistake in its place, and whether its repair leaves nothing to mend. */
const mistakes: readonly (readonly [right: string, wrong: string, mended: boolean])[] = [
  ['cite act s.9, act s.10', 'cite act s.9 and act s.10', true],
  ['large | <= 10: 2', 'large <= 10 2', true],
  ['small | -: 1 cite act sch.1', 'small - 1', true],
  ['large | <= 10: 2', 'large | <= 10 2', true],
  ['large | <= 10: 2', 'large <= 10: 2', true],
  ['oversize | -: 4', 'oversize any 4', false],
  [
    'table parcel.size | parcel.weight {\n    small | -: 1 cite act sch.1\n    large | <= 10: 2\n    large | > 10: 3\n    oversize | -: 4',
    'table parcel.size {\n    small 1\n    large 2\n    oversize 4',
    true,
  ],
  [list, 'parcels: { leaks: yes postedOn: 2022-04-01 tellOn: notYet }', true],
  [list, 'parcels: { leaks: yes postedOn: 2022-04-01 tellOn: notYet }, { leaks: no }', true],
  [list, 'parcels: { leaks: yes postedOn: 2022-04-01 tellOn: notYet } { leaks: no }', true],
  [list, 'parcels:\n      { leaks: yes postedOn: 2022-04-01 tellOn: notYet },\n      { leaks: no }', true],
  [list, 'parcels: at least { leaks: yes postedOn: 2022-04-01 tellOn: notYet }', true],
  [list, 'parcels: at least { leaks: yes postedOn: 2022-04-01 tellOn: notYet }, { leaks: no }', true],
  ['parcel.labels: { fragile }', 'parcel.labels: fragile', true],
  ['parcel.labels: { fragile }', 'parcel.labels: fragile, upright', true],
  ['parcel.labels: { fragile }', 'parcel.labels: [fragile, upright]', false],
  ['parcel.labels: { fragile }', 'parcel.labels: { fragile upright }', true],
  ['is one of { small, large }', 'is one of { small large }', true],
  ['is exactly { fragile, upright }', 'is exactly fragile', false],
  ['is exactly { fragile, upright }', 'is exactly fragile, upright', false],
  ['parcel.leaks, parcel.glass and', 'parcel.leaks parcel.glass and', true],
  [choice, 'means switch parcel.size { oversize: 50  large: 20  small: 5 } cite', true],
  [choice, 'means switch (parcel.size) { oversize: 50  large: 20  small: 5 } cite', true],
  [choice, 'means switch (parcel.size) { case oversize: 50  case large: 20  default: 5 } cite', true],
  [
    choice,
    'means switch (parcel.size) {\n      case oversize: 50\n      case large: 20\n      default: 5\n    }\n    cite',
    true,
  ],
  [choice, 'means switch { parcel.size is oversize: 50  otherwise: 5 } cite', true],
  [choice, 'means match parcel.size { oversize => 50, large => 20, _ => 5 } cite', true],
  [choice, 'means case parcel.size { oversize: 50  otherwise: 5 } cite', true],
  [choice, 'means case parcel.size of { oversize: 50  otherwise: 5 } cite', true],
  [choice, 'means case when parcel.size is oversize then 50 else 5 end cite', true],
  [
    'means case { parcel.size is oversize: 50  parcel.weight > 10: 20  otherwise: 5 } cite act s.6',
    'switch parcel.size { oversize: 50  large: 20  small: 5 } cite act s.6',
    true,
  ],
  [choice, 'means if parcel.size is oversize then 50 else 5 cite', true],
  [choice, 'means if parcel.size is oversize then 50 else if parcel.weight > 10 then 20 else 5 cite', true],
  [choice, 'means\n      if parcel.size is oversize\n      then 50\n      else 5\n    cite', true],
  [choice, 'means if (parcel.size is oversize) 50 else 5 cite', true],
  [choice, 'means IF parcel.size is oversize THEN 50 ELSE 5 cite', true],
  [
    'means case { parcel.size is oversize: 50  parcel.weight > 10: 20  otherwise: 5 } cite act s.6',
    'if parcel.size is oversize then 50 else 5 cite act s.6',
    true,
  ],
  [
    'means p.weight > 20 cite act s.2',
    'means if p.leaks then p.weight > 10 else p.weight > 20 cite act s.2',
    true,
  ],
  ['when p.leaks\n', 'when if p.leaks then p.glass else p.insured\n', true],
  ['2 weeks after parcel.tellOn }', '(if parcel.leaks then parcel.tellOn else parcel.postedOn) }', true],
  ['2 weeks after parcel.tellOn }', 'if parcel.leaks then parcel.tellOn else parcel.postedOn }', true],
  [
    'no later than 7 days after p.postedOn',
    'no later than if p.leaks then 7 days after p.postedOn else 8 days after p.postedOn',
    true,
  ],
  ['large | > 10: 3', 'large | > 10: if parcel.leaks then 3 else 4', true],
  ['parcel.weight > 10: 20', 'parcel.weight > 10: if parcel.leaks then 20 else 21', true],
  ['requires posted: parcel.postedOn <= asOf', 'requires posted: parcel.postedOn <= TODAY', true],
  ['parcel.postedOn: 2022-04-01', 'parcel.postedOn: today', false],
  ['from 2021-01-01 ceasing', 'from 2021-2-31 ceasing', false],
  ['from 2021-01-01 ceasing', 'from 31 February 2021 ceasing', false],
  ['from 2021-01-01 ceasing', 'from 30/02/2021 ceasing', false],
  ['from 2021-01-01 ceasing', 'from 31/11/2021 ceasing', false],
  ['from 2021-01-01 ceasing', 'from 11/31/2021 ceasing', false],
  ['from 2021-01-01 ceasing', 'from 29 Feb 2021 ceasing', false],
  ['requires posted: parcel.postedOn <= asOf', 'requires posted: parcel.postedOn <= 2020-2-31', false],
  ['from 2021-01-01 ceasing', 'from 20210101 ceasing', true],
  ['from 2021-01-01 ceasing 2025-01-01 {', 'from 2021-01-01 ceases 2025-01-01 {', true],
  ['period from 2020-01-01 ceasing 2030-01-01', 'period 2020-01-01 ceasing 2030-01-01', true],
  ['version "1.0.0"', 'version 1.0.0', true],
  ['governed by p.postedOn, from', 'governed p.postedOn, from', true],
  ['rule refuse on carrier {', 'rule refuse carrier {', true],
  ['rule refuse on carrier {', 'rule refuse by carrier {', true],
  ['define heavy for p: Parcel {', 'define heavy for p {', false],
  ['define heavy for p: Parcel {', 'define heavy for p in parcels {', false],
  ['define heavy for p: Parcel {', 'define heavy(p: Parcel) {', false],
  ['define heavy for p: Parcel {', 'define heavy for each p: Parcel {', true],
  ['some p in parcels has p.heavy', 'some p in parcels has heavy(p)', true],
  ['except packed: parcel.wellPacked', 'exception packed: parcel.wellPacked', true],
  ['exception oldCustomers to refuse {', 'exception oldCustomers of refuse {', true],
  ['7 days after', '7-day after', false],
  ['no later than 7 days', 'not later than 7 days', true],
  ['no later than 7 days', 'no later then 7 days', true],
  [
    'done by p.tellOn, no later than 7 days after p.postedOn',
    'done by p.tellOn, at most 7 days after p.postedOn',
    true,
  ],
  ['when p.leaks\n', 'when p.leaks\n  and p.glass,\n', true],
  ['some other in parcels has', 'some other in parcels where', true],
  ['parcel.labels includes wet', 'wet in parcel.labels', true],
  ['parcel.size is oversize: 50', 'parcel.size equals oversize: 50', true],
  ['parcel.size is oversize: 50', 'parcel.size is equal to oversize: 50', true],
  ['parcel.weight > 10: 20', 'parcel.weight is greater than 10: 20', true],
  ['parcel.weight > 10: 20', 'parcel.weight more than 10: 20', true],
  ['or not parcel.glass', 'or Not parcel.glass', true],
  ['parcel.leaks and parcel.glass, very', 'parcel.leaks AND parcel.glass, very', true],
  ['fact glass: yesno', 'fact glass yesno', true],
  ['fact glass: yesno', 'fact glass is yesno', false],
  ['fact glass: yesno', 'yesno glass', false],
  ['fact glass: yesno', 'glass: yesno', false],
  ['fact glass: yesno', 'facts glass: yesno', true],
  ['fact parcels: list of Parcel', 'fact parcels: list Parcel', true],
  ['fact parcels: list of Parcel', 'fact parcels: list<Parcel>', true],
  ['fact parcels: list of Parcel', 'fact parcels: a list of Parcel', true],
  ['fact parcels: list of Parcel', 'fact parcels: lists of Parcel', true],
  ['ask "Does it leak?" say', 'ask "Does it leak?", say', true],
  ['enum Size { small, large, oversize }', 'enum Size { small | large | oversize }', true],
  ['enum Size { small, large, oversize }', 'enum Size { "small", "large", "oversize" }', true],
  ['enum Size { small, large, oversize }', 'enum Size { small: "little", large, oversize }', true],
  ['enum Size { small, large, oversize }', 'enum Size { small or large or oversize }', true],
  ['record Parcel "the parcel" {', 'record Parcel: "the parcel" {', true],
  ['status statute basis', 'status "statute" basis', true],
  ['define lastPosted: date {', 'define lastPosted date {', true],
  ['define dangerous {', 'define dangerous as {', true],
  ['define dangerous {', 'define "dangerous" {', true],
  ['means p.weight > 20 cite', 'meaning p.weight > 20 cite', true],
  ['means p.weight > 20 cite', 'return p.weight > 20 cite', true],
  ['parcel.weight > 10: 20', 'parcel.weight > 10 20', true],
  ['large | <= 10: 2', 'large | <= 10 kg: 2', false],
  ['large | <= 10: 2', 'large | up to 10: 2', false],
  ['reading wholly "all', 'reading wholly: "all', true],
  ['because "no small parcel weighs that"', 'because no small parcel weighs that', true],
  ['rate: 3\n', 'rate: 3 depends whatIsGlass\n', true],
  ['dangerous: unknown\n', 'dangerous: unknown depends on whatIsGlass, whatIsGlass\n', true],
  ['parcel.glass, very likely cite', 'parcel.glass, probably cite', true],
  ['parcel.glass, very likely cite', 'parcel.glass, quite likely cite', true],
  ['parcel.glass, very likely cite', 'parcel.glass, Likely cite', true],
  ['rule refuse on carrier {', 'obligation refuse on carrier {', true],
  ['scenario "a leaking parcel" as of', 'test "a leaking parcel" as of', true],
  ['despite refuse {', 'despite "refuse" {', true],
  ['despite refuse {', 'notwithstanding refuse {', true],
  ['when suspicious or glassy', 'when suspicious, or glassy', true],
  ['when suspicious or glassy', 'when any of:\n    - suspicious\n    - glassy', false],
  ['say "it {burns|does not burn}"\n', 'says "it {burns|does not burn}"\n', true],
  ['fact value: number in "£" only if insured', 'fact value: number in "£" if insured', true],
  ['fact value: number in "£" only if insured', 'fact value: number in "£" only when insured', true],
  ['fact value: number in "£" only if', 'fact value: number in pounds only if', true],
  ['consider glass, weight', 'consider glass and weight', true],
  ['when p.leaks\n', 'when p->leaks\n', true],
];

const found = (text: string): readonly Diagnostic[] =>
  checkPack(new Map([['pack.policy', text]]), 'pack.policy').diagnostics;

describe('a mistake in a whole pack is one finding', () => {
  test('without one there is none', () => {
    expect(found(parcels)).toEqual([]);
  });

  test.each(mistakes)('%s → %s', (right, wrong, isMended) => {
    const text = parcels.replace(right, () => wrong);
    expect(text).not.toBe(parcels);
    const [one, ...others] = found(text);
    expect([one?.code, others]).toEqual([one?.code ?? 'none', []]);
    // It is told where the mistake is.
    const start = parcels.indexOf(right);
    const line = text.lastIndexOf('\n', start);
    const end = text.indexOf('\n', start + wrong.length);
    expect(one!.span.start > line && one!.span.start <= end).toBe(true);
    expect(one?.fix !== undefined && found(applyFix(text, one.fix)).length === 0).toBe(isMended);
  });
});

describe('the day on which it is asked', () => {
  const event = (name: string): string => `event ${name} { ask "Which day?" say "it is {value}" }\n`;
  const uses = (name: string): string =>
    parcels.replace('earliest of { parcel.postedOn,', `earliest of { ${name},`);

  test.each(['today', 'now'])('a fact that is called `%s` is used by its name', (name) => {
    expect(found(`${uses(name)}${event(name)}`)).toEqual([]);
    const files = new Map([
      ['pack.policy', `${uses(name)}import "day.policy"\n`],
      ['day.policy', event(name)],
    ]);
    expect(checkPack(files, 'pack.policy').diagnostics).toEqual([]);
  });

  test.each(['today', 'now', 'TODAY'])('`%s` is no name otherwise', (name) => {
    const [one, ...others] = found(uses(name));
    expect([one?.code, one?.fix?.edits[0]?.text, one?.fix?.safe, others]).toEqual([
      'unknown-name',
      'asOf',
      false,
      [],
    ]);
  });
});

test('what follows a repair is told where it is written', () => {
  const text =
    'defines a { means x cite act s.1 }\nscenario "s" at 2020-01-01 { expect { a: yes } }\ndefine b { means && }\n';
  const codes = found(text).filter(
    ({ severity, code }) => severity === 'error' && /^(?:unknown-d|expected|foreign)/.test(code),
  );
  expect(codes.map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
    ['unknown-declaration', 'defines'],
    ['expected-something-else', 'at'],
    ['expected-something-else', '&&'],
  ]);
  expect(
    found(text).some(({ code, span }) => code === 'unknown-name' && text.slice(span.start, span.end) === 'x'),
  ).toBe(true);
});
