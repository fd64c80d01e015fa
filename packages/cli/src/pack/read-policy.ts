/** The text of a `.policy` file, as it is: nothing that is later written back may have been lost in reading. */
import { UsageError } from '../exit.ts';
import { type Host, HostError } from '../host/host.ts';

/** Files past this are read no further: the language has a limit of its own, below. */
const maxBytes = 16_000_000;
/** What the language reads at most; of a file that it refuses as a whole, the letters do not matter. */
const languageBytes = 1024 * 1024;

/** Reads a file; throws `UsageError` where it is not text in UTF-8. Zero bytes and size are for the language to report. */
export async function readPolicy(host: Host, path: string): Promise<string> {
  const bytes = await host.readFile(path, maxBytes);
  const refused = bytes.length > languageBytes || bytes.includes(0);
  try {
    // The byte order mark stays: a file that is not formatted keeps it.
    return new TextDecoder('utf-8', { fatal: !refused, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`\`${path}\` is not text in UTF-8`, {
      help: 'save it as UTF-8; it is left as it is',
    });
  }
}

/** Reads a file of a pack whose folder is `root`, links resolved: a link may not lead out of it. Throws `HostError`. */
export async function readInFolder(host: Host, root: string, path: string): Promise<string> {
  const real = await host.resolve(path);
  if (!real.startsWith(root.endsWith('/') ? root : `${root}/`))
    throw new HostError(`\`${path}\` leads out of the pack's folder`);
  return readPolicy(host, path);
}
