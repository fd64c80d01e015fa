/** A suggestion where one is near, else null. */
export interface Suggested {
  readonly suggestion: string | null;
}

/** `; did you mean …?` where something is near. */
export const near: (suggestion: string | null) => string = (suggestion) =>
  suggestion === null ? '' : `; did you mean \`${suggestion}\`?`;

/** A circle of names, the middle left out where it is long. */
export function circle(path: readonly string[]): string {
  const shown = path.length <= 9 ? path : [...path.slice(0, 4), '…', ...path.slice(-4)];
  return shown.map((name) => (name === '…' ? name : `\`${name}\``)).join(' → ');
}
