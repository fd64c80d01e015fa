/** Where a pack lies. */
import { dirname } from 'node:path/posix';
import type { Host } from '../host/host.ts';

/** The folder of the pack at a path, with a slash to put before names in it; empty for the current one. */
export async function folderOfPack(host: Host, path: string): Promise<string> {
  const shown = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
  const folder = (await host.kindOf(shown)) === 'folder' ? shown : dirname(shown);
  return folder === '.' ? '' : `${folder}/`;
}
