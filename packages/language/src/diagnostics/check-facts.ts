import type { DiagnosticTable } from './define.ts';
import { define, fact, policy, record } from './samples.ts';
import { circle } from './words.ts';

/** What the messages of `factTable` speak of. */
export interface FactParams {
  'missing-ask': { readonly name: string };
  'ask-of-record': { readonly name: string };
  'missing-say': { readonly name: string };
  'say-braces': Record<string, never>;
  'say-alternatives': { readonly hole: string };
  'say-without-polarity': Record<string, never>;
  'say-without-value': Record<string, never>;
  'say-value-of-yesno': Record<string, never>;
  'say-polarity-of-value': Record<string, never>;
  'duplicate-words': { readonly words: string; readonly first: string };
  'unfit-words': { readonly name: string };
  'unfit-unit': Record<string, never>;
  'consider-without-judgement': { readonly name: string };
  'no-such-effort': { readonly most: number };
  'effort-of-fixed': { readonly name: string };
  'assume-of-many': { readonly type: string };
  'not-a-constant': Record<string, never>;
  'record-in-itself': { readonly path: readonly string[] };
  /** `limit` is the most paths that a vocabulary may have. */
  'too-many-paths': { readonly limit: number };
  'too-few-readings': { readonly name: string };
  'no-default-reading': { readonly name: string };
  'several-default-readings': { readonly name: string };
}

/** Records each of which holds the one before twice. */
const doubled = (levels: number): string =>
  Array.from(
    { length: levels },
    (_, i) => `record R${i + 1} "the parcels" {\n  fact left: R${i}\n  fact right: R${i}\n}\n`,
  ).join('');
const weighedAt = (clause: string): string =>
  `fact weighed: yesno { ask "Has it been weighed?" say "it {has|has not} been weighed" ${clause} }\n`;
const judgement = (clauses: string): string =>
  `judgement heavy {\n  ask "Is it heavy for one person?"\n  say "it {is|is not} heavy"\n${clauses}}\n`;
const reading = (name: string, rest = ''): string => `  reading ${name} "weighed ${name}"${rest}\n`;
const scales = (...readings: readonly string[]): string =>
  `ambiguity scales "D-1" {\n${readings.join('')}  cite act s.4\n}\n`;
const twoReadings = scales(reading('gross', ' default'), reading('net'));
const byScales = define('heavy', 'by reading scales {\n    gross: yes\n    net:   no\n  }');
const sayOf = (say: string): string =>
  `define sendable {\n  say   ${JSON.stringify(say)}\n  means weighed\n  cite  act s.1\n}\n`;
const sayOfValue = (say: string): string =>
  `define fee: number {\n  say   ${JSON.stringify(say)}\n  means 5\n  cite  act s.1\n}\n`;

const sized = 'fact size: Size { ask "How large is it?" }\n';

