import type { DiagnosticTable, NoParams, Reporter } from './define.ts';
import { reporter } from './define.ts';

/** What the messages of `parseTable` speak of. */
export interface ParseParams {
  'expected-something-else': { readonly expected: string; readonly found: string };
  'unknown-clause': {
    readonly found: string;
    readonly where: string;
    readonly known: string;
    readonly meant?: string;
  };
  'unknown-declaration': { readonly found: string; readonly meant?: string };
  'missing-comma': { readonly next: string };
  'mixed-and-or': NoParams;
  'not-without-brackets': NoParams;
  'double-not': NoParams;
  'chained-comparison': NoParams;
  'certainty-before-condition': NoParams;
  'foreign-word': { readonly found: string; readonly meant: string };
  'not-a-parameter': { readonly name: string };
  'fields-in-braces': { readonly path: string };
  'answer-path': { readonly path: string; readonly example: string | null };
  'repeated-clause': { readonly clause: string };
  'missing-clause': { readonly clause: string; readonly where: string };
  'misplaced-exception': NoParams;
  'set-not-a-path': { readonly operator: string };
  'too-many-declarations-in-file': { readonly limit: number };
  'misplaced-doc-comment': NoParams;
}

const definition = (condition: string): string =>
  `define urgent {\n  means ${condition}\n  cite  code p.1\n}\n`;

