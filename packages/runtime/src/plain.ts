/**
 * What counts as plain data at the boundary: objects and arrays as `JSON.parse` makes them. Anything with behaviour
 * (getters, classes, proxies that lie) could answer differently the second time it is asked.
 */

/** Whether a value is an object that JSON could have made (of this realm or another). */
export function isPlainObject(value: object): boolean {
  if (Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
}

/** Whether every own property is an enumerable data property under a text key. */
export function hasOnlyData(value: object): boolean {
  return Reflect.ownKeys(value).every((key) => {
    if (key === 'length' && Array.isArray(value)) return true;
    const property = Object.getOwnPropertyDescriptor(value, key);
    return typeof key === 'string' && property?.enumerable === true && 'value' in property;
  });
}

/** Whether an array has an element at every index and nothing else. */
export function isDense(value: readonly unknown[]): boolean {
  return Object.keys(value).join() === [...value.keys()].join();
}

/** What a value is, for messages: short whatever its size. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  switch (typeof value) {
    case 'string':
      return value.length > 40 ? `the text "${value.slice(0, 40)}…"` : `the text "${value}"`;
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      return 'an object';
    case 'undefined':
      return 'nothing';
    default:
      return `a ${typeof value}`;
  }
}
