/** Runs something again whenever a file of a pack changes. */
import { dirname } from 'node:path/posix';
import { type ExitCode, UsageError } from '../exit.ts';
import type { Session } from '../session.ts';

/** Runs at once, then after each change, until the process is ended. What is wrong with the pack is told, not fatal. */
export async function watchPack(
  session: Session,
  path: string,
  act: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const kind = await session.host.kindOf(path);
  if (kind === 'none') throw new UsageError(`there is no \`${path}\``);
  let last: ExitCode = await attempt(session, act);
  let running = false;
  let again = false;
  const rerun = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      session.tell(`\n${session.styleError('quiet', 'changed; running again')}\n`);
      last = await attempt(session, act);
    } while (again);
    running = false;
  };
  const watcher = session.host.watch(kind === 'folder' ? path : dirname(path), () => {
    rerun().catch((error: unknown) => {
      watcher.stop();
      session.tell(`${String(error)}\n`);
    });
  });
  await watcher.done;
  return last;
}

async function attempt(session: Session, act: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    session.tell(`${session.styleError('bad', 'error:')} ${error.message}\n`);
    return 2;
  }
}
