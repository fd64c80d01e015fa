import { isoDate } from './dates.ts';
import type { Random } from './random.ts';
import type { CaseB, JsonCaseB } from './rule-b.ts';

/** Facts of which each leaf is left out with probability one half; a list may then have more members. */
export function halfOf(facts: object, random: Random): object {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (Array.isArray(value)) {
      const members = value.map((member: object) => halfOf(member, random));
      kept[name] = random() < 0.5 ? members : { atLeast: members };
    } else if (typeof value === 'object' && value !== null) {
      kept[name] = halfOf(value as object, random);
    } else if (random() < 0.5) {
      kept[name] = value;
    }
  }
  return kept;
}

/** A case of rule B as JSON facts: the same nesting, dates in ISO form. */
export function jsonFactsB({ data, letters, decision }: CaseB): JsonCaseB {
  return {
    data: {
      ...data,
      obtainedOn: isoDate(data.obtainedOn),
      firstContactOn: isoDate(data.firstContactOn),
      firstDisclosureOn: isoDate(data.firstDisclosureOn),
      informedOn: isoDate(data.informedOn),
    },
    letters: letters.map((letter) => ({
      ...letter,
      receivedOn: isoDate(letter.receivedOn),
      withdrawnOn: isoDate(letter.withdrawnOn),
    })),
    decision: { ...decision, madeOn: isoDate(decision.madeOn) },
  };
}
