/** Assignments with an element of a list taken out, those after it moved up. */
import type { Assignment } from '../form/assignment.ts';
import type { NodeId } from '../form/form.ts';
import type { Meaning, Step, Variables } from '../translate/variables.ts';

/** Every assignment that is this one without one element of one list, last elements first. */
export function* withoutOneElement(variables: Variables, assignment: Assignment): Generator<Assignment> {
  const lists = new Map<string, { readonly at: readonly Step[]; length: number }>();
  for (const [id, value] of assignment) {
    const meaning = variables.meanings.get(id);
    if (meaning?.kind !== 'longer' || value !== true) continue;
    const key = JSON.stringify(meaning.at);
    const known = lists.get(key);
    lists.set(key, { at: meaning.at, length: Math.max(known?.length ?? 0, meaning.than + 1) });
  }
  const ids = new Map([...variables.meanings].map(([id, meaning]) => [keyOf(meaning), id]));
  for (const { at, length } of lists.values()) {
    for (let element = length - 1; element >= 0; element -= 1)
      yield without(variables, assignment, ids, at, length, element);
  }
}

function without(
  variables: Variables,
  assignment: Assignment,
  ids: ReadonlyMap<string, NodeId>,
  list: readonly Step[],
  length: number,
  element: number,
): Assignment {
  const shorter = new Map<NodeId, boolean | number>();
  for (const [id, value] of assignment) {
    const meaning = variables.meanings.get(id);
    if (meaning === undefined || !('at' in meaning)) shorter.set(id, value);
    else if (meaning.kind === 'longer' && isSame(meaning.at, list)) {
      shorter.set(id, meaning.than < length - 1 && value);
    } else {
      const index = isWithin(meaning.at, list) ? Number(meaning.at[list.length]) : -1;
      if (index === element) continue;
      if (index < element) shorter.set(id, value);
      else {
        const at = meaning.at.with(list.length, index - 1);
        const moved = ids.get(keyOf({ ...meaning, at }));
        if (moved !== undefined) shorter.set(moved, value);
      }
    }
  }
  return shorter;
}

function isSame(a: readonly Step[], b: readonly Step[]): boolean {
  return a.length === b.length && isPrefix(b, a);
}

function isWithin(at: readonly Step[], list: readonly Step[]): boolean {
  return at.length > list.length && isPrefix(list, at) && typeof at[list.length] === 'number';
}

function isPrefix(short: readonly Step[], long: readonly Step[]): boolean {
  return short.every((step, i) => step === long[i]);
}

function keyOf(meaning: Meaning): string {
  const part = meaning.kind === 'member' ? meaning.member : meaning.kind === 'longer' ? meaning.than : '';
  return JSON.stringify([meaning.kind, 'at' in meaning ? meaning.at : '', part]);
}
