/** `case` on any facts. */
import type { AssessModule } from './assess-module.ts';
import type { Expr } from '../../6-plan/plan.ts';
import { failsApart } from '../../6-plan/exclusive.ts';
import { versionsOf } from './assess-law.ts';
import {
  always,
  type Context,
  isSettled,
  judgedIn,
  type Node,
  onlyIf,
  type Part,
  unknown,
} from './assess-node.ts';
import type { Of } from './parts.ts';
import { either, every, is, isConstant, isNot, pick } from './fold.ts';
import { type Doc, group, indent, line, print } from './layout.ts';

/** Writes the value of a `case`. */
export function caseOf(e: Of<'case'>, context: Context, hint: string | undefined): Node {
  const { module } = context;
  const branches = branchesOf(e, context);
  const last = context.write(e.otherwise, context);
  const { type } = last;
  const name = type.kind === 'yesno' ? 'chooseTruth' : 'choose';
  const apart = failsApart(e);
  const chosen = (choose: string, of: (node: Node) => string): Doc => {
    const steps = apart ? branches.slice(0, -1) : branches;
    return steps.reduceRight<Doc>(
      (rest, { when, then }) => module.call(choose, when.value, of(then), rest),
      apart ? lastPossible(branches, last, of) : of(last),
    );
  };
  const value = chosen(name, (node) => node.value);
  const typed: Doc = type.kind === 'yesno' ? value : [value];
  const texts = [...branches.map(({ then }) => then.text), last.text];
  const text = texts.includes(undefined) ? undefined : chosen('choose', (node) => node.text ?? '');
  const whole = { value: module.local(hint ?? 'chosen', typed), type };
  return {
    ...whole,
    ...(text === undefined ? {} : { text: print(text) }),
    reasons: () => {
      const isLastTwice = isSameExpr(e.branches.at(-1)?.then, e.otherwise);
      return reasonsOfCase(whole, branches, isLastTwice ? undefined : last, e.exclusive === true, module);
    },
  };
}

/** Whether two expressions say the same. */
function isSameExpr(a: Expr | undefined, b: Expr): boolean {
  return a?.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);
}

interface Branch {
  readonly when: Node;
  readonly then: Node;
}

/** The last branch whose guard has not failed, whichever before it may hold too; what is otherwise where all have. */
function lastPossible(branches: readonly Branch[], last: Node, of: (node: Node) => string): Doc {
  return branches.reduce<Doc>((rest, { when, then }) => {
    const test = isNot(when.value, 0);
    return test === 'true' ? of(then) : test === 'false' ? rest : [`${test} ? ${of(then)} : `, rest];
  }, of(last));
}

function branchesOf(e: Of<'case'>, context: Context): readonly Branch[] {
  const versions = versionsOf(e, context);
  const branches = e.branches.map(({ when, then }) => ({
    when:
      versions !== undefined && when.kind === 'inForce' ? versions.write(when) : context.write(when, context),
    then: context.write(then, context),
  }));
  return versions === undefined
    ? branches
    : branches.map(({ when, then }) => ({ when: versions.open(when), then }));
}

/**
 * Each guard and each branch once, under the condition on which the table of the semantics lists it. A branch is reached
 * where no guard before it is yes. Of a settled case the guards that are settled count (of an exclusive one, those that
 * failed only where all did), and the branches still possible; of an unknown one, what is unknown. What is in the last branch
 * and otherwise is told where its guard is not no, and where it is not yes: there is no `last` then. What is otherwise in an
 * exclusive case is possible only where all guards failed.
 */
function reasonsOfCase(
  whole: Pick<Node, 'value' | 'type'>,
  branches: readonly Branch[],
  last: Node | undefined,
  exclusive: boolean,
  module: AssessModule,
): readonly Part[] {
  const guards = branches.map(({ when }) => when.value);
  const settled = module.local('settled', isSettled(whole));
  const reached = (index: number): string => every(...guards.slice(0, index).map((g) => isNot(g, 3)));
  const said = branches.flatMap(({ when, then }, index) => {
    const g = when.value;
    const others = guards.filter((_, i) => i !== index).map((other) => is(other, 0));
    const saidSettled = exclusive ? either(is(g, 3), every(is(g, 0), ...others)) : isNot(g, 1);
    const guardSays = pick(settled, saidSettled, is(g, 1));
    const branchSays = either(settled, unknown(then));
    const isTwice = last === undefined && index === branches.length - 1;
    const possible = isTwice ? either(isNot(g, 0), every(...others)) : isNot(g, 0);
    return [
      ...partsIf(every(reached(index), guardSays), when),
      ...(isTwice && !exclusive
        ? partsTwice(every(reached(index), branchSays), g, then, module)
        : partsIf(every(reached(index), possible, branchSays), then)),
    ];
  });
  if (last === undefined) return said;
  const left = exclusive ? every(...guards.map((g) => is(g, 0))) : reached(guards.length);
  return [...said, ...partsIf(every(left, either(settled, unknown(last))), last)];
}

/** The reasons of a branch and of what is otherwise the same: made once where it is one. */
function partsTwice(when: string, guard: string, node: Node, module: AssessModule): readonly Part[] {
  const [isPossible, isOpen] = [isNot(guard, 0), isNot(guard, 3)];
  const parts = partsIf(when, node);
  const [only, ...others] = parts;
  if (only === undefined || only.many || only.maybe || others.length > 0 || isConstant(guard))
    return [...onlyIf(isPossible, parts), ...onlyIf(isOpen, parts)];
  const type = `${module.type('Reason')} | false`;
  const value = only.when === 'true' ? only.reason : group(`${only.when} &&`, indent(line, only.reason));
  const made = module.local('branch', value, type);
  const maybe = (test: string): Part => ({ ...always(`${test} && ${made}`), maybe: true });
  // It is told on one of the two conditions at least.
  return [{ ...maybe(isPossible), judged: () => judgedIn(parts) }, maybe(isOpen)];
}

function partsIf(when: string, node: Node): readonly Part[] {
  return node.silent || when === 'false' ? [] : onlyIf(when, node.reasons());
}
