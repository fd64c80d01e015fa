/** What is known of the parts of a screening while later ones are written. */
import type { Node } from './assess-node.ts';

/** A definition as it has been written: its value, or the array of its values for each instance. */
export type Written =
  | {
      readonly node: Node;
      /** JavaScript for the value in its JSON form; empty where nobody is told. */
      readonly told: string;
      /** The array of its reasons, where they are wanted. */
      readonly because?: string;
    }
  | { readonly answers: string };

/** The same as it is named outside the part that has it. */
export function fromPart(written: Written, give: (local: string) => string): Written {
  if ('answers' in written) return { answers: give(written.answers) };
  const { node, because } = written;
  return {
    node: {
      ...node,
      value: give(node.value),
      ...(node.text === undefined ? {} : { text: give(node.text) }),
    },
    told: give(written.told),
    ...(because === undefined ? {} : { because: give(because) }),
  };
}

/** A part that has been written: JavaScript for what it gives, and what it takes. */
export interface WrittenPart {
  readonly name: string;
  readonly fn: string;
  readonly takes: readonly string[];
}
