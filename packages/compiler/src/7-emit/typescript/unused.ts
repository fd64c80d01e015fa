/** Leaves out what turned out not to be used: constants fold, and take uses with them. */
import { nameOf } from './erasable.ts';

/** By character code, whether a character may stand in a name. */
const wordCodes = Array.from({ length: 128 }, (_, code) => /[\w$]/.test(String.fromCharCode(code)));
const dot = '.'.charCodeAt(0);

/** Whether a name stands in a text, other than as a member's. */
export function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.charCodeAt(at - 1);
    if (before !== dot && !wordCodes[before] && !wordCodes[text.charCodeAt(at + name.length)]) return true;
  }
  return false;
}

/** Every such name: one pass, where it may be any of many. */
export function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\w$.])[A-Za-z_$][\w$]*/g));
}

/** Parameters, those that the body, a text or several, does not use with an underscore. */
export function parameters(params: readonly string[], ...body: readonly string[]): readonly string[] {
  return params.map((param) => (body.some((text) => mentions(text, nameOf(param))) ? param : `_${param}`));
}

/** The declarations that the rest, or a declaration that is kept, mentions. */
export function used<D extends { readonly name: string; readonly text: string }>(
  declarations: readonly D[],
  rest: string,
): readonly D[] {
  const textOf = new Map(declarations.map(({ name, text }) => [name, text]));
  const kept = new Set<string>();
  const pending = [rest];
  for (let text = pending.pop(); text !== undefined; text = pending.pop()) {
    for (const name of namesIn(text)) {
      const own = textOf.get(name);
      if (own === undefined || kept.has(name)) continue;
      kept.add(name);
      pending.push(own);
    }
  }
  return declarations.filter(({ name }) => kept.has(name));
}
