/** What is known of the parts of a screening while later ones are written. */
import type { Definition } from '../../6-plan/plan.ts';
import type { Node } from './assess-node.ts';
import { isDateApart } from './screen-dates.ts';
import { partsOf, type Slice } from './slice.ts';

/** A definition as it has been written: its value, or the array of its values for each instance. */
export type Written =
  | {
      readonly node: Node;
      /** The array of its reasons, where they are wanted. */
      readonly because?: string;
    }
  | { readonly answers: string };

/** What a part gives to later ones: its place among the values of an evaluation, and its type. */
export interface Given {
  readonly at: number;
  readonly type: string;
}

/** How many expressions a part has before the next begins. */
const partSize = 50;

/** The definitions of a slice part by part: some that stand together in the policy, and mostly turn on the same facts. */
export function partsOfScreening({ definitions }: Slice): readonly (readonly Definition[])[] {
  const parts: Definition[][] = [];
  let size = 0;
  for (const definition of definitions) {
    const before = parts.at(-1)?.at(-1);
    if (before === undefined || size >= partSize || isDateApart(before) !== isDateApart(definition)) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(definition);
    size += partsOf(definition.expr).length;
  }
  return parts;
}

/** The definitions that others, in later parts, refer to. */
export function usedLater(parts: readonly (readonly Definition[])[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const part of parts) {
    const own = new Set(part.map(({ id }) => id));
    for (const { expr } of part)
      for (const e of partsOf(expr)) if (e.kind === 'ref' && !own.has(e.id)) used.add(e.id);
  }
  return used;
}
