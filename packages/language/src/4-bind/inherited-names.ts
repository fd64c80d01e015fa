/** Names that every object of JavaScript has, whatever is put into it: no author's name may be one of them. */
const inherited: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'prototype',
  'toLocaleString',
  'toString',
  'valueOf',
]);

/** Whether a name means something in every JavaScript object: a key of facts or of answers that must not be taken for one. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}
