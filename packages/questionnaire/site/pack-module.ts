/** The modules `virtual:pack` and `virtual:pack-goals`: a pack compiled when the site is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type CompiledPack, compilePack } from '@proviso/compiler';
import type { Plugin } from 'vite';

/** The goals alone are part of the first page; the rest is loaded after it. */
const ids = ['virtual:pack', 'virtual:pack-goals'] as const;

/** The plugin that makes them of the pack in a folder. */
export function packModule(folder: string): Plugin {
  let pack: CompiledPack | undefined;
  return {
    name: 'proviso-pack',
    resolveId: (source) => (ids.some((id) => id === source) ? `\0${source}` : undefined),
    load: (source) => {
      const id = ids.find((each) => source === `\0${each}`);
      if (id === undefined) return undefined;
      pack ??= compiled(folder);
      return id === 'virtual:pack' ? wholeOf(pack) : goalsOf(pack);
    },
  };
}

function compiled(folder: string): CompiledPack {
  const { value, diagnostics } = compilePack(textsIn(folder), 'pack.policy');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (value === undefined || errors.length > 0)
    throw new Error(`the pack in ${folder} has errors: ${errors.map(({ message }) => message).join('; ')}`);
  return value;
}

function wholeOf({ plan, phrases }: CompiledPack): string {
  // The digest of the meaning does not cover scenarios, and only tests read them.
  return constants({ plan: { ...plan, scenarios: [] }, phrases });
}

function goalsOf({ plan, phrases }: CompiledPack): string {
  return constants({
    goals: plan.goals.map(({ name }) => ({ name, title: phrases.goals[name]?.title ?? name })),
  });
}

/** Parsing JSON is several times quicker than running the same as a literal. */
function constants(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`)
    .join('\n');
}

/** The texts of a pack by path within its folder; older releases are packs of their own. */
function textsIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.policy'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => relative(folder, path).split(sep).join('/'))
    .filter((path) => !path.startsWith('releases/'));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
