/** Files that a command makes: each is new, in a folder that is there, so that no slip in a name costs work. */
import { dirname } from 'node:path/posix';
import { UsageError } from '../exit.ts';
import type { Host } from '../host/host.ts';

/** Throws `UsageError` unless a file can be made at a path; `what` is never replaced. Asked before any work is done. */
export async function refuseExisting(host: Host, path: string, what: string): Promise<void> {
  if ((await host.kindOf(path)) !== 'none')
    throw new UsageError(`\`${path}\` is there already`, {
      help: `${what} never replaced: give another name, or move that one away`,
    });
  const folder = dirname(path);
  if ((await host.kindOf(folder)) !== 'folder')
    throw new UsageError(`there is no folder \`${folder}\``, { help: 'make it first, or give another one' });
}
