/** The names that emitted code may import are names of the runtime. */
import { runtimeValues } from '@proviso/compiler';
import * as runtime from '@proviso/runtime';
import { expect, test } from 'vitest';

test('the runtime exports every name that emitted code may import', () => {
  expect(runtimeValues.filter((name) => !(name in runtime))).toEqual([]);
  expect(runtimeValues).toEqual([...new Set(runtimeValues)].toSorted((a, b) => a.localeCompare(b)));
});
