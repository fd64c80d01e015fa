// Runs every check that CI runs apart from the tests: `pnpm check`, or `pnpm check lint knip` for some of them.
// All steps run even when one fails, so that one run shows everything there is to mend.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly cwd?: string;
}

const root = join(import.meta.dirname, '..');

const published = readdirSync(join(root, 'packages'))
  .map((folder) => join('packages', folder))
  .filter((folder) => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null && !('private' in manifest);
  });

// Import cycles and deep imports between packages are lint rules (.oxlintrc.json); cycles between workspace
// packages are refused by pnpm when it installs.
const steps: readonly Step[] = [
  { name: 'format', command: ['biome', 'format'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'build', command: ['tsc', '-b'] },
  { name: 'knip', command: ['knip', '--no-config-hints'] },
  ...published.map((cwd) => ({ name: 'publint', command: ['publint', '--strict'], cwd })),
  ...published.map((cwd) => ({
    name: 'attw',
    command: ['attw', '--pack', '.', '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'],
    cwd,
  })),
  { name: 'size', command: ['size-limit'] },
  { name: 'typedoc', command: ['typedoc'], cwd: 'docs/api' },
];

const wanted = new Set(process.argv.slice(2));
const unknown = [...wanted].filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `no check named ${unknown.join(', ')}; there are ${[...new Set(steps.map((s) => s.name))].join(', ')}`,
  );
  process.exit(2);
}

/** The first lines of a long output: a formatter's diff of every file would bury the other steps. */
function excerpt(output: string): string {
  const lines = output.split('\n');
  return lines.length <= 100
    ? output
    : [...lines.slice(0, 100), `… ${lines.length - 100} more lines`].join('\n');
}

const failed: string[] = [];
for (const { name, command, cwd = '.' } of steps) {
  if (wanted.size > 0 && !wanted.has(name)) continue;
  const label = cwd === '.' ? name : `${name} ${cwd}`;
  const started = performance.now();
  const [program = '', ...args] = command;
  const bin = [
    join(root, cwd, 'node_modules/.bin'),
    join(root, 'node_modules/.bin'),
    process.env['PATH'],
  ].join(':');
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: join(root, cwd),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: bin },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${label} (${seconds} s)`);
  if (status !== 0) {
    failed.push(label);
    console.log(excerpt(`${stdout}${stderr}${error?.message ?? ''}`));
  }
}

if (failed.length > 0) {
  console.log(`checks that failed: ${failed.join(', ')}`);
  process.exit(1);
}
