import type { DiagnosticTable } from './define.ts';
import { carrier, define, defineWith, fact, packOf, policy, record, rule, valued } from './samples.ts';

/** A suggestion where one is near, else null. */
interface Suggested {
  readonly suggestion: string | null;
}

/** What the messages of `bindTable` speak of. */
export interface BindParams {
  'missing-import': Suggested & { readonly path: string };
  'import-outside': { readonly path: string };
  'too-many-files': { readonly limit: number };
  'too-many-declarations-in-pack': { readonly limit: number };
  'several-packs': Record<string, never>;
  'duplicate-name': { readonly name: string };
  'duplicate-label': { readonly label: string };
  'reserved-name': { readonly name: string };
  'reserved-label': { readonly label: string };
  'shadowed-name': { readonly name: string };
  'ambiguous-name': { readonly name: string; readonly type: string };
  'unknown-name': Suggested & { readonly name: string };
  'unknown-part': Suggested & { readonly part: string; readonly record: string };
  'unknown-type': Suggested & { readonly name: string; readonly what: string };
  'unknown-member': Suggested & { readonly name: string; readonly type: string };
  'unknown-label': Suggested & {
    readonly label: string;
    readonly name: string;
    readonly candidates: readonly string[];
  };
  'unknown-target': Suggested & { readonly name: string };
  'unknown-successor': Suggested & { readonly name: string };
  'unknown-answer': Suggested & { readonly name: string; readonly goal: string };
  'unknown-source': Suggested & { readonly name: string };
  'unknown-bearer': Suggested & { readonly name: string };
  'unknown-ambiguity': Suggested & { readonly name: string };
  'unknown-reading': Suggested & { readonly reading: string; readonly ambiguity: string };
  'member-out-of-place': { readonly name: string; readonly enums: readonly string[] };
  'bare-exception': { readonly name: string; readonly full: string };
  'part-of-list': { readonly owner: string; readonly part: string };
  'no-parts': { readonly owner: string; readonly part: string };
  'needs-instance': { readonly name: string; readonly record: string; readonly example: string };
  'rule-as-condition': { readonly name: string };
  'permission-aspect': { readonly name: string; readonly aspect: string };
  'label-of-value': { readonly name: string };
  'facts-only': { readonly name: string; readonly where: string };
  'circular-definition': { readonly path: readonly string[] };
  'versions-overlap': { readonly name: string; readonly ends: string | null; readonly begins: string | null };
  'versions-hole': { readonly name: string; readonly ends: string; readonly begins: string };
  'versions-differ': { readonly name: string; readonly difference: string };
  'period-not-covered': { readonly name: string; readonly missing: string };
  /** `bound` is the version's own, `period` that of the pack. */
  'version-outside-period': {
    readonly name: string;
    readonly ends: boolean;
    readonly bound: string;
    readonly period: string;
  };
}

/** `; did you mean …?` where something is near. */
const near = (suggestion: string | null): string =>
  suggestion === null ? '' : `; did you mean \`${suggestion}\`?`;

/** A circle of names, the middle left out where it is long. */
function circle(path: readonly string[]): string {
  const shown = path.length <= 9 ? path : [...path.slice(0, 4), '…', ...path.slice(-4)];
  return shown.map((name) => (name === '…' ? name : `\`${name}\``)).join(' → ');
}

const parcels = 'fact parcels: list of Parcel\n';
const permission = (name: string, ...clauses: readonly string[]): string =>
  rule(name, 'may "refuse the parcel"', ...clauses);
const duty = (name: string, ...clauses: readonly string[]): string =>
  rule(name, 'must "weigh the parcel"', ...clauses);
const versionOf = (law: string): string =>
  define('free', 'open').replace('define free', `define free ${law}`);
const fee = (law: string, value: string): string =>
  `define fee: number ${law} {\n  say   "the fee is {value}"\n  means ${value}\n  cite  act s.3\n}\n`;
const dated = (law: string): string =>
  `define sendable ${law} {\n  say   "it {is|is not} sendable"\n  means weighed\n  cite  act s.1\n}\n`;

