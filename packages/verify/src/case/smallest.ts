/** Smaller cases that show the same: facts left out, one after the other, as long as what they show stays settled. */
import { type Assignment, valuesUnder } from '../form/assignment.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Meaning, Variables } from '../translate/variables.ts';
import { withoutOneElement } from './shorter-lists.ts';

/**
 * Leaves out of an assignment what it can do without, elements of lists first: afterwards all of `settled` still hold
 * however the missing variables are filled in, and no single further variable could go. `asOf` stays. Two orders are tried
 * and the smaller result taken; of two alike, the first. Readings go first where they may, then what stands in lists, then
 * facts from the end of the vocabulary.
 */
export function smallest(
  form: Form,
  variables: Variables,
  settled: readonly NodeId[],
  assignment: Assignment,
  holds: (assignment: Assignment) => boolean = (smaller) => allHold(form, settled, smaller),
): Assignment {
  if (!holds(assignment)) return assignment;
  const short = shorten(variables, assignment, holds);
  const order = [...short.keys()]
    .filter((id) => variables.meanings.get(id)?.kind !== 'asOf')
    .map((id, i) => ({ id, weight: weightOf(variables.meanings.get(id)), i }));
  const backwards = order.toSorted((a, b) => b.weight - a.weight || b.i - a.i).map(({ id }) => id);
  const forwards = order.toSorted((a, b) => b.weight - a.weight || a.i - b.i).map(({ id }) => id);
  const first = leaveOut(short, backwards, holds);
  const second = leaveOut(short, forwards, holds);
  return plainer(form, variables, second.size < first.size ? second : first, holds);
}

/** The same with every element of a list taken out that the case can do without. */
function shorten(
  variables: Variables,
  assignment: Assignment,
  holds: (assignment: Assignment) => boolean,
): Assignment {
  for (const shorter of withoutOneElement(variables, assignment))
    if (holds(shorter)) return shorten(variables, shorter, holds);
  return assignment;
}

/** The same with plainer values where others do as well: dates at the day of the case, numbers near nothing. */
function plainer(
  form: Form,
  variables: Variables,
  assignment: Assignment,
  holds: (assignment: Assignment) => boolean,
): Assignment {
  let found = assignment;
  // A case that says nothing of its day has the first of the period.
  const asOf = Number(assignment.get(variables.asOf) ?? form.rangeOf(variables.asOf).min);
  // Twice, since one value may have kept another from being plain.
  for (const id of [...assignment.keys(), ...assignment.keys()]) {
    for (const candidate of candidatesFor(variables.meanings.get(id), asOf)) {
      if (candidate === found.get(id)) break;
      const other = new Map([...found, [id, candidate]]);
      if (!holds(other)) continue;
      found = other;
      break;
    }
  }
  return found;
}

/** Values to prefer, the plainest first. */
function candidatesFor(meaning: Meaning | undefined, asOf: number): readonly number[] {
  switch (meaning?.kind) {
    case 'date':
      return [asOf, asOf - 1, asOf + 1];
    case 'number':
      return [0, 10 ** meaning.places];
    case 'months':
    case 'days':
      return [0, 1];
    default:
      return [];
  }
}

/** Whether all of these hold however the missing variables are filled in. */
export function allHold(form: Form, nodes: readonly NodeId[], assignment: Assignment): boolean {
  const value = valuesUnder(form, assignment);
  return nodes.every((id) => value(id) === true);
}

/** What is left out first: elements of lists that a case can do without make it longest. */
function weightOf(meaning: Meaning | undefined): number {
  if (meaning === undefined) return 0;
  if (meaning.kind === 'reading') return 3;
  if (meaning.kind === 'longer') return 2;
  return 'at' in meaning && meaning.at.some((step) => typeof step === 'number') ? 1 : 0;
}

function leaveOut(
  assignment: Assignment,
  order: readonly NodeId[],
  holds: (assignment: Assignment) => boolean,
): Assignment {
  let kept = new Map(assignment);
  // By ever smaller runs, so that the many that do not matter go a run at a time.
  for (let run = Math.max(1, order.length >> 1); run > 0; run >>= 1) {
    for (let from = 0; from < order.length; from += run) {
      const ids = order.slice(from, from + run).filter((id) => kept.has(id));
      if (ids.length === 0) continue;
      const fewer = new Map(kept);
      for (const id of ids) fewer.delete(id);
      if (holds(fewer)) kept = fewer;
    }
  }
  return kept;
}
