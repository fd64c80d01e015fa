/** What expressions come to, and how two of them make one. */
import type { Form, NodeId } from '../form/form.ts';
import type { DurationTerm } from './variables.ts';

/** What an expression comes to: a node, of two numbers for a duration. */
export type Term = NodeId | DurationTerm;

/** A term that is no duration. */
export function asNode(term: Term): NodeId {
  if (typeof term === 'number') return term;
  throw new Error('a duration stands where a node is needed');
}

/** A term that is a duration. */
export function asDuration(term: Term): DurationTerm {
  if (typeof term !== 'number') return term;
  throw new Error('a node stands where a duration is needed');
}

/** One of two terms of the same type. */
export function choose(form: Form, when: NodeId, then: Term, otherwise: Term): Term {
  if (typeof then === 'number') return form.ite(when, then, asNode(otherwise));
  const other = asDuration(otherwise);
  return {
    months: form.ite(when, then.months, other.months),
    days: form.ite(when, then.days, other.days),
  };
}

/** The earlier or the later of two dates. */
export function extreme(form: Form, which: 'earliest' | 'latest', a: NodeId, b: NodeId): NodeId {
  return which === 'earliest' ? form.ite(form.le(a, b), a, b) : form.ite(form.le(a, b), b, a);
}
