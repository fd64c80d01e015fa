/** The texts that text facts may be: those that a plan names, and others. */
import type { Plan } from '@proviso/compiler/plan';

/** The constant texts of a plan, and others enough that no two text facts of a case need be alike. */
export function textsOf(plan: Plan): readonly string[] {
  const texts = new Set<string>();
  let facts = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { kind, value: constant } = value as { readonly kind?: unknown; readonly value?: unknown };
    if (kind === 'text' && typeof constant === 'string') texts.add(constant);
    if (kind === 'text') facts += 1;
    Object.values(value).forEach(visit);
  };
  visit([plan.definitions, plan.constraints, plan.invariants, plan.facts, plan.records]);
  for (let i = 1, left = facts * 4 + 4; left > 0; i += 1) {
    if (texts.has(`text ${i}`)) continue;
    texts.add(`text ${i}`);
    left -= 1;
  }
  return [...texts];
}
