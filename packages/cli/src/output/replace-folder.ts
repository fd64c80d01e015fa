/** Folders that a command makes whole: replaced at once or not at all, and only where the command made them before. */
import { UsageError } from '../exit.ts';
import type { Host } from '../host/host.ts';

/** What a command makes, in the words of its messages, and how it is known again. */
export interface Made {
  /** `build` */
  readonly noun: string;
  /** `build to`, after "a folder to". */
  readonly purpose: string;
  /** By the names in a folder. */
  readonly isMade: (names: readonly string[]) => boolean;
}

/** Throws `UsageError` unless a folder is not there, empty, or was made before. */
export async function refuseOthers(host: Host, out: string, { noun, purpose, isMade }: Made): Promise<void> {
  const kind = await host.kindOf(out);
  if (kind === 'none') return;
  if (kind === 'file') throw new UsageError(`\`${out}\` is a file`, { help: `give a folder to ${purpose}` });
  const names = await host.list(out);
  if (names.length === 0 || isMade(names)) return;
  throw new UsageError(`\`${out}\` is not empty, and no ${noun} is in it`, {
    help: 'choose another folder; nothing is overwritten',
  });
}

/** Everything is made beside the folder, by `fill`, and moved into its place when it is whole. */
export async function replaceFolder(
  host: Host,
  out: string,
  fill: (partial: string) => Promise<void>,
): Promise<void> {
  const partial = `${out}.partial`;
  await host.remove(partial);
  try {
    await fill(partial);
    await host.remove(out);
    await host.move(partial, out);
  } finally {
    await host.remove(partial);
  }
}
