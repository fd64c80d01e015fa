/** `case` on any facts. */
import type { AssessModule } from './assess-module.ts';
import { blockIf, type Context, isSettled, type Node, type Of, unknown } from './assess-node.ts';
import { either, every, is, isNot, pick } from './fold.ts';
import type { Doc } from './layout.ts';

/** Writes the value of a `case`. */
export function caseOf(e: Of<'case'>, context: Context, hint: string | undefined): Node {
  const { module } = context;
  const branches = e.branches.map(({ when, then }) => ({
    when: context.write(when, context),
    then: context.write(then, context),
  }));
  const last = context.write(e.otherwise, context);
  const { type } = last;
  const name = type.kind === 'yesno' ? 'chooseTruth' : 'choose';
  const value = branches.reduceRight<Doc>(
    (rest, { when, then }) => module.call(name, when.value, then.value, rest),
    last.value,
  );
  const typed: Doc = type.kind === 'yesno' ? value : [value];
  const whole = { value: module.local(hint ?? 'chosen', typed), type };
  return {
    ...whole,
    trace: (sink) => traceCase(whole, branches, last, e.exclusive === true, sink, module),
  };
}

/**
 * Each guard and each branch once, under the condition on which the table of the semantics lists it. A branch is reached
 * where no guard before it is yes. Of a settled case the guards that are settled count (of an exclusive one, those that
 * failed only where all did), and the branches still possible; of an unknown one, what is unknown.
 */
function traceCase(
  whole: Pick<Node, 'value' | 'type'>,
  branches: readonly { readonly when: Node; readonly then: Node }[],
  last: Node,
  exclusive: boolean,
  sink: string,
  module: AssessModule,
): void {
  const guards = branches.map(({ when }) => when.value);
  const settled = module.local('settled', isSettled(whole));
  const reached = (index: number): string => every(...guards.slice(0, index).map((g) => isNot(g, 3)));
  branches.forEach(({ when, then }, index) => {
    const g = when.value;
    const others = guards.filter((_, i) => i !== index).map((other) => is(other, 0));
    const said = exclusive ? either(is(g, 3), every(is(g, 0), ...others)) : isNot(g, 1);
    const guardSays = pick(settled, said, is(g, 1));
    if (!when.silent) blockIf(every(reached(index), guardSays), () => when.trace(sink), module);
    const branchSays = either(settled, unknown(then));
    if (!then.silent) blockIf(every(reached(index), isNot(g, 0), branchSays), () => then.trace(sink), module);
  });
  if (!last.silent)
    blockIf(every(reached(guards.length), either(settled, unknown(last))), () => last.trace(sink), module);
}
