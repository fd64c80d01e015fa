/**
 * A bundle as for a place without Node and without a page (a worker at the edge of a network): no `process`, no `Buffer`, and
 * no code made of text.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type Platform } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proviso } from '../support/run-proviso.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'proviso-edge-'));
const built = join(folder, 'housing-tenancy-deposits');

beforeAll(async () => {
  const { code, output } = await proviso('build', join(root, 'policies/tenancy-deposits'), '--out', built);
  if (code !== 0) throw new Error(output);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each<Platform>(['neutral', 'browser'])(
  'bundled for %s, everything but signing runs',
  async (platform) => {
    const { outputFiles, warnings } = await build({
      entryPoints: [join(import.meta.dirname, 'consumer/edge.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      platform,
      logLevel: 'silent',
      nodePaths: [folder, join(root, 'test/node_modules')],
    });
    expect(warnings).toEqual([]);
    // What every such place has of the web, beside the language itself.
    const around: Record<string, unknown> = { TextEncoder, TextDecoder };
    const context = createContext(around, { codeGeneration: { strings: false, wasm: false } });
    runInContext(outputFiles[0]?.text ?? '', context);
    // Objects of another realm, as plain JSON.
    expect(JSON.parse(JSON.stringify(around['told']))).toEqual({
      sameFromCode: true,
      screened: 'undetermined',
      asSealed: true,
      asked: expect.any(String),
      ranked: expect.any(Number),
      text: expect.stringMatching(/DEPOSIT/),
      markdown: expect.stringMatching(/^# /),
      page: true,
      recordIsRead: true,
      recordPage: true,
      yaml: { letters: ['a'] },
      findings: 0,
    });
  },
);
