/** Labels used as conditions: `informIndirect.disproportionate` holds where the base and the exception both do. */
import {
  exceptionCondition,
  exceptionHolds,
  exceptionMark,
  exceptionsOf,
  limbMark,
  type LabelledException,
  type Owner,
} from './bounds.ts';
import type { Context } from './context.ts';
import { and, mark, no } from './expr.ts';
import { lowerBase, lowerRequires } from './lower-define.ts';
import { lowerExpr } from './lower-expr.ts';
import { lowerWhen } from './lower-rule.ts';
import type { Expr } from './plan.ts';
import type { AstType } from './syntax.ts';

/** A label of one version as a condition; no where this version has no such label. */
export function lowerLabel(labels: readonly string[], owner: Owner, type: AstType, context: Context): Expr {
  const { node } = owner.version;
  const [first] = labels;
  if (node.kind === 'define' && labels.length === 1) {
    const requires = node.requires.find((limb) => limb.label?.text === first);
    if (requires !== undefined) return and(lowerRequires(node, context));
    const limb = [...node.includes, ...node.means].find((l) => l.label?.text === first);
    if (limb !== undefined) {
      const condition = mark(limbMark('limb', limb, node, context), lowerExpr(limb.condition, context));
      return and([...lowerRequires(node, context), condition]);
    }
  }
  const chain = chainOf(labels, owner);
  if (chain === undefined) return no;
  const base = node.kind === 'define' ? lowerBase(node, owner, type, context) : [lowerWhen(node, context)];
  const held = chain.map((x, i) =>
    i === chain.length - 1
      ? exceptionHolds(x, labels.slice(0, i), owner, context)
      : mark(exceptionMark(x, context), exceptionCondition(x, context)),
  );
  return and([...base, ...held]);
}

/** The exceptions that bear these labels, outermost first. */
function chainOf(labels: readonly string[], owner: Owner): readonly LabelledException[] | undefined {
  const chain: LabelledException[] = [];
  let node: Parameters<typeof exceptionsOf>[0] = owner.version.node;
  for (const [i, label] of labels.entries()) {
    const found = exceptionsOf(node, labels.slice(0, i), owner).find((x) => x.label === label);
    if (found === undefined) return undefined;
    chain.push(found);
    node = found.node;
  }
  return chain;
}
