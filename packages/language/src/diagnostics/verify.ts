import type { DiagnosticTable } from './define.ts';
import { define, defineWith, fact, packOf, policy, rule, act, carrier } from './samples.ts';

/** Where a condition stands, for a message: `sendable`, its label if it has one, and what it says. */
export interface PartWords {
  readonly statement: string;
  readonly label?: string;
  /** The condition as a policy would write it, shortened where it is long. */
  readonly condition: string;
}

/** What the messages of `verifyTable` speak of. */
export interface VerifyParams {
  readonly 'no-case-possible': Record<string, never>;
  readonly 'condition-always-holds': PartWords;
  readonly 'condition-never-holds': PartWords;
  readonly 'branch-never-reached': PartWords & { readonly what: 'branch' | 'row' | 'otherwise' };
  readonly 'part-never-matters': PartWords & { readonly what: 'limb' | 'requirement' | 'exception' };
  readonly 'rule-never-applies': { readonly rule: string };
  readonly 'rule-never-met': { readonly rule: string };
  readonly 'rule-never-breached': { readonly rule: string; readonly departed: boolean };
  readonly 'rules-clash': { readonly first: string; readonly second: string };
  readonly 'advice-clashes': { readonly first: string; readonly second: string };
  readonly 'definitions-alike': {
    readonly first: string;
    readonly second: string;
    readonly negated: boolean;
  };
  readonly 'fact-never-matters': { readonly fact: string };
  readonly 'assumption-hides-breach': {
    readonly fact: string;
    readonly presumed: string;
    readonly rules: readonly string[];
  };
  readonly 'invariant-vacuous': {
    readonly invariant: string;
    readonly condition: string;
    readonly always: boolean;
  };
  readonly 'accept-stale': { readonly code: string; readonly on: string | null };
}

const acceptable = (code: string): string => `or say why it is meant: \`accept ${code} on NAME because "…"\``;

/** `in "byWeight" of "sendable"` */
function place({ statement, label }: PartWords): string {
  return label === undefined ? `\`${statement}\`` : `\`${statement}.${label}\``;
}

const sentence = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

const neverBoth = 'constraint sizes {\n  never both { small, large }\n}\n';
const sizes = [fact('small'), fact('large')];

/**
 * Codes of `proviso verify`: what is well formed and means something, and is most likely not what was meant. Every message
 * is a claim, so that "not decided whether" can stand before it.
 */
