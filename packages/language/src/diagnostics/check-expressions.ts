import type { DiagnosticTable } from './define.ts';
import { define, fact, policy, valued } from './samples.ts';

/** What the messages of `expressionTable` speak of. */
export interface ExpressionParams {
  'type-mismatch': { readonly expected: string; readonly found: string };
  'compares-types': { readonly left: string; readonly right: string };
  'cannot-compare': { readonly op: string; readonly type: string };
  'no-order': { readonly op: string; readonly type: string };
  'compares-in-words': { readonly word: string; readonly op: string };
  'places-differ': { readonly left: string; readonly right: string };
  'units-differ': { readonly left: string; readonly right: string };
  'cannot-add': { readonly op: string; readonly left: string; readonly right: string };
  'cannot-multiply': { readonly found: string };
  'fraction-factor': Record<string, never>;
  'number-too-large': { readonly number: string };
  'duration-too-long': Record<string, never>;
  'too-many-places': { readonly most: number };
  'no-such-day': { readonly day: string };
  'not-a-set': { readonly word: string; readonly found: string };
  'not-a-list': { readonly found: string };
  'lists-too-deep': { readonly deepest: number };
  'impossible-count': { readonly n: number; readonly of: number | null };
  'duplicate-member': { readonly name: string };
  'duplicate-reading': { readonly reading: string };
  'missing-reading': { readonly ambiguity: string; readonly missing: readonly string[] };
  'case-not-exhaustive': { readonly missing: readonly string[] };
  'table-input': { readonly found: string };
  'table-cells': { readonly cells: number; readonly inputs: number };
  'table-otherwise': { readonly word: string };
  'cell-not-constant': Record<string, never>;
  'table-gap': { readonly combination: string };
  'table-overlap': { readonly combination: string };
  'table-too-tangled': Record<string, never>;
  'sum-too-large': Record<string, never>;
  'only-if-apart': { readonly name: string };
}

const size = 'enum Size { small, large }\n\nfact size: Size { ask "What size is it?" }\n';
const weight = 'fact weight: number { ask "How many grams does it weigh?" }\n';
const insuredFor = 'fact insuredFor: number only if insured { ask "For how much is it insured?" }\n';
const handed = 'event handedOver { ask "When was it handed over?" }\n';
const marks = 'enum Mark { fragile, urgent }\n\nfact marks: set of Mark { ask "How is it marked?" }\n';
const ambiguity =
  'ambiguity scales "D-1" {\n  reading gross "with the wrapping" default\n  reading net "without it"\n  cite act s.4\n}\n';
const nested =
  'record Item "the item" {\n  fact broken: yesno { ask "Is it broken?" say "it {is|is not} broken" }\n  fact parts: list of Part\n}\n\nrecord Part "the part" {\n  fact broken: yesno { ask "Is it broken?" say "it {is|is not} broken" }\n  fact pieces: list of Piece\n}\n\n' +
  'record Piece "the piece" {\n  fact broken: yesno { ask "Is it broken?" say "it {is|is not} broken" }\n}\n\nfact items: list of Item\n';
const table = (...rows: readonly string[]): string =>
  valued('fee', 'number', 'table weight {', ...rows.map((row) => `  ${row}`), '}');

/** A table of `n` inputs and `2n` rows that no reader and no checker can take apart. */
function tangledTable(n: number): string {
  const inputs = Array.from({ length: n }, (_, i) => `w${i}`);
  const facts = inputs.map((name) => `fact ${name}: number { ask "How much is ${name}?" }`).join('\n');
  const rows = Array.from({ length: 2 * n }, (_, row) => {
    const cells = inputs.map((_, i) => (row % n === i ? '-' : `< ${10 * row + i}`));
    return `  ${cells.join(' | ')}: ${row}`;
  });
  return policy(`${facts}\n`, valued('fee', 'number', `table ${inputs.join(' | ')} {`, ...rows, '}'));
}

