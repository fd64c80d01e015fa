/**
 * Emitted code is written once, with its types between marks. Without the marks it is TypeScript; without what stands
 * between them, the JavaScript that runs: no compiler has to take the types out again. No marked text holds another.
 */

// No name, literal or comment has these: literals escape them, comments drop them.
const open = '\u0001';
const close = '\u0002';
const marks = new RegExp(`[${open}${close}]`, 'g');
const marked = new RegExp(`${open}[^${close}]*${close}`, 'g');

/** Text that is no part of the JavaScript: an interface, a cast. */
export function typeOnly(text: string): string {
  return `${open}${asTypeScript(text)}${close}`;
}

/** `name: type`, of a variable, a parameter or what a function returns; `name?: type` of a parameter that may be left out. */
export function typed(name: string, type: string, optional = false): string {
  return `${name}${typeOnly(`${optional ? '?' : ''}: ${type}`)}`;
}

/** `value as type`. */
export function cast(value: string, type: string): string {
  return `${value}${typeOnly(` as ${type}`)}`;
}

/** The name of a parameter that may have a type. */
export function nameOf(parameter: string): string {
  const end = parameter.indexOf(open);
  return end < 0 ? parameter : parameter.slice(0, end);
}

/** The text as TypeScript. */
export function asTypeScript(text: string): string {
  return text.replace(marks, '');
}

/** The text as JavaScript. */
export function asJavaScript(text: string): string {
  return text.replace(marked, '');
}
