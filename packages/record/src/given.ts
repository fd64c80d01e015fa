/** What the functions of this package take, told to callers whose types nobody checked. */
import { isKeyed } from '@proviso/runtime';

/** Throws a `TypeError` where keys are missing, or hold what they should not. */
export function checkHas(
  value: unknown,
  keys: Readonly<Record<string, 'object' | 'list' | 'function' | 'text'>>,
  what: string,
): void {
  const parts: Readonly<Record<string, unknown>> = isKeyed(value) ? value : {};
  for (const [key, kind] of Object.entries(keys))
    if (kindOf(parts[key]) !== kind)
      throw new TypeError(`${what} was expected, in which \`${key}\` is a ${kind}`);
}

/** Throws a `TypeError` where this is no list of things with keys. */
export function checkList(value: unknown, what: string): void {
  if (!Array.isArray(value) || !value.every(isKeyed)) throw new TypeError(`a list of ${what} was expected`);
}

function kindOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return 'list';
  if (isKeyed(value)) return 'object';
  return typeof value === 'string' ? 'text' : typeof value === 'function' ? 'function' : undefined;
}
