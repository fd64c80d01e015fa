/** By which laws alone a no is one. */
import type { LawReason, NotInForce } from './assessment.ts';
import type { Evaluated } from './assess-run.ts';
import { type AnyResult, isNo, type Results, resultsOf, walk } from './assess-walk.ts';

/** The laws of the trace that are not in force, nor another version of them; the last first: most runs have none, few have two. */
export interface Laws {
  last:
    | {
        readonly law: LawReason;
        readonly statement: string;
        readonly succeededBy: readonly string[] | undefined;
        readonly before: Laws['last'];
      }
    | undefined;
}

/** What was noted of a law: whose it is, and what takes over from that. */
function notedOf({ last }: Laws, law: LawReason): Laws['last'] {
  for (let each = last; each !== undefined; each = each.before) if (each.law === law) return each;
  return undefined;
}

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
export function notInForce(run: Evaluated, laws: Laws): void {
  for (const name of run.turned ?? []) {
    const result = name === false ? undefined : (run.rules[name] ?? run.definitions[name]);
    if (result !== undefined && !('instances' in result)) note(result, run, laws);
  }
}

/** The same where values of lists and instances turn on laws: against a run in which a law that is not in force is unknown. */
export function notInForceBeside(run: Evaluated, laws: Laws, lawOpen: Evaluated): void {
  noteIn(run.definitions, run, laws, lawOpen);
  noteIn(run.rules, run, laws, lawOpen);
}

function noteIn(results: Results, run: Evaluated, laws: Laws, lawOpen: Evaluated): void {
  for (const name in results) {
    resultsOf(run, name).forEach((result, i) => {
      const other = resultsOf(lawOpen, name)[i];
      if (other !== undefined && isNo(result) && !isNo(other)) note(result, run, laws);
    });
  }
}

function note(result: AnyResult, run: Evaluated, laws: Laws): void {
  const found = new Map<string, NotInForce>();
  walk(run, result.because, [], (reason) => {
    if (reason.kind !== 'law') return;
    const noted = notedOf(laws, reason);
    if (noted === undefined) return;
    const { statement: name, succeededBy } = noted;
    const { from, ceasing } = reason;
    found.set(`${name} ${from} ${ceasing}`, {
      name,
      ...(from === undefined ? {} : { from }),
      ...(ceasing === undefined ? {} : { ceasing }),
      ...(succeededBy === undefined ? {} : { succeededBy }),
    });
  });
  if (found.size > 0) Object.assign(result, { notInForce: [...found.values()] });
}
