/** Goals named on the command line. */
import { goalsNamed, type Plan, statementNames } from '@proviso/compiler/plan';
import { didYouMean } from '@proviso/language';
import { UsageError } from '../exit.ts';

/**
 * The goals asked for, in the order of the plan, then the definitions and rules asked for by themselves; all goals where
 * nothing is. Throws `UsageError` for a name that is not there.
 */
export function chosenGoals(plan: Plan, asked: readonly string[] | undefined): readonly string[] {
  const known = plan.goals.map(({ name }) => name);
  if (asked === undefined) return known;
  const possible = new Set([...known, ...statementNames(plan)]);
  for (const name of asked) {
    if (possible.has(name)) continue;
    const meant = didYouMean(name, [...possible]);
    throw new UsageError(`there is no goal \`${name}\``, {
      help:
        meant === undefined
          ? `there are ${known.map((each) => `\`${each}\``).join(', ')}`
          : `did you mean \`${meant}\`?`,
    });
  }
  return goalsNamed(plan, asked).map(({ name }) => name);
}
