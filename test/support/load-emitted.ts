/** Emitted modules, loaded in memory: types stripped, the runtime of this process put in place of the import. */
import { stripTypeScriptTypes } from 'node:module';
import { compileFunction } from 'node:vm';
import * as runtime from '@proviso/runtime';

/** The exports of an emitted goal module. */
export type EmittedGoal = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** Loads the text of `goal/<name>.ts`. */
export function loadEmitted(text: string): EmittedGoal {
  const stripped = stripTypeScriptTypes(text);
  const names = [...stripped.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  const body = stripped
    .replace(
      /import \{([^}]*)\} from '@proviso\/runtime';/,
      (_, imported: string) => `const {${imported.replaceAll(' as ', ': ')}} = runtime;`,
    )
    .replaceAll(/^export function /gm, 'function ');
  const load = compileFunction(`${body}\nreturn { ${names.join(', ')} };`, ['runtime']) as (
    from: typeof runtime,
  ) => EmittedGoal;
  return load(runtime);
}
