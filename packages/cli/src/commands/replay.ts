/** `proviso replay`: a record recomputed. */
import { dirname } from 'node:path/posix';
import { type Opening, readOpenings } from '@proviso/record';
import type { Command } from 'commander';
import { collect, readAsOf } from '../dates.ts';
import { type ExitCode, UsageError } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import { usePack } from '../pack/compile-pack.ts';
import { findVersion } from '../record/find-version.ts';
import { accepted, readTextFile, strictJson } from '../record/json-file.ts';
import { trustedKeys } from '../record/keys.ts';
import { protectionWords, readSealed } from '../record/read-sealed.ts';
import { replayFolder } from '../record/replay-folder.ts';
import {
  isOther,
  type Located,
  type OtherReplay,
  type OwnReplay,
  replayOther,
  replayOwn,
} from '../record/replay-record.ts';
import { otherText, ownText, recordHeading } from '../record/replay-text.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption } from './options.ts';

interface ReplayFlags {
  readonly pack?: readonly string[];
  readonly asOf?: string;
  readonly against?: string;
  readonly records?: string;
  readonly key?: readonly string[];
  readonly openings?: string;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
The version that the record names is looked for in releases/<version> below each --pack, and at the path
itself; only one whose digests fit is taken. --against and --as-of tell what would differ under another
version or on another day.

With --key, or with a file trusted-keys.pem beside the record, a record that is not signed by one of those
keys, or that was altered, is refused. Without a key only accidents are noticed.

Exit codes: 0 the answers are the same, 1 they differ, 2 that cannot be told.

Examples:
  $ proviso replay case.record.json --pack my-pack
  $ proviso replay case.record.json --pack my-pack --as-of 2026-06-01
  $ proviso replay case.record.json --against my-pack --key legal.public.pem
  $ proviso replay --records records --against my-pack`;

/** Adds the command. */
export function registerReplay(program: Command, runner: Runner): void {
  program
    .command('replay')
    .summary('recompute a record, and tell what differs')
    .description('Recomputes a record with the version it names, and tells what differs under another.')
    .argument('[record]', 'a record that `proviso record` made')
    .option('--pack <path...>', 'where the version it names may be; here unless told', collect)
    .option('--against <pack>', 'compare with this pack')
    .option('--as-of <date>', 'compare with another day', readAsOf)
    .option('--records <folder>', 'compare all records in a folder; needs --against')
    .option('--key <file...>', 'a public key that records must be signed with; may be repeated', collect)
    .option('--openings <file>', 'what opens the masks of the record')
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (record: string | undefined, flags: ReplayFlags) =>
      runner((session) => start(session, record, flags), flags.format),
    );
}

async function start(session: Session, record: string | undefined, flags: ReplayFlags): Promise<ExitCode> {
  if ((record === undefined) === (flags.records === undefined))
    throw new UsageError('give one record, or a folder with --records');
  if (record !== undefined) return replayOne(session, record, flags);
  const { records = '', against } = flags;
  if (against === undefined)
    throw new UsageError('--records needs --against', { help: 'name the pack to compare the records with' });
  const keys = await trustedKeys(session.host, flags.key, records);
  return replayFolder(session, records, { ...flags, against, keys });
}

async function replayOne(session: Session, path: string, flags: ReplayFlags): Promise<ExitCode> {
  const { host } = session;
  const keys = await trustedKeys(host, flags.key, dirname(path));
  const sealed = await readSealed(host, path, keys);
  const { record } = sealed;
  const openings = flags.openings === undefined ? [] : await openingsIn(session, flags.openings);
  const { against, asOf } = flags;
  const places = [...(flags.pack ?? ['.']), ...(against === undefined ? [] : [against])];
  const found = await findVersion(session, record, places);
  session.progress.step('replaying');
  const own: OwnReplay =
    'none' in found ? { kind: 'cannot', why: found.none, problems: [] } : replayOwn(record, found, openings);
  const named = 'none' in found ? undefined : found;
  const target: Located | undefined =
    against === undefined ? named : { pack: await usePack(session, against), path: against };
  const isCompared = against !== undefined || asOf !== undefined;
  const other =
    isCompared && target !== undefined
      ? replayOther(record, named, target, asOf ?? record.asOf, openings)
      : undefined;
  const protection = protectionWords(sealed, keys !== undefined);
  session.print(
    flags.format === 'json'
      ? jsonDocument('replay', { record: path, protection, own, ...(other === undefined ? {} : { other }) })
      : [
          recordHeading(sealed, protection, session.style),
          ownText(own, session.style),
          ...(other === undefined ? [] : ['\n', otherText(other, session.style)]),
        ].join(''),
  );
  return exitCode(own, other, against !== undefined && named === undefined);
}

async function openingsIn({ host }: Session, path: string): Promise<readonly Opening[]> {
  const what = 'the file of openings';
  return accepted(readOpenings(strictJson(await readTextFile(host, path, what), path, what)), path, what);
}

/** Where another version is asked about and the record's own is not at hand, the record stands for itself. */
function exitCode(own: OwnReplay, other: OtherReplay | undefined, recordAlone: boolean): ExitCode {
  if ((own.kind === 'cannot' && !recordAlone) || other?.kind === 'cannot') return 2;
  return own.kind === 'differs' || (other !== undefined && isOther(other)) ? 1 : 0;
}
