import { expect, test } from 'vitest';
import { nodeHost } from './node-host.ts';

test('listens once to each stream, however many hosts are made', () => {
  nodeHost();
  const before = [process.stdout, process.stderr].map((stream) => stream.listenerCount('error'));
  for (let i = 0; i < 20; i += 1) nodeHost();
  expect([process.stdout, process.stderr].map((stream) => stream.listenerCount('error'))).toEqual(before);
});
