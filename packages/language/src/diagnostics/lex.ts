import type { DiagnosticTable, NoParams, Reporter } from './define.ts';
import { reporter } from './define.ts';

/** What the messages of `lexTable` speak of. */
export interface LexParams {
  'file-too-large': { readonly bytes: number; readonly limit: number };
  'not-text': { readonly offset: number };
  'nested-too-deep': { readonly limit: number; readonly chain: boolean };
  'invisible-character': { readonly codePoint: string; readonly count: number };
  'unknown-character': { readonly text: string };
  'non-ascii-name': { readonly name: string };
  'unterminated-string': NoParams;
  'unknown-escape': { readonly escape: string };
  'foreign-quotes': { readonly quote: string };
  'foreign-comment': { readonly start: string };
  'foreign-operator': { readonly found: string; readonly meant: string };
  'foreign-date': {
    readonly found: string;
    readonly days: readonly string[];
    readonly isShort: boolean;
  };
  'stray-semicolon': NoParams;
  'stray-comma': NoParams;
  'members-without-comma': { readonly next: string };
  'members-without-brackets': { readonly of: 'list' | 'set' };
  'denied-answer': NoParams;
  'label-inside': { readonly label: string };
  'outer-bar': NoParams;
  'foreign-table': NoParams;
  'foreign-case': { readonly what: 'case' | 'if' | 'switch' };
  'missing-bracket': { readonly open: string; readonly close: string };
  'wrong-bracket': { readonly open: string; readonly close: string; readonly found: string };
  'foreign-brackets': { readonly found: string };
  'missing-opening': { readonly head: string };
  'extra-bracket': { readonly close: string };
  'too-many-findings': { readonly shown: number; readonly total: number };
}

/** What is wrong with a name that is none. */
function wrongInName(name: string): string {
  if (/[^\w$]/.test(name)) return 'has letters outside a to z';
  return name.includes('$') ? 'has a `$` in it' : 'does not begin with a letter';
}

const amount = 'an amount is a number without its sign: `20.50`, of a fact that is a `decimal(2)`';

/** What to write instead of a sign that other notations have. */
const signs: ReadonlyMap<string, string> = new Map([
  ...['£', '€', '¥'].map((sign) => [sign, amount] as const),
  [
    '%',
    'a percentage is compared by whole multiples: `100 * a >= 15 * b` says that a is 15 per cent of b or more',
  ],
  ['/', 'nothing is divided: multiply the other side of a comparison; and a date is written `2020-01-31`'],
  ['§', 'a place in a source is a letter or more, a point and a number: `s.1`'],
]);

const definition = (condition: string): string =>
  `define urgent {\n  means ${condition}\n  cite  code p.1\n}\n`;

