/**
 * Emitted code is written once, with a mark before and after each of its types. Without the marks it is TypeScript; without
 * what stands between them, the JavaScript that runs: no compiler has to take the types out again. No marked text holds
 * another.
 */
import { mark } from './marks.ts';

/** Text that is no part of the JavaScript: an interface, a cast. */
export function typeOnly(text: string): string {
  return `${mark.type}${asTypeScript(text)}${mark.type}`;
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
  const end = parameter.indexOf(mark.type);
  return end < 0 ? parameter : parameter.slice(0, end);
}

/** The text as TypeScript. */
export function asTypeScript(text: string): string {
  return text.replaceAll(mark.type, '');
}

/** A text in both languages, and what stands in it only as TypeScript. */
export interface Both {
  readonly typeScript: string;
  readonly javaScript: string;
  readonly types: readonly string[];
}

/** The text in both languages: cut once. */
export function inBoth(text: string): Both {
  const pieces = text.split(mark.type);
  const code: string[] = [];
  const types: string[] = [];
  for (const [index, piece] of pieces.entries()) (index % 2 === 0 ? code : types).push(piece);
  return { typeScript: pieces.join(''), javaScript: code.join(''), types };
}
