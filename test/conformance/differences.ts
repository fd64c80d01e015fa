/** Comparing an answer with a part of it that is expected. */
import type { Json } from '@proviso/compiler/plan';

/**
 * Where the answer does not have what is expected: one line for each place. Of an object the keys that are expected are
 * compared, of an array all elements, in order. A key expected to be null must be absent.
 */
export function differences(expected: Json, actual: unknown, path = ''): readonly string[] {
  if (expected === null) return actual === undefined ? [] : [`${path}: should be absent`];
  if (typeof expected !== 'object') {
    return actual === expected
      ? []
      : [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [`${path}: expected ${expected.length} elements, got ${JSON.stringify(actual)}`];
    return (expected as readonly Json[]).flatMap((one, i) => differences(one, actual[i], `${path}[${i}]`));
  }
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual))
    return [`${path}: expected an object, got ${JSON.stringify(actual)}`];
  return Object.entries(expected).flatMap(([key, one]: [string, Json]) =>
    differences(
      one,
      (actual as Readonly<Record<string, unknown>>)[key],
      path === '' ? key : `${path}.${key}`,
    ),
  );
}
