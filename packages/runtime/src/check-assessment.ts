/**
 * Whether a value has the form of an assessment, as far as functions that take one rely on it; for callers whose types
 * nobody checked. Throws a `TypeError` that says what was expected.
 */
export function checkAssessment(value: unknown): void {
  const { pack, definitions, rules, needs, restsOn } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if ([pack, definitions, rules, restsOn].every(isObject) && Array.isArray(needs)) return;
  throw new TypeError(
    'an assessment was expected, as `assess` returns it or as it was read from its JSON: an object with `pack`, `definitions`, `rules`, `needs` and `restsOn`',
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
