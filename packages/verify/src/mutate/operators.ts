/** The mutation operators: each is a small edit that an author could make by mistake. */

/** The name of an operator. */
export type OperatorName =
  | 'limb'
  | 'exception'
  | 'and-or'
  | 'count'
  | 'negation'
  | 'modality'
  | 'comparison'
  | 'constant'
  | 'date'
  | 'direction'
  | 'extreme'
  | 'enum'
  | 'branch'
  | 'quantifier'
  | 'assumption'
  | 'reading';

/** One operator. */
export interface Operator {
  readonly name: OperatorName;
  /** What the edit does. */
  readonly title: string;
  /** The text before and after such an edit. */
  readonly example: readonly [before: string, after: string];
}

/** Every operator, in the order in which mutants are made and reported. */
export const operators: readonly Operator[] = [
  {
    name: 'limb',
    title: 'an operand of `and` or `or`, a requirement or a limb is left out',
    example: ['called and not consented', 'called'],
  },
  {
    name: 'exception',
    title: 'an exception, or what a permission allows despite the rule, is left out',
    example: ['except small: turnover < 1000', ''],
  },
  { name: 'and-or', title: '`and` becomes `or`, `or` becomes `and`', example: ['a and b', 'a or b'] },
  {
    name: 'count',
    title: '`at least n of` asks one more or one fewer',
    example: ['at least 2 of { a, b, c }', 'at least 3 of { a, b, c }'],
  },
  { name: 'negation', title: 'a condition is negated, or a `not` is left out', example: ['not a', 'a'] },
  {
    name: 'modality',
    title: '`must` becomes `should`, `must not` becomes `should not`, and the reverse',
    example: ['must "reply"', 'should "reply"'],
  },
  {
    name: 'comparison',
    title: 'a comparison takes in, or leaves out, the case of equality',
    example: ['a <= b', 'a < b'],
  },
  {
    name: 'constant',
    title: 'a number changes by its smallest unit, a duration by a day (one of months also to a month less)',
    example: ['no later than 28 days after sent', 'no later than 29 days after sent'],
  },
  {
    name: 'date',
    title: 'a date, or the first or last day of a law, moves by a day',
    example: ['from 2018-05-25', 'from 2018-05-26'],
  },
  {
    name: 'direction',
    title: '`before` becomes `after`, and the reverse',
    example: ['14 days before election', '14 days after election'],
  },
  {
    name: 'extreme',
    title: '`earliest` becomes `latest`, and the reverse',
    example: ['earliest of { a, b }', 'latest of { a, b }'],
  },
  {
    name: 'enum',
    title: 'a member of an enum or a set gives way to the next one',
    example: ['channel is post', 'channel is fax'],
  },
  {
    name: 'branch',
    title:
      'a branch, a row, a reading’s part or a dated version is left out, or gives its result to the next',
    example: ['case { a: 1  b: 2  otherwise: 3 }', 'case { a: 2  b: 1  otherwise: 3 }'],
  },
  {
    name: 'quantifier',
    title: '`some` becomes `every`, and the reverse',
    example: ['some l in letters has l.open', 'every l in letters has l.open'],
  },
  {
    name: 'assumption',
    title: 'what is assumed of a fact that is not given is turned round',
    example: ['assume yes', 'assume no'],
  },
  {
    name: 'reading',
    title: 'another reading of an ambiguity is the default',
    example: ['reading wide "…" default', 'reading narrow "…" default'],
  },
];
