/**
 * What counts as plain data at the boundary: objects and arrays as `JSON.parse` makes them. Anything with behaviour
 * (getters, classes, proxies that lie) could answer differently the second time it is asked.
 */

/** Whether a value is an object that JSON could have made (of this realm or another). */
export function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether every own property is an enumerable data property under a text key. */
export function hasOnlyData(value: object): boolean {
  // The length of an array is none of its data.
  const others = Array.isArray(value) ? 1 : 0;
  return (
    Object.keys(value).length + others === Reflect.ownKeys(value).length &&
    Object.values(Object.getOwnPropertyDescriptors(value)).every((property) => 'value' in property)
  );
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
  if (type === 'object') return Array.isArray(value) ? 'an array' : 'an object';
  return value === undefined ? 'nothing' : `a ${type}`;
}

/** A text up to so many characters. */
export function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
