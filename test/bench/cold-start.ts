// A process of its own: imports a module, assesses what a file of calls says, and prints how many milliseconds both took.
// What Node itself takes to start, and the reading of the file, are not counted.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export interface Call {
  readonly name: string;
  readonly facts: object;
  readonly options: { readonly asOf: string };
}

const [module = '', list = ''] = process.argv.slice(2);
const calls = JSON.parse(readFileSync(list, 'utf8')) as readonly Call[];
const url = pathToFileURL(module).href;

const before = performance.now();
const exported = (await import(url)) as Readonly<
  Record<string, (facts: object, options: Call['options']) => unknown>
>;
for (const { name, facts, options } of calls) exported[name]?.(facts, options);
const took = performance.now() - before;

process.stdout.write(String(took));
