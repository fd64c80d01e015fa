/** Keys from files: the private one to sign with, the public ones that are trusted. */
import { join } from 'node:path/posix';
import { KeyError, readPrivateKey, readPublicKeys, signerOf, type TrustedKey } from '@proviso/record/sign';
import type { Signature } from '@proviso/record';
import { UsageError } from '../exit.ts';
import type { Host } from '../host/host.ts';
import { readTextFile } from './json-file.ts';

/** The file in a folder of records or reviews that says whose signatures count there. */
export const trustedKeysFile = 'trusted-keys.pem';

/** Signs with the key in a file. */
export async function signerFrom(host: Host, path: string): Promise<(content: string) => Signature> {
  const text = await readTextFile(host, path, 'the key');
  return signerOf(keyOf(path, () => readPrivateKey(text)));
}

/**
 * The keys that signatures are to be by: those of the files named, or else those that the folder names for itself;
 * undefined where none is configured. A file of keys that cannot be read is never the same as none.
 */
export async function trustedKeys(
  host: Host,
  files: readonly string[] | undefined,
  folder: string,
): Promise<readonly TrustedKey[] | undefined> {
  const configured = join(folder, trustedKeysFile);
  const paths = files ?? ((await host.kindOf(configured)) === 'none' ? [] : [configured]);
  if (paths.length === 0) return undefined;
  const keys: TrustedKey[] = [];
  for (const path of paths) {
    const text = await readTextFile(host, path, 'the key');
    keys.push(...keyOf(path, () => readPublicKeys(text)));
  }
  return keys;
}

function keyOf<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new UsageError(`the key \`${path}\` cannot be used: ${error.message}`, {
      help: '`proviso keys new NAME` makes a pair',
    });
  }
}
