/** A reference to a definition that ranges over a record: to its answer for one instance. */
import type { Definition } from '../../6-plan/plan.ts';
import { always, type Context, type Node, rendered } from './assess-node.ts';
import type { Of } from './parts.ts';
import { cast } from './erasable.ts';
import { locate } from './inside.ts';
import { identifier, quote } from './spelling.ts';

/** The array of a definition's answers, one for each instance. */
export interface Answers {
  readonly definition: Definition;
  readonly array: string;
  /** The type of its elements. */
  readonly type: string;
  /** JavaScript for the value in an element. */
  readonly valueOf: (answer: string) => string;
}

/** What the reference comes to: the answer's value, and its reasons where the definition has no result of its own. */
export function answerOfInstance(
  { definition, array, type, valueOf }: Answers,
  e: Of<'ref'>,
  { module, scope, names }: Context,
): Node {
  if (e.of === undefined) throw new Error(`${e.id} needs an instance`);
  const instance = locate(module.inside, scope, names, e.of).js;
  const answer = module.local(identifier(e.id), cast(`${array}[${instance}.index]`, type));
  const node = { value: valueOf(answer), type: definition.type };
  return {
    ...node,
    reasons: () => [
      definition.visible
        ? always(module.call('reference', quote(e.id), rendered(node, module), `${instance}.path`))
        : { when: 'true', reason: `${answer}.because`, many: true },
    ],
  };
}
