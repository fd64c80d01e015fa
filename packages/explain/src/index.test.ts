import { expect, test } from 'vitest';
import * as entry from './index.ts';

test('the entry point exports something', () => {
  expect(Object.keys(entry)).not.toEqual([]);
});
