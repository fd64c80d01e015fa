import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { nodeProblem } from './node-version.ts';

test('the Node that `engines` asks for will do, the one before it will not', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  const least = Number(/^>=(\d+)$/.exec(manifest.engines.node)?.[1]);
  expect(nodeProblem(`${least}.0.0`)).toBeUndefined();
  expect(nodeProblem(`${least + 2}.21.0`)).toBeUndefined();
  expect(nodeProblem(`${least - 1}.9.0`)).toMatch(/^proviso needs Node 22 or later; this is Node 21\.9\.0\./);
});