/** Codes of characters, words and brackets. */
export const lexTable: DiagnosticTable<LexParams> = {
  'file-too-large': {
    severity: 'error',
    message: ({ bytes, limit }) => `the file has ${bytes} bytes; at most ${limit} are read`,
    help: 'split the file and import the parts from the pack file',
    explanation:
      'A `.policy` file is read whole, so its size is limited to 1 MiB before anything else looks at it. A pack may have as many files as it likes.',
    bad: {
      shown: '// … a file of more than 1 MiB …',
      make: () => `// ${'x'.repeat(1024 * 1024)}\n`,
    },
    good: 'import "first-half.policy"\nimport "second-half.policy"\n',
  },
  'not-text': {
    severity: 'error',
    message: () => 'the file is not text: it holds a NUL character',
    help: 'save the file as UTF-8 text',
    explanation:
      'A NUL character never occurs in a text; the file is an image, a document of a word processor, or text saved as UTF-16. Nothing else in it is read.',
    bad: { shown: 'define urgent ␀ { … }', make: () => 'define urgent \u0000 { means yes }\n' },
    good: definition('yes'),
  },
  'nested-too-deep': {
    severity: 'error',
    message: ({ limit, chain }) =>
      chain
        ? `a chain of \`+\`, \`-\`, \`after\` and \`before\`, with the brackets around it, has more than ${limit} steps`
        : `brackets are nested more than ${limit} deep`,
    help: 'give the inner part a name with `define`, and use that name',
    explanation:
      'Brackets of every kind may stand within one another 64 deep, and a chain of `+`, `-`, `after` and `before` may have as many steps. No text that a person can read comes near it; the limit protects the tools. The file is not read further.',
    bad: {
      shown: '((((( … 65 brackets … )))))',
      make: () => definition(`${'('.repeat(65)}yes${')'.repeat(65)}`),
    },
    good: definition('((yes))'),
  },
  'invisible-character': {
    severity: 'error',
    message: ({ codePoint, count }) =>
      count === 1
        ? `the invisible character ${codePoint} stands here`
        : `${count} invisible characters stand here, the first ${codePoint}`,
    help: 'delete it: a reader cannot see it, and some such characters show a text in another order than the one it has',
    explanation:
      'Characters that cannot be seen (control characters, characters that turn the direction of writing, zero-width and unusual spaces) are refused everywhere, in comments and texts too. With them a policy can be made to look different from what it says.',
    bad: `define urgent {\n  means yes // a zero-width space: \u200b\n  cite  code p.1\n}\n`,
    good: `define urgent {\n  means yes // nothing hidden\n  cite  code p.1\n}\n`,
  },
  'unknown-character': {
    severity: 'error',
    message: ({ text }) => `\`${text}\` has no meaning here`,
    help: ({ text }) => signs.get(text) ?? 'delete it, or put it in quotes if it is part of a text',
    explanation:
      'Outside texts and comments only names, numbers, dates, brackets and the operators `< <= > >= + - *` are known.',
    bad: definition('yes @@'),
    good: definition('yes'),
  },
  'non-ascii-name': {
    severity: 'error',
    message: ({ name }) => `the name \`${name}\` ${wrongInName(name)}`,
    help: 'names begin with a letter and are written with the letters a to z, digits and `_`; any letter may stand in a text in quotes',
    explanation:
      'Names become keys of the JSON facts and identifiers of the TypeScript types. Letters that look alike in different alphabets would make two names that a reader cannot tell apart.',
    bad: definition('caféOpen'),
    good: definition('cafeOpen'),
  },
  'unterminated-string': {
    severity: 'error',
    message: () => 'the closing quote is missing',
    help: 'a text ends on the line on which it begins; write \\n for a line break in it',
    explanation:
      'A text in quotes stands on one line. Inside it `\\"` is a quote, `\\\\` a backslash and `\\n` a line break.',
    bad: 'bearer controller "the controller\n',
    good: 'bearer controller "the controller"\n',
  },
  'unknown-escape': {
    severity: 'error',
    message: ({ escape }) => `\`${escape}\` has no meaning in a text`,
    help: 'known are \\" for a quote, \\\\ for a backslash and \\n for a line break; a backslash itself is written \\\\',
    explanation:
      'Only `\\"`, `\\\\` and `\\n` are known in texts. Letters outside ASCII are written as themselves.',
    bad: 'bearer controller "the \\controller"\n',
    good: 'bearer controller "the \\"controller\\""\n',
  },
  'foreign-quotes': {
    severity: 'error',
    message: ({ quote }) => `texts stand in straight double quotes, not in ${quote}`,
    explanation:
      'A text is written "like this". Curly and single quotes may stand inside it. Word processors like to turn straight quotes into curly ones.',
    bad: 'bearer controller “the controller”\n',
    good: 'bearer controller "the controller"\n',
  },
  'foreign-comment': {
    severity: 'error',
    message: ({ start }) => `\`${start}\` does not begin a comment`,
    help: 'a comment begins with // and goes to the end of the line',
    explanation: '`// …` is a comment; `/// …` above a declaration documents it. There are no others.',
    bad: '# who must act\nbearer controller "the controller"\n',
    good: '// who must act\nbearer controller "the controller"\n',
  },
  'foreign-operator': {
    severity: 'error',
    message: ({ found, meant }) => `\`${found}\` is written \`${meant}\``,
    explanation:
      'Conditions are written in words: `and`, `or`, `not`, `is`, `is not`. Comparisons of numbers and dates are `<`, `<=`, `>`, `>=`. A colon stands between a condition and its value, in a `case` and in a row of a `table`, and between a fact and its value, in a scenario.',
    bad: definition('open == yes'),
    good: definition('open is yes'),
  },
  'foreign-date': {
    severity: 'error',
    message: ({ found, days, isShort }) =>
      days.length === 1
        ? `\`${found}\` is written \`${days[0] ?? ''}\``
        : days.length === 0
          ? `\`${found}\` ${isShort ? 'does not say its year in full' : 'is no day of the calendar'}`
          : `\`${found}\` can mean two days`,
    help: ({ days: [first, second] }) =>
      second === undefined
        ? 'a date is its year, month and day, with hyphens: `2020-01-31`'
        : `a date is its year, month and day, with hyphens: \`${first ?? ''}\` where the day stands first, \`${second}\` where the month does`,
    explanation:
      'A date is written `2020-01-31`: the year in four digits, the month and the day in two, with hyphens between them. `01/02/2020` is the first of February to some readers and the second of January to others, so nothing is guessed there; a repair is offered where only one day can be meant. A difference of whole numbers that looks like a date, `2020-1-2`, is written with blanks: `2020 - 1 - 2`.',
    bad: 'source act "The Act" {\n  published 1 January 2020\n  status statute\n}\n',
    good: 'source act "The Act" {\n  published 2020-01-01\n  status statute\n}\n',
  },
  'stray-semicolon': {
    severity: 'error',
    message: () => 'a semicolon has no meaning here',
    help: 'clauses need nothing between them',
    explanation: 'Clauses and declarations follow one another without a separator.',
    bad: definition('yes;'),
    good: definition('yes'),
  },
  'stray-comma': {
    severity: 'error',
    message: () => 'a comma has no meaning here',
    help: 'branches, facts and expected answers follow one another with nothing between them',
    explanation:
      'The branches of a `case` and of `by reading`, what is `given` in a scenario and what it expects stand side by side without a separator. Commas part the members of an enum, the operands of `all of { … }` and citations.',
    bad: definition('case { open: yes, otherwise: near }'),
    good: definition('case { open: yes otherwise: near }'),
  },
  'members-without-comma': {
    severity: 'error',
    message: ({ next }) => `a comma is missing before \`${next}\``,
    explanation:
      'Commas stand between the members of an enum or a set, between what `any of { … }` and its like choose from, and between the elements of a list in a scenario. The finding stands once for a whole pair of brackets, and its repair adds all commas that are missing.',
    bad: 'enum Size { small large oversize }\n',
    good: 'enum Size { small, large, oversize }\n',
  },
  'members-without-brackets': {
    severity: 'error',
    message: ({ of }) =>
      of === 'list'
        ? 'the members of a list stand in square brackets'
        : 'the members of a set stand in braces',
    help: ({ of }) =>
      of === 'list'
        ? 'write `parcels: [ { glass: yes }, { glass: no } ]`'
        : 'write `marks: { fragile, urgent }`',
    explanation:
      'In a scenario a list is given in square brackets, each member in braces of its own, with commas between them: `parcels: [ { glass: yes }, { glass: no } ]`. A set is given as the names of its members in braces: `marks: { fragile, urgent }`. Brackets show where a list ends, and that one with a single member, or none, is a list.',
    bad: 'scenario "s" as of 2020-01-01 {\n  given {\n    parcels: { glass: yes }, { glass: no }\n  }\n  expect {\n    urgent: no\n  }\n}\n',
    good: 'scenario "s" as of 2020-01-01 {\n  given {\n    parcels: [ { glass: yes }, { glass: no } ]\n  }\n  expect {\n    urgent: no\n  }\n}\n',
  },
  'denied-answer': {
    severity: 'error',
    message: () => 'what is given and expected is one value each, and `not` belongs to none',
    help: 'a fact or an answer that is not so is `no`: `urgent: no`',
    explanation:
      'A scenario gives facts and expects answers as values: `yes` and `no`, a number, a day, a status. What is not so is said by the value: `urgent: no`. That a rule is not breached is said by the status that it has instead, such as `compliedWith`.',
    bad: 'scenario "s" as of 2020-01-01 {\n  expect { not urgent }\n}\n',
    good: 'scenario "s" as of 2020-01-01 {\n  expect { urgent: no }\n}\n',
  },
  'label-inside': {
    severity: 'error',
    message: ({ label }) => `the label \`${label}\` stands inside a condition`,
    help: 'a label names a whole clause: `requires a: …` and `requires b: …`, each on its own; a part of a condition that has a name is a `define`',
    explanation:
      'The clauses `means`, `requires` and `includes`, and exceptions, may have a label, by which others refer to them. It stands right after the word that begins the clause. A part of a condition has none: make it a clause of its own, or give it a name with `define`.',
    bad: 'define urgent {\n  requires asked: open and close: near\n  cite code p.1\n}\n',
    good: 'define urgent {\n  requires asked: open\n  requires close: near\n  cite code p.1\n}\n',
  },
  'outer-bar': {
    severity: 'error',
    message: () => 'a bar parts two cells of a table, and here is nothing to part',
    help: 'a row is written `small | yes: 1`: bars between the cells, and a colon before the value',
    explanation:
      'Drawn tables have bars around their rows. Here a bar only parts: the head is `table size | urgent { … }`, and a row has as many cells as the head has inputs, then a colon and the value. The finding stands once for a whole table, and its repair mends all rows.',
    bad: `fact size: number\nfact near: yesno\ndefine fee: number {\n  table size | near {\n    | < 5  | - : 1\n    | >= 5 | - : 2\n  }\n  cite code p.1\n}\n`,
    good: `fact size: number\nfact near: yesno\ndefine fee: number {\n  table size | near {\n    < 5 | -: 1\n    >= 5 | -: 2\n  }\n  cite code p.1\n}\n`,
  },
  'foreign-table': {
    severity: 'error',
    message: () => 'the cells of a table are parted by bars, and a colon stands before the value',
    help: 'a row is written `small | yes: 1`; `-` is any value',
    explanation:
      'The head is `table size | urgent { … }`. A row has as many cells as the head has inputs, with bars between them, then a colon and the value, and nothing at its end. A cell in which any value will do is `-`; a comma parts several values of one cell. The finding stands once for a whole table, and its repair mends all rows.',
    bad: `fact size: number\nfact near: yesno\ndefine fee: number {\n  table size, near {\n    < 5, yes: 1\n    < 5, no: 2\n    >= 5, *: 3\n  }\n  cite code p.1\n}\n`,
    good: `fact size: number\nfact near: yesno\ndefine fee: number {\n  table size | near {\n    < 5 | yes: 1\n    < 5 | no: 2\n    >= 5 | -: 3\n  }\n  cite code p.1\n}\n`,
  },
  'foreign-case': {
    severity: 'error',
    message: ({ what }) =>
      what === 'case'
        ? 'the branches of a `case` are written with colons, and the last begins with `otherwise`'
        : `${what === 'if' ? '`if … then … else`' : 'a choice by one value'} is written as a \`case\``,
    help: ({ what }) =>
      what === 'switch'
        ? 'each branch has a condition: `case { x is small: 1  x > 10: 2  otherwise: 3 }`; where several things decide, write a `table`'
        : '`case { condition: value  otherwise: value }`',
    explanation:
      'Other languages write a choice of values with `if`, `then` and `else`, with `switch` or `match`, or with arrows. Here there is one form, the `case`: a branch is a condition, a colon and a value; the first whose condition holds counts, and `otherwise:` is for all other cases. The finding stands once for a whole choice, and its repair mends all branches; none is offered where it is not certain what is meant. What holds only on a condition is no choice: that is said with `and`, or by a `requires` or a `when`.',
    bad: definition('case {\n    when open then yes\n    else near\n  }'),
    good: definition('case {\n    open: yes\n    otherwise: near\n  }'),
  },
  'missing-bracket': {
    severity: 'error',
    message: ({ open, close }) => `the \`${open}\` is never closed: \`${close}\` is missing`,
    explanation:
      'Every bracket needs its partner. A declaration that begins on a line of its own inside the braces of another shows that a `}` is missing before it, and so does a line that is set no further in than the one with the `{`. The finding stands at the bracket that is open, and says where it should have been closed.',
    bad: 'define urgent {\n  means yes\n  cite  code p.1\n\nbearer controller "the controller"\n',
    good: `${definition('yes')}\nbearer controller "the controller"\n`,
  },
  'wrong-bracket': {
    severity: 'error',
    message: ({ open, close, found }) => `the \`${open}\` is closed by \`${found}\`, and not by \`${close}\``,
    explanation:
      'A bracket is closed by one of its own kind: `( )` around what belongs together in a condition, `{ }` around clauses, members and answers, `[ ]` around the elements of a list in a scenario.',
    bad: definition('(open or near]'),
    good: definition('(open or near)'),
  },
  'foreign-brackets': {
    severity: 'error',
    message: ({ found }) => `braces stand here, and not \`${found}\``,
    help: 'clauses, members, branches and answers stand in braces: `{ … }`',
    explanation:
      'Round brackets stand around what belongs together in a condition, square ones around the elements of a list in a scenario. Everything else stands in braces: the clauses of a declaration, the members of an enum, what `all of`, `any of` and `is one of` choose from, the branches of a `case`, what a scenario gives and expects.',
    bad: 'enum Size (small, large)\n',
    good: 'enum Size { small, large }\n',
  },
  'missing-opening': {
    severity: 'error',
    message: ({ head }) => `the \`{\` after the head of this \`${head}\` is missing`,
    explanation:
      'The clauses of a declaration, and what a scenario gives and expects, stand in braces. A `}` that closes nothing, and lines that are set in behind a head without its `{`, show that the `{` is missing.',
    bad: 'define urgent\n  means yes\n  cite  code p.1\n}\n',
    good: definition('yes'),
  },
  'extra-bracket': {
    severity: 'error',
    message: ({ close }) => `this \`${close}\` closes nothing`,
    help: 'delete it, or add the bracket that it should close',
    explanation: 'Every closing bracket needs an opening one of its kind before it.',
    bad: `${definition('yes')}}\n`,
    good: definition('yes'),
  },
  'too-many-findings': {
    severity: 'note',
    message: ({ shown, total }) => `${total - shown} more findings of this kind of check are not shown`,
    help: 'mend the first ones and run again',
    explanation:
      'At most 200 findings of reading one file are shown at once: the later ones are often consequences of the first.',
    bad: { shown: '@ @ @ …', make: () => '@ '.repeat(300) },
    good: definition('yes'),
  },
};

/** Makes the diagnostics of `lexTable`. */
export const lexDiagnostic: Reporter<LexParams> = reporter(lexTable);
