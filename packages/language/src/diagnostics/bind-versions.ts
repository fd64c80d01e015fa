import type { DiagnosticTable } from './define.ts';
import { carrier, fact, policy } from './samples.ts';

/** What the messages of `versionTable` speak of. */
export interface VersionParams {
  'versions-overlap': { readonly name: string; readonly ends: string | null; readonly begins: string | null };
  'versions-hole': { readonly name: string; readonly ends: string; readonly begins: string };
  'versions-differ': { readonly name: string; readonly difference: string };
  'period-not-covered': { readonly name: string; readonly missing: string };
  'version-outside-period': {
    readonly name: string;
    readonly ends: boolean;
    readonly bound: string;
    readonly period: string;
  };
  'governed-apart': { readonly name: string; readonly target: string; readonly by: string | null };
  'used-apart': { readonly name: string; readonly user: string; readonly by: string | null };
}

const fee = (law: string, value: string): string =>
  `define fee: number ${law} {\n  say   "the fee is {value}"\n  means ${value}\n  cite  act s.3\n}\n`;
const posted = 'event postedOn { ask "When was it posted?" }\n';
const told = (law: string): string =>
  `rule tellSender on carrier ${law} {\n  must "tell the sender"\n  done by postedOn\n  cite act s.2\n}\n`;
const timely = (law: string): string =>
  `exception small to tellSender ${law} {\n  say  "it {is|is not} small"\n  when tiny\n  cite act s.3\n}\n`;
const dated = (law: string): string =>
  `define sendable ${law} {\n  say   "it {is|is not} sendable"\n  means weighed\n  cite  act s.1\n}\n`;

/** Codes of several versions of one name. */
export const versionTable: DiagnosticTable<VersionParams> = {
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
    bad: policy(fact('weighed'), dated('ceasing 2019-01-01')),
    good: policy(fact('weighed'), dated('from 2021-01-01')),
  },
  'governed-apart': {
    severity: 'warning',
    message: ({ name, target, by }) =>
      `\`${name}\` is in force by the day of the assessment, and \`${target}\` is judged by ${by === null ? 'another day' : `\`${by}\``}`,
    help: ({ by }) =>
      `say by which day it is judged: \`governed by ${by ?? 'DATE'}\`; or \`governed by asOf\`, if the day of the assessment is meant`,
    explanation:
      'What does not say by which day it is judged is judged by the day of the assessment. An exception that has begun since would then excuse what was done before there was one, and one that has ceased would excuse nothing any more. The same goes for a permission that is an exception by `despite`.',
    bad: policy(carrier, fact('tiny'), posted, told('governed by postedOn'), timely('from 2022-01-01')),
    good: policy(
      carrier,
      fact('tiny'),
      posted,
      told('governed by postedOn'),
      timely('governed by postedOn, from 2022-01-01'),
    ),
  },
  'used-apart': {
    severity: 'warning',
    message: ({ name, user, by }) =>
      `\`${name}\` is in force by the day of the assessment, and \`${user}\`, which uses it, is judged by ${by === null ? 'another day' : `\`${by}\``}`,
    help: ({ by }) =>
      `say by which day it is judged: \`governed by ${by ?? 'DATE'}\`; or \`governed by asOf\`, if the day of the assessment is meant`,
    explanation:
      'A statement goes by its own day, and what does not say by which goes by the day of the assessment: what uses a definition does not hand its day down. A rule about the day of posting would then be judged with a definition that has begun since, or without one that held on that day and has ceased. The finding stands too where a definition without dates comes between the two.',
    bad: policy(
      fact('weighed'),
      posted,
      carrier,
      dated('from 2020-06-01'),
      'rule send on carrier governed by postedOn {\n  must "send it"\n  when sendable\n  done by postedOn\n  cite act s.2\n}\n',
    ),
    good: policy(
      fact('weighed'),
      posted,
      carrier,
      dated('governed by postedOn, from 2020-06-01'),
      'rule send on carrier governed by postedOn {\n  must "send it"\n  when sendable\n  done by postedOn\n  cite act s.2\n}\n',
    ),
  },
};
