/**
 * What can be wrong with facts that are each well formed: the case as a whole. Compiled code and the interpreter find these
 * in their own ways and word them here.
 */
import type { Day } from './calendar.ts';
import type { FactProblem } from './facts-error.ts';
import { formatDay } from './iso-date.ts';

/** A fact is given where the condition of its `only if` is no. */
export function onlyIfProblem(path: string): FactProblem {
  return {
    code: 'only-if',
    path,
    message: 'given where the condition of its `only if` is no',
    help: 'leave it out, or correct the facts that the condition reads',
  };
}

/** A constraint does not hold; `path` is the record instance that it is about, empty for the case. */
export function constraintProblem(name: string, path: string): FactProblem {
  return {
    code: 'constraint-violated',
    path,
    message: `this cannot be: the facts violate the constraint \`${name}\``,
    help: 'correct one of the facts that the constraint reads',
  };
}

/** A date that the law is chosen by is outside the pack's period; `path` is the fact that states it, or `asOf`. */
export function periodProblem(
  path: string,
  date: Day,
  period: { readonly from: number; readonly ceasing: number | null },
): FactProblem {
  const from = formatDay(period.from as Day);
  const span =
    period.ceasing === null
      ? `from ${from}`
      : `from ${from} until before ${formatDay(period.ceasing as Day)}`;
  return {
    code: 'outside-period',
    path,
    message: `${formatDay(date)} is outside the period of this pack, which is ${span}`,
    help: 'use a pack that covers this date',
  };
}
