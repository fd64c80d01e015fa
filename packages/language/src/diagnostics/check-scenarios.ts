import type { DiagnosticTable, NoParams } from './define.ts';
import { carrier, define, defineWith, fact, policy, record, rule } from './samples.ts';

interface Suggested {
  readonly suggestion: string | null;
}

/** What the messages of `scenarioTable` speak of. */
export interface ScenarioParams {
  'unknown-scenario': Suggested & { readonly title: string };
  'scenario-on-itself': { readonly title: string };
  'scenario-without-date': NoParams;
  'date-outside-period': { readonly day: string; readonly period: string };
  'unknown-fact': Suggested & { readonly name: string };
  'unknown-otherwise': Suggested & { readonly name: string; readonly candidates: readonly string[] };
  'otherwise-clash': { readonly field: string };
  'index-needed': { readonly list: string; readonly part: string };
  'index-of-one': { readonly name: string };
  'index-beyond': { readonly list: string; readonly index: number; readonly length: number };
  'given-twice': { readonly path: string };
  'forgets-nothing': { readonly path: string };
  'given-record': { readonly path: string };
  'given-form': { readonly path: string; readonly type: string; readonly form: string };
  'given-not-constant': NoParams;
  'not-an-event': { readonly path: string };
  'fact-too-large': { readonly number: string };
  'given-against-condition': { readonly path: string; readonly inherited: boolean };
  'unknown-expectation': Suggested & { readonly name: string };
  'impossible-expectation': Suggested & { readonly name: string; readonly words: readonly string[] };
  'expect-twice': { readonly name: string };
  'expect-needs-of': { readonly name: string; readonly record: string };
  'expect-of': { readonly name: string; readonly record: string | null };
  'expects-nothing': NoParams;
}

const near = (suggestion: string | null): string =>
  suggestion === null ? '' : `; did you mean \`${suggestion}\`?`;
const sendable = policy(fact('weighed'), define('sendable', 'weighed'));
const scenario = (given: string, expect: string, title = 'as usual'): string =>
  `scenario "${title}" as of 2022-01-01 {\n  given  { ${given} }\n  expect { ${expect} }\n}\n`;
const usual = scenario('weighed: yes', 'sendable: yes');
const but = (base: string, given: string, expect: string): string =>
  `scenario "but" as "${base}", but {\n  given  { ${given} }\n  expect { ${expect} }\n}\n`;
const parcels = policy(
  record('Parcel', 'fragile'),
  'fact parcels: list of Parcel\n',
  'define breakable for p: Parcel {\n  say   "it {is|is not} breakable"\n  means p.fragile\n  cite  act s.1\n}\n',
);
const insured = policy(
  fact('insured'),
  'fact insuredFor: number only if insured { ask "For how much is it insured?" }\n',
  define('sendable', 'insured and insuredFor > 100'),
);
const open = policy(
  fact('weighed'),
  defineWith('sendable', 'includes weighed', 'otherwise "Is it sendable on another ground?"'),
);
const weigh = policy(carrier, fact('weighed'), rule('weigh', 'must "weigh the parcel"', 'done when weighed'));

