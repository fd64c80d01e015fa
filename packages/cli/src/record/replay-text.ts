/** What came of a replay, as text. */
import { dateWords } from '@proviso/explain';
import { type SealedRecord, type ToldDifference, verdictWords } from '@proviso/record';
import type { Problem } from '../exit.ts';
import { problemText } from '../output/problems.ts';
import type { Role } from '../output/style.ts';
import { isOther, type OtherReplay, type OwnReplay } from './replay-record.ts';

type Style = (role: Role, text: string) => string;

/** Which record this is, and what protects it. */
export function recordHeading({ record }: SealedRecord, protection: string, style: Style): string {
  const { pack, made } = record;
  return [
    style('heading', record.case.title),
    `${pack.title} (${pack.id} ${pack.version}), as of ${dateWords(record.asOf)}; recorded on ${dateWords(made.on)}`,
    `Then: ${verdictWords(record.assessment)}.`,
    `The file: ${protection}.`,
    '',
  ].join('\n');
}

/** By the version that the record names. */
export function ownText(own: OwnReplay, style: Style): string {
  switch (own.kind) {
    case 'holds': {
      const words = own.reworded
        ? '\nThe explanation is worded otherwise by this version of the program; the answers are the same.'
        : '';
      return `${style('good', 'holds')}: ${own.path} gives the same answers for the same reasons.${words}\n`;
    }
    case 'differs':
      return `${style('bad', 'does not hold')}: by ${own.path}, the version that the record names, these parts do not follow from its facts: ${own.altered.join(', ')}.\n${differencesText(own.told)}`;
    case 'cannot':
      return cannotText(own.why, own.problems, style);
    default:
      throw new Error(`unknown outcome: ${String(own satisfies never)}`);
  }
}

/** Under another version, or on another day. */
export function otherText(other: OtherReplay, style: Style): string {
  const { pack, path, asOf } = other;
  const under = `${pack.id} ${pack.version} (${path}), as of ${dateWords(asOf)}`;
  if (other.kind === 'cannot') return cannotText(`under ${under}: ${other.why}`, other.problems, style);
  const { told, onlyBefore, words } = other;
  const others = [
    ['The same answer for other reasons', words.reasonsOnly],
    ['Asked in the record only', onlyBefore.join(', ')],
    ['Asked now, and not in the record', words.onlyAfter],
  ] as const;
  const notes = others
    .filter(([, names]) => names !== '')
    .map(([label, names]) => `${label}: ${names}.\n`)
    .join('');
  if (!isOther(other)) return `${style('good', 'the same answers')} under ${under}.\n${notes}`;
  const change = words.outcome === '' ? '' : `The outcome: ${words.outcome}.\n`;
  return `${style('bad', 'differs')} under ${under}:\n${change}${differencesText(told)}${notes}`;
}

/** That it cannot be told, and why. */
export function cannotText(why: string, problems: readonly Problem[], style: Style): string {
  return `${style('caution', 'cannot be replayed')}: ${why}\n${problems.map((problem) => problemText(problem, style)).join('')}`;
}

function differencesText(told: readonly ToldDifference[]): string {
  return told
    .map(({ name, says, because, reasons }) =>
      [`- ${says} [${name}]`, `  ${because}`, ...reasons.map((reason) => `    ${reason}`), ''].join('\n'),
    )
    .join('');
}
