// Builds the page of the playground, into which `proviso playground` puts a pack: `node site/build.ts [--out FILE]`.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { Licences } from './licences.ts';
import { oneFile, packPlace } from './one-file.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { out: { type: 'string', default: join(root, '../cli/dist/playground.html') } },
});

const licences = new Licences();
// How long each plugin took is no news.
const rolldownOptions = { checks: { pluginTimings: false } };
const built = await build({
  root,
  configFile: false,
  base: './',
  logLevel: 'warn',
  plugins: [licences.noting(), oneFile()],
  worker: { plugins: () => [licences.noting()], format: 'iife', rolldownOptions },
  resolve: { conditions: ['@proviso/source', 'module', 'browser', 'production'] },
  build: {
    write: false,
    chunkSizeWarningLimit: 4000,
    modulePreload: false,
    assetsInlineLimit: Infinity,
    rolldownOptions,
  },
});
const [output] = Array.isArray(built) ? built : [built];
const made = output !== undefined && 'output' in output ? output.output : [];
const page = made.find(({ fileName }) => fileName === 'index.html');
if (page?.type !== 'asset') throw new Error('the build made no page');
const text = String(page.source);
if (text.split(packPlace).length !== 2) throw new Error('the page has no one place for a pack');
mkdirSync(dirname(values.out), { recursive: true });
// Whole or not at all: a command may be reading it.
const partial = `${values.out}.${process.pid}`;
writeFileSync(partial, `${text.trimEnd()}\n${licences.comment()}`);
renameSync(partial, values.out);
