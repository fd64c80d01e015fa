/** A pack from the file system: its texts, or the plan it was built to. */
import { basename, dirname, join } from 'node:path/posix';
import { UsageError } from '../exit.ts';
import type { Host } from '../host/host.ts';
import { readInFolder } from './read-policy.ts';

/** The texts of a pack by path within its folder, and where the folder is, for messages. */
export interface PackSource {
  readonly kind: 'source';
  /** As given, to put before the paths of files: `policies/ico/`; empty for the current folder. */
  readonly prefix: string;
  readonly entry: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The texts of a built pack. */
export interface PackBuild {
  readonly kind: 'build';
  readonly path: string;
  readonly plan: string;
  /** Absent where there is no `phrases.json` beside the plan. */
  readonly phrases: string | undefined;
}

/** The file that a pack's folder is entered by. */
export const entryName = 'pack.policy';

/** The most bytes of a plan or a phrasebook that are read. */
const maxPlanBytes = 64_000_000;
const maxFiles = 1000;

/** Reads the pack at `path`: a folder with a `pack.policy`, a `.policy` file, or a built `plan.json`. */
export async function loadPack(host: Host, path: string): Promise<PackSource | PackBuild> {
  const shown = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
  const kind = await host.kindOf(shown);
  if (kind === 'none')
    throw new UsageError(`there is no \`${path}\``, {
      help: 'a pack is a folder with a `pack.policy`, a `.policy` file, or a built `plan.json`',
    });
  if (kind === 'folder') return loadFolder(host, shown);
  if (shown.endsWith('.json')) return loadBuild(host, shown);
  if (!shown.endsWith('.policy'))
    throw new UsageError(`\`${path}\` is no pack`, {
      help: 'a pack is a folder with a `pack.policy`, a `.policy` file, or a built `plan.json`',
    });
  return loadSource(host, shown);
}

async function loadFolder(host: Host, folder: string): Promise<PackSource | PackBuild> {
  const entry = join(folder, entryName);
  if ((await host.kindOf(entry)) === 'file') return loadSource(host, entry);
  const plan = join(folder, 'plan.json');
  if ((await host.kindOf(plan)) === 'file') return loadBuild(host, plan);
  const policies = (await host.list(folder)).filter((name) => name.endsWith('.policy'));
  const help =
    policies.length === 0
      ? 'make one with `proviso new NAME`'
      : `did you mean \`${join(folder, policies[0] ?? '')}\`?`;
  throw new UsageError(`the folder \`${folder}\` has no \`${entryName}\``, { help });
}

async function loadBuild(host: Host, path: string): Promise<PackBuild> {
  const plan = await readWhole(host, path);
  const beside = join(dirname(path), 'phrases.json');
  const phrases = (await host.kindOf(beside)) === 'file' ? await readWhole(host, beside) : undefined;
  return { kind: 'build', path, plan, phrases };
}

async function readWhole(host: Host, path: string): Promise<string> {
  const bytes = await host.readFile(path, maxPlanBytes);
  if (bytes.length > maxPlanBytes)
    throw new UsageError(`\`${path}\` has more than ${maxPlanBytes} bytes`, {
      help: 'no pack is so large: build it again',
    });
  return new TextDecoder().decode(bytes);
}

/** Reads the entry and whatever its imports lead to, within the entry's folder. What is missing is for the checker to say. */
async function loadSource(host: Host, path: string): Promise<PackSource> {
  const folder = dirname(path);
  const root = await host.resolve(folder);
  const entry = basename(path);
  const files = new Map<string, string>();
  const pending = [entry];
  for (let name = pending.pop(); name !== undefined && files.size < maxFiles; name = pending.pop()) {
    if (files.has(name)) continue;
    const at = join(folder, name);
    if ((await host.kindOf(at)) !== 'file') continue;
    const text = await readInFolder(host, root, at);
    files.set(name, text);
    for (const imported of importsIn(text)) {
      const target = join(dirname(name), imported);
      if (!target.startsWith('..') && !imported.startsWith('/')) pending.push(target);
    }
  }
  return { kind: 'source', prefix: folder === '.' ? '' : `${folder}/`, entry, files };
}

/** Every path that some `import` could name; more than there are does no harm. */
function importsIn(text: string): readonly string[] {
  return [...text.matchAll(/\bimport\s+"([^"\n]{1,1000})"/g)].map((match) => match[1] ?? '');
}
