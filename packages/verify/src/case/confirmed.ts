/** Small cases that the reference interpreter confirms. */
import { anyValueOf } from '../form/any-value.ts';
import type { Assignment } from '../form/assignment.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Variables } from '../translate/variables.ts';
import { smallest } from './smallest.ts';

/** Who is asked about a case. */
export interface Confirmation {
  /** Whether the interpreter says of the case what is to be shown. */
  readonly isConfirmed: (some: Assignment) => boolean;
  /** The variables that stand for what the interpreter still needs. */
  readonly neededBy: (some: Assignment) => readonly NodeId[];
}

/**
 * The smallest assignment that settles all of these and that the interpreter confirms. The form proposes; where the
 * interpreter settles less than the form does, what it still needs is given any value, since it makes no difference, and so
 * much of that is kept as it takes. Undefined where nothing that could be given makes it confirm: a fact that the answer turns
 * on does not exist in the case.
 */
export function smallestConfirmed(
  form: Form,
  variables: Variables,
  settled: readonly NodeId[],
  assignment: Assignment,
  { isConfirmed, neededBy }: Confirmation,
): Assignment | undefined {
  const small = smallest(form, variables, settled, assignment);
  if (isConfirmed(small)) return small;
  const whole = withNeeds(form, variables, assignment, { isConfirmed, neededBy });
  return whole === undefined ? undefined : enlarged(small, whole, isConfirmed);
}

function withNeeds(
  form: Form,
  variables: Variables,
  assignment: Assignment,
  { isConfirmed, neededBy }: Confirmation,
): Assignment | undefined {
  const whole = new Map(assignment);
  // What is given can open further needs, no more often than there are variables.
  for (let left = variables.meanings.size; left > 0 && !isConfirmed(whole); left -= 1) {
    const missing = neededBy(whole).filter((id) => !whole.has(id));
    if (missing.length === 0) return undefined;
    for (const id of missing) whole.set(id, anyValueOf(form, id));
  }
  return isConfirmed(whole) ? whole : undefined;
}

/**
 * The assignment with so much of the whole that it is confirmed. More facts settle more and never less, so that what has to
 * come next is found by halving.
 */
function enlarged(
  small: Assignment,
  whole: Assignment,
  isConfirmed: (some: Assignment) => boolean,
): Assignment {
  // A value that was made plainer may be none that the interpreter confirms with the others.
  const kept = new Map(
    [...small.keys()].flatMap((id) => (whole.has(id) ? [[id, whole.get(id) ?? false]] : [])),
  );
  let others = [...whole].filter(([id]) => !kept.has(id));
  while (!isConfirmed(kept) && others.length > 0) {
    // Without the last of the first `enough` others it is not confirmed, with it it is.
    let [tooFew, enough] = [0, others.length];
    while (enough - tooFew > 1) {
      const middle = (tooFew + enough) >> 1;
      if (isConfirmed(new Map([...kept, ...others.slice(0, middle)]))) enough = middle;
      else tooFew = middle;
    }
    const [id, value] = others[enough - 1] ?? [];
    if (id !== undefined && value !== undefined) kept.set(id, value);
    others = others.slice(0, enough - 1);
  }
  return kept;
}
