import type { DiagnosticTable } from './define.ts';
import { carrier, define, defineWith, fact, policy, record, rule, valued } from './samples.ts';

/** What the messages of `statementTable` speak of. */
export interface StatementParams {
  'definition-without-limb': { readonly name: string };
  'requires-alone': { readonly name: string };
  'undeclared-type': { readonly name: string; readonly type: string };
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
  'forbidden-without-when': { readonly name: string; readonly modal: string };
  'permission-done': { readonly name: string };
  'despite-without-may': { readonly name: string; readonly modal: string };
  'despite-no-duty': { readonly name: string };
  'both-of-two': { readonly count: number };
  'despite-other-record': { readonly name: string; readonly record: string; readonly of: string | null };
}

const weight = 'fact weight: number {\n  ask "What does it weigh?"\n  say "it weighs {value}"\n}\n';
const must = 'must "weigh the parcel"';
const event = 'event weighedOn { ask "When was it weighed?" }\n';

/** Codes of definitions, rules and what must stand with them. */
export const statementTable: DiagnosticTable<StatementParams> = {
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
  'undeclared-type': {
    severity: 'error',
    message: ({ name, type }) => `\`${name}\` gives ${type}, and does not say so`,
    help: 'write the type after its name: `define x: number`',
    explanation:
      'A definition is a yes/no question unless it says after its name what else it is: a number, a date, a duration, text or an enum.',
    bad: policy(weight, 'define fee {\n  say   "the fee is {value}"\n  means weight\n  cite  act s.3\n}\n'),
    good: policy(
      weight,
      'define fee: number {\n  say   "the fee is {value}"\n  means weight\n  cite  act s.3\n}\n',
    ),
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
  'forbidden-without-when': {
    severity: 'warning',
    message: ({ name, modal }) =>
      `\`${name}\` says what ${modal} be done, and no facts that show it: it is breached in every case`,
    help: 'describe the forbidden act in `when CONDITION`; or say in `done when CONDITION` that it has been done, and in `when` where it is forbidden',
    explanation:
      'A prohibition without `done` forbids what its `when` describes, so it is breached as soon as it applies. With neither `done` nor `when` it applies, and is breached, whatever the facts are, save where an exception to it holds.',
    bad: policy(carrier, rule('open', 'must not "open the parcel"')),
    good: policy(carrier, fact('opened'), rule('open', 'must not "open the parcel"', 'done when opened')),
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
