import type { DiagnosticTable } from './define.ts';
import { carrier, define, defineWith, fact, packOf, policy, record, rule, valued } from './samples.ts';

/** What the messages of `statementTable` speak of. */
export interface StatementParams {
  'missing-pack': Record<string, never>;
  'pack-not-in-entry': { readonly entry: string };
  'pack-incomplete': { readonly clause: string };
  'not-semver': { readonly version: string };
  'empty-interval': { readonly from: string; readonly ceasing: string };
  'missing-status': { readonly name: string; readonly statuses: readonly string[] };
  'unknown-word': {
    readonly word: string;
    readonly clause: string;
    readonly words: readonly string[];
    readonly suggestion: string | null;
  };
  'source-follows-itself': { readonly path: readonly string[] };
  'missing-citation': { readonly what: string };
  'long-anchor': { readonly words: number; readonly most: number };
  'empty-anchor': Record<string, never>;
  'covers-twice': { readonly id: string };
  'missing-ask': { readonly name: string };
  'ask-of-record': { readonly name: string };
  'missing-say': { readonly name: string };
  'say-braces': Record<string, never>;
  'say-alternatives': { readonly hole: string };
  'say-without-polarity': Record<string, never>;
  'say-without-value': Record<string, never>;
  'say-value-of-yesno': Record<string, never>;
  'say-polarity-of-value': Record<string, never>;
  'consider-without-judgement': { readonly name: string };
  'assume-of-many': { readonly type: string };
  'not-a-constant': Record<string, never>;
  'record-in-itself': { readonly path: readonly string[] };
  'too-few-readings': { readonly name: string };
  'no-default-reading': { readonly name: string };
  'several-default-readings': { readonly name: string };
  'definition-without-limb': { readonly name: string };
  'requires-alone': { readonly name: string };
  'definition-of-many': { readonly name: string };
  'means-and-includes': { readonly name: string };
  'means-and-table': { readonly name: string };
  'several-values': { readonly name: string };
  'limb-of-value': { readonly name: string; readonly clause: string };
  'otherwise-without-includes': { readonly name: string };
  'open-exception-without-label': Record<string, never>;
  'exception-to-limb': { readonly label: string; readonly name: string };
  'missing-bearer': { readonly name: string; readonly bearers: readonly string[] };
  'missing-done': { readonly name: string; readonly modal: string };
  'forbidden-by-date': { readonly name: string; readonly modal: string };
  'permission-done': { readonly name: string };
  'despite-without-may': { readonly name: string; readonly modal: string };
  'despite-no-duty': { readonly name: string };
  'both-of-two': { readonly count: number };
  'despite-other-record': { readonly name: string; readonly record: string; readonly of: string | null };
}

const must = 'must "weigh the parcel"';
const event = 'event weighedOn { ask "When was it weighed?" }\n';
const judgement = (clauses: string): string =>
  `judgement heavy {\n  ask "Is it heavy for one person?"\n  say "it {is|is not} heavy"\n${clauses}}\n`;
const circle = (path: readonly string[]): string => path.map((name) => `\`${name}\``).join(' → ');
const reading = (name: string, rest = ''): string => `  reading ${name} "weighed ${name}"${rest}\n`;
const scales = (...readings: readonly string[]): string =>
  `ambiguity scales "D-1" {\n${readings.join('')}  cite act s.4\n}\n`;
const twoReadings = scales(reading('gross', ' default'), reading('net'));
const byScales = define('heavy', 'by reading scales {\n    gross: yes\n    net:   no\n  }');
const sayOf = (say: string): string =>
  `define sendable {\n  say   ${JSON.stringify(say)}\n  means weighed\n  cite  act s.1\n}\n`;
const sayOfValue = (say: string): string =>
  `define fee: number {\n  say   ${JSON.stringify(say)}\n  means 5\n  cite  act s.1\n}\n`;

