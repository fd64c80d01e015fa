/** What nodes of a form are made of. */
import { type Form, type NodeId, partsOf } from './form.ts';

/** These nodes and all their parts, in ascending order: parts before what they are parts of. */
export function coneOf(form: Form, roots: readonly NodeId[]): readonly NodeId[] {
  const seen = new Set(roots);
  // A set grows while it is walked.
  for (const id of seen) for (const part of partsOf(form.node(id))) seen.add(part);
  return [...seen].sort((a, b) => a - b);
}

/** The variables among these nodes and their parts, in ascending order. */
export function variablesUnder(form: Form, roots: readonly NodeId[]): readonly NodeId[] {
  return coneOf(form, roots).filter((id) => {
    const { op } = form.node(id);
    return op === 'boolVar' || op === 'intVar';
  });
}
