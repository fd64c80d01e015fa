/**
 * Emitted code is written once, with a mark before and after each of its types. Without the marks it is TypeScript; without
 * what stands between them, the JavaScript that runs: no compiler has to take the types out again. No marked text holds
 * another.
 */

// No name, literal or comment has it: literals escape it, comments drop it.
const mark = '\u0001';

/** Text that is no part of the JavaScript: an interface, a cast. */
export function typeOnly(text: string): string {
  return `${mark}${asTypeScript(text)}${mark}`;
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
  const end = parameter.indexOf(mark);
  return end < 0 ? parameter : parameter.slice(0, end);
}

/** The text as TypeScript. */
export function asTypeScript(text: string): string {
  return text.replaceAll(mark, '');
}

/** The text as JavaScript. */
export function asJavaScript(text: string): string {
  return everyOther(text, 0).join('');
}

/** What stands in the text only as TypeScript. */
export function typesIn(text: string): readonly string[] {
  return everyOther(text, 1);
}

/** From the first, what is no type; from the second, the types. */
function everyOther(text: string, first: 0 | 1): readonly string[] {
  return text.split(mark).filter((_, index) => index % 2 === first);
}
