/** Identifiers, dates and letters, as every language has them. */

/** Is this an ISO date, `2019-06-01`? */
export function isIsoDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** `socialDirectMessage` is "social direct message"; digits stand apart: `article22Applies` is "article 22 applies". */
export function humanise(identifier: string): string {
  return identifier
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/([A-Za-z])(\d)/g, '$1 $2')
    .replaceAll(/[_.]+/g, ' ')
    .toLowerCase();
}

/** With a capital, unless it begins with a quotation mark or a bracket. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** With a full stop, unless it ends a sentence already, be it a quoted one. */
export function stop(text: string): string {
  return /[.?!]”?$/.test(text) ? text : `${text}.`;
}
