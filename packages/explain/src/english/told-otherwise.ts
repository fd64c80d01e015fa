/** What two versions of a pack tell in other words: the members of enums, and the units of numbers. */
import { type Phrasebook, unitWords, type ValuePhrases } from '@proviso/runtime';
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
        : [`The member ${member} of ${name} was told as ${quoted(was)}; it is told as ${quoted(is)}.`];
    }),
  );
}

function unitsToldOtherwise(old: Phrasebook, now: Phrasebook): readonly string[] {
  return (['facts', 'statements'] as const).flatMap((kind) =>
    Object.entries<ValuePhrases>(now[kind]).flatMap(([name, { unit }]) => {
      const before: Readonly<Record<string, ValuePhrases>> = old[kind];
      if (!Object.hasOwn(before, name) || before[name]?.unit === unit) return [];
      return [`${name} was told ${inUnit(before[name]?.unit)}; it is told ${inUnit(unit)}.`];
    }),
  );
}

function inUnit(unit: string | undefined): string {
  return unit === undefined ? 'without a unit' : `in ${unitWords(unit, false)}`;
}
