/**
 * What functions that take an assessment, a phrasebook or options are given, as far as they rely on it; for callers whose types
 * nobody checked. Each throws a `TypeError` that says what was expected.
 */

/** Whether a value has keys: an object that is no list. */
export function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws where a value has not the form of an assessment. */
export function checkAssessment(value: unknown): void {
  const { pack, definitions, rules, needs, restsOn } = isKeyed(value) ? value : {};
  if ([pack, definitions, rules, restsOn].every(isKeyed) && Array.isArray(needs)) return;
  throw new TypeError(
    'an assessment was expected, as `assess` returns it or as it was read from its JSON: an object with `pack`, `definitions`, `rules`, `needs` and `restsOn`',
  );
}

/** Throws where a value has not the form of a phrasebook. */
export function checkPhrasebook(value: unknown): void {
  const { pack, facts, statements } = isKeyed(value) ? value : {};
  if ([pack, facts, statements].every(isKeyed)) return;
  throw new TypeError('a phrasebook was expected: the `phrases.json` of the pack that made the assessment');
}

/** Throws where a value cannot be options; left out, there are none. */
export function checkKeyed(value: unknown, what: string): void {
  if (!isKeyed(value)) throw new TypeError(`${what} was expected`);
}