/** A pack that imports so many files, each with the text made for its number. */
function manyFiles(count: number, text: (index: number) => string): Readonly<Record<string, string>> {
  const names = Array.from({ length: count - 1 }, (_, index) => `part-${index + 1}.policy`);
  const imports = names.map((name) => `import "${name}"\n`).join('');
  return {
    'pack.policy': packOf(imports),
    ...Object.fromEntries(names.map((name, index) => [name, text(index)])),
  };
}

/** Codes of names: what is declared, what is meant, what depends on what. */
export const bindTable: DiagnosticTable<BindParams> = {
  'missing-import': {
    severity: 'error',
    message: ({ path, suggestion }) => `there is no file \`${path}\`${near(suggestion)}`,
    help: 'the path is relative to the folder of the importing file',
    explanation:
      'An `import` names another file of the same pack by a path relative to the file that imports it. All files of a pack share one set of names, so each file needs importing only once; importing in a circle is harmless.',
    bad: packOf('import "fcts.policy"\n'),
    good: {
      files: {
        'pack.policy': policy('import "facts.policy"\n', define('sendable', 'weighed')),
        'facts.policy': fact('weighed'),
      },
    },
  },
  'import-outside': {
    severity: 'error',
    message: ({ path }) => `\`${path}\` leads out of the pack's folder`,
    help: 'move the file into the folder of the pack, and import it by a relative path with `/`',
    explanation:
      'A pack is one folder: what it means can be read from its own files. So an import is a relative path that stays within the folder; it is never absolute and never an address on the web.',
    bad: packOf('import "../../elsewhere.policy"\n'),
    good: packOf(),
  },
  'too-many-files': {
    severity: 'error',
    message: ({ limit }) => `a pack has at most ${limit} files`,
    help: 'split the pack into several packs',
    explanation:
      'The limit protects the tools from a text made to exhaust them. Files beyond it are not read.',
    bad: {
      shown: '// … a pack of 501 files …',
      get files() {
        return manyFiles(501, (index) => `// file ${index}\n`);
      },
    },
    good: packOf(),
  },
  'too-many-declarations-in-pack': {
    severity: 'error',
    message: ({ limit }) => `a pack has at most ${limit} declarations, fields of records included`,
    help: 'split the pack into several packs',
    explanation:
      'The limit protects the tools from a text made to exhaust them. Declarations beyond it are not read.',
    bad: {
      shown: '// … 20,001 declarations in several files …',
      get files() {
        return manyFiles(6, (index) =>
          Array.from({ length: 4000 }, (_, i) => `bearer b${index}x${i} "the bearer"\n`).join(''),
        );
      },
    },
    good: packOf(),
  },
  'several-packs': {
    severity: 'error',
    message: () => 'a pack is declared only once',
    help: 'keep the declaration in the entry file; the imported files belong to the same pack',
    explanation: 'The `pack` declaration gives the title, version and period of all files together.',
    bad: packOf('pack other {\n  title "Another"\n  version "1.0.0"\n  period from 2020-01-01\n}\n'),
    good: packOf(),
  },
  'duplicate-name': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is declared twice`,
    help: 'give one of them another name; versions of one statement need `from` and `ceasing` dates',
    explanation:
      'Facts, definitions, rules, exceptions, constraints, invariants and ambiguities of a pack share one set of names, across all its files. Types (enums and records), bearers, sources and goals each have a set of their own. A definition or rule may have several versions under one name where their dates follow each other.',
    bad: policy(fact('weighed'), define('weighed', 'yes')),
    good: policy(fact('weighed'), define('sendable', 'weighed')),
  },
  'duplicate-label': {
    severity: 'error',
    message: ({ label }) => `the label \`${label}\` is used twice in one statement`,
    help: 'give one of them another label',
    explanation:
      "Labels name the limbs and exceptions of a statement in traces, and `statement.label` is a condition. So a label is used once in a statement; an exception's own exceptions have labels of their own.",
    bad: policy(
      fact('small'),
      fact('light'),
      define('sendable', 'ordinary: small cite act s.1\n  means ordinary: light'),
    ),
    good: policy(
      fact('small'),
      fact('light'),
      define('sendable', 'bySize: small cite act s.1\n  means byWeight: light'),
    ),
  },
  'reserved-name': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` has a meaning of its own and cannot be used as a name here`,
    help: 'choose another name',
    explanation:
      '`otherwise` holds, in the facts of a case, the answers about grounds that are not listed; `self` is the instance inside a record; `verdict` and `unknown` are words of scenarios; `constructor` and its like mean something in every JavaScript object.',
    bad: policy(fact('otherwise'), define('sendable', 'otherwise')),
    good: policy(fact('otherGround'), define('sendable', 'otherGround')),
  },
  'reserved-label': {
    severity: 'error',
    message: ({ label }) => `\`${label}\` cannot be a label`,
    help: 'choose another label',
    explanation:
      'In `rule.applies`, `rule.met` and `rule.breached` the second word asks about the rule itself, and `otherwise` is the ground that is not listed. A label of that name could not be told apart.',
    bad: policy(fact('small'), define('sendable', 'applies: small')),
    good: policy(fact('small'), define('sendable', 'bySize: small')),
  },
  'shadowed-name': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` already means something else here`,
    help: 'give the variable a name of its own',
    explanation:
      'A parameter or a variable of a quantifier never hides a fact, a statement or an outer variable: a reader must not have to look twice.',
    bad: policy(
      record('Parcel', 'fragile'),
      parcels,
      fact('p'),
      define('sendable', 'p and (no p in parcels has (p.fragile))'),
    ),
    good: policy(
      record('Parcel', 'fragile'),
      parcels,
      fact('paid'),
      define('sendable', 'paid and (no p in parcels has (p.fragile))'),
    ),
  },
  'ambiguous-name': {
    severity: 'error',
    message: ({ name, type }) => `\`${name}\` is both a member of \`${type}\` and a name of that type`,
    help: 'rename the fact or definition',
    explanation:
      'Where a value of an enum is expected, a word means the member of that name. A fact or definition of the same enum with the same name would make it unclear which is meant.',
    bad: policy(
      'enum Size { small, large }\n',
      'fact small: Size { ask "What is the smallest size?" }\nfact size: Size { ask "What size is it?" }\n',
      define('sendable', 'size is small'),
    ),
    good: policy(
      'enum Size { small, large }\n',
      'fact smallest: Size { ask "What is the smallest size?" }\nfact size: Size { ask "What size is it?" }\n',
      define('sendable', 'size is smallest'),
    ),
  },
  'unknown-name': {
    severity: 'error',
    message: ({ name, suggestion }) => `nothing is called \`${name}\`${near(suggestion)}`,
    help: 'declare it as a fact or a definition, or import the file that does',
    explanation:
      'Every name in an expression is a fact, a definition or rule, a parameter or variable, or a member of the enum that is expected there.',
    bad: policy(fact('weighed'), define('sendable', 'wieghed')),
    good: policy(fact('weighed'), define('sendable', 'weighed')),
  },
  'unknown-part': {
    severity: 'error',
    message: ({ part, record, suggestion }) => `\`${record}\` has no \`${part}\`${near(suggestion)}`,
    help: ({ record }) => `a \`${record}\` has its fields, and the statements written \`for x: ${record}\``,
    explanation:
      'After a record instance and a point stands one of its fields, or a definition or rule with a parameter of that record.',
    bad: policy(
      record('Parcel', 'fragile'),
      'fact parcel: Parcel\n',
      define('sendable', 'not parcel.fragil'),
    ),
    good: policy(
      record('Parcel', 'fragile'),
      'fact parcel: Parcel\n',
      define('sendable', 'not parcel.fragile'),
    ),
  },
  'unknown-type': {
    severity: 'error',
    message: ({ name, what, suggestion }) => `\`${name}\` is not ${what} of this pack${near(suggestion)}`,
    help: 'the types are yesno, number, decimal(n), date, duration, text, enums, records, `set of` an enum and `list of` a record',
    explanation:
      'A `set of` takes an enum, a `list of` and a parameter take a record; both are declared in the pack.',
    bad: policy(
      'enum Size { small, large }\n',
      'fact size: Sise { ask "What size is it?" }\n',
      define('sendable', 'size is small'),
    ),
    good: policy(
      'enum Size { small, large }\n',
      'fact size: Size { ask "What size is it?" }\n',
      define('sendable', 'size is small'),
    ),
  },
  'unknown-member': {
    severity: 'error',
    message: ({ name, type, suggestion }) => `\`${name}\` is not a member of \`${type}\`${near(suggestion)}`,
    help: ({ type }) => `see the declaration of \`${type}\`, or add the member to it`,
    explanation:
      'Where a value of an enum is expected stands one of its members, or a fact or definition of that enum; a set of it holds only its members.',
    bad: policy(
      'enum Mark { fragile, urgent }\n',
      'fact marks: set of Mark { ask "How is it marked?" }\n',
      define('sendable', 'marks is exactly { fragle }'),
    ),
    good: policy(
      'enum Mark { fragile, urgent }\n',
      'fact marks: set of Mark { ask "How is it marked?" }\n',
      define('sendable', 'marks is exactly { fragile }'),
    ),
  },
  'unknown-label': {
    severity: 'error',
    message: ({ label, name, suggestion }) => `\`${name}\` has no label \`${label}\`${near(suggestion)}`,
    help: ({ candidates }) =>
      candidates.length === 0
        ? 'label the exception or limb where it stands: `except label: …`'
        : `it has ${candidates.map((one) => `\`${one}\``).join(', ')}`,
    explanation:
      'After a statement and a point stands the label of one of its limbs or exceptions: true where the base and that limb or exception both hold. A rule also has `applies`, `met` and `breached`.',
    bad: policy(
      fact('small'),
      fact('fragile'),
      defineWith('sendable', 'means small', 'except breakable: fragile cite act s.2'),
      define('insured', 'sendable.braekable'),
    ),
    good: policy(
      fact('small'),
      fact('fragile'),
      defineWith('sendable', 'means small', 'except breakable: fragile cite act s.2'),
      define('insured', 'sendable.breakable'),
    ),
  },
  'unknown-target': {
    severity: 'error',
    message: ({ name, suggestion }) =>
      `there is no rule or definition \`${name}\` to except from${near(suggestion)}`,
    help: '`exception … to` names a definition or rule, or a labelled exception of one; `despite` names a rule',
    explanation:
      'An exception in a provision of its own, and a permission `despite` a rule, both name what they take from.',
    bad: policy(
      fact('small'),
      fact('fragile'),
      define('sendable', 'small'),
      'exception breakable to sendible {\n  when fragile\n  cite act s.2\n}\n',
    ),
    good: policy(
      fact('small'),
      fact('fragile'),
      define('sendable', 'small'),
      'exception breakable to sendable {\n  when fragile\n  cite act s.2\n}\n',
    ),
  },
  'unknown-successor': {
    severity: 'error',
    message: ({ name, suggestion }) => `no definition or rule is called \`${name}\`${near(suggestion)}`,
    help: '`succeeded by` names the statements that take over where this one ceases',
    explanation:
      'A result that is "no" only because its law has ceased says so and names what took over; so the successor is a statement of the pack.',
    bad: policy(
      fact('weighed'),
      'define sendable ceasing 2022-01-01, succeeded by postabel {\n  say   "it {is|is not} sendable"\n  means weighed\n  cite  act s.1\n}\n',
      define('postable', 'weighed'),
    ),
    good: policy(
      fact('weighed'),
      'define sendable ceasing 2022-01-01, succeeded by postable {\n  say   "it {is|is not} sendable"\n  means weighed\n  cite  act s.1\n}\n',
      define('postable', 'weighed'),
    ),
  },
  'unknown-answer': {
    severity: 'error',
    message: ({ name, goal, suggestion }) =>
      name === goal
        ? `the goal \`${goal}\` is no definition or rule, and lists none${near(suggestion)}`
        : `no definition or rule is called \`${name}\`${near(suggestion)}`,
    help: 'a goal without braces is the statement of its name; with braces it lists the statements that answer it',
    explanation: 'Goals are what an application asks for: each is one definition or rule, or a list of them.',
    bad: policy(
      fact('weighed'),
      define('sendable', 'weighed'),
      'goal posting "Can it be posted?" { sendible }\n',
    ),
    good: policy(
      fact('weighed'),
      define('sendable', 'weighed'),
      'goal posting "Can it be posted?" { sendable }\n',
    ),
  },
  'unknown-source': {
    severity: 'error',
    message: ({ name, suggestion }) => `no source is called \`${name}\`${near(suggestion)}`,
    help: 'declare it: `source name "its title" { status statute }`',
    explanation:
      'A citation names a declared source and a place in it, so that a reader can look the words up.',
    bad: policy(fact('weighed'), define('sendable', 'weighed').replace('act s.1', 'atc s.1')),
    good: policy(fact('weighed'), define('sendable', 'weighed')),
  },
  'unknown-bearer': {
    severity: 'error',
    message: ({ name, suggestion }) => `no bearer is called \`${name}\`${near(suggestion)}`,
    help: 'declare it: `bearer name "the …"`',
    explanation: 'A rule binds someone: `on` names a declared bearer.',
    bad: policy(
      carrier,
      fact('weighed'),
      duty('weigh', 'done when weighed').replace('on carrier', 'on carier'),
    ),
    good: policy(carrier, fact('weighed'), duty('weigh', 'done when weighed')),
  },
  'unknown-ambiguity': {
    severity: 'error',
    message: ({ name, suggestion }) => `no ambiguity is called \`${name}\`${near(suggestion)}`,
    help: 'declare it: `ambiguity name { reading … default  reading … }`',
    explanation: '`by reading` chooses between the readings of a declared ambiguity.',
    bad: policy(define('sendable', 'by reading weigth {\n    gross: yes\n    net:   no\n  }')),
    good: policy(
      'ambiguity weight "D-1" {\n  reading gross "with the wrapping" default\n  reading net "without it"\n  cite act s.4\n}\n',
      define('sendable', 'by reading weight {\n    gross: yes\n    net:   no\n  }'),
    ),
  },
  'unknown-reading': {
    severity: 'error',
    message: ({ reading, ambiguity, suggestion }) =>
      `\`${ambiguity}\` has no reading \`${reading}\`${near(suggestion)}`,
    explanation: '`by reading` names exactly the readings that the ambiguity declares.',
    bad: policy(
      'ambiguity weight "D-1" {\n  reading gross "with the wrapping" default\n  reading net "without it"\n  cite act s.4\n}\n',
      define('sendable', 'by reading weight {\n    gross: yes\n    net:   no\n    dry:   no\n  }'),
    ),
    good: policy(
      'ambiguity weight "D-1" {\n  reading gross "with the wrapping" default\n  reading net "without it"\n  cite act s.4\n}\n',
      define('sendable', 'by reading weight {\n    gross: yes\n    net:   no\n  }'),
    ),
  },
  'member-out-of-place': {
    severity: 'error',
    message: ({ name, enums }) =>
      `\`${name}\` is a member of ${enums.map((one) => `\`${one}\``).join(' and ')}, which is not expected here`,
    help: 'compare a fact of that enum with it: `x is member`',
    explanation:
      'A member of an enum has a meaning only where a value of that enum is expected: beside a fact or definition of it.',
    bad: policy(
      'enum Size { small, large }\n',
      'fact size: Size { ask "What size is it?" }\n',
      define('sendable', 'small'),
    ),
    good: policy(
      'enum Size { small, large }\n',
      'fact size: Size { ask "What size is it?" }\n',
      define('sendable', 'size is small'),
    ),
  },
  'bare-exception': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is an exception, and holds only together with what it excepts from`,
    help: ({ full }) => `write \`${full}\`: the base and the exception both hold`,
    explanation:
      'An exception has no truth of its own: as a condition it is written after the statement that it is an exception to.',
    bad: policy(
      fact('small'),
      fact('fragile'),
      define('sendable', 'small'),
      'exception breakable to sendable {\n  when fragile\n  cite act s.2\n}\n',
      define('insured', 'breakable'),
    ),
    good: policy(
      fact('small'),
      fact('fragile'),
      define('sendable', 'small'),
      'exception breakable to sendable {\n  when fragile\n  cite act s.2\n}\n',
      define('insured', 'sendable.breakable'),
    ),
  },
  'part-of-list': {
    severity: 'error',
    message: ({ owner, part }) => `\`${owner}\` is a list: \`${part}\` belongs to each of its members`,
    help: ({ owner, part }) => `write \`some x in ${owner} has (x.${part} …)\`, or \`every\`, or \`no\``,
    explanation: 'A list has many members, so a condition must say of how many of them it speaks.',
    bad: policy(record('Parcel', 'fragile'), parcels, define('sendable', 'not parcels.fragile')),
    good: policy(record('Parcel', 'fragile'), parcels, define('sendable', 'no p in parcels has (p.fragile)')),
  },
  'no-parts': {
    severity: 'error',
    message: ({ owner, part }) => `\`${owner}\` is not a record, so it has no \`${part}\``,
    explanation: 'Only a record instance, a rule or a definition can be followed by a point and a name.',
    bad: policy(fact('weighed'), define('sendable', 'weighed.twice')),
    good: policy(fact('weighed'), define('sendable', 'weighed')),
  },
  'needs-instance': {
    severity: 'error',
    message: ({ name, record }) => `\`${name}\` is asked of one \`${record}\`: say of which`,
    help: ({ example }) => `write for example \`${example}\``,
    explanation:
      'A statement with a parameter has a result for each instance of its record, so its name stands after an instance: a fact of that record, a variable of a quantifier, or the parameter itself.',
    bad: policy(
      record('Parcel', 'fragile'),
      parcels,
      'define breakable for p: Parcel {\n  say   "it {is|is not} breakable"\n  means p.fragile\n  cite  act s.1\n}\n',
      define('sendable', 'not breakable'),
    ),
    good: policy(
      record('Parcel', 'fragile'),
      parcels,
      'define breakable for p: Parcel {\n  say   "it {is|is not} breakable"\n  means p.fragile\n  cite  act s.1\n}\n',
      define('sendable', 'no p in parcels has (p.breakable)'),
    ),
  },
  'rule-as-condition': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is a rule, not a condition`,
    help: ({ name }) => `write \`${name}.applies\`, \`${name}.met\` or \`${name}.breached\``,
    explanation:
      'A rule has a status, which is neither yes nor no. Whether it applies, is met, or is breached are conditions.',
    bad: policy(carrier, fact('weighed'), duty('weigh', 'done when weighed'), define('late', 'weigh')),
    good: policy(
      carrier,
      fact('weighed'),
      duty('weigh', 'done when weighed'),
      define('late', 'weigh.breached'),
    ),
  },
  'permission-aspect': {
    severity: 'error',
    message: ({ name, aspect }) =>
      `\`${name}\` is a permission, which cannot be ${aspect === 'met' ? 'met' : 'breached'}`,
    help: ({ name }) => `write \`${name}.applies\``,
    explanation: 'A `may` asks nothing of anyone, so there is nothing to meet or to breach.',
    bad: policy(carrier, fact('wet'), permission('refuse', 'when wet'), define('late', 'refuse.met')),
    good: policy(carrier, fact('wet'), permission('refuse', 'when wet'), define('late', 'refuse.applies')),
  },
  'label-of-value': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` gives a value, so its parts are not conditions`,
    help: ({ name }) => `compare the value: \`${name} is …\``,
    explanation:
      'Only the limbs and exceptions of yes/no definitions and of rules can be used as conditions.',
    bad: policy(valued('fee', 'number', 'means base: 5'), define('free', 'fee.base')),
    good: policy(valued('fee', 'number', 'means base: 5'), define('free', 'fee is 0')),
  },
  'facts-only': {
    severity: 'error',
    message: ({ name, where }) => `${where} can speak only of facts, and \`${name}\` is not one`,
    help: 'write the condition out in facts',
    explanation:
      'The facts of a case are checked before anything is derived from them: when a fact exists (`only if`), which cases cannot be (`constraint`) and which factors are asked (`consider`) are said in facts alone.',
    bad: policy(
      fact('weighed'),
      define('sendable', 'weighed'),
      'constraint neverSent {\n  never sendable\n}\n',
    ),
    good: policy(
      fact('weighed'),
      fact('lost'),
      define('sendable', 'weighed'),
      'constraint neverLost {\n  never both { weighed, lost }\n}\n',
    ),
  },
  'circular-definition': {
    severity: 'error',
    message: ({ path }) => `this depends on itself: ${circle(path)}`,
    help: 'say one of them in terms of facts',
    explanation:
      'Every statement must be decidable from the facts by going through other statements in turn, so none may lead back to itself. An exception makes its target depend on what it mentions, and so does `despite`.',
    bad: policy(define('sendable', 'postable'), define('postable', 'sendable')),
    good: policy(fact('weighed'), define('sendable', 'postable'), define('postable', 'weighed')),
  },
  'versions-overlap': {
    severity: 'error',
    message: ({ name, ends, begins }) =>
      ends !== null && begins !== null
        ? `two versions of \`${name}\` hold between ${begins} and ${ends}`
        : ends === null
          ? `the version of \`${name}\` before this one does not cease, so both hold${begins === null ? '' : ` from ${begins}`}`
          : `this version of \`${name}\` has no \`from\`, so it holds together with the one before, which ceases on ${ends}`,
    help: 'give the earlier version a `ceasing` on the day the later one begins `from`',
    explanation:
      'Versions of one name stand for the law at different times. On every date at most one of them holds: `from D ceasing E` begins on D and has ended on E.',
    bad: policy(fact('weighed'), dated('from 2020-01-01'), dated('from 2022-01-01')),
    good: policy(fact('weighed'), dated('from 2020-01-01 ceasing 2022-01-01'), dated('from 2022-01-01')),
  },
  'versions-hole': {
    severity: 'error',
    message: ({ name, ends, begins }) => `no version of \`${name}\` holds from ${ends} until ${begins}`,
    help: 'let the earlier version cease on the day the later one begins, or write a version for the time between',
    explanation:
      'Between two versions of one name there is no day on which none holds: that is nearly always a slip in a date. Where the law really was silent, use two names.',
    bad: policy(fact('weighed'), dated('from 2020-01-01 ceasing 2021-12-31'), dated('from 2022-01-01')),
    good: policy(fact('weighed'), dated('from 2020-01-01 ceasing 2022-01-01'), dated('from 2022-01-01')),
  },
  'versions-differ': {
    severity: 'error',
    message: ({ name, difference }) => `the versions of \`${name}\` have a different ${difference}`,
    help: 'use another name for what is another thing',
    explanation:
      'All versions of one name answer one question, on one governing date: they share the parameter, the type and the governing date, and for rules the modal, `as` and bearer.',
    bad: policy(
      fact('weighed'),
      'event handedOver { ask "When was it handed over?" }\n',
      dated('governed by handedOver ceasing 2022-01-01'),
      dated('from 2022-01-01'),
    ),
    good: policy(
      fact('weighed'),
      'event handedOver { ask "When was it handed over?" }\n',
      dated('governed by handedOver ceasing 2022-01-01'),
      dated('governed by handedOver from 2022-01-01'),
    ),
  },
  'period-not-covered': {
    severity: 'error',
    message: ({ name, missing }) => `\`${name}\` has no value ${missing}, which the pack's period includes`,
    help: "widen the version's dates, or add a version, or narrow the pack's period",
    explanation:
      'A definition that gives a value must give one on every date that the pack covers. (A yes/no definition outside its dates is no, and a rule then does not apply.)',
    bad: policy(fee('from 2022-01-01', '5')),
    good: policy(fee('ceasing 2022-01-01', '4'), fee('from 2022-01-01', '5')),
  },
  'version-outside-period': {
    severity: 'warning',
    message: ({ name, ends, bound, period }) =>
      ends
        ? `this version of \`${name}\` ceases on ${bound}, and the pack's period begins on ${period}: it never counts`
        : `this version of \`${name}\` begins on ${bound}, and the pack's period ceases on ${period}: it never counts`,
    help: "take the version out, or widen the pack's period",
    explanation:
      'A date outside the period of the pack is refused, so a version whose dates lie wholly outside it can never apply. Most often a date of the version or of the pack is mistyped.',
    bad: policy(fact('open'), versionOf('ceasing 2019-01-01')),
    good: policy(fact('open'), versionOf('from 2021-01-01')),
  },
};
