/** Rules are norms: applies, met, late and the status they give (`docs/semantics.md`, section 5). */
import { anyException, type Owner } from './bounds.ts';
import { le } from './compare.ts';
import type { Context } from './context.ts';
import { and, asOf, type Branch, literal, mark, no, not, ref, yes } from './expr.ts';
import { aspectId } from './ids.ts';
import { lowerExpr } from './lower-expr.ts';
import type { Expr, Modality, Path } from './plan.ts';
import type { AstRule, ModalWord } from './syntax.ts';

const modalities: Readonly<Record<ModalWord, Modality>> = {
  must: 'must',
  'must not': 'mustNot',
  should: 'should',
  'should not': 'shouldNot',
  may: 'may',
};

export function modalityOf(node: AstRule): Modality {
  return modalities[node.modal];
}

/** The rule's `when`: what its exceptions are exceptions to. */
export function lowerWhen(node: AstRule, context: Context): Expr {
  return node.when === undefined ? yes : lowerExpr(node.when, context);
}

/** One version of *applies*, whatever the law in force. */
export function lowerApplies(node: AstRule, owner: Owner, context: Context): Expr {
  return and([lowerWhen(node, context), not(anyException(owner, context))]);
}

/** One version of *met*. For a prohibition what is stated is that the forbidden act is done. */
export function lowerMet(node: AstRule, context: Context): Expr {
  const done = lowerDone(node, context);
  const prohibition = node.modal === 'must not' || node.modal === 'should not';
  // Without `done` the forbidden act is what `when` describes, so a prohibition that applies is not met.
  if (done === undefined) return no;
  return prohibition ? not(done) : done;
}

function lowerDone(node: AstRule, context: Context): Expr | undefined {
  if (node.doneWhen !== undefined) return lowerExpr(node.doneWhen, context);
  if (node.doneBy === undefined) return undefined;
  const event = lowerExpr(node.doneBy, context);
  const happened = le(event, asOf, 'date', context);
  if (node.due === undefined) return happened;
  return and([happened, le(event, lowerExpr(node.due, context), 'date', context)]);
}

/** One version of *late*; yes at once without a deadline. */
export function lowerLate(node: AstRule, context: Context): Expr {
  if (node.due === undefined) return yes;
  return not(le(asOf, lowerExpr(node.due, context), 'date', context));
}

/** The marked whole of an aspect, so that whatever refers to it shows whose aspect it is and where the rule stands. */
export function aspectStep(
  kind: 'applies' | 'met' | 'late' | 'due',
  rule: string,
  cites: readonly number[],
  of: Expr,
): Expr {
  return mark({ kind, label: rule, cites }, of);
}

/** The status table of the semantics, over the rule's own aspects. */
export function statusOf(rule: string, modality: Modality, hasDue: boolean, of: Path | undefined): Expr {
  const aspect = (kind: 'applies' | 'met' | 'late'): Expr => ref(aspectId(rule, kind), of);
  const status = (value: Parameters<typeof statusLiteral>[0]): Expr => statusLiteral(value);
  if (modality === 'may') {
    return {
      kind: 'case',
      branches: [{ when: aspect('applies'), then: status('permitted') }],
      otherwise: status('doesNotApply'),
    };
  }
  const failed = status(modality === 'should' || modality === 'shouldNot' ? 'departedFrom' : 'breached');
  const branches: readonly Branch[] = [
    { when: not(aspect('applies')), then: status('doesNotApply') },
    { when: aspect('met'), then: status('compliedWith') },
  ];
  if (!hasDue) return { kind: 'case', branches, otherwise: failed };
  return {
    kind: 'case',
    branches: [...branches, { when: aspect('late'), then: failed }],
    otherwise: status('notYetDue'),
  };
}

function statusLiteral(
  value: 'doesNotApply' | 'compliedWith' | 'breached' | 'departedFrom' | 'notYetDue' | 'permitted',
): Expr {
  return literal({ kind: 'status', value });
}

/** `R.breached`: applies, not met, late. */
export function breachedOf(rule: string, hasDue: boolean, of: Path | undefined): Expr {
  return and([
    ref(aspectId(rule, 'applies'), of),
    not(ref(aspectId(rule, 'met'), of)),
    ...(hasDue ? [ref(aspectId(rule, 'late'), of)] : []),
  ]);
}

/** One version of the deadline; `undefined` where it has none. */
export function lowerDue(node: AstRule, context: Context): Expr | undefined {
  return node.due === undefined ? undefined : lowerExpr(node.due, context);
}
