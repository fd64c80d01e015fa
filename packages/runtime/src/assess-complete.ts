/** Complete facts from JSON: what emitted `complete…` functions do. */
import type { FactValue, RecordValue } from './fact-values.ts';
import { type FactProblem, FactsError } from './facts-error.ts';
import { checkFacts, type FactsOf } from './check-facts.ts';
import { factsInside } from './read-facts.ts';
import { type FieldTypes, splitFactType, type Vocabulary } from './vocabulary.ts';

/**
 * Reads facts and refuses them where one is missing. `optional` names the fields that exist only where a condition holds:
 * `period` of the case, `Letter.period` of a record. Dates become day numbers, decimals units, durations packed; a set is
 * the array of its members.
 */
export function completeFacts(goal: FactsOf, facts: unknown, optional: readonly string[]): unknown {
  const { vocabulary } = goal;
  const problems: FactProblem[] = [];
  const read = factsInside(vocabulary, checkFacts(goal, facts, problems));
  const complete = recordOf({ vocabulary, optional, problems }, vocabulary.facts, '', read, '');
  if (problems.length > 0) throw new FactsError(problems);
  return complete;
}

interface Completion {
  readonly vocabulary: Vocabulary;
  readonly optional: readonly string[];
  readonly problems: FactProblem[];
}

function recordOf(
  completion: Completion,
  types: FieldTypes,
  record: string,
  read: RecordValue,
  path: string,
): unknown {
  const complete: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(types)) {
    if (type === 'other') continue;
    const at = path === '' ? name : `${path}.${name}`;
    const held = read.fields.get(name);
    if (completion.optional.includes(record === '' ? name : `${record}.${name}`) && !isGiven(held)) continue;
    complete[name] = valueOf(completion, type, held, at);
  }
  return complete;
}

function valueOf(completion: Completion, type: FieldTypes[string], held: FactValue, path: string): unknown {
  if (typeof held !== 'object') {
    if (held === undefined) missing(completion, path, 'this fact is needed to decide');
    return held;
  }
  const [, of] = splitFactType(type);
  const types = completion.vocabulary.records[of] ?? {};
  switch (held.kind) {
    case 'record':
      return recordOf(completion, types, of, held, path);
    case 'list':
      if (!held.complete) missing(completion, path, 'the complete list is needed to decide');
      return held.elements.map((element, i) => recordOf(completion, types, of, element, `${path}[${i}]`));
    case 'set':
      if ([...held.members.values()].includes(undefined))
        missing(completion, path, 'the complete set is needed to decide');
      return [...held.members].flatMap(([member, holds]) => (holds === true ? [member] : []));
    default:
      return assertNever(held);
  }
}

/** A problem of another kind at the same place says more. */
function missing({ problems }: Completion, path: string, message: string): void {
  if (problems.some((problem) => problem.path === path)) return;
  problems.push({
    code: 'missing',
    path,
    message,
    help: 'give it, or use `assess…`, which takes incomplete facts',
  });
}

function isGiven(value: FactValue): boolean {
  if (typeof value !== 'object') return value !== undefined;
  switch (value.kind) {
    case 'record':
      return [...value.fields.values()].some(isGiven);
    case 'set':
      return [...value.members.values()].some((holds) => holds !== undefined);
    case 'list':
      return value.complete || value.elements.length > 0;
    default:
      return assertNever(value);
  }
}

function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
