/** Trying every assignment that can make a difference. */
import type { Assignment } from '../form/assignment.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Choice } from './choices.ts';
import { Lanes } from './lanes.ts';

const mostWords = 32;

/**
 * The least assignment of these choices under which all hold, in lexicographic order: the variable that stands first in the
 * form counts most, `no` comes before `yes`, a smaller number before a larger. `tooMany` where there are more than `limit`
 * assignments to try, undefined where none of them does it.
 */
export function enumerate(
  form: Form,
  all: readonly NodeId[],
  choices: readonly Choice[],
  limit: number,
): Assignment | 'tooMany' | undefined {
  let total = 1;
  for (const { values } of choices) total *= values?.length ?? Number.POSITIVE_INFINITY;
  if (total === 0 || Number.isNaN(total)) return undefined;
  if (total > limit) return 'tooMany';
  const lanes = new Lanes(form, all, Math.min(mostWords, Math.ceil(total / 32)));
  for (let start = 0; start < total; start += lanes.size) {
    // The last variable changes fastest.
    let stride = 1;
    for (const { variable, values = [] } of choices.toReversed()) {
      for (let lane = 0; lane < lanes.size; lane += 1) {
        const value = values[Math.floor((start + lane) / stride) % values.length];
        if (value !== undefined) lanes.set(variable, lane, value);
      }
      stride *= values.length;
    }
    const lane = lanes.firstWhereAllHold(Math.min(lanes.size, total - start));
    if (lane !== undefined) return lanes.assignmentIn(lane);
  }
  return undefined;
}