/** Codes of expressions: types, values, completeness. */
export const expressionTable: DiagnosticTable<ExpressionParams> = {
  'type-mismatch': {
    severity: 'error',
    message: ({ expected, found }) => `this is ${found}, where ${expected} is expected`,
    explanation:
      'Every expression has one type, known before any case is seen. Conditions are yes/no, limits and deadlines are dates, and nothing is converted silently: not a number into yes/no, not a text into a date.',
    bad: policy(weight, define('sendable', 'weight')),
    good: policy(weight, define('sendable', 'weight <= 2000')),
  },
  'compares-types': {
    severity: 'error',
    message: ({ left, right }) => `${left} is compared with ${right}`,
    help: 'compare values of one type',
    explanation:
      'A comparison is between two values of the same type: dates with dates, members of one enum with each other.',
    bad: policy(weight, define('sendable', 'weight < asOf')),
    good: policy(weight, define('sendable', 'weight < 2000')),
  },
  'compares-in-words': {
    severity: 'error',
    message: ({ word }) => `\`${word}\` moves a day by a duration, and does not compare two days`,
    help: ({ op }) =>
      `write \`a ${op} b\`, or \`a ${op}= b\` where the same day counts; a deadline is written \`done by EVENT, no later than DATE\``,
    explanation:
      '`1 month before d` is a day. Which of two days comes first is asked with `<`, `<=`, `>` and `>=`, and `<=` says "on or before".',
    bad: policy(
      handed,
      'event postedOn { ask "When was it posted?" }\n',
      define('late', 'handedOver after postedOn'),
    ),
    good: policy(
      handed,
      'event postedOn { ask "When was it posted?" }\n',
      define('late', 'handedOver > postedOn'),
    ),
  },
  'cannot-compare': {
    severity: 'error',
    message: ({ op, type }) => `\`${op}\` does not compare ${type}`,
    help: 'sets have `includes`, `is exactly` and `is empty`; lists have `some`, `every` and `no`; a duration is added to a date, and the dates compared',
    explanation:
      'Whether a month is longer than 30 days depends on the month, so durations are not compared: add them to a date. Sets, lists and records are asked about by words of their own.',
    bad: policy(
      'fact notice: duration { ask "How much notice was given?" }\n',
      define('sendable', 'notice is 1 month'),
    ),
    good: policy(
      'fact notice: duration { ask "How much notice was given?" }\n',
      handed,
      define('sendable', 'handedOver + notice < asOf'),
    ),
  },
  'no-order': {
    severity: 'error',
    message: ({ op, type }) => `\`${op}\` needs numbers or dates, and this is ${type}`,
    help: 'use `is`, `is not` or `is one of`',
    explanation:
      'Only numbers and dates have an order. Members of an enum, text and yes/no are the same or not.',
    bad: policy(size, define('sendable', 'size < large')),
    good: policy(size, define('sendable', 'size is small')),
  },
  'places-differ': {
    severity: 'error',
    message: ({ left, right }) => `${left} and ${right} have a different number of decimal places`,
    help: 'declare both with the same number of places',
    explanation:
      'Numbers are exact: a `decimal(2)` counts hundredths. Two of them are added or compared only where both count the same; a number written out takes the places of what it stands beside.',
    bad: policy('fact price: decimal(2) { ask "What does it cost?" }\n', define('cheap', 'price < 9.995')),
    good: policy('fact price: decimal(2) { ask "What does it cost?" }\n', define('cheap', 'price < 10')),
  },
  'units-differ': {
    severity: 'error',
    message: ({ left, right }) => `${left} and ${right} are in different units`,
    help: 'declare both in the same unit, or ask for the amount in the other one: nothing is converted',
    explanation:
      'A unit is told with every value, and is not part of it. So that no sum adds pounds to days, two numbers are added or compared only where both are in the same unit, written in the same letters, or one of them has none. A number written out takes the unit of what it stands beside; a multiple has none, because its factor can be a rate.',
    bad: policy(
      'fact price: number in "£" { ask "What does it cost?" }\n',
      'fact weight: number in "kg" { ask "What does it weigh?" }\n',
      define('cheap', 'price < weight'),
    ),
    good: policy(
      'fact price: number in "£" { ask "What does it cost?" }\n',
      'fact limit: number in "£" { ask "What may it cost?" }\n',
      define('cheap', 'price < limit'),
    ),
  },
  'cannot-add': {
    severity: 'error',
    message: ({ op, left, right }) => `\`${op}\` does not take ${left} and ${right}`,
    help: 'two numbers can be added, and a duration to a date: `1 month after d`, `d + period`',
    explanation:
      'Durations are only ever added to dates, because what two durations make together depends on where they begin; and two dates have no sum. To ask whether two dates are a month apart, add the month to one and compare.',
    bad: policy(handed, define('late', 'asOf - handedOver is 1')),
    good: policy(handed, define('late', '28 days after handedOver < asOf')),
  },
  'cannot-multiply': {
    severity: 'error',
    message: ({ found }) => `only numbers are multiplied, and this is ${found}`,
    help: 'write the duration out: `2 months`',
    explanation: 'A multiple is a whole number written out, times a number.',
    bad: policy(handed, define('late', '2 * handedOver < asOf')),
    good: policy(weight, define('late', '2 * weight < 100')),
  },
  'fraction-factor': {
    severity: 'error',
    message: () => 'a factor is a whole number',
    help: 'multiply the other side of the comparison instead: `10 * a < 15 * b` says `a < 1.5 * b`; an amount that is a part of another is written out, in a `case` or a table',
    explanation:
      'Numbers are exact and keep their number of decimal places; a fraction as a factor would need more of them.',
    bad: policy(weight, define('heavy', '1.5 * weight > 100')),
    good: policy(weight, define('heavy', '15 * weight > 1000')),
  },
  'number-too-large': {
    severity: 'error',
    message: ({ number }) => `\`${number}\` is too large to be counted exactly`,
    help: 'numbers of facts go up to 1,000,000,000,000; use a larger unit',
    explanation:
      'Numbers are exact. Whole numbers beyond 9,007,199,254,740,991 units (of the last decimal place) cannot be held exactly, so neither a literal nor what can come out of a sum may be larger.',
    bad: policy(weight, define('heavy', 'weight > 99999999999999999999')),
    good: policy(weight, define('heavy', 'weight > 20000')),
  },
  'duration-too-long': {
    severity: 'error',
    message: () => 'the calendar ends before this duration does',
    explanation: 'Dates go from the year 1 to the year 9999.',
    bad: policy(handed, define('late', '5000000 days after handedOver < asOf')),
    good: policy(handed, define('late', '50 days after handedOver < asOf')),
  },
  'too-many-places': {
    severity: 'error',
    message: ({ most }) => `a decimal has at most ${most} places`,
    explanation:
      'A fact of a decimal type counts its last place in whole numbers of at most 1,000,000,000,000.',
    bad: policy('fact price: decimal(12) { ask "What does it cost?" }\n', define('cheap', 'price < 10')),
    good: policy('fact price: decimal(2) { ask "What does it cost?" }\n', define('cheap', 'price < 10')),
  },
  'no-such-day': {
    severity: 'error',
    message: ({ day }) => `there is no day \`${day}\``,
    help: 'a date is written year-month-day, and is in the calendar',
    explanation: 'Dates are days of the Gregorian calendar between 0001-01-01 and 9999-12-31.',
    bad: policy(handed, define('late', 'handedOver > 2023-02-29')),
    good: policy(handed, define('late', 'handedOver > 2024-02-29')),
  },
  'not-a-set': {
    severity: 'error',
    message: ({ word, found }) => `\`${word}\` asks about a set, and this is ${found}`,
    help: 'compare one value with `is` or `is one of`; ask about a list with `some`, `every` or `no`',
    explanation:
      'A `set of` an enum has any number of its members; `includes`, `is exactly` and `is empty` ask which.',
    bad: policy(size, define('sendable', 'size includes small')),
    good: policy(marks, define('sendable', 'marks includes urgent')),
  },
  'not-a-list': {
    severity: 'error',
    message: ({ found }) => `this is ${found}, and only a list can be gone through`,
    help: 'ask about the members of a set with `includes`',
    explanation:
      '`some`, `every`, `no`, `at least`, `earliest` and `latest … in` go through a `list of` a record.',
    bad: policy(marks, define('sendable', 'some m in marks has (yes)')),
    good: policy(marks, define('sendable', 'marks includes urgent')),
  },
  'lists-too-deep': {
    severity: 'error',
    message: ({ deepest }) => `more than ${deepest} lists are gone through inside each other`,
    help: 'give the inner question a name: `define … for x: Record`',
    explanation:
      'The cost of a statement is the product of the lengths of the lists that it goes through, so it may nest two of them and not more.',
    bad: policy(
      nested,
      define(
        'faulty',
        'some i in items has (i.broken or (some p in i.parts has (p.broken or (some q in p.pieces has (q.broken)))))',
      ),
    ),
    good: policy(
      nested,
      'define inPieces for p: Part {\n  say   "it {is|is not} in pieces"\n  means some q in p.pieces has (q.broken)\n  cite  act s.1\n}\n',
      define('faulty', 'some i in items has (i.broken or (some t in i.parts has (t.broken or t.inPieces)))'),
    ),
  },
  'impossible-count': {
    severity: 'error',
    message: ({ n, of }) =>
      n < 1 ? `\`at least ${n}\` is always true` : `\`at least ${n}\` of ${of ?? 0} is never true`,
    explanation: 'A count that no case could change says nothing; it is nearly always a slip.',
    bad: policy(fact('small'), fact('light'), define('sendable', 'at least 3 of { small, light }')),
    good: policy(fact('small'), fact('light'), define('sendable', 'at least 1 of { small, light }')),
  },
  'duplicate-member': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is named twice`,
    explanation: 'A list of names says each once.',
    bad: policy(marks, define('sendable', 'marks is exactly { urgent, urgent }')),
    good: policy(marks, define('sendable', 'marks is exactly { urgent }')),
  },
  'duplicate-reading': {
    severity: 'error',
    message: ({ reading }) => `the reading \`${reading}\` stands here twice`,
    explanation: '`by reading` says for each reading once what then holds.',
    bad: policy(
      ambiguity,
      define('heavy', 'by reading scales {\n    gross: yes\n    net:   no\n    net:   yes\n  }'),
    ),
    good: policy(ambiguity, define('heavy', 'by reading scales {\n    gross: yes\n    net:   no\n  }')),
  },
  'missing-reading': {
    severity: 'error',
    message: ({ ambiguity, missing }) =>
      `\`${ambiguity}\` can also be read as ${missing.map((one) => `\`${one}\``).join(' or ')}`,
    help: 'say what holds under every reading',
    explanation:
      'An ambiguity is never resolved silently: `by reading` says for every declared reading what then holds.',
    bad: policy(ambiguity, define('heavy', 'by reading scales {\n    gross: yes\n  }')),
    good: policy(ambiguity, define('heavy', 'by reading scales {\n    gross: yes\n    net:   no\n  }')),
  },
  'case-not-exhaustive': {
    severity: 'error',
    message: ({ missing }) =>
      missing.length === 0
        ? 'this `case` does not say what holds where no branch does'
        : `this \`case\` says nothing about ${missing.map((one) => `\`${one}\``).join(', ')}`,
    help: 'add `otherwise: …`, or branches for what is missing',
    explanation:
      'Every `case` gives a value whatever the facts. It can do without `otherwise` only where its branches are values of one enum and name every member, or a condition and its negation.',
    bad: policy(size, valued('fee', 'number', 'means case {', '  size is small: 5', '}')),
    good: policy(
      size,
      valued('fee', 'number', 'means case {', '  size is small: 5', '  size is large: 9', '}'),
    ),
  },
  'table-input': {
    severity: 'error',
    message: ({ found }) => `a table goes by yes/no, enums, numbers and dates, and this is ${found}`,
    help: 'ask a yes/no question about it in the head of the table: `marks includes urgent`',
    explanation:
      'The cells of a table must be able to divide all values of its inputs without gap or overlap.',
    bad: policy(marks, valued('fee', 'number', 'table marks {', '  -: 5', '}')),
    good: policy(
      marks,
      valued('fee', 'number', 'table marks includes urgent {', '  yes: 9', '  no:  5', '}'),
    ),
  },
  'table-cells': {
    severity: 'error',
    message: ({ cells, inputs }) =>
      `this row has ${cells} ${cells === 1 ? 'cell' : 'cells'} for ${inputs} ${inputs === 1 ? 'input' : 'inputs'}`,
    help: 'write one cell for each input, `-` where any value will do',
    explanation:
      'The cells of a row stand under the inputs in the head of the table, in their order, divided by `|`.',
    bad: policy(
      size,
      weight,
      valued('fee', 'number', 'table size | weight {', '  small | -: 5', '  large: 9', '}'),
    ),
    good: policy(
      size,
      weight,
      valued(
        'fee',
        'number',
        'table size | weight {',
        '  small | -: 5',
        '  large | < 500: 9',
        '  large | >= 500: 12',
        '}',
      ),
    ),
  },
  'table-otherwise': {
    severity: 'error',
    message: ({ word }) => `a table has no \`${word}\``,
    help: 'its rows name every value, in one row if they share an answer: `large, oversize: 9`; `-` in a column is any value',
    explanation:
      'The rows of a table leave nothing out and do not overlap, so that each can be held against the source by itself. A row for the rest would have to be read with all others. Where the source itself says "in all other cases", a `case` has `otherwise`.',
    bad: policy(size, valued('fee', 'number', 'table size {', '  small: 5', '  otherwise: 9', '}')),
    good: policy(size, valued('fee', 'number', 'table size {', '  small: 5', '  large: 9', '}')),
  },
  'cell-not-constant': {
    severity: 'error',
    message: () => 'a cell holds constants: members, `yes`, `no`, numbers or dates',
    help: 'compare with the other value in the head of the table: `table weight < limit { yes: … no: … }`',
    explanation: 'Gaps and overlaps of a table can be seen only where its cells are constants.',
    bad: policy(
      weight,
      'fact limit: number { ask "What is the limit?" }\n',
      table('< limit: 5', '>= 500: 9'),
    ),
    good: policy(weight, table('< 500: 5', '>= 500: 9')),
  },
  'table-gap': {
    severity: 'error',
    message: ({ combination }) => `no row fits where ${combination}`,
    help: 'add a row for it, or widen one',
    explanation:
      'Exactly one row of a table fits every combination of its inputs, so that the order of rows never matters. The message shows one combination that none fits.',
    bad: policy(weight, table('< 500: 5', '> 500: 9')),
    good: policy(weight, table('< 500: 5', '>= 500: 9')),
  },
  'table-overlap': {
    severity: 'error',
    message: ({ combination }) => `this row and another both fit where ${combination}`,
    help: 'narrow one of the two rows',
    explanation:
      'Exactly one row of a table fits every combination of its inputs, so that the order of rows never matters. The message shows one combination that two rows fit.',
    bad: policy(weight, table('<= 500: 5', '>= 500: 9')),
    good: policy(weight, table('< 500: 5', '>= 500: 9')),
  },
  'table-too-tangled': {
    severity: 'error',
    message: () => 'this table is too tangled to be checked for gaps and overlaps',
    help: 'split it into several definitions, each a table of fewer inputs',
    explanation:
      'Gaps and overlaps are looked for exactly. Where too many combinations of cells have to be told apart the check gives up, and a reader would have to as well.',
    bad: {
      shown: '// … a table of 12 inputs whose rows each leave another one out …',
      make: () => tangledTable(12),
    },
    good: policy(weight, table('< 500: 5', '>= 500: 9')),
  },
  'sum-too-large': {
    severity: 'error',
    message: () => 'this can come to more than can be counted exactly',
    help: 'use a larger unit for the facts, or a smaller factor',
    explanation:
      'A number of a fact can be anything up to 1,000,000,000,000 units, and what comes of it must stay within 9,007,199,254,740,991 to be exact. The check goes by the largest values that the facts could have, through definitions.',
    bad: policy(weight, define('heavy', '10000 * weight > 100')),
    good: policy(weight, define('heavy', '9000 * weight > 100')),
  },
  'only-if-apart': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is used where nothing says that it exists`,
    help: 'put its condition before it, joined by `and`, or under `requires`, `when`, or a guard of a `case`',
    explanation:
      'A fact `only if C` can be given only where C holds. Every use stands beside C: later in the same list of conditions, under a `requires`, a `when` or an exception that says C, or in the branch of a `case` or the row of a table that C guards. Where it says whether a rule is met, `R.met` stands beside C too, or beside `R.applies`. So no answer can wait for a fact that nobody can give.',
    bad: policy(fact('insured'), insuredFor, define('sendable', 'insuredFor > 100 and insured')),
    good: policy(fact('insured'), insuredFor, define('sendable', 'insured and insuredFor > 100')),
  },
};
