/** The files that an editor has not opened: all that the server knows of the file system. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads files by their absolute paths; what cannot be read is not there. */
export interface Disk {
  /** The text of a file, without a byte order mark, as an editor counts its places; undefined where there is none, or none in UTF-8. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** The `.policy` files in a folder and those below it, but for hidden folders and `node_modules`. */
  readonly policies: (folder: string) => Promise<readonly string[]>;
  readonly isFile: (path: string) => Promise<boolean>;
}

/** A pack has at most 500 files; a folder with more than these is no pack's. */
const mostFiles = 2000;

/** The disk of this machine. A file is read again only where it has changed. */
export function nodeDisk(): Disk {
  const known = new Map<string, { readonly stamp: string; readonly text: string | undefined }>();
  return {
    read: async (path) => {
      const found = await statOf(path);
      if (found === undefined) return undefined;
      const stamp = `${found.mtimeMs} ${found.size}`;
      const before = known.get(path);
      if (before?.stamp === stamp) return before.text;
      const text = await textOf(path);
      known.set(path, { stamp, text });
      return text;
    },
    policies: async (folder) => {
      const found: string[] = [];
      await collect(folder, found);
      return found;
    },
    isFile: async (path) => (await statOf(path))?.isFile() ?? false,
  };
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    return undefined;
  }
}

async function collect(folder: string, found: string[]): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= mostFiles || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await collect(path, found);
    else if (entry.isFile() && entry.name.endsWith('.policy')) found.push(path);
  }
}
