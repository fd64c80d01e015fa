/**
 * The two-polarity phrases of a policy: `the message {is|is not} direct marketing`, `the message goes by {value}`.
 */

/** The phrase said of a yes. */
export function positive(template: string): string {
  return template.replaceAll(/\{([^{}|]*)\|([^{}|]*)\}/g, '$1');
}

/** The phrase said of a no. */
export function negative(template: string): string {
  return template.replaceAll(/\{([^{}|]*)\|([^{}|]*)\}/g, '$2');
}

/** Has the phrase two polarities? */
export function isTwoSided(template: string): boolean {
  return /\{[^{}|]*\|[^{}|]*\}/.test(template);
}

/** Has the phrase a place for a value? */
export function hasPlace(template: string): boolean {
  return template.includes('{value}');
}

/** Puts a value into its place. */
export function fill(template: string, value: string): string {
  return template.replaceAll('{value}', value);
}
