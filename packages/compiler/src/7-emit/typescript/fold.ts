/** Conditions as JavaScript text, folded where constants decide them. */

/** Whether JavaScript for a value is a literal. */
export function isConstant(value: string): boolean {
  return /^['\d-]/.test(value);
}

/** JavaScript for "this truth is"; `true` or `false` for a constant. */
export function is(value: string, truth: 0 | 1 | 3): string {
  return isConstant(value) ? String(value === String(truth)) : `${value} === ${truth}`;
}

/** JavaScript for "this truth is not". */
export function isNot(value: string, truth: 0 | 1 | 3): string {
  return isConstant(value) ? String(value !== String(truth)) : `${value} !== ${truth}`;
}

/** JavaScript for a conjunction, constants folded. */
export function every(...parts: readonly string[]): string {
  let all = 'true';
  for (const part of parts) {
    if (part === 'false') return 'false';
    if (part !== 'true') all = all === 'true' ? part : `${all} && ${part}`;
  }
  return all;
}

/** JavaScript for a disjunction in brackets, constants folded. */
export function either(...parts: readonly string[]): string {
  if (parts.includes('true')) return 'true';
  const open = parts.filter((part) => part !== 'false');
  return open.length === 0
    ? 'false'
    : open.length === 1
      ? (open[0] ?? 'false')
      : `(${open.map((part) => (part.includes('&&') ? `(${part})` : part)).join(' || ')})`;
}

/** JavaScript for a choice between conditions, constants folded. */
export function pick(test: string, then: string, otherwise: string): string {
  if (then === otherwise || test === 'true') return then;
  if (test === 'false') return otherwise;
  if (then === 'true') return either(test, otherwise);
  if (otherwise === 'false') return every(test, then);
  return `(${test} ? ${then} : ${otherwise})`;
}
