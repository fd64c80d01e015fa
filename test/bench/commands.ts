// The command line on a whole pack: in this process, and as a process of its own, start-up included.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, nodeHost, run } from '@proviso/cli';
import { packFolder } from './pack-files.ts';
import type { Watch } from './progress.ts';
import { repeated } from './repeated.ts';

/** Milliseconds: the median of the runs. */
export interface CommandTime {
  readonly name: string;
  /** Absent for what makes sense only as a process. */
  readonly inProcess?: number;
  readonly process: number;
}

/** The compiled command, as it is published. */
const bin = join(import.meta.dirname, '../../packages/cli/dist/bin.js');

/** Times the commands that are asked for, each at most `runs` times; where that is more than once, after a first run that fills the caches. */
export async function timeCommands(runs: number, watch: Watch): Promise<readonly CommandTime[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
  try {
    const times: CommandTime[] = [];
    for (const args of [
      ['--version'],
      ['check', packFolder],
      ['build', packFolder, '--out', join(scratch, 'built')],
      ['test', packFolder],
    ]) {
      const [name = ''] = args;
      if (!watch.wants('commands', name)) continue;
      watch.tell(`commands: ${name}`);
      times.push({
        name,
        ...(args.length === 1 ? {} : { inProcess: await inTurn(runs, async () => here(args)) }),
        process: await inTurn(runs, () => asProcess(args)),
      });
    }
    return times;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function inTurn(runs: number, act: () => Promise<void> | void): Promise<number> {
  if (runs > 1) await act();
  return repeated(runs, async () => {
    const before = performance.now();
    await act();
    return performance.now() - before;
  });
}

function asProcess(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`proviso ${args.join(' ')}: ${stderr}`);
}

async function here(args: readonly string[]): Promise<void> {
  let told = '';
  const quiet: Host['stdout'] = {
    write: (text) => {
      told += text;
    },
    isTerminal: false,
    colours: false,
    columns: 100,
  };
  const code = await run(args, { ...nodeHost(), stdout: quiet, stderr: quiet });
  if (code !== 0) throw new Error(`proviso ${args.join(' ')}: ${told}`);
}
