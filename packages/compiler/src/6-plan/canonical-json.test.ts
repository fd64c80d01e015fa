import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('canonical JSON is that of a library by an author of RFC 8785', () => {
  const json = fc.jsonValue({ stringUnit: 'grapheme' });
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
  );
});

test('keys stand in the order of their code units, numbers as keys too', () => {
  expect(canonicalJson({ b: 1, '10': 2, '9': 3, '\u20ac': 4, '\ud83d\ude00': 5, '\ufb33': 6 })).toBe(
    '{"10":2,"9":3,"b":1,"\u20ac":4,"\ud83d\ude00":5,"\ufb33":6}',
  );
});

test('keys may be left out at any depth; one without a value is none', () => {
  const value = { a: [{ cites: [1], b: 1 }], cites: [], none: undefined };
  expect(canonicalJson(value, new Set(['cites']))).toBe('{"a":[{"b":1}]}');
});

test('what is not JSON has no canonical form', () => {
  for (const value of [Number.NaN, Infinity, '\ud800', { '\ud800': 1 }, undefined, () => 1])
    expect(() => canonicalJson(value)).toThrow('canonical form');
});
