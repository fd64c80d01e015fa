import { dayFromCivil } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { Form } from '../form/form.ts';
import { readReply, smtlibOf } from './smtlib.ts';

test('a question is written with the nodes under it and no others', () => {
  const form = new Form();
  const [sent, kept] = [form.boolVar('sent'), form.boolVar('kept')];
  form.and([kept, form.boolVar('elsewhere')]);
  const on = form.intVar('on', { min: -3, max: 5 });
  const early = form.le(on, form.int(-1));
  const two = form.atLeast(2, [sent, kept, early]);
  expect(smtlibOf(form, [two, form.not(sent)], [], 1000)).toBe(`(set-option :produce-models true)
(set-option :auto_config false)
(set-option :rlimit 1000)
(declare-const n2 Bool)
(declare-const n3 Bool)
(declare-const n6 Int)
(assert (<= (- 3) n6 5))
(define-fun n7 () Int (- 1))
(define-fun n8 () Bool (<= n6 n7))
(define-fun n9 () Bool ((_ at-least 2) n2 n3 n8))
(define-fun n10 () Bool (not n2))
(assert n9)
(assert n10)
(check-sat-using smt)
(get-value (n2 n3 n6))
(get-info :rlimit)
(get-info :reason-unknown)
`);
});

test('months are bounds, and what lemmas say', () => {
  const form = new Form();
  const date = form.intVar('date', { min: dayFromCivil(2024, 1, 1), max: dayFromCivil(2024, 2, 29) });
  const later = form.addMonths(date, form.int(1));
  const asked = form.le(later, form.int(dayFromCivil(2024, 3, 1)));
  const lines = (text: string): readonly string[] =>
    text.split('\n').filter((line) => line.includes(`n${later}`));
  // From 1 January 31 days, from 31 January 29.
  expect(lines(smtlibOf(form, [asked], [], 1))).toContain(`(assert (<= 29 (- n${later} n${date}) 31))`);
  const day = dayFromCivil(2024, 1, 31);
  const [first, last] = [dayFromCivil(2024, 1, 1), dayFromCivil(2024, 2, 29)];
  expect(lines(smtlibOf(form, [asked], [{ kind: 'month', node: later, date: day, months: 1 }], 1))).toContain(
    `(assert (=> (<= ${first} n${date} ${day}) (= n${later} (ite (<= (+ n${date} 31) ${last}) (+ n${date} 31) ${last}))))`,
  );
  expect(
    lines(smtlibOf(form, [asked], [{ kind: 'table', node: later, months: 1 }], 1)).filter((line) =>
      line.includes('(or'),
    ),
  ).toEqual([
    `(assert (or (not (<= n${date} ${first + 28})) (= (- n${later} n${date}) 31)))`,
    `(assert (or (<= n${date} ${first + 28}) (not (<= n${date} ${first + 29})) (= (- n${later} n${date}) 30)))`,
    `(assert (or (<= n${date} ${first + 29}) (= (- n${later} n${date}) 29)))`,
  ]);
});

test('answers are read with their numbers, and faults are thrown', () => {
  const read = readReply(
    'sat\n((n2 true)\n (n3 false)\n (n12 (- 5))\n (n13 7))\n(:rlimit 42)\n(:reason-unknown "")\n',
  );
  expect(read).toEqual({
    result: 'sat',
    model: new Map<number, boolean | number>([
      [2, true],
      [3, false],
      [12, -5],
      [13, 7],
    ]),
    used: 42,
  });
  const none = 'unsat\n(error "line 3 column 5: model is not available")\n(:rlimit 7)\n';
  expect(readReply(none)).toEqual({ result: 'unsat', model: new Map(), used: 7 });
  expect(() => readReply('(error "line 1 column 9: unknown constant n5")\nsat\n')).toThrow(
    'unknown constant n5',
  );
  expect(() => readReply('')).toThrow('did not understand');
});
