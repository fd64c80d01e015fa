/** What two versions of a pack tell in other words: the members of enums, and the units of numbers. */
import { type Phrasebook, unitWords, type ValuePhrases } from '@proviso/runtime';
import { fill, positive } from '../polarity.ts';
import { enumMemberWords } from './told-values.ts';
import { quoted } from './words.ts';

/** The words of one version and the enums that it declares. */
export interface ToldPack {
  readonly plan: {
    readonly enums: readonly { readonly name: string; readonly members: readonly string[] }[];
  };
  readonly phrases: Phrasebook;
}

/** A sentence for each member and each number that both versions have and that are not told alike. */
export function toldOtherwise(old: ToldPack, now: ToldPack): readonly string[] {
  return [...membersToldOtherwise(old, now), ...unitsToldOtherwise(old.phrases, now.phrases)];
}

function membersToldOtherwise(old: ToldPack, now: ToldPack): readonly string[] {
  const before = new Map(old.plan.enums.map(({ name, members }) => [name, members]));
  return now.plan.enums.flatMap(({ name, members }) =>
    members.flatMap((member) => {
      if (before.get(name)?.includes(member) !== true) return [];
      const was = enumMemberWords(old.phrases, name, member);
      const is = enumMemberWords(now.phrases, name, member);
      return was === is
        ? []
        : [`What was told as ${quoted(was)} is now told as ${quoted(is)} (${member} of ${name}).`];
    }),
  );
}

function unitsToldOtherwise(old: Phrasebook, now: Phrasebook): readonly string[] {
  const changed = (before: Units, after: Units, what: (name: string) => string): readonly string[] =>
    Object.entries(after).flatMap(([name, { unit }]) =>
      !Object.hasOwn(before, name) || before[name]?.unit === unit
        ? []
        : [
            `${what(name)} is now told ${inUnit(unit)}, and was told ${inUnit(before[name]?.unit)} (${name}).`,
          ],
    );
  return [
    ...changed(old.facts, now.facts, (name) => `The answer to ${quoted(now.facts[name]?.ask ?? name)}`),
    ...changed(old.statements, now.statements, (name) =>
      quoted(fill(positive(now.statements[name]?.say ?? name), '…')),
    ),
  ];
}

type Units = Readonly<Record<string, ValuePhrases>>;

function inUnit(unit: string | undefined): string {
  return unit === undefined ? 'without a unit' : `in ${unitWords(unit, false)}`;
}