/** Codes of declarations: facts, definitions, rules, what must stand with them. */
export const statementTable: DiagnosticTable<StatementParams> = {
  'missing-pack': {
    severity: 'error',
    message: () => 'the entry file does not declare its pack',
    help: 'begin it with `pack name { title "…" version "0.1.0" period from 2020-01-01 }`',
    explanation:
      'The entry file of a pack says what the pack is called, its version, and the dates that it covers.',
    bad: 'bearer carrier "the carrier"\n',
    good: packOf(),
  },
  'pack-not-in-entry': {
    severity: 'error',
    message: ({ entry }) => `the pack is declared in an imported file; it belongs into \`${entry}\``,
    help: 'move the declaration into the entry file, or begin with this file',
    explanation: 'The file with which the tools begin is the one that says what the pack is.',
    bad: { files: { 'main.policy': 'import "pack.policy"\n', 'pack.policy': packOf() } },
    good: { files: { 'pack.policy': packOf('import "more.policy"\n'), 'more.policy': '// the rules\n' } },
  },
  'pack-incomplete': {
    severity: 'error',
    message: ({ clause }) => `the pack has no \`${clause}\``,
    help: ({ clause }) =>
      clause === 'period'
        ? 'add `period from DATE`, with `ceasing DATE` where the pack ends'
        : `add \`${clause} "${clause === 'version' ? '0.1.0' : '…'}"\``,
    explanation:
      'A pack has a title for people, a version for those who depend on it, and a period: a governing date outside the period is refused, never guessed about.',
    bad: 'pack demo {\n  title "A demonstration"\n  version "1.0.0"\n}\n',
    good: packOf(),
  },
  'not-semver': {
    severity: 'error',
    message: ({ version }) => `\`${version}\` is not a version of the form 1.2.3`,
    help: 'raise the first number where answers change, the second where questions are added, the third for the rest',
    explanation:
      'Packs are versioned by Semantic Versioning, so that those who depend on one can see what an update may change.',
    bad: 'pack demo {\n  title "A demonstration"\n  version "1.0"\n  period from 2020-01-01\n}\n',
    good: packOf(),
  },
  'empty-interval': {
    severity: 'error',
    message: ({ from, ceasing }) => `there is no day from ${from} and before ${ceasing}`,
    help: '`ceasing` is the first day on which it no longer holds, so it is later than `from`',
    explanation:
      'An interval of dates begins on its `from` and has ended on its `ceasing`. Clauses of a section count for its members, so one of the two dates may stand there.',
    bad: 'pack demo {\n  title "A demonstration"\n  version "1.0.0"\n  period from 2020-01-01 ceasing 2019-01-01\n}\n',
    good: 'pack demo {\n  title "A demonstration"\n  version "1.0.0"\n  period from 2020-01-01 ceasing 2021-01-01\n}\n',
  },
  'missing-status': {
    severity: 'error',
    message: ({ name }) => `the source \`${name}\` does not say what it is`,
    help: ({ statuses }) => `add \`status\` and one of ${statuses.join(', ')}`,
    explanation:
      'A reader of an explanation must be able to tell a statute from a draft, so every source says which it is.',
    bad: packOf('source act "The Parcels Act"\n', define('sendable', 'yes')),
    good: policy(define('sendable', 'yes')),
  },
  'unknown-word': {
    severity: 'error',
    message: ({ word, clause, suggestion }) =>
      `\`${word}\` is not a ${clause} of a source${suggestion === null ? '' : `; did you mean \`${suggestion}\`?`}`,
    help: ({ words }) => `it is one of ${words.join(', ')}`,
    explanation:
      'The status and the basis of a source are words with a fixed meaning, because explanations show them.',
    bad: packOf('source act "The Parcels Act" { status statue }\n', define('sendable', 'yes')),
    good: policy(define('sendable', 'yes')),
  },
  'source-follows-itself': {
    severity: 'error',
    message: ({ path }) => `this source succeeds itself: ${circle(path)}`,
    explanation:
      '`succeeds` names the source that this one took the place of; that one is older, and so on back.',
    bad: packOf(
      'source act "The Parcels Act" { status statute succeeds code }\nsource code "The Parcels Code" { status statute succeeds act }\n',
    ),
    good: packOf(
      'source act "The Parcels Act" { status statute }\nsource code "The Parcels Code" { status statute succeeds act }\n',
      define('sendable', 'yes').replace('act', 'code'),
    ),
  },
  'missing-citation': {
    severity: 'error',
    message: ({ what }) => `${what} says where it stands in a source`,
    help: 'add `cite SOURCE PINPOINT "some of its words"`',
    explanation:
      'A reviewer must be able to say of every rule which paragraph it is. So every definition (itself, or each of its limbs), rule, exception, invariant, ambiguity and assumption carries a citation.',
    bad: policy(
      fact('weighed'),
      fact('small'),
      define('sendable', 'small'),
      define('ready', 'weighed').replace('  cite  act s.1\n', ''),
    ),
    good: policy(fact('weighed'), fact('small'), define('sendable', 'small'), define('ready', 'weighed')),
  },
  'long-anchor': {
    severity: 'error',
    message: ({ words, most }) => `an anchor has at most ${most} words, and this one has ${words}`,
    help: 'keep the words by which the place is found',
    explanation:
      'An anchor is a handful of words that occur at the cited place, so that a reader finds it and a tool can check it. It is no quotation: the source speaks for itself.',
    bad: policy(
      fact('weighed'),
      define('sendable', 'weighed').replace(
        's.1',
        's.1 "a parcel may be sent only when it has been weighed"',
      ),
    ),
    good: policy(
      fact('weighed'),
      define('sendable', 'weighed').replace('s.1', 's.1 "only when it has been weighed"'),
    ),
  },
  'empty-anchor': {
    severity: 'error',
    message: () => 'this anchor has no words',
    help: 'give some words that occur at the cited place, or leave the anchor out',
    explanation: 'An anchor is a handful of words that occur at the cited place.',
    bad: policy(fact('weighed'), define('sendable', 'weighed').replace('s.1', 's.1 ""')),
    good: policy(fact('weighed'), define('sendable', 'weighed')),
  },
  'covers-twice': {
    severity: 'warning',
    message: ({ id }) => `\`${id}\` is named twice`,
    explanation: '`covers` lists the statements of the source that a rule encodes, each once.',
    bad: policy(fact('weighed'), defineWith('sendable', 'means weighed', 'covers DM-1, DM-1')),
    good: policy(fact('weighed'), defineWith('sendable', 'means weighed', 'covers DM-1, DM-2')),
  },
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
    help: 'write both: `it {is|is not} …`',
    explanation: 'Explanations speak of a "no" as often as of a "yes", so a yes/no `say` has words for both.',
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
  'definition-without-limb': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` does not say when it holds`,
    help: 'add `means`, or `includes` where the list of grounds is open, or a `table`',
    explanation:
      '`means P` says all there is to say. `includes P` gives grounds that suffice and leaves others open. A definition that gives a value has one `means` or a `table`.',
    bad: policy(fact('small'), defineWith('sendable', 'except tiny: small cite act s.2')),
    good: policy(fact('small'), define('sendable', 'small')),
  },
  'requires-alone': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` says what it requires, and not what is enough`,
    help: 'write `means` where these conditions are enough; add `includes` where there are grounds beside them',
    explanation:
      'A `requires` alone would never be yes: a definition is its requirements and a ground. Where meeting them is enough they are what it means.',
    bad: policy(fact('small'), defineWith('sendable', 'requires small')),
    good: policy(fact('small'), define('sendable', 'small')),
  },
  'definition-of-many': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` cannot be a set, a list or a record`,
    help: 'define a yes/no question about it',
    explanation:
      'Definitions are yes/no, numbers, dates, durations, text and enums. Sets, lists and records are facts.',
    bad: policy(
      'enum Mark { fragile, urgent }\n',
      'fact marks: set of Mark { ask "How is it marked?" }\n',
      valued('labels', 'set of Mark', 'means marks'),
    ),
    good: policy(
      'enum Mark { fragile, urgent }\n',
      'fact marks: set of Mark { ask "How is it marked?" }\n',
      define('urgent', 'marks includes urgent'),
    ),
  },
  'means-and-includes': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is closed by \`means\` and opened by \`includes\``,
    help: 'write `means` for every ground where the list is complete, `includes` for every one where it is not',
    explanation:
      '`means` says that its grounds are all there are; `includes` says that there may be others. A definition is one or the other.',
    bad: policy(
      fact('small'),
      fact('light'),
      defineWith('sendable', 'means small cite act s.1', 'includes light'),
    ),
    good: policy(
      fact('small'),
      fact('light'),
      defineWith('sendable', 'means small cite act s.1', 'means light'),
    ),
  },
  'means-and-table': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` has both \`means\` and a \`table\``,
    help: 'keep one of them',
    explanation:
      'A table says for every combination of its inputs what the definition is; nothing is left for `means` to say.',
    bad: policy(
      fact('small'),
      defineWith('sendable', 'means small', 'table small {', '  yes: yes', '  no: no', '}'),
    ),
    good: policy(fact('small'), defineWith('sendable', 'table small {', '  yes: yes', '  no: no', '}')),
  },
  'several-values': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` has several \`means\`, and can have only one value`,
    help: 'choose between them: `means case { … }`, or a table',
    explanation: 'Several `means` are alternatives of a yes/no definition. A value is one expression.',
    bad: policy(valued('fee', 'number', 'means 5 cite act s.1', 'means 9')),
    good: policy(fact('small'), valued('fee', 'number', 'means case { small: 5 otherwise: 9 }')),
  },
  'limb-of-value': {
    severity: 'error',
    message: ({ name, clause }) => `\`${name}\` gives a value, so it has no \`${clause}\``,
    help: 'choose the value by `case` or a table',
    explanation:
      'Requirements, open grounds and exceptions are parts of yes/no definitions. A value is chosen by `case` or a table.',
    bad: policy(fact('small'), valued('fee', 'number', 'means 5', 'except free: small cite act s.2')),
    good: policy(fact('small'), valued('fee', 'number', 'means case { small: 0 otherwise: 5 }')),
  },
  'otherwise-without-includes': {
    severity: 'error',
    message: ({ name }) =>
      `\`${name}\` lists no grounds, so there is nothing that \`otherwise\` could add to`,
    help: 'write `includes` for the grounds that the source lists, or remove `otherwise`',
    explanation:
      '`otherwise` gives the words in which a ground beside those that are listed is asked for. A closed definition (`means`) has none.',
    bad: policy(
      fact('small'),
      defineWith('sendable', 'means small', 'otherwise "Is it sendable on another ground?"'),
    ),
    good: policy(
      fact('small'),
      defineWith('sendable', 'includes small', 'otherwise "Is it sendable on another ground?"'),
    ),
  },
  'open-exception-without-label': {
    severity: 'error',
    message: () => 'an exception whose own exceptions are open needs a label',
    help: 'label it: `except label: …`',
    explanation:
      'The answer about an exception that is not listed is kept in the case under the label of what it would except from.',
    bad: policy(
      fact('small'),
      fact('fragile'),
      defineWith('sendable', 'means small', 'except fragile cite act s.2 {', '  except otherwise', '}'),
    ),
    good: policy(
      fact('small'),
      fact('fragile'),
      defineWith(
        'sendable',
        'means small',
        'except breakable: fragile cite act s.2 {',
        '  except otherwise',
        '}',
      ),
    ),
  },
  'exception-to-limb': {
    severity: 'error',
    message: ({ label, name }) =>
      `\`${label}\` is a ground of \`${name}\`, and exceptions are to the whole or to another exception`,
    help: ({ name }) => `write the exception to \`${name}\`, or put the condition into the ground`,
    explanation:
      'An exception subtracts from a statement, or from another exception. A ground that does not always count says so in its own condition.',
    bad: policy(
      fact('small'),
      fact('fragile'),
      define('sendable', 'bySize: small'),
      'exception breakable to sendable.bySize {\n  when fragile\n  cite act s.2\n}\n',
    ),
    good: policy(
      fact('small'),
      fact('fragile'),
      define('sendable', 'bySize: small'),
      'exception breakable to sendable {\n  when fragile\n  cite act s.2\n}\n',
    ),
  },
  'missing-bearer': {
    severity: 'error',
    message: ({ name }) => `the rule \`${name}\` does not say whom it binds`,
    help: ({ bearers }) =>
      bearers.length === 0
        ? 'declare a `bearer` and add `on` and its name'
        : `add \`on\` and one of ${bearers.map((one) => `\`${one}\``).join(', ')}`,
    explanation: "A duty is always somebody's. `on` names who must, should or may.",
    bad: policy(
      carrier,
      fact('weighed'),
      rule('weigh', must, 'done when weighed').replace(' on carrier', ''),
    ),
    good: policy(carrier, fact('weighed'), rule('weigh', must, 'done when weighed')),
  },
  'missing-done': {
    severity: 'error',
    message: ({ name, modal }) => `\`${name}\` says what someone ${modal} do, and not when it is done`,
    help: 'add `done when CONDITION`, or `done by EVENT, no later than DATE`',
    explanation:
      'Whether a duty is complied with is decided from facts, so the rule says which facts show it.',
    bad: policy(carrier, fact('small'), rule('weigh', must, 'when small')),
    good: policy(
      carrier,
      fact('small'),
      fact('weighed'),
      rule('weigh', must, 'when small', 'done when weighed'),
    ),
  },
  'forbidden-by-date': {
    severity: 'error',
    message: ({ name, modal }) => `\`${name}\` says what ${modal} be done: it has no \`done by\``,
    help: 'say in `done when` that the forbidden act is done, with its dates if they matter',
    explanation:
      'In a prohibition `done when` says that the forbidden act has been done. A deadline belongs to a duty to do something.',
    bad: policy(carrier, event, rule('weigh', 'must not "weigh the parcel"', 'done by weighedOn')),
    good: policy(carrier, event, rule('weigh', 'must not "weigh the parcel"', 'done when weighedOn <= asOf')),
  },
  'permission-done': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is a permission: there is nothing to have done`,
    help: 'remove `done`, or write `must` or `should`',
    explanation: 'A `may` asks nothing of anyone. It applies or it does not.',
    bad: policy(
      carrier,
      fact('small'),
      fact('weighed'),
      rule('refuse', 'may "refuse the parcel"', 'when small', 'done when weighed'),
    ),
    good: policy(carrier, fact('small'), rule('refuse', 'may "refuse the parcel"', 'when small')),
  },
  'despite-without-may': {
    severity: 'error',
    message: ({ name, modal }) =>
      `\`${name}\` says \`${modal}\`, and only a \`may\` can stand despite a rule`,
    help: 'write an `exception … to` the rule',
    explanation:
      'A permission that defeats a rule says `may … despite` it. Two duties that clash are for the author to settle by an exception.',
    bad: policy(
      carrier,
      fact('weighed'),
      fact('small'),
      rule('weigh', must, 'done when weighed'),
      rule('label despite weigh', 'must "label the parcel"', 'done when small').replace(
        'label despite weigh on carrier',
        'label on carrier despite weigh',
      ),
    ),
    good: policy(
      carrier,
      fact('weighed'),
      fact('small'),
      rule('weigh', must, 'done when weighed'),
      rule('guess', 'may "guess the weight"', 'when small').replace('on carrier', 'on carrier despite weigh'),
    ),
  },
  'despite-no-duty': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` asks nothing of anyone, so nothing can be allowed despite it`,
    help: 'name a rule that says `must`, `must not`, `should` or `should not`',
    explanation:
      '`despite` makes a permission an exception to duties and prohibitions. An exception to a definition is written `exception … to`.',
    bad: policy(
      carrier,
      fact('small'),
      define('sendable', 'small'),
      rule('refuse', 'may "refuse the parcel"', 'when small').replace(
        'on carrier',
        'on carrier despite sendable',
      ),
    ),
    good: policy(
      carrier,
      fact('small'),
      fact('taken'),
      rule('take', 'must "take the parcel"', 'done when taken'),
      rule('refuse', 'may "refuse the parcel"', 'when small').replace(
        'on carrier',
        'on carrier despite take',
      ),
    ),
  },
  'both-of-two': {
    severity: 'error',
    message: ({ count }) => `\`never both\` speaks of two conditions, and here are ${count}`,
    help: 'write `never all of { … }` where they may not all hold, `never at least 2 of { … }` where no two may',
    explanation:
      'Of three conditions "never both" could mean that they never all hold, or that no two of them do. These are different claims, so each has its own words.',
    bad: policy(
      fact('bulky'),
      fact('fragile'),
      fact('heavy'),
      'constraint notAll {\n  never both { bulky, fragile, heavy }\n}\n',
      define('sendable', 'not (bulky or fragile or heavy)'),
    ),
    good: policy(
      fact('bulky'),
      fact('fragile'),
      fact('heavy'),
      'constraint notAll {\n  never all of { bulky, fragile, heavy }\n}\n',
      define('sendable', 'not (bulky or fragile or heavy)'),
    ),
  },
  'despite-other-record': {
    severity: 'error',
    message: ({ name, record, of }) =>
      `this permission is about each \`${record}\`, and \`${name}\` ${of === null ? 'is about the whole case' : `about each \`${of}\``}`,
    help: 'give both the same parameter, or the permission none',
    explanation:
      'A permission for one instance can be an exception only to the duty about that same instance. A permission without a parameter counts for every instance.',
    bad: policy(
      carrier,
      record('Parcel', 'fragile'),
      'fact parcel: Parcel\n',
      fact('taken'),
      rule('take', 'must "take the parcel"', 'done when taken'),
      rule('refuse', 'may "refuse the parcel"', 'when p.fragile').replace(
        'on carrier',
        'for p: Parcel on carrier despite take',
      ),
    ),
    good: policy(
      carrier,
      record('Parcel', 'fragile', 'taken'),
      'fact parcel: Parcel\n',
      rule('take', 'must "take the parcel"', 'done when p.taken').replace(
        'on carrier',
        'for p: Parcel on carrier',
      ),
      rule('refuse', 'may "refuse the parcel"', 'when p.fragile').replace(
        'on carrier',
        'for p: Parcel on carrier despite take',
      ),
    ),
  },
};
