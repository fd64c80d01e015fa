/** A provision before it is laid out: clauses, with the clauses under them. */

/** One clause, without its capital and its full stop. */
export interface Clause {
  readonly text: string;
  /** The statement that the clause speaks of, to be linked. */
  readonly to?: string;
  /** A clause with others under it ends in a colon. */
  readonly items?: readonly Clause[];
  /** The source's own certainty: said before the clause. */
  readonly certainty?: string;
  /** Of a limb or exception: its label, as an anchor in the page. */
  readonly label?: string;
  readonly cites?: readonly Citation[];
}

/** Where a clause stands in a source. */
export interface Citation {
  readonly source: string;
  readonly pinpoint: string;
  readonly anchor?: string;
}

/** A clause with nothing under it. */
export function clause(text: string, to?: string): Clause {
  return to === undefined ? { text } : { text, to };
}

/** A clause with others under it; the only one speaks for itself, and a group of the same kind gives way to what is in it. */
export function group(text: string, parts: readonly Clause[]): Clause {
  const items = parts.flatMap((part) =>
    part.text === text && part.items !== undefined && part.label === undefined ? part.items : [part],
  );
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { text, items };
}
