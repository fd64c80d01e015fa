/** The texts on whose terms a pack is given: they go wherever it goes. */
import type { Host } from '../host/host.ts';
import { readInFolder } from './read-policy.ts';

/** The licences and notices that lie in the folder of a pack, by name. `prefix`: the folder, with a slash. */
export async function licenceFiles(host: Host, prefix: string): Promise<ReadonlyMap<string, string>> {
  const folder = prefix === '' ? '.' : prefix.slice(0, -1);
  const root = await host.resolve(folder);
  const files = new Map<string, string>();
  for (const name of [...(await host.list(folder))].sort()) {
    if (!/^(?:licen[cs]e|notice|copying)(?:[-.][\w.-]*)?$/i.test(name)) continue;
    const at = `${prefix}${name}`;
    if ((await host.kindOf(at)) !== 'file') continue;
    files.set(name, await readInFolder(host, root, at));
  }
  return files;
}
