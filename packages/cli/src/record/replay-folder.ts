/** Replaying a folder of records against a pack: which answers would flip, and why. */
import { join } from 'node:path/posix';
import { isOpenings } from '@proviso/record';
import type { TrustedKey } from '@proviso/record/sign';
import { type ExitCode, type Problem, UsageError } from '../exit.ts';
import { counted } from '../output/counted.ts';
import { jsonDocument } from '../output/json.ts';
import { usePack } from '../pack/compile-pack.ts';
import type { Session } from '../session.ts';
import { findVersion } from './find-version.ts';
import { readTextFile, strictJson } from './json-file.ts';
import { checkSealed } from './read-sealed.ts';
import { isOther, type Located, type OtherReplay, replayOther } from './replay-record.ts';
import { cannotText, otherText } from './replay-text.ts';

interface Options {
  readonly against: string;
  readonly asOf?: string;
  readonly pack?: readonly string[];
  readonly keys: readonly TrustedKey[] | undefined;
  readonly format: 'text' | 'json';
}

interface Replayed {
  readonly file: string;
  readonly title?: string;
  readonly outcome:
    | OtherReplay
    | { readonly kind: 'refused'; readonly why: string; readonly problems: readonly Problem[] };
}

/** Replays every record in a folder. A file that is refused is told as such: it is never passed over. */
export async function replayFolder(session: Session, folder: string, options: Options): Promise<ExitCode> {
  const { host } = session;
  const { against } = options;
  const target: Located = { pack: await usePack(session, against), path: against };
  const names = (await host.list(folder)).filter((name) => name.endsWith('.json'));
  const replayed: Replayed[] = [];
  for (const name of names) {
    session.progress.step(`replaying ${name}`);
    const one = await replayFile(session, join(folder, name), target, options);
    if (one !== undefined) replayed.push(one);
  }
  if (replayed.length === 0) throw new UsageError(`there is no record in \`${folder}\``);
  session.print(
    options.format === 'json'
      ? jsonDocument('replay', { against: target.pack.plan.pack, records: replayed })
      : text(replayed, session),
  );
  if (replayed.some(isClosed)) return 2;
  return replayed.some(flips) ? 1 : 0;
}

async function replayFile(
  session: Session,
  file: string,
  target: Located,
  { asOf, pack = [], against, keys }: Options,
): Promise<Replayed | undefined> {
  try {
    const json = strictJson(await readTextFile(session.host, file, 'the record'), file, 'the record');
    if (isOpenings(json)) return undefined;
    const { record } = checkSealed(json, file, keys);
    const found = await findVersion(session, record, [...pack, against]);
    const own = 'none' in found ? undefined : found;
    const outcome = replayOther(record, own, target, asOf ?? record.asOf, []);
    return { file, title: record.case.title, outcome };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { file, outcome: { kind: 'refused', why: error.message, problems: error.problems } };
  }
}

function isClosed({ outcome }: Replayed): boolean {
  return outcome.kind !== 'compared';
}

function flips({ outcome }: Replayed): boolean {
  return outcome.kind !== 'refused' && isOther(outcome);
}

function text(replayed: readonly Replayed[], { style }: Session): string {
  const told = replayed
    .filter((one) => flips(one) || isClosed(one))
    .map(({ file, title, outcome }) => {
      const heading = title === undefined ? file : `${file}: ${title}`;
      return `${style('heading', heading)}\n${outcome.kind === 'refused' ? cannotText(outcome.why, outcome.problems, style) : otherText(outcome, style)}\n`;
    });
  const flipped = replayed.filter(flips).length;
  const closed = replayed.filter(isClosed).length;
  const same = replayed.length - flipped - closed;
  return `${told.join('')}${counted(replayed.length, 'record')}: ${same} with the same answers, ${flipped} with other answers, ${closed} that cannot be replayed.\n`;
}
