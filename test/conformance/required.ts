/** What the suite must cover, whatever happens to be generated: a gap here fails the test and not silently the suite. */
import { constructs } from '../support/constructs.ts';

/** Each of these before each of those. */
function each(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.flatMap((one) => after.map((other) => `${one}: ${other}`));
}

const truths = ['yes', 'no', 'unknown'];
const dates = ['settled', 'notYet', 'unknown'];

/** Every kind of expression of the plan with what it can come to in run V. A reading is always taken there, `asOf` always known. */
const expressions: readonly string[] = [
  ...['yesno', 'number', 'date', 'beforeAll', 'notYet', 'duration', 'enum', 'status', 'text'].map(
    (kind) => `literal ${kind}: settled`,
  ),
  ...each(['fact'], [...truths, 'settled', 'notYet']),
  ...each(['ref'], [...truths, 'settled']),
  ...each(
    [
      'has',
      'not',
      'atLeast 1',
      'atLeast n',
      'atLeast all',
      'atLeastIn 1',
      'atLeastIn n',
      'le date',
      'le number',
      'eq yesno',
      'eq date',
      'eq number',
      'eq enum',
      'eq text',
      'inForce',
      'case',
      'case exclusive',
    ],
    truths,
  ),
  ...each(['case', 'case exclusive'], ['settled', 'notYet']),
  'asOf: settled',
  ...each(['reading'], ['yes', 'no']),
  ...each(['sum', 'scale'], ['settled', 'unknown']),
  ...each(['addDuration after', 'addDuration before'], dates),
  ...each(['extreme earliest'], ['settled', 'unknown']),
  ...each(['extreme latest'], dates),
  ...each(['extremeIn earliest'], dates),
  ...each(['extremeIn latest'], [...dates, 'beforeAll']),
  ...each(
    ['requires', 'limb', 'otherwise', 'exception', 'despite', 'row', 'reading', 'version'].map(
      (kind) => `mark ${kind}`,
    ),
    truths,
  ),
  ...each(['mark applies', 'mark met', 'mark late'], truths),
  ...each(['mark due'], dates),
];

/** Every kind of reason in the trace, with what it can come to. A due date is no reason for a status: `late` is. */
const trace: readonly string[] = [
  ...each(
    [
      'requires',
      'limb',
      'otherwise',
      'exception',
      'despite',
      'row',
      'reading',
      'version',
      'applies',
      'met',
      'late',
    ].map((kind) => `step ${kind}`),
    truths,
  ),
  ...each(['reason fact', 'reason judgement'], [...truths, 'settled']),
  ...each(['reason otherwise', 'reason fact member', 'reason element', 'reason law'], truths),
  ...each(['reason event'], ['settled', 'unknown']),
  ...each(['reason list'], ['complete', 'incomplete']),
  'reason definition',
  'reason definition of an instance',
  'reason ambiguity',
  'reason asOf',
];

/** Every modality with every status it can have. */
const statuses: readonly string[] = [
  ...each(['must', 'mustNot'], ['doesNotApply', 'compliedWith', 'breached', 'undetermined']),
  ...each(['should', 'shouldNot'], ['doesNotApply', 'compliedWith', 'departedFrom', 'undetermined']),
  ...each(['must', 'should'], ['notYetDue']),
  ...each(['may'], ['doesNotApply', 'permitted', 'undetermined']),
];

/** `not-plain` and `too-deep` cannot be written as JSON of a vocabulary that is finite; `missing` is what `decide` says where an answer is open. */
const problems: readonly string[] = [
  'wrong-type',
  'unknown-fact',
  'forbidden-key',
  'unknown-member',
  'duplicate-member',
  'impossible-date',
  'impossible-duration',
  'number-out-of-range',
  'too-many-decimals',
  'too-long',
  'too-many-problems',
  'only-if',
  'constraint-violated',
  'outside-period',
  'unknown-option',
  'unknown-ambiguity',
  'unknown-goal',
].map((code) => `problem ${code}`);

const results: readonly string[] = [
  ...each(['goals'], ['one', 'some', 'all']),
  ...each(['open'], ['no', 'otherwise']),
  'definition presumed',
  'rule presumed',
  'definition dependsOn confirmed true',
  'definition dependsOn confirmed false',
  'rule dependsOn confirmed true',
  'rule dependsOn confirmed false',
  'definition notInForce',
  'definition notInForce, succeeded',
  'rule notInForce',
  'rule notInForce, succeeded',
  'definition with certainty',
  'definition with several certainties',
  'rule with certainty',
  'rule with several certainties',
  'rule.as',
  ...['breached', 'compliedWith', 'departedFrom', 'doesNotApply', 'notYetDue', 'undetermined'].map(
    (status) => `dueOn while ${status}`,
  ),
  ...['breachFound', 'undetermined', 'noBreachFound'].map((verdict) => `verdict ${verdict}`),
  ...['fact', 'event', 'judgement', 'otherwise', 'list'].map((kind) => `need of a ${kind}`),
  'need that serves several answers',
  'restsOn.judgements',
  'restsOn.assumptions',
  'restsOn.readings confirmed true',
  'restsOn.readings confirmed false',
  'source primary',
  'source primary, succeeded',
  'source secondary',
  'instances complete',
  'instances incomplete',
  'no instances, complete',
  'no instances, incomplete',
  ...['yesno', 'number', 'date', 'duration', 'text', 'enum', 'status'].map(
    (type) => `decision of type ${type}`,
  ),
];

/** All of it, by the names that `features.ts` and `construct-counts.ts` give. */
export const required: readonly string[] = [
  ...constructs,
  ...expressions.map((each) => `expression ${each}`),
  ...trace,
  ...statuses,
  ...problems,
  ...results,
];
