/** An answer of an assessment as scenarios state it. */
import type { Json } from '@proviso/compiler/plan';
import type { Assessment, Result, RuleResult } from '@proviso/runtime';

type Found = (Result | RuleResult) & { readonly of?: string };

/** `yes`, `no`, `unknown`, a status, or a value; undefined where the assessment has no such answer. */
export function outcomeOf({ definitions, rules }: Assessment, name: string, of?: string): Json | undefined {
  const all = rules[name] ?? definitions[name];
  if (all === undefined) return undefined;
  const each: readonly Found[] = 'instances' in all ? all.instances : [all];
  const result = each.find((one) => one.of === of);
  if (result === undefined) return undefined;
  const value = ('status' in result ? result.status : result.value) ?? 'unknown';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}
