/** Each pack of this repository as its package would hold it: it must be whole, and say which version it is. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPack, repository } from '../support/read-pack.ts';
import { proviso } from '../support/run-proviso.ts';

const policies = join(repository, 'policies');

/** What `npm pack` would ship, as paths within the folder. */
function shipped(folder: string): readonly string[] {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [first] = JSON.parse(output) as readonly { readonly files: readonly { readonly path: string }[] }[];
  return (first?.files ?? []).map(({ path }) => path);
}

/** The versions that the headings of a changelog name, newest first. */
function versionsIn(changelog: string): readonly string[] {
  return [...changelog.matchAll(/^## (\d+\.\d+\.\d+)/gm)].map(([, version = '']) => version);
}

const packs = readdirSync(policies, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(packs)('the package of %s', (name) => {
  const folder = join(policies, name);
  const copy = mkdtempSync(join(tmpdir(), 'proviso-pack-'));
  let files: readonly string[] = [];
  beforeAll(() => {
    files = shipped(folder);
    for (const file of files) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(folder, file), join(copy, file));
    }
  }, 60_000);
  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  test('checks without findings', async () => {
    const { code, output } = await proviso('check', copy);
    expect(output).toMatch(/no findings/i);
    expect(code).toBe(0);
  });

  test('leaves nothing of the pack behind', () => {
    const here = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(files.toSorted()).toEqual(here.toSorted());
  });

  test('has the version of the pack and the newest of its changelog', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    const [newest] = versionsIn(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'));
    const { version } = readPack(name).plan.pack;
    expect([manifest.version, newest]).toEqual([version, version]);
  });
});
