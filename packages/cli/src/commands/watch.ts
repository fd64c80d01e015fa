/** Runs something again whenever a file of a pack changes. */
import { dirname } from 'node:path/posix';
import { type ExitCode, UsageError } from '../exit.ts';
import { failureText, sayable } from '../output/failure.ts';
import type { Session } from '../session.ts';

/** Runs at once, then after each change, until the process is ended. What is wrong with the pack is told, not fatal. */
export async function watchPack(
  session: Session,
  path: string,
  act: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const kind = await session.host.kindOf(path);
  if (kind === 'none') throw new UsageError(`there is no \`${path}\``);
  let last: ExitCode = 0;
  let running = false;
  let again = false;
  const rerun = async (isFirst: boolean): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    let isNew = isFirst;
    do {
      again = false;
      if (!isNew) session.tell(`\n${session.styleError('quiet', 'changed; running again')}\n`);
      isNew = false;
      last = await attempt(session, act);
    } while (again);
    running = false;
  };
  const start = (isFirst: boolean): void => {
    rerun(isFirst).catch((error: unknown) => {
      watcher.stop();
      session.tell(`${String(error)}\n`);
    });
  };
  // Before the first run, so that no change made during it is missed.
  const watcher = session.host.watch(kind === 'folder' ? path : dirname(path), () => {
    start(false);
  });
  start(true);
  await watcher.done;
  return last;
}

async function attempt(session: Session, act: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await act();
  } catch (error) {
    const said = await sayable(error);
    if (said === undefined) throw error;
    session.tell(failureText(said, session.styleError));
    return 2;
  }
}