/** Codes of the order of words: clauses, expressions, declarations. */
export const parseTable: DiagnosticTable<ParseParams> = {
  'expected-something-else': {
    severity: 'error',
    message: ({ expected, found }) => `${expected} expected, but ${found} stands here`,
    explanation:
      'The text cannot be read as a policy at this place. The message says what could have stood here. Reading goes on at the next clause, so later findings count as well.',
    bad: definition('open and'),
    good: definition('open and near'),
  },
  'unknown-clause': {
    severity: 'error',
    message: ({ found, where, meant }) =>
      `${found} begins no clause of ${where}${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
    help: ({ where, known }) => `${where} is made of ${known}`,
    explanation:
      'Inside the braces of a declaration stand its clauses, each beginning with a word of its own. Often the word is misspelt, or the clause before it has something too much at its end.',
    bad: 'define urgent {\n  mean open\n  cite code p.1\n}\n',
    good: definition('open'),
  },
  'unknown-declaration': {
    severity: 'error',
    message: ({ found, meant }) =>
      `${found} begins no declaration${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
    help: 'a file is made of declarations: `pack`, `import`, `source`, `enum`, `record`, `fact`, `event`, `judgement`, `ambiguity`, `define`, `rule`, `exception`, `section`, `constraint`, `invariant`, `scenario`, `bearer`, `goal`, `accept`',
    explanation: 'At the level of the file, or of a section, only declarations may stand.',
    bad: `defin urgent {\n  means open\n  cite  code p.1\n}\n`,
    good: definition('open'),
  },
  'missing-comma': {
    severity: 'error',
    message: ({ next }) => `a comma is missing between two citations, before \`${next}\``,
    explanation:
      'Several citations after one `cite` are separated by commas. Pinpoints of one source, `sch.1 para.22`, are not.',
    bad: 'define urgent {\n  means open\n  cite code p.1 act s.2\n}\n',
    good: 'define urgent {\n  means open\n  cite code p.1, act s.2\n}\n',
  },
  'mixed-and-or': {
    severity: 'error',
    message: () => '`and` and `or` stand side by side without brackets',
    help: 'say with brackets what belongs together: readers of law do not agree on which of the two binds closer',
    explanation:
      '`a and b or c` can be read in two ways, and courts have had to choose. Here neither word binds closer than the other: where both occur, brackets say what is meant. Both ways are suggested, and `check --fix` takes neither: only the source can say which it means.',
    bad: definition('open and near or late'),
    good: definition('(open and near) or late'),
  },
  'not-without-brackets': {
    severity: 'error',
    message: () => 'after `not` a name or brackets are expected',
    help: 'put brackets around what is denied',
    explanation:
      '`not` takes a name, or a condition in brackets, so that nobody has to wonder how far it reaches.',
    bad: definition('not open is near'),
    good: definition('not (open is near)'),
  },
  'double-not': {
    severity: 'error',
    message: () => '`not not` denies twice',
    help: 'leave both out',
    explanation: 'Twice denied is said plainly: without `not`.',
    bad: definition('not not open'),
    good: definition('open'),
  },
  'chained-comparison': {
    severity: 'error',
    message: () => 'a comparison has two sides, not three',
    help: 'write two comparisons joined by `and`',
    explanation: '`a < b < c` is written `a < b and b < c`.',
    bad: definition('1 < age < 18'),
    good: definition('1 < age and age < 18'),
  },
  'certainty-before-condition': {
    severity: 'error',
    message: () => 'the certainty stands behind the condition, not before it',
    help: 'write `label: condition, likely`',
    explanation:
      'The words that the source uses for how sure it is (`likely`, `difficult to see`, or its own in quotes) belong to the whole limb, whether it has a label or not. There is one place for them, behind the condition and before its citations.',
    bad: 'define urgent {\n  includes alarm, very likely: rings\n  otherwise "Is it urgent for another reason?"\n  cite code p.1\n}\n',
    good: 'define urgent {\n  includes alarm: rings, very likely\n  otherwise "Is it urgent for another reason?"\n  cite code p.1\n}\n',
  },
  'foreign-word': {
    severity: 'error',
    message: ({ found, meant }) => `\`${found}\` is written \`${meant}\``,
    explanation:
      'Truth is `yes` or `no`; what has not happened is `notYet`; a law ends by `ceasing`; an exception begins with `except`, a condition of a rule with `when`.',
    bad: definition('open is true'),
    good: definition('open is yes'),
  },
  'not-a-parameter': {
    severity: 'error',
    message: ({ name }) =>
      `after \`for\` stands a name of your own and its record, not a list: \`for ${name}: RECORD\``,
    help: 'there is then one answer for each instance of the record, in whatever list it stands',
    explanation:
      'A definition or a rule with a parameter is about one record of a kind: `for p: Parcel` gives one answer for each parcel there is. No list is named. A question about all of them at once has no parameter: `some p in parcels has …`.',
    bad: `record Parcel "the parcel" {\n  fact heavy: yesno\n}\nfact parcels: list of Parcel\ndefine refused for p in parcels {\n  means p.heavy\n  cite code p.1\n}\n`,
    good: `record Parcel "the parcel" {\n  fact heavy: yesno\n}\nfact parcels: list of Parcel\ndefine refused for p: Parcel {\n  means p.heavy\n  cite code p.1\n}\n`,
  },
  'fields-in-braces': {
    severity: 'error',
    message: ({ path }) => `what is known of \`${path}\` is given fact by fact`,
    explanation:
      'In a scenario each fact stands on its own, with its whole name: `parcel.glass: yes`. Only the members of a list have braces: `parcels: [ { glass: yes }, { glass: no } ]`. In the JSON facts of an application a record is an object, as one would expect.',
    bad: `scenario "glass" as of 2021-01-01 {\n  given {\n    parcel: { glass: yes }\n  }\n  expect {\n    fragile: yes\n  }\n}\n`,
    good: `scenario "glass" as of 2021-01-01 {\n  given {\n    parcel.glass: yes\n  }\n  expect {\n    fragile: yes\n  }\n}\n`,
  },
  'answer-path': {
    severity: 'error',
    message: ({ path }) =>
      `an answer is expected under the name of its definition or rule, not under \`${path}\``,
    help: ({ example }) =>
      example === null ? 'a rule is expected by its status: `refuse: breached`' : `write \`${example}: …\``,
    explanation:
      'A scenario expects answers: `dangerous: yes` of a definition, `refuse: breached` of a rule, whose status is one word. An answer about one instance is asked for with `for`: `heavy for parcels[0]: yes`.',
    bad: `scenario "glass" as of 2021-01-01 {\n  given {\n    parcels: [ { glass: yes } ]\n  }\n  expect {\n    parcels[0].fragile: yes\n  }\n}\n`,
    good: `scenario "glass" as of 2021-01-01 {\n  given {\n    parcels: [ { glass: yes } ]\n  }\n  expect {\n    fragile for parcels[0]: yes\n  }\n}\n`,
  },
  'repeated-clause': {
    severity: 'error',
    message: ({ clause }) => `\`${clause}\` is said a second time`,
    help: 'keep one of the two',
    explanation: 'Most clauses may stand only once in a declaration: two would leave open which one counts.',
    bad: 'define urgent {\n  say "it {is|is not} urgent"\n  say "it {is|is not} pressing"\n  means open\n  cite code p.1\n}\n',
    good: 'define urgent {\n  say "it {is|is not} urgent"\n  means open\n  cite code p.1\n}\n',
  },
  'missing-clause': {
    severity: 'error',
    message: ({ clause, where }) => `${where} needs ${clause}`,
    explanation: 'Without this clause the declaration says nothing.',
    bad: 'rule answer on controller {\n  when open\n  cite code p.1\n}\n',
    good: 'rule answer on controller {\n  must "answer"\n  when open\n  cite code p.1\n}\n',
  },
  'misplaced-exception': {
    severity: 'error',
    message: () => 'only an exception can have exceptions of its own',
    help: 'put the exception among the clauses of the declaration, or write it into the condition',
    explanation:
      'Exceptions subtract from the whole definition or rule, or from an exception. One part of a definition (`requires`, `includes`, `means`) is narrowed with `and (not …)` in its condition.',
    bad: 'define urgent {\n  includes open { except late }\n  cite code p.1\n}\n',
    good: 'define urgent {\n  includes open\n  except late\n  cite code p.1\n}\n',
  },
  'set-not-a-path': {
    severity: 'error',
    message: ({ operator }) => `before \`${operator}\` the name of a set is expected`,
    explanation:
      '`includes`, `is exactly` and `is empty` ask about a fact that is a set, so its name stands before them.',
    bad: definition('(open) is empty'),
    good: definition('open is empty'),
  },
  'too-many-declarations-in-file': {
    severity: 'error',
    message: ({ limit }) => `the file has more than ${limit} declarations`,
    help: 'split the file and import the parts from the pack file',
    explanation:
      'A file may hold 5000 declarations, facts of records and members of sections included. A pack may have as many files as it likes.',
    bad: {
      shown: '… 5001 declarations …',
      make: () => Array.from({ length: 5001 }, (_, i) => `import "part${i}.policy"\n`).join(''),
    },
    good: 'import "part1.policy"\nimport "part2.policy"\n',
  },
  'misplaced-doc-comment': {
    severity: 'warning',
    message: () => 'this `///` comment documents nothing',
    help: 'put it right above a declaration, a fact, a reading, a part of a definition or an exception; or write // for a plain comment',
    explanation:
      'A comment with three strokes becomes the documentation of what follows it, in the handbook and in the generated code. Elsewhere it would be lost.',
    bad: 'define urgent {\n  means open\n  cite  code p.1\n  /// nothing follows\n}\n',
    good: '/// What cannot wait.\ndefine urgent {\n  means open\n  cite  code p.1\n}\n',
  },
};

/** Makes the diagnostics of `parseTable`. */
export const parseDiagnostic: Reporter<ParseParams> = reporter(parseTable);
