/**
 * A choice whose branches share a sum of a date and a duration (a deadline that both "complied with" and "breached" compare
 * with) is written in steps, so that the sum is made at most once, and only where nothing cheaper has decided.
 */
import type { Definition, Expr } from '../../6-plan/plan.ts';
import { typed } from './erasable.ts';
import type { Js } from './js.ts';
import { type Doc, group, hardline, indent, join, marked, softline } from './layout.ts';
import { children } from '../../6-plan/expr.ts';
import type { Slice } from './slice.ts';
import { mentions } from './unused.ts';

type Case = Extract<Expr, { kind: 'case' }>;
type Sum = Extract<Expr, { kind: 'addDuration' }>;

/** By what two sums of a plan are the same, where the same names stand for the same. */
function keyOfSum(sum: Sum): string {
  return JSON.stringify(sum);
}

/** The choice that a definition is, where some of its sums occur in it more than once. */
export function choiceInSteps(definition: Definition, slice: Slice): Case | undefined {
  let e = definition.expr;
  while (e.kind === 'mark') e = e.of;
  return e.kind === 'case' && definition.type.kind !== 'yesno' && repeatedSums(e, slice).length > 0
    ? e
    : undefined;
}

/** The sums that occur again, each after those that are a part of it. */
function repeatedSums(e: Expr, slice: Slice): readonly Sum[] {
  const again = [...sumsOf(e, slice)].filter(([, { repeated }]) => repeated);
  return again.sort(([a], [b]) => a.length - b.length).map(([, { sum }]) => sum);
}

/** The sums in an expression, by `keyOfSum`, in the order in which they first occur. */
type Sums = ReadonlyMap<string, { readonly sum: Sum; readonly repeated: boolean }>;

/** What an expression of a plan refers to is of the same plan: its sums are the same whichever goal asks. */
const known = new WeakMap<Expr, Sums>();

/** Every sum of an expression and of what it refers to by the same names; those inside lists are left where they are. */
function sumsOf(e: Expr, slice: Slice): Sums {
  const before = known.get(e);
  if (before !== undefined) return before;
  const sums = new Map<string, { readonly sum: Sum; readonly repeated: boolean }>();
  const add = (found: Sums): void => {
    for (const [key, { sum, repeated }] of found) sums.set(key, { sum, repeated: repeated || sums.has(key) });
  };
  if (e.kind === 'addDuration') sums.set(keyOfSum(e), { sum: e, repeated: false });
  if (e.kind === 'ref') {
    const { param, expr } = slice.definition(e.id);
    const same = param === undefined || (e.of?.base === param.name && e.of.path.length === 0);
    if (same) add(sumsOf(expr, slice));
  }
  if (e.kind !== 'atLeastIn' && e.kind !== 'extremeIn')
    for (const child of children(e)) add(sumsOf(child, slice));
  known.set(e, sums);
  return sums;
}

/** What a choice in steps needs to know of where it stands. */
interface StepEnv {
  readonly module: { readonly slice: Slice; sumName(index: number): string };
  readonly sums: ReadonlyMap<string, string>;
}

/** What a sum is before anything has turned on it. */
export const possibleSum = 'Day | undefined';

const always: Expr = { kind: 'literal', value: { kind: 'yesno', value: true } };

/** The statements of a choice: a variable for each repeated sum, which the first use fills; a return a branch. */
export function caseInSteps<E extends StepEnv>(
  choice: Case,
  env: E,
  write: (e: Expr, env: E) => Js,
): { readonly body: Doc; readonly names: readonly string[] } {
  const { module } = env;
  const sums = new Map<string, string>();
  const stepEnv: E = { ...env, sums };
  for (const sum of repeatedSums(choice, module.slice))
    sums.set(marked(write(sum, stepEnv).doc), module.sumName(sums.size));
  const returns: Doc[] = [];
  for (const { when, then } of [...choice.branches, { when: always, then: choice.otherwise }]) {
    const test = write(when, stepEnv);
    if (test.constant === false) continue;
    // No line break after `return`: it would end there.
    const value = group('return ', write(then, stepEnv).doc, ';');
    if (test.constant === true) {
      returns.push(value);
      break;
    }
    returns.push([group('if (', indent(softline, test.doc), softline, ') '), value]);
  }
  const written = marked(join(returns, hardline));
  const declared = [...sums.values()].filter((name) => mentions(written, name));
  const variables = declared.map((name) => `let ${typed(name, possibleSum)};`);
  return { body: join([...variables, written], hardline), names: [...sums.values()] };
}
