import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

// An author of the RFC is one of the package's authors.
test('writes what the `canonicalize` package writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2000 },
  );
});

test('orders many keys by code units, whatever their look', () => {
  const keys = ['10', '9', 'b', 'B', 'é', '\ue000', '🙂', '', 'a', 'aa', 'z', '-', '_', '0'];
  const value = Object.fromEntries(keys.map((key, i) => [key, i]));
  expect(canonicalJson(value)).toBe(canonicalize(value));
  expect(Object.keys(JSON.parse(canonicalJson(value)) as object)).toHaveLength(keys.length);
});

test('writes numbers as ECMAScript does', () => {
  expect(canonicalJson([1.0, -0, 1e21, 1e-7, 0.1, 2 ** 53])).toBe('[1,0,1e+21,1e-7,0.1,9007199254740992]');
});

test('leaves keys out at any depth, and keys without a value', () => {
  const value = { b: [{ cites: [1], a: 1 }], cites: { a: 1 }, c: undefined };
  expect(canonicalJson(value, new Set(['cites']))).toBe('{"b":[{"a":1}]}');
  expect(canonicalJson({ cites: 1 }, new Set(['cites']))).toBe('{}');
});

describe('refuses what is not JSON', () => {
  test.each<[string, unknown]>([
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['not a number', { a: Number.NaN }],
    ['a function', [(): void => {}]],
    ['nothing', [undefined]],
    ['half a surrogate pair', { a: 'x\ud83d' }],
    ['half a surrogate pair in a key', { '\ud83d': 1 }],
  ])('%s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(/no place in JSON/);
  });
});
