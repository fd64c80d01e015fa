/** By which laws alone a no is one. */
import type { LawReason, NotInForce, Reason } from './assessment.ts';
import type { Evaluated } from './assess-run.ts';
import { type AnyResult, isNo, type Results, walk } from './assess-walk.ts';

/** Laws of the trace that are not in force, each with the statement whose it is after it. */
export type Laws = readonly (Reason | string)[];

/** What takes over from each statement. */
export type Successors = Readonly<Record<string, readonly string[]>>;

/** Whether some no may be one only because a law is not in force; `laws` are those that are not. */
export function mayBeNotInForce(run: Evaluated, laws: Laws): boolean {
  return laws.length > 0 && (hasNo(run.definitions) || hasNo(run.rules));
}

function hasNo(results: Results): boolean {
  for (const name in results) {
    const result = results[name];
    if (result === undefined) continue;
    if ('instances' in result ? result.instances.some(isNo) : isNo(result)) return true;
  }
  return false;
}

/** Notes the laws by which alone a no is one; `lawOpen` is the run in which a law that is not in force is unknown. */
export function notInForce(run: Evaluated, laws: Laws, lawOpen: Evaluated, successors: Successors): void {
  noteIn(run.definitions, run, laws, lawOpen, successors);
  noteIn(run.rules, run, laws, lawOpen, successors);
}

function noteIn(
  results: Results,
  run: Evaluated,
  laws: Laws,
  lawOpen: Evaluated,
  successors: Successors,
): void {
  for (const name in results) {
    const result = results[name];
    const other = lawOpen.rules[name] ?? lawOpen.definitions[name];
    if (result === undefined || other === undefined) continue;
    if (!('instances' in result)) {
      if (!('instances' in other)) note(result, other, run, laws, successors);
      continue;
    }
    if (!('instances' in other)) continue;
    result.instances.forEach((each, i) => {
      const same = other.instances[i];
      if (same !== undefined) note(each, same, run, laws, successors);
    });
  }
}

function note(result: AnyResult, other: AnyResult, run: Evaluated, laws: Laws, successors: Successors): void {
  if (!isNo(result) || isNo(other)) return;
  const found: NotInForce[] = [];
  walk(run, result.because, [], (reason) => {
    if (reason.kind !== 'law' || reason.value !== 'no') return;
    const statement = laws[laws.indexOf(reason) + 1];
    if (typeof statement !== 'string') return;
    const { from, ceasing } = reason;
    const isKnown = found.some(
      (each) => each.name === statement && each.from === from && each.ceasing === ceasing,
    );
    if (!isKnown) found.push(notInForceOf(reason, statement, successors));
  });
  if (found.length > 0) (result as { notInForce?: readonly NotInForce[] }).notInForce = found;
}

function notInForceOf(law: LawReason, name: string, successors: Successors): NotInForce {
  const succeededBy = Object.hasOwn(successors, name) ? successors[name] : undefined;
  return {
    name,
    ...(law.from === undefined ? {} : { from: law.from }),
    ...(law.ceasing === undefined ? {} : { ceasing: law.ceasing }),
    ...(succeededBy === undefined ? {} : { succeededBy }),
  };
}
