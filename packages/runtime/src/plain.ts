/**
 * What counts as plain data at the boundary: objects and arrays as `JSON.parse` makes them. Anything with behaviour
 * (getters, classes, proxies that lie) could answer differently the second time it is asked.
 */

/** Whether a value is an object that JSON could have made (of this realm or another). */
export function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether every own property is an enumerable data property. What is under a symbol is no fact, and is never looked at. */
export function hasOnlyData(value: object): boolean {
  const properties = Object.values(Object.getOwnPropertyDescriptors(value));
  const others = properties.filter((property) => !property.enumerable || !('value' in property));
  // The length of an array is none of its data.
  return others.length === Number(Array.isArray(value));
}

/** Whether an array has an element at every index and nothing else. */
export function isDense(value: readonly unknown[]): boolean {
  return Object.keys(value).join() === [...value.keys()].join();
}

/** What a value is, for messages: short whatever its size. */
export function describeValue(value: unknown): string {
  const type = typeof value;
  if (typeof value === 'string') return `the text "${shortened(value, 40)}"`;
  if (value === null || type === 'number' || type === 'boolean') return String(value);
  if (Array.isArray(value)) return 'an array';
  // oxlint-disable-next-line no-restricted-globals -- It is told apart, and never asked for a day.
  if (type === 'object') return value instanceof Date ? 'a Date' : 'an object';
  return value === undefined ? 'nothing' : `a ${type}`;
}

/** A text up to so many characters. */
export function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
