import { compilePack } from '@proviso/compiler/compile';
import { interpretPlan } from '@proviso/compiler/interpret';
import { type Explanation, renderText } from '@proviso/explain';
import { expect, test } from 'vitest';
import { explainCase, explainWhyNotCase, type PackInWords, whyNotQuestion } from './explain-case.ts';

const text = `pack demo.parcels {
  title "Parcels"
  version "1.0.0"
  period from 2018-01-01
}
source act "The Act" { status statute }
fact heavy: yesno { ask "Is it heavy?" say "the parcel {is|is not} heavy" }
fact fragile: yesno { ask "Is it fragile?" say "the parcel {is|is not} fragile" }
fact insured: yesno { ask "Is it insured?" say "the parcel {is|is not} insured" }
define special {
  say "the parcel {is|is not} special"
  cite act s.1
  means heavy or fragile
  except covered: insured cite act s.3
}
define plain { say "the parcel {is|is not} plain" means not special cite act s.2 }
goal kind { plain, special }
`;

const { value, diagnostics } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
if (value === undefined) throw new Error(JSON.stringify(diagnostics));
const pack: PackInWords = { ...interpretPlan(value.plan), phrases: value.phrases };
const options = { asOf: '2020-01-01', goals: ['kind'] };

const flat = (explanation: Explanation): string => renderText(explanation).replaceAll(/\s+/g, ' ');

test('a case is explained with the answers that were asked for first, and the most useful question first', () => {
  const of = { facts: { heavy: true }, options };
  const told = flat(explainCase(pack, pack.assess(of.facts, of.options), of, { showPaths: true }));
  expect(told).toMatch(/1\. It is not known whether the parcel is plain/);
  expect(told).toMatch(/Is it insured\? \(for paragraphs 1 and 2\) \[insured\]/);
});

test('what would still have to hold is found by assessing the case once more', () => {
  const of = { facts: { heavy: true, insured: true }, options };
  const told = explainWhyNotCase({ pack, name: 'special' }, pack.assess(of.facts, of.options), of);
  expect(flat(told)).toMatch(
    /takes the case out \[act s\.3\]: the parcel is insured\. .*nothing else is known to stand in the way/,
  );
});

test('a label is asked about in a pack of its own, whose other answers stay', () => {
  const question = whyNotQuestion(pack, 'special.covered');
  if (question === undefined) throw new Error('the label is not found');
  expect(question.part).toEqual({ statement: 'special', label: 'covered', kind: 'exception' });
  const of = { facts: { heavy: true, insured: false }, options: { ...options, goals: [question.name] } };
  const told = flat(explainWhyNotCase(question, question.pack.assess(of.facts, of.options), of));
  expect(told).toMatch(/the exception called “covered” does not apply/);
  expect(question.pack.whatWouldChange(of.facts, of.options, { name: question.name }).sets).toHaveLength(1);
});

test('a statement is asked about in the pack itself, and nothing else is', () => {
  expect(whyNotQuestion(pack, 'plain')).toEqual({ pack, name: 'plain' });
  expect(whyNotQuestion(pack, 'special.nothing')).toBeUndefined();
  expect(whyNotQuestion(pack, 'nothing')).toBeUndefined();
});
