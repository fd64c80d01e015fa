/** Finding what is named: at a place, by a person's words, along a path of facts through records and lists of records. */
import { checkNames } from '../given.ts';
import { namedIn } from '../4-bind/named-types.ts';
import type { Span } from '../ast/ast.ts';
import type { Named, PackNames } from './pack-names.ts';

/** What is named at a place, if anything is: `offset` counts UTF-16 units from the start of the file, as spans do. */
export function namedAt(names: PackNames, file: string, offset: number): Named | undefined {
  checkNames(names);
  const holds = (span: Span): boolean => isAt(span, file, offset);
  return names.all.find(({ declared, mentioned }) => declared.some(holds) || mentioned.some(holds));
}

/** The very place of a name at an offset; undefined where another stands there, or none. */
export function placeAt({ declared, mentioned }: Named, file: string, offset: number): Span | undefined {
  return [...declared, ...mentioned].find((span) => isAt(span, file, offset));
}

function isAt({ file, start, end }: Span, inFile: string, offset: number): boolean {
  return file === inFile && start <= offset && offset <= end;
}

/**
 * What a person means by `message.sentOn`, `Message.sentOn`, `noLiveCall.grace`, `Channel.email` or `code`: everything of
 * that name, since a record, a source and a fact may share one.
 */
export function namedBy(names: PackNames, text: string): readonly Named[] {
  const full = names.all.filter((named) => nameIn(named) === text);
  if (full.length > 0) return full;
  const fact = factAlong(names, text.split('.'));
  return fact === undefined ? [] : [fact];
}

/** The name with what it is part of before it: `Message.sentOn`. */
export function nameIn({ name, of }: Named): string {
  return of === undefined ? name : `${of}.${name}`;
}

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
