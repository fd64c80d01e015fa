/** Random forms over few assignments, with every operation: dates around ends of months, numbers, the infinities. */
import { beforeAll, dayFromCivil, notYet } from '@proviso/runtime';
import { Form, type NodeId } from '@proviso/verify';
import * as fc from 'fast-check';

/** A form with what is asked of it. */
export interface Asked {
  readonly form: Form;
  readonly all: readonly NodeId[];
}

/** Ends of February in leap years and others, of a short month, and the last month of the calendar. */
const ends = [
  dayFromCivil(2023, 3, 1),
  dayFromCivil(2024, 3, 1),
  dayFromCivil(2100, 3, 1),
  dayFromCivil(2024, 5, 1),
  dayFromCivil(9999, 12, 28),
];

/** Variables: three yes/no, two dates within a few days of an end of a month, a number, a number of months. */
const variables = fc.record({
  ends: fc.tuple(fc.constantFrom(...ends), fc.constantFrom(...ends)),
  months: fc.tuple(fc.integer({ min: -14, max: 14 }), fc.nat(2)),
});

/** Steps that each make one more node of those there are; the numbers choose among them. */
const steps = fc.array(
  fc.tuple(fc.nat(13), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: -50, max: 50 })),
  {
    minLength: 6,
    maxLength: 40,
  },
);

/** Forms and questions about them. */
export const asked: fc.Arbitrary<Asked> = fc
  .tuple(variables, steps, fc.integer({ min: 1, max: 3 }))
  .map(([{ ends, months }, steps, count]) => {
    const form = new Form();
    const bools = ['a', 'b', 'c'].map((name) => form.boolVar(name));
    const dates = ends.map((end, i) => form.intVar(`date ${i}`, { min: end - 4, max: end + 3 }));
    const spans = [
      form.intVar('months', { min: months[0], max: months[0] + months[1] }),
      ...[1, -1, 12, 25].map((value) => form.int(value)),
    ];
    const numbers = [form.intVar('number', { min: -2, max: 3 }), ...spans.slice(0, 1)];
    for (const [op, a, b, c, by] of steps) step(form, { bools, dates, spans, numbers }, op, [a, b, c], by);
    return { form, all: bools.slice(-count) };
  });

interface Nodes {
  readonly bools: NodeId[];
  readonly dates: NodeId[];
  readonly spans: NodeId[];
  readonly numbers: NodeId[];
}

function step(form: Form, nodes: Nodes, op: number, picks: readonly number[], by: number): void {
  const { bools, dates, spans, numbers } = nodes;
  const pick = (of: readonly NodeId[], i: number): NodeId => of[(picks[i] ?? 0) % of.length]!;
  const bool = (i: number): NodeId => pick(bools, i);
  switch (op) {
    case 0:
      return void bools.push(form.not(bool(0)));
    case 1:
      return void bools.push(form.and([bool(0), bool(1)]), form.or([bool(1), bool(2)]));
    case 2:
      // An operand may stand twice.
      return void bools.push(form.atLeast(2, [bool(0), bool(1), bool(2), bool(0)]));
    case 3:
      return void bools.push(form.iff(bool(0), bool(1)));
    case 4:
      return void bools.push(form.ite(bool(0), bool(1), bool(2)));
    case 5:
      return void bools.push(
        form.le(pick(dates, 0), pick(dates, 1)),
        form.eq(pick(dates, 1), pick(dates, 2)),
      );
    case 6:
      return void bools.push(form.le(pick(numbers, 0), pick(numbers, 1)));
    case 7:
      return void bools.push(form.eq(pick(numbers, 0), form.int(by % 4)));
    case 8:
      return void bools.push(form.lt(pick(dates, 0), form.int(ends[Math.abs(by) % ends.length]! + (by % 5))));
    case 9:
      return void dates.push(form.addMonths(pick(dates, 0), pick(spans, 1)));
    case 10:
      return void dates.push(form.addDays(pick(dates, 0), form.int(by)));
    case 11:
      return void dates.push(form.ite(bool(0), form.int(by < 0 ? beforeAll : notYet), pick(dates, 1)));
    case 12:
      return void numbers.push(form.add(pick(numbers, 0), form.scale(by % 4, pick(numbers, 1))));
    default:
      return void dates.push(form.ite(bool(0), pick(dates, 1), pick(dates, 2)));
  }
}
