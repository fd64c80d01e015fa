/** Goals named on the command line. */
import type { Plan } from '@proviso/compiler/plan';
import { didYouMean } from '@proviso/language';
import { UsageError } from '../exit.ts';

/** The goals asked for, in the order of the plan; all where none is. Throws `UsageError` for one that is not there. */
export function chosenGoals(plan: Plan, asked: readonly string[] | undefined): readonly string[] {
  const known = plan.goals.map(({ name }) => name);
  if (asked === undefined) return known;
  for (const name of asked) {
    if (known.includes(name)) continue;
    const meant = didYouMean(name, known);
    throw new UsageError(`there is no goal \`${name}\``, {
      help:
        meant === undefined
          ? `there are ${known.map((each) => `\`${each}\``).join(', ')}`
          : `did you mean \`${meant}\`?`,
    });
  }
  return known.filter((name) => asked.includes(name));
}
