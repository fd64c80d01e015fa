/** The host of a real process. With the thread that it starts, all of the package that touches Node. */
import { randomBytes } from 'node:crypto';
import { watch as watchFolder } from 'node:fs';
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import writeFileAtomic from 'write-file-atomic';
import { type Host, HostError, type Stream } from './host.ts';
import { startPackageThread } from './package-thread.ts';

/** Where programs keep what can be made again: the folder that the user names, else the usual one of the home. */
function cacheHome(): string {
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  return isAbsolute(named) ? named : join(homedir(), '.cache');
}

/** The files, streams and terminal of this process. */
export function nodeHost(): Host {
  return {
    readFile: readLimited,
    writeFile: async (path, text, secrecy) => {
      await asHostError(path, 'write', async () => {
        await mkdir(dirname(path), { recursive: true });
        await writeFileAtomic(path, text, secrecy === undefined ? {} : { mode: 0o600 });
      });
    },
    fillFolder: async (folder, files) =>
      asHostError(folder, 'write', async () => {
        const paths = [...files.keys()].map((path) => join(folder, path));
        for (const inner of new Set(paths.map((path) => dirname(path))))
          await mkdir(inner, { recursive: true });
        await Promise.all([...files].map(async ([path, text]) => writeFile(join(folder, path), text)));
      }),
    kindOf: async (path) => {
      try {
        const found = await stat(path);
        return found.isDirectory() ? 'folder' : 'file';
      } catch {
        return 'none';
      }
    },
    list: async (folder) =>
      asHostError(folder, 'read', async () => {
        const entries = await readdir(folder, { withFileTypes: true });
        return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).toSorted();
      }),
    resolve: async (path) => {
      try {
        return await realpath(path);
      } catch {
        return resolve(path);
      }
    },
    move: async (from, to) => asHostError(to, 'write', async () => rename(from, to)),
    remove: async (path) =>
      asHostError(path, 'write', async () => rm(path, { recursive: true, force: true })),
    packageFile,
    ownFile,
    cacheFolder: join(cacheHome(), 'proviso'),
    readInput,
    inputLines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
    startPackage: () => {
      const thread = startPackageThread();
      let folder = '';
      return {
        ...thread,
        begin: (path, ...what) => {
          folder = path;
          thread.begin(path, ...what);
        },
        written: async () => asHostError(folder, 'write', thread.written),
      };
    },
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    interactive: process.stdin.isTTY && process.stderr.isTTY,
    now: () => performance.now(),
    random: () => randomBytes(32).toString('hex'),
    today: () => {
      const parts = new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit' })
        .formatToParts()
        .map(({ type, value }) => [type, value] as const);
      const { year, month, day } = Object.fromEntries(parts);
      return `${year}-${month}-${day}`;
    },
    watch: (folder, changed) => {
      // One save is several events: what comes in quick succession is one change.
      let settling: NodeJS.Timeout | undefined;
      const watcher = watchFolder(folder, { recursive: true }, () => {
        clearTimeout(settling);
        settling = setTimeout(changed, settlingTime);
      });
      const done = new Promise<void>((ended) => {
        watcher.once('close', ended);
      });
      return {
        stop: () => {
          clearTimeout(settling);
          watcher.close();
        },
        done,
      };
    },
  };
}

/** Milliseconds without a further event after which a change is taken to be complete. */
const settlingTime = 100;

/** A reader that stops reading (`| head`) is no fault of ours. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

function stream(target: NodeJS.WriteStream): Stream {
  // Hosts may be made many times in one process; the streams are the same.
  if (!target.listeners('error').includes(endWithReader)) target.on('error', endWithReader);
  const colours = target.isTTY && target.hasColors() && (process.env['NO_COLOR'] ?? '') === '';
  return {
    write: (text) => {
      target.write(text);
    },
    isTerminal: target.isTTY,
    colours,
    columns: target.columns ?? 100,
  };
}

async function ownFile(name: string): Promise<string | undefined> {
  try {
    // From `src` and from `dist` alike.
    return await readFile(new URL(`../../dist/${name}`, import.meta.url), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Looked for where packages are, whatever entry points the package has: style sheets and scripts are none. */
async function packageFile(specifier: string): Promise<string> {
  const folders = createRequire(import.meta.url).resolve.paths(specifier) ?? [];
  for (const folder of folders) {
    try {
      return await readFile(join(folder, specifier), 'utf8');
    } catch {
      // Not there; the next folder may have it.
    }
  }
  throw new HostError(`\`${specifier}\` is not installed`);
}

async function readLimited(path: string, limit: number): Promise<Uint8Array> {
  return asHostError(path, 'read', async () => {
    const file = await open(path, 'r');
    try {
      if ((await file.stat()).isDirectory()) throw new HostError(`\`${path}\` is a folder, not a file`);
      const chunks: Uint8Array[] = [];
      let size = 0;
      while (size <= limit) {
        const { bytesRead, buffer } = await file.read(
          new Uint8Array(65_536),
          0,
          Math.min(65_536, limit + 1 - size),
        );
        if (bytesRead === 0) break;
        chunks.push(buffer.subarray(0, bytesRead));
        size += bytesRead;
      }
      return Buffer.concat(chunks);
    } finally {
      await file.close();
    }
  });
}

async function readInput(limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes: Uint8Array = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit + 1);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  ELOOP: 'links lead round in a circle',
  ENAMETOOLONG: 'the name is too long',
};

async function asHostError<T>(path: string, verb: 'read' | 'write', act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof HostError || !(error instanceof Error) || !('code' in error)) throw error;
    const reason = REASONS[String(error.code)] ?? error.message;
    throw new HostError(`cannot ${verb} \`${path}\`: ${reason}`);
  }
}
