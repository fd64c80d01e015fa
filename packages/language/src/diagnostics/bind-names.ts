import type { DiagnosticTable } from './define.ts';
import { carrier, define, defineWith, fact, parcels, policy, record, rule, valued } from './samples.ts';
import { circle, near, type Suggested } from './words.ts';

/** What the messages of `nameTable` speak of. */
export interface NameParams {
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
}

const permission = (name: string, ...clauses: readonly string[]): string =>
  rule(name, 'may "refuse the parcel"', ...clauses);
const duty = (name: string, ...clauses: readonly string[]): string =>
  rule(name, 'must "weigh the parcel"', ...clauses);

/** Codes of names where they are used. */
export const nameTable: DiagnosticTable<NameParams> = {
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
    help: 'compare a fact of that enum with it: `x is member`; of several, `x is one of { a, b }`',
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
};
