/** Values of facts as a person would write them. */
import type { Json } from '@proviso/compiler/plan';
import { listWords, valueWords } from '@proviso/explain';

/**
 * `true` is "yes", `2019-08-20` "20 August 2019", a set the list of its members; nothing is "masked". `told`: how the policy
 * tells a value, where it has words of its own.
 */
export function jsonWords(
  value: Json | undefined,
  told: (value: string | number) => string = valueWords,
): string {
  if (value === undefined) return 'masked';
  if (value === null) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return told(value);
  if (Array.isArray(value)) {
    const members = value as readonly Json[];
    return members.length === 0 ? 'none' : listWords(members.map((member) => jsonWords(member, told)));
  }
  return Object.entries(value)
    .map(([key, part]) => `${told(key)}: ${jsonWords(part, told)}`)
    .join('; ');
}