/** Codes of scenarios. */
export const scenarioTable: DiagnosticTable<ScenarioParams> = {
  'unknown-scenario': {
    severity: 'error',
    message: ({ title, suggestion }) => `no scenario is called \`${title}\`${near(suggestion)}`,
    help: 'write the title of another scenario of the pack, word for word',
    explanation:
      'A scenario `as "…", but` begins with the facts, the date and the readings of another, and changes some of them.',
    bad: `${sendable}\n${usual}\n${but('as usually', 'weighed: no', 'sendable: no')}`,
    good: `${sendable}\n${usual}\n${but('as usual', 'weighed: no', 'sendable: no')}`,
  },
  'scenario-on-itself': {
    severity: 'error',
    message: ({ title }) => `this scenario builds on \`${title}\`, which builds on it`,
    explanation: 'Scenarios may build on one another in a chain that begins with one that stands alone.',
    bad: `${sendable}\n${but('but', 'weighed: no', 'sendable: no')}`,
    good: `${sendable}\n${usual}\n${but('as usual', 'weighed: no', 'sendable: no')}`,
  },
  'scenario-without-date': {
    severity: 'error',
    message: () => 'this scenario does not say as of when it is judged',
    help: 'add `as of DATE` after the title',
    explanation: 'Nothing reads a clock: every assessment is as of a given date, and so is every scenario.',
    bad: `${sendable}\nscenario "as usual" {\n  given  { weighed: yes }\n  expect { sendable: yes }\n}\n`,
    good: `${sendable}\n${usual}`,
  },
  'date-outside-period': {
    severity: 'error',
    message: ({ day, period }) => `\`${day}\` is outside the pack's period (${period})`,
    explanation:
      'A pack answers for the dates of its period only; an assessment as of another date is refused.',
    bad: `${sendable}\n${usual.replace('2022', '2012')}`,
    good: `${sendable}\n${usual}`,
  },
  'unknown-fact': {
    severity: 'error',
    message: ({ name, suggestion }) => `no fact is called \`${name}\`${near(suggestion)}`,
    help: 'only facts can be given; what follows from them is expected',
    explanation: 'A scenario gives facts of the case, by the same paths as the facts of an application.',
    bad: `${sendable}\n${scenario('wieghed: yes', 'sendable: yes')}`,
    good: `${sendable}\n${usual}`,
  },
  'unknown-otherwise': {
    severity: 'error',
    message: ({ name, suggestion }) => `there is no open ground \`${name}\`${near(suggestion)}`,
    help: ({ candidates }) =>
      candidates.length === 0
        ? 'only a definition with `includes`, or an `except otherwise`, leaves a ground open'
        : `the open grounds are ${candidates.map((one) => `\`${one}\``).join(', ')}`,
    explanation:
      'Under `otherwise` a case answers whether something holds on a ground that is not listed: `otherwise.NAME` for a definition with `includes`, `otherwise.NAMEExcept` for an open list of exceptions, `otherwise.NAMELabelExcept` for that of the exception `label`.',
    bad: `${open}\n${scenario('otherwise.sendible: yes', 'sendable: yes')}`,
    good: `${open}\n${scenario('otherwise.sendable: yes', 'sendable: yes')}`,
  },
  'otherwise-clash': {
    severity: 'error',
    message: ({ field }) => `two open grounds would both be answered as \`otherwise.${field}\``,
    help: 'rename one of the two statements, or one of the labels',
    explanation:
      'The answer about a ground that is not listed is kept under the name of its statement; that about an exception not listed under the name, the labels and `Except`. Two of them must not meet: not those of two statements, nor those of one statement whose labels differ only in the case of their first letters, or run together (`a` with `bC` in it, and `aB` with `c` in it).',
    bad: policy(
      fact('weighed'),
      fact('small'),
      defineWith('sendable', 'means weighed', 'except otherwise'),
      defineWith('sendableExcept', 'includes small'),
    ),
    good: policy(
      fact('weighed'),
      fact('small'),
      defineWith('sendable', 'means weighed', 'except otherwise'),
      defineWith('returnable', 'includes small'),
    ),
  },
  'index-needed': {
    severity: 'error',
    message: ({ list, part }) => `\`${list}\` is a list: say of which member you give \`${part}\``,
    help: ({ list, part }) =>
      `write \`${list}[0].${part}\`, or give the members: \`${list}: [ { ${part}: … } ]\``,
    explanation: 'The members of a list are numbered from 0 in a scenario.',
    bad: `${parcels}\n${scenario('parcels.fragile: yes', 'verdict: noBreachFound')}`,
    good: `${parcels}\n${scenario('parcels: [ { fragile: yes } ]', 'breakable for parcels[0]: yes')}`,
  },
  'index-of-one': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is not a list`,
    help: 'remove the index',
    explanation: 'Only the members of a list have a number.',
    bad: `${sendable}\n${scenario('weighed[0]: yes', 'sendable: yes')}`,
    good: `${sendable}\n${usual}`,
  },
  'index-beyond': {
    severity: 'error',
    message: ({ list, index, length }) =>
      `\`${list}\` has ${length} ${length === 1 ? 'member' : 'members'} here, so there is no \`${list}[${index}]\``,
    help: 'members are numbered from 0; the next number adds a member',
    explanation: 'A scenario gives the members of a list one after another, without gaps.',
    bad: `${parcels}\n${scenario('parcels: [ { fragile: yes } ]', 'breakable for parcels[1]: yes')}`,
    good: `${parcels}\n${scenario('parcels: [ { fragile: yes } ]', 'breakable for parcels[0]: yes')}`,
  },
  'given-twice': {
    severity: 'error',
    message: ({ path }) => `\`${path}\` is given twice`,
    explanation: 'A scenario gives each fact once; one that builds on another may give it anew.',
    bad: `${sendable}\n${scenario('weighed: yes  weighed: no', 'sendable: yes')}`,
    good: `${sendable}\n${usual}`,
  },
  'forgets-nothing': {
    severity: 'warning',
    message: ({ path }) => `\`${path}\` is not given, so there is nothing to forget`,
    help: 'remove it: a fact that is not given is unknown',
    explanation: '`forget` makes a fact unknown that the scenario built upon gives.',
    bad: `${sendable}\n${scenario('forget weighed', 'sendable: unknown')}`,
    good: `${sendable}\n${usual}\n${but('as usual', 'forget weighed', 'sendable: unknown')}`,
  },
  'given-record': {
    severity: 'error',
    message: ({ path }) => `\`${path}\` is a record: give its fields`,
    help: ({ path }) => `write \`${path}.FIELD: …\``,
    explanation: 'A record instance has no value of its own, only those of its fields.',
    bad: policy(
      record('Parcel', 'fragile'),
      'fact parcel: Parcel\n',
      define('sendable', 'parcel.fragile'),
      scenario('parcel: yes', 'sendable: yes'),
    ),
    good: policy(
      record('Parcel', 'fragile'),
      'fact parcel: Parcel\n',
      define('sendable', 'parcel.fragile'),
      scenario('parcel.fragile: yes', 'sendable: yes'),
    ),
  },
  'given-form': {
    severity: 'error',
    message: ({ path, type, form }) => `\`${path}\` is ${type}, so it is given as ${form}`,
    explanation:
      'A set is given as its members in braces, a list as its elements in square brackets, everything else as one value.',
    bad: `${parcels}\n${scenario('parcels: yes', 'verdict: noBreachFound')}`,
    good: `${parcels}\n${scenario('parcels: [ { fragile: yes } ]', 'breakable for parcels[0]: yes')}`,
  },
  'given-not-constant': {
    severity: 'error',
    message: () => 'a scenario gives and expects values, not other facts',
    help: 'write the value out',
    explanation: 'A scenario is one case: all its values are constants.',
    bad: policy(
      fact('weighed'),
      fact('small'),
      define('sendable', 'weighed and small'),
      scenario('weighed: small', 'sendable: yes'),
    ),
    good: policy(
      fact('weighed'),
      fact('small'),
      define('sendable', 'weighed and small'),
      scenario('weighed: yes  small: yes', 'sendable: yes'),
    ),
  },
  'not-an-event': {
    severity: 'error',
    message: ({ path }) => `\`${path}\` is a date that is always there, so it cannot be \`notYet\``,
    help: 'declare it as an `event` if it may not have happened',
    explanation: 'A `fact … : date` is a day. An `event` is a day or `notYet`, for what has not happened.',
    bad: policy(
      'fact bornOn: date { ask "When?" }\n',
      define('adult', '18 years after bornOn <= asOf'),
      scenario('bornOn: notYet', 'adult: no'),
    ),
    good: policy(
      'event bornOn { ask "When?" }\n',
      define('adult', '18 years after bornOn <= asOf'),
      scenario('bornOn: notYet', 'adult: no'),
    ),
  },
  'fact-too-large': {
    severity: 'error',
    message: ({ number }) => `\`${number}\` is larger than a fact can be`,
    help: 'numbers of facts go up to 1,000,000,000,000 units of their last decimal place',
    explanation: 'The limit leaves room for sums and multiples that are still exact.',
    bad: policy(
      'fact weight: number { ask "How many grams?" }\n',
      define('heavy', 'weight > 2000'),
      scenario('weight: 2000000000000', 'heavy: yes'),
    ),
    good: policy(
      'fact weight: number { ask "How many grams?" }\n',
      define('heavy', 'weight > 2000'),
      scenario('weight: 3000', 'heavy: yes'),
    ),
  },
  'given-against-condition': {
    severity: 'error',
    message: ({ path, inherited }) =>
      inherited
        ? `the scenario built upon gives \`${path}\`, which does not exist in this one`
        : `\`${path}\` does not exist in this case`,
    help: ({ path, inherited }) =>
      inherited ? `add \`forget ${path}\`` : 'remove it, or give its condition as yes',
    explanation:
      'A fact `only if C` exists only where C. To give it where C is no is an error in the facts of a case, and so it is in a scenario.',
    bad: `${insured}\n${scenario('insured: no  insuredFor: 200', 'sendable: no')}`,
    good: `${insured}\n${scenario('insured: yes  insuredFor: 200', 'sendable: yes')}`,
  },
  'unknown-expectation': {
    severity: 'error',
    message: ({ name, suggestion }) => `no definition or rule is called \`${name}\`${near(suggestion)}`,
    help: 'expect definitions, rules, or `verdict`',
    explanation:
      'A scenario expects the values of definitions, the statuses of rules, and the verdict over the rules.',
    bad: `${sendable}\n${scenario('weighed: yes', 'sendible: yes')}`,
    good: `${sendable}\n${usual}`,
  },
  'impossible-expectation': {
    severity: 'error',
    message: ({ name, suggestion }) => `\`${name}\` can never be that${near(suggestion)}`,
    help: ({ words }) => `it is one of ${words.join(', ')}`,
    explanation:
      'A `must` is breached where a `should` is departed from; a `may` is permitted; only a rule with a deadline can be not yet due. The verdict never says that someone complies.',
    bad: `${weigh}\n${scenario('weighed: no', 'weigh: departedFrom')}`,
    good: `${weigh}\n${scenario('weighed: no', 'weigh: breached')}`,
  },
  'expect-twice': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is expected twice`,
    explanation:
      'A scenario expects one value of each statement, or of each instance for a statement with a parameter.',
    bad: `${sendable}\n${scenario('weighed: yes', 'sendable: yes  sendable: yes')}`,
    good: `${sendable}\n${usual}`,
  },
  'expect-needs-of': {
    severity: 'error',
    message: ({ name, record }) => `\`${name}\` has a value for each \`${record}\`: say for which`,
    help: ({ name }) => `write \`${name} for PATH: …\`, where the path leads to an instance: \`parcels[0]\``,
    explanation: 'A statement with a parameter has a result for each instance of its record.',
    bad: `${parcels}\n${scenario('parcels: [ { fragile: yes } ]', 'breakable: yes')}`,
    good: `${parcels}\n${scenario('parcels: [ { fragile: yes } ]', 'breakable for parcels[0]: yes')}`,
  },
  'expect-of': {
    severity: 'error',
    message: ({ name, record }) =>
      record === null
        ? `\`${name}\` is about the whole case`
        : `\`${name}\` is about a \`${record}\`, which this is not`,
    help: ({ record }) => (record === null ? 'remove `for …`' : 'name an instance of that record'),
    explanation:
      'Only a statement with a parameter is expected `for` an instance, and only for one of its record.',
    bad: `${sendable}\n${scenario('weighed: yes', 'sendable for weighed: yes')}`,
    good: `${sendable}\n${usual}`,
  },
  'expects-nothing': {
    severity: 'warning',
    message: () => 'this scenario expects nothing, so it tests nothing',
    help: 'say what the pack should answer: `expect { NAME: … }`',
    explanation:
      'A scenario is a test: it fails where what it expects is not answered. One that expects nothing always passes, and says nothing of the pack. A scenario that others build on, `as "…", but`, may leave its `expect` out.',
    bad: `${sendable}\nscenario "as usual" as of 2022-01-01 {\n  given { weighed: yes }\n}\n`,
    good: `${sendable}\nscenario "as usual" as of 2022-01-01 {\n  given { weighed: yes }\n}\n\nscenario "but" as "as usual", but {\n  given  { weighed: no }\n  expect { sendable: no }\n}\n`,
  },
};