/** Codes of facts, of what is said of them and of other things, and of ambiguities. */
export const factTable: DiagnosticTable<FactParams> = {
  'missing-ask': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` has no question`,
    help: 'add `ask "…?"`: the words in which a person is asked for it',
    explanation:
      'What is missing from a case is asked for, in the words of the policy. So every fact has its question; records and lists are asked for by their fields.',
    bad: policy('fact weighed: yesno { say "it {is|is not} weighed" }\n', define('sendable', 'weighed')),
    good: policy(fact('weighed'), define('sendable', 'weighed')),
  },
  'ask-of-record': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is a record: its fields are asked for, not the whole`,
    help: 'move the question to the fields',
    explanation: 'A record instance is always there; only its fields can be missing and asked for.',
    bad: policy(
      record('Parcel', 'fragile'),
      'fact parcel: Parcel { ask "Which parcel?" }\n',
      define('sendable', 'not parcel.fragile'),
    ),
    good: policy(
      record('Parcel', 'fragile'),
      'fact parcel: Parcel\n',
      define('sendable', 'not parcel.fragile'),
    ),
  },
  'missing-say': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` has no \`say\`, so no explanation can mention it`,
    help: 'add `say "it {is|is not} …"`, or `say "… {value}"` for a value',
    explanation:
      'Explanations are made of the words in the policy. Yes/no facts and judgements, and all definitions, say in a sentence what they mean, in both polarities.',
    bad: policy('fact weighed: yesno { ask "Is it weighed?" }\n', define('sendable', 'weighed')),
    good: policy(fact('weighed'), define('sendable', 'weighed')),
  },
  'say-braces': {
    severity: 'error',
    message: () => 'the braces of this `say` do not pair',
    help: 'write `{is|is not}` or `{value}`; braces do not stand within braces',
    explanation: 'In a `say`, `{a|b}` chooses by yes and no and `{value}` stands for the value.',
    bad: policy(fact('weighed'), sayOf('it {is|is not sendable')),
    good: policy(fact('weighed'), sayOf('it {is|is not} sendable')),
  },
  'say-alternatives': {
    severity: 'error',
    message: ({ hole }) => `\`{${hole}}\` is neither two different alternatives nor \`{value}\``,
    help: 'write the words for yes, a bar, and the words for no: `{is|is not}`',
    explanation:
      'In a `say`, `{a|b}` chooses by yes and no and `{value}` stands for the value. One side of the bar may be empty.',
    bad: policy(fact('weighed'), sayOf('it {is} sendable {or|or not}')),
    good: policy(fact('weighed'), sayOf('it {is|is not} sendable')),
  },
  'say-without-polarity': {
    severity: 'error',
    message: () => 'this `say` has no words for no',
    help: 'write both: `it {is|is not} …`; of a set `they {include|do not include} {value}`',
    explanation:
      'Explanations speak of a "no" as often as of a "yes", so a yes/no `say` has words for both; so has that of a set, which speaks of one member at a time, as one that is in it or is not.',
    bad: policy(fact('weighed'), sayOf('it is sendable')),
    good: policy(fact('weighed'), sayOf('it {is|is not} sendable')),
  },
  'say-without-value': {
    severity: 'error',
    message: () => 'this `say` does not show the value',
    help: 'put `{value}` where the value belongs in the sentence',
    explanation: 'The `say` of a fact or definition that has a value is a sentence with that value in it.',
    bad: policy(sayOfValue('there is a fee')),
    good: policy(sayOfValue('the fee is {value}')),
  },
  'say-value-of-yesno': {
    severity: 'error',
    message: () => 'there is no `{value}` here: this is yes or no',
    help: 'write `{is|is not}`',
    explanation:
      'Only facts and definitions that have a value can show it; the `say` of a set speaks of one member as `{value}`.',
    bad: policy(fact('weighed'), sayOf('it {is|is not} sendable: {value}')),
    good: policy(fact('weighed'), sayOf('it {is|is not} sendable')),
  },
  'say-polarity-of-value': {
    severity: 'error',
    message: () => 'this has a value, so there is no yes or no to choose words by',
    help: 'use `{value}` alone',
    explanation: '`{a|b}` chooses by yes and no, which only yes/no facts and definitions have.',
    bad: policy(sayOfValue('the fee {is|is not} {value}')),
    good: policy(sayOfValue('the fee is {value}')),
  },
  'duplicate-words': {
    severity: 'error',
    message: ({ words, first }) => `\`${first}\` is told as “${words}” too`,
    help: 'give each member words of its own',
    explanation:
      'A person who is asked chooses among the members of an `enum` by their words, and reads them in explanations. So no two members of one `enum` are told alike; capitals do not count.',
    bad: policy(
      'enum Size { small "of little size", tiny "of little size" }\n',
      sized,
      define('light', 'size is small'),
    ),
    good: policy('enum Size { small "small", tiny "very small" }\n', sized, define('light', 'size is small')),
  },
  'unfit-words': {
    severity: 'error',
    message: ({ name }) => `these words for \`${name}\` cannot be told`,
    help: 'write them as they stand in a sentence: `small "of little size"`, without braces',
    explanation:
      'The words of a member of an `enum` take the place of `{value}` in what is said of it. They are a text of one line that neither begins nor ends with a space, and have no braces of their own.',
    bad: policy('enum Size { small "{small}", large }\n', sized, define('light', 'size is small')),
    good: policy('enum Size { small "of little size", large }\n', sized, define('light', 'size is small')),
  },
  'unfit-unit': {
    severity: 'error',
    message: () => 'this unit cannot be told beside a number',
    help: 'write it as it stands beside a number: `in "£"`, `in "kg"`, `in "{day|days}"`',
    explanation:
      'A unit is told with every value. It is a text of one line that neither begins nor ends with a space. It may have one pair of braces with two words: the first is told of one, the second of any other number.',
    bad: policy(
      'fact price: decimal(2) in "{" { ask "What does it cost?" }\n',
      define('cheap', 'price < 10'),
    ),
    good: policy(
      'fact price: decimal(2) in "£" { ask "What does it cost?" }\n',
      define('cheap', 'price < 10'),
    ),
  },
  'consider-without-judgement': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is not a judgement, so there is nothing to consider`,
    help: 'declare it as a `judgement`, or remove `consider`',
    explanation:
      '`consider` lists factors that a person weighs in a judgement. An observable fact is simply looked at.',
    bad: policy(
      fact('bulky'),
      'fact heavy: yesno {\n  ask "Is it heavy?"\n  say "it {is|is not} heavy"\n  consider bulky\n}\n',
      define('sendable', 'not heavy'),
    ),
    good: policy(fact('bulky'), judgement('  consider bulky\n'), define('sendable', 'not heavy')),
  },
  'no-such-effort': {
    severity: 'error',
    message: ({ most }) => `an effort is a whole number from 1 to ${most}`,
    explanation:
      'What would change an answer is told in order of effort. Where a policy does not say what a change takes, a fact counts 1, an event 2, a judgement 3.',
    bad: policy(weighedAt('effort 0'), define('sendable', 'weighed')),
    good: policy(weighedAt('effort 4'), define('sendable', 'weighed')),
  },
  'effort-of-fixed': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is fixed: nothing changes it, whatever the effort`,
    help: 'take out `effort`, or `fixed`',
    explanation:
      '`fixed` marks what a person cannot change, and nothing that would change an answer ever changes it. So there is no effort to order by.',
    bad: policy(weighedAt('fixed effort 4'), define('sendable', 'weighed')),
    good: policy(weighedAt('fixed'), define('sendable', 'weighed')),
  },
  'assume-of-many': {
    severity: 'error',
    message: ({ type }) => `${type} cannot be assumed`,
    help: 'assume its single facts',
    explanation:
      'An assumption is one value for one fact, because the source says which way to err about it.',
    bad: policy(
      'enum Mark { fragile, urgent }\n',
      'fact marks: set of Mark {\n  ask "How is it marked?"\n  assume fragile if not known\n  cite act s.5\n}\n',
      define('sendable', 'marks includes fragile'),
    ),
    good: policy(judgement('  assume yes if not known\n  cite act s.5\n'), define('sendable', 'not heavy')),
  },
  'not-a-constant': {
    severity: 'error',
    message: () => 'only a constant can stand here',
    help: 'write a value: `yes`, `no`, a number, a date, a member of the enum',
    explanation:
      'An assumption does not look at other facts: it is the one value that the source says to err on.',
    bad: policy(
      fact('bulky'),
      judgement('  assume bulky if not known\n  cite act s.5\n'),
      define('sendable', 'not heavy'),
    ),
    good: policy(judgement('  assume yes if not known\n  cite act s.5\n'), define('sendable', 'not heavy')),
  },
  'record-in-itself': {
    severity: 'error',
    message: ({ path }) => `a record cannot contain itself: ${circle(path)}`,
    help: 'let both be lists of the case, and say by a fact which belongs to which',
    explanation:
      'The facts of a case have an end, and the depth of their lists is known before any case is seen.',
    bad: policy('record Parcel "the parcel" {\n  fact inner: list of Parcel\n}\n'),
    good: policy(
      record('Parcel', 'fragile'),
      'fact parcel: Parcel\n',
      define('sendable', 'not parcel.fragile'),
    ),
  },
  'too-many-paths': {
    severity: 'error',
    message: ({ limit }) => `the facts of a case would have more than ${limit} paths`,
    help: 'hold fewer records within one another, or let what is alike be a list of the case',
    explanation:
      'A path names one fact of a case, such as `parcel.sender.known`. A record that holds another twice has each fact of it twice, so over many levels a short text makes more paths than could be asked for or listed.',
    bad: {
      shown: 'record R1 "…" { fact left: R0  fact right: R0 }  record R2 "…" { fact left: R1 … }  and so on',
      make: () => policy(record('R0', 'fragile'), doubled(14), 'fact parcel: R14\n'),
    },
    good: policy(
      record('Parcel', 'fragile'),
      'fact left: Parcel\n',
      'fact right: Parcel\n',
      define('sendable', 'not any of { left.fragile, right.fragile }'),
    ),
  },
  'too-few-readings': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` can be read in only one way`,
    help: 'add the other reading, or write what is meant without an ambiguity',
    explanation: 'An ambiguity is a place where the source can be read in two ways at least.',
    bad: policy(
      scales(reading('gross', ' default')),
      define('heavy', 'by reading scales {\n    gross: yes\n  }'),
    ),
    good: policy(twoReadings, byScales),
  },
  'no-default-reading': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` has no default reading`,
    help: 'mark one reading `default`: the one that an assessment takes where it is not told',
    explanation:
      'An assessment takes the default reading, says so, and says where another reading would have changed the answer.',
    bad: policy(scales(reading('gross'), reading('net')), byScales),
    good: policy(twoReadings, byScales),
  },
  'several-default-readings': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` has more than one default reading`,
    explanation: 'Exactly one reading is taken where an assessment is not told which.',
    bad: policy(scales(reading('gross', ' default'), reading('net', ' default')), byScales),
    good: policy(twoReadings, byScales),
  },
};
