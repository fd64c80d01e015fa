import { typeOfFact } from '../4-bind/named-types.ts';
import type { OtherwiseFields } from '../4-bind/otherwise.ts';
import type { FactDecl } from '../ast/ast.ts';
import type { Checker } from './checker.ts';

/** At most this many paths in a vocabulary, records and lists and their parts counted. */
export const pathLimit = 20_000;

/**
 * Limits the paths of the facts of a case: of records that hold records twice over many levels a short text makes more
 * than could ever be listed. Each record is counted once.
 */
export function checkVocabularySize(checker: Checker, otherwise: OtherwiseFields): void {
  const { symbols, findings } = checker;
  const within = new Map<string, number>();
  const sizeOf = (fact: FactDecl): number => 1 + (within.get(recordOf(checker, fact) ?? '') ?? 0);
  const implicit = (record: string | null): number => {
    const count = otherwise.get(record)?.size ?? 0;
    return count === 0 ? 0 : count + 1;
  };
  for (const record of innermostFirst(checker)) {
    let size = implicit(record);
    for (const field of symbols.fields.get(record)?.values() ?? []) size += sizeOf(field);
    // Past the limit it does not matter how much, and a number that doubles at each level would soon be infinite.
    within.set(record, Math.min(size, pathLimit + 1));
  }
  let total = implicit(null);
  for (const fact of symbols.facts.values()) {
    total += sizeOf(fact);
    if (total <= pathLimit) continue;
    findings.report('too-many-paths', fact.name.span, { limit: pathLimit });
    return;
  }
}

function recordOf({ symbols }: Checker, fact: FactDecl): string | undefined {
  const type = typeOfFact(fact, symbols);
  return type?.kind === 'record' ? type.name : type?.kind === 'list' ? type.of : undefined;
}

/** Every record after those that it holds; where they go in a circle, which is reported, the circle is left somewhere. */
function innermostFirst(checker: Checker): readonly string[] {
  const { symbols } = checker;
  const seen = new Set<string>();
  const order: string[] = [];
  for (const start of symbols.records.keys()) {
    // Depth first by hand: records may nest thousands deep.
    const path: { readonly record: string; readonly fields: Iterator<FactDecl> }[] = [];
    const open = (record: string): void => {
      if (seen.has(record)) return;
      seen.add(record);
      path.push({ record, fields: (symbols.fields.get(record) ?? new Map<string, FactDecl>()).values() });
    };
    open(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.fields.next();
      if (next.done === true) {
        order.push(top.record);
        path.pop();
        continue;
      }
      const inner = recordOf(checker, next.value);
      if (inner !== undefined) open(inner);
    }
  }
  return order;
}
