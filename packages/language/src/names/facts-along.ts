/** Paths of facts, followed by name through records and lists of records. */
import { namedIn } from '../4-bind/named-types.ts';
import type { Named, PackNames } from './pack-names.ts';

/** The fact at the end of a path, which begins at a record, or at the case where none is given. */
export function factAlong(names: PackNames, path: readonly string[], from?: string): Named | undefined {
  let record = from;
  let fact: Named | undefined;
  for (const [index, step] of path.entries()) {
    if (index > 0 && record === undefined) return undefined;
    fact = names.all.find((named) => named.kind === 'fact' && named.name === step && named.of === record);
    record = typeNameOf(fact);
  }
  return fact;
}

/** The record that instances along such a path are of, and the record itself for a path without steps. */
export function recordAlong(names: PackNames, path: readonly string[], from?: string): string | undefined {
  return path.length === 0 ? from : typeNameOf(factAlong(names, path, from));
}

/** The record or enum that a fact is of, alone, in a list or in a set. */
export function typeNameOf(fact: Named | undefined): string | undefined {
  return fact?.node?.kind === 'fact' ? namedIn(fact.node.type) : undefined;
}
