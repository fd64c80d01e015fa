/** By which laws alone a no is one. */
import type { LawReason, NotInForce } from './assessment.ts';
import type { Evaluated } from './assess-run.ts';
import { type AnyResult, isNo, type Results, resultsOf, walk } from './assess-walk.ts';

/** The laws of the trace that are not in force, nor another version of them; the last first: most runs have none, few have two. */
export interface Laws {
  last: { readonly law: LawReason; readonly statement: string; readonly before: Laws['last'] } | undefined;
}

/** The statement whose a law is. */
function statementOf({ last }: Laws, law: LawReason): string | undefined {
  for (let each = last; each !== undefined; each = each.before) if (each.law === law) return each.statement;
  return undefined;
}

/** What takes over from each statement. */
export type Successors = Readonly<Record<string, readonly string[]>>;

/** Whether some no may be one only because a law is not in force; `laws` are those that are not. */
export function mayBeNotInForce(run: Evaluated, laws: Laws): boolean {
  return laws.last !== undefined && (hasNo(run.definitions) || hasNo(run.rules));
}

function hasNo(results: Results): boolean {
  for (const name in results) {
    const result = results[name];
    if (result === undefined) continue;
    if ('instances' in result ? result.instances.some(isNo) : isNo(result)) return true;
  }
  return false;
}

/** Notes the laws by which alone a no is one, where the run has found which results are. */
export function notInForce(run: Evaluated, laws: Laws, successors: Successors): void {
  for (const name of run.turned ?? []) {
    const result = name === false ? undefined : (run.rules[name] ?? run.definitions[name]);
    if (result !== undefined && !('instances' in result)) note(result, run, laws, successors);
  }
}

/** The same where values of lists and instances turn on laws: against a run in which a law that is not in force is unknown. */
export function notInForceBeside(
  run: Evaluated,
  laws: Laws,
  lawOpen: Evaluated,
  successors: Successors,
): void {
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
    resultsOf(run, name).forEach((result, i) => {
      const other = resultsOf(lawOpen, name)[i];
      if (other !== undefined && isNo(result) && !isNo(other)) note(result, run, laws, successors);
    });
  }
}

function note(result: AnyResult, run: Evaluated, laws: Laws, successors: Successors): void {
  let found: NotInForce[] | undefined;
  walk(run, result.because, [], (reason) => {
    if (reason.kind !== 'law' || reason.value !== 'no') return;
    const { from, ceasing } = reason;
    const name = statementOf(laws, reason);
    if (name === undefined) return;
    if (found?.some((each) => each.name === name && each.from === from && each.ceasing === ceasing)) return;
    const law: { -readonly [K in keyof NotInForce]: NotInForce[K] } = { name };
    if (from !== undefined) law.from = from;
    if (ceasing !== undefined) law.ceasing = ceasing;
    const succeededBy = Object.hasOwn(successors, name) ? successors[name] : undefined;
    if (succeededBy !== undefined) law.succeededBy = succeededBy;
    if (found === undefined) found = [law];
    else found.push(law);
  });
  if (found !== undefined) (result as { notInForce?: readonly NotInForce[] }).notInForce = found;
}