export const verifyTable: DiagnosticTable<VerifyParams> = {
  'no-case-possible': {
    severity: 'warning',
    message: () => 'the constraints leave no case that could be',
    help: 'correct the `constraint`s: as they stand every case is refused',
    explanation:
      'A case in which a `constraint` is no is refused. Where no case meets all of them the pack answers nothing, and nothing else can be found out about it.',
    bad: policy(
      fact('small'),
      define('sendable', 'small'),
      'constraint one {\n  always small\n}\n',
      'constraint other {\n  never small\n}\n',
    ),
    good: policy(fact('small'), define('sendable', 'small')),
  },
  'condition-always-holds': {
    severity: 'warning',
    message: (part) => `\`${part.condition}\` in ${place(part)} always holds`,
    help: `leave the condition out, ${acceptable('condition-always-holds')}`,
    explanation:
      "The condition is yes in every case that the constraints allow, on every date of the pack's period and with every reading. So it decides nothing, and a reader is led to believe that it does. The smallest such condition is reported. A `yes` written as such is not reported, nor is a law that is in force throughout.",
    bad: policy(...sizes, neverBoth, define('sendable', 'not small or not large')),
    good: policy(...sizes, define('sendable', 'not small or not large')),
  },
  'condition-never-holds': {
    severity: 'warning',
    message: (part) => `\`${part.condition}\` in ${place(part)} never holds`,
    help: `correct the condition or take it out, ${acceptable('condition-never-holds')}`,
    explanation:
      "The condition is no in every case that the constraints allow, on every date of the pack's period and with every reading. Most often two of its parts contradict each other, or an `and` should be an `or`. The smallest such condition is reported. Nothing is said of a count that the lists looked at cannot reach: `proviso verify --list-length N` looks at longer ones.",
    bad: policy(...sizes, fact('paid'), neverBoth, define('sendable', 'paid or (small and large)')),
    good: policy(...sizes, fact('paid'), define('sendable', 'paid or (small and large)')),
  },
  'branch-never-reached': {
    severity: 'warning',
    message: (part) =>
      part.what === 'otherwise'
        ? `\`otherwise\` in ${place(part)} is never reached`
        : `the ${part.what} \`${part.condition}\` in ${place(part)} is never reached`,
    help: `take it out, or change the order of the branches, ${acceptable('branch-never-reached')}`,
    explanation:
      'The first branch of a `case` whose condition holds decides. Wherever the condition of this branch holds, that of an earlier one does too; or, for `otherwise`, some branch always holds; or, for the row of a table, its cells never come together.',
    bad: policy(
      ...sizes,
      'define fee: number {\n  say   "the fee is {value}"\n  means case {\n    small:           1\n    small and large: 2\n    otherwise:       3\n  }\n  cite act s.1\n}\n',
    ),
    good: policy(
      ...sizes,
      'define fee: number {\n  say   "the fee is {value}"\n  means case {\n    small and large: 2\n    small:           1\n    otherwise:       3\n  }\n  cite act s.1\n}\n',
    ),
  },
  'part-never-matters': {
    severity: 'warning',
    message: (part) => `the ${part.what} \`${part.condition}\` in ${place(part)} never makes a difference`,
    help: `take it out, ${acceptable('part-never-matters')}`,
    explanation:
      'Without this limb, requirement or exception the statement would come out the same in every case: the others say it already. Of two that say the same the later one is reported.',
    bad: policy(
      ...sizes,
      defineWith('sendable', 'means bySize: small cite act s.1', 'means both: small and large cite act s.1'),
    ),
    good: policy(
      ...sizes,
      defineWith('sendable', 'means bySize: small cite act s.1', 'means other: large cite act s.1'),
    ),
  },
  'rule-never-applies': {
    severity: 'warning',
    message: ({ rule: name }) => `\`${name}\` never applies`,
    help: `correct its \`when\` or its exceptions, ${acceptable('rule-never-applies')}`,
    explanation:
      'In every case that the constraints allow the rule does not apply: its conditions never come together, or an exception holds whenever they do.',
    bad: policy(
      carrier,
      ...sizes,
      fact('weighed'),
      rule(
        'weigh',
        'must "weigh the parcel"',
        'when small',
        'except tiny: small and (not large) cite act s.3',
        'except huge: large cite act s.3',
        'done when weighed',
      ),
    ),
    good: policy(
      carrier,
      ...sizes,
      fact('weighed'),
      rule(
        'weigh',
        'must "weigh the parcel"',
        'when small',
        'except huge: large cite act s.3',
        'done when weighed',
      ),
    ),
  },
  'rule-never-met': {
    severity: 'warning',
    message: ({ rule: name }) => `\`${name}\` is never met where it applies`,
    help: `correct its \`done\`, ${acceptable('rule-never-met')}`,
    explanation:
      'Wherever the rule applies, what it asks for is not done, and cannot be: what it applies to rules out what it asks.',
    bad: policy(
      carrier,
      fact('weighed'),
      fact('paid'),
      rule('weigh', 'must "weigh the parcel"', 'when paid and not weighed', 'done when weighed'),
    ),
    good: policy(
      carrier,
      fact('weighed'),
      fact('paid'),
      rule('weigh', 'must "weigh the parcel"', 'when paid', 'done when weighed'),
    ),
  },
  'rule-never-breached': {
    severity: 'warning',
    message: ({ rule: name, departed }) => `\`${name}\` is never ${departed ? 'departed from' : 'breached'}`,
    help: `correct its \`when\` or its \`done\`, ${acceptable('rule-never-breached')}`,
    explanation: 'Wherever the rule applies, what it asks for is done already: so it asks for nothing.',
    bad: policy(
      carrier,
      fact('weighed'),
      fact('paid'),
      rule('weigh', 'must "weigh the parcel"', 'when paid and weighed', 'done when weighed or paid'),
    ),
    good: policy(
      carrier,
      fact('weighed'),
      fact('paid'),
      rule('weigh', 'must "weigh the parcel"', 'when paid', 'done when weighed'),
    ),
  },
  'rules-clash': {
    severity: 'warning',
    message: ({ first, second }) => `\`${first}\` and \`${second}\` can both apply, and never both be met`,
    help: `let one of them give way, by \`when\`, \`except\` or a permission \`despite\` it, ${acceptable('rules-clash')}`,
    explanation:
      'There are cases in which both duties bind the same bearer, and whatever is done in those, one of the two is not met. The law does not ask for what cannot be done: one of them has an exception that is missing.',
    bad: policy(
      carrier,
      fact('weighed'),
      fact('paid'),
      fact('sealed'),
      rule('weigh', 'must "weigh the parcel"', 'when paid', 'done when weighed'),
      rule('keepSealed', 'must not "weigh the parcel"', 'when sealed', 'done when weighed'),
    ),
    good: policy(
      carrier,
      fact('weighed'),
      fact('paid'),
      fact('sealed'),
      rule(
        'weigh',
        'must "weigh the parcel"',
        'when paid',
        'except seal: sealed cite act s.3',
        'done when weighed',
      ),
      rule('keepSealed', 'must not "weigh the parcel"', 'when sealed', 'done when weighed'),
    ),
  },
  'advice-clashes': {
    severity: 'warning',
    message: ({ first, second }) => `\`${first}\` and \`${second}\` can both apply, and never both be met`,
    help: `let one of them give way, by \`when\` or \`except\`, ${acceptable('advice-clashes')}`,
    explanation:
      'As `rules-clash`, where at least one of the two is only a `should`: following both is impossible, though not everything that is asked is a duty.',
    bad: policy(
      carrier,
      fact('weighed'),
      fact('paid'),
      fact('sealed'),
      rule('weigh', 'should "weigh the parcel"', 'when paid', 'done when weighed'),
      rule('keepSealed', 'must not "weigh the parcel"', 'when sealed', 'done when weighed'),
    ),
    good: policy(
      carrier,
      fact('weighed'),
      fact('paid'),
      fact('sealed'),
      rule(
        'weigh',
        'should "weigh the parcel"',
        'when paid',
        'except seal: sealed cite act s.3',
        'done when weighed',
      ),
      rule('keepSealed', 'must not "weigh the parcel"', 'when sealed', 'done when weighed'),
    ),
  },
  'definitions-alike': {
    severity: 'warning',
    message: ({ first, second, negated }) =>
      negated
        ? `\`${second}\` always says the opposite of \`${first}\``
        : `\`${second}\` always says the same as \`${first}\``,
    help: `use one of them, ${acceptable('definitions-alike')}`,
    explanation:
      'Both come out alike (or each as the negation of the other) in every case, whatever words they use. Two names for one thing can drift apart when only one of them is changed.',
    bad: policy(
      ...sizes,
      define('sendable', 'small or large'),
      define('postable', 'not (not large and not small)'),
    ),
    good: policy(...sizes, define('sendable', 'small or large'), define('postable', 'small and large')),
  },
  'fact-never-matters': {
    severity: 'warning',
    message: ({ fact: name }) => `no answer ever changes with \`${name}\``,
    help: `stop asking for it, ${acceptable('fact-never-matters')}`,
    explanation:
      'Statements look at this fact, yet whatever its value every one of them comes out the same. So it is asked of people for nothing.',
    bad: policy(
      ...sizes,
      fact('paid'),
      define('sendable', '(small and paid) or (small and not paid) or large'),
    ),
    good: policy(...sizes, fact('paid'), define('sendable', '(small and paid) or large')),
  },
  'assumption-hides-breach': {
    severity: 'warning',
    message: ({ fact: name, presumed, rules }) =>
      `while \`${name}\` is presumed to be ${presumed}, a breach of ${sentence(rules.map((each) => `\`${each}\``))} stays hidden`,
    help: `presume what leaves the breach in sight, or leave the fact open, ${acceptable('assumption-hides-breach')}`,
    explanation:
      'With the fact left open, what is presumed is that the rule is not breached; were the fact otherwise, it would be. Someone who leaves the question unanswered gets the comfortable answer.',
    bad: policy(
      carrier,
      fact('weighed'),
      'fact paid: yesno {\n  ask "Is it paid?"\n  say "it {is|is not} paid"\n  assume no if not known\n  cite act s.9\n}\n',
      rule('weigh', 'must "weigh the parcel"', 'when paid', 'done when weighed'),
    ),
    good: policy(
      carrier,
      fact('weighed'),
      'fact paid: yesno {\n  ask "Is it paid?"\n  say "it {is|is not} paid"\n  assume yes if not known\n  cite act s.9\n}\n',
      rule('weigh', 'must "weigh the parcel"', 'when paid', 'done when weighed'),
    ),
  },
  'invariant-vacuous': {
    severity: 'warning',
    message: ({ invariant, condition, always }) =>
      `\`${invariant}\` holds only because \`${condition}\` ${always ? 'always' : 'never'} holds`,
    help: `say it of conditions that can come about, ${acceptable('invariant-vacuous')}`,
    explanation:
      'An invariant about what can never be the case holds of itself, and shows nothing about the rules.',
    bad: policy(
      ...sizes,
      fact('paid'),
      neverBoth,
      define('sendable', 'small or paid'),
      'invariant neverOdd {\n  always sendable or (not (small and large))\n  cite act s.5\n}\n',
    ),
    good: policy(
      ...sizes,
      fact('paid'),
      define('sendable', 'small or paid'),
      'invariant paidIsSendable {\n  always sendable or (not paid)\n  cite act s.5\n}\n',
    ),
  },
  'accept-stale': {
    severity: 'warning',
    message: ({ code, on }) =>
      `there is no \`${code}\`${on === null ? '' : ` on \`${on}\``} to accept any more`,
    help: 'remove the `accept`: what it was for has gone',
    explanation:
      'An `accept` of a finding that is not found any more hides from its readers that it is gone, and would hide it if it came back.',
    bad: policy(fact('small'), define('sendable', 'small'), 'accept rules-clash because "both are meant"\n'),
    good: packOf(act, fact('small'), define('sendable', 'small')),
  },
};

/** The code of a finding of `proviso verify`. */
export type VerifyCode = keyof VerifyParams;

/** What a finding of `proviso verify` says: one line without a final stop, and what to do about it. */
export function verifyMessage<Code extends VerifyCode>(
  code: Code,
  params: VerifyParams[Code],
): { readonly message: string; readonly help?: string } {
  const { message, help } = verifyTable[code];
  return { message: message(params), ...(typeof help === 'string' ? { help } : {}) };
}
