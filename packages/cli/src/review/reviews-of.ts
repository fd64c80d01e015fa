/** The reviews kept in the folder of a pack, and the state that they leave each statement in. */
import { join } from 'node:path/posix';
import { statementDigests } from '@proviso/compiler/plan';
import {
  entryContent,
  readReviewLog,
  reviewCounts,
  type ReviewCounts,
  type ReviewedStatement,
  type ReviewLog,
  reviewStates,
} from '@proviso/record';
import { type TrustedKey, verifySignature } from '@proviso/record/sign';
import { UsageError } from '../exit.ts';
import type { Host } from '../host/host.ts';
import type { PackInWords } from '@proviso/cases';
import { folderOfPack } from '../pack/folder.ts';
import { accepted, readTextFile, strictJson } from '../record/json-file.ts';
import { trustedKeys } from '../record/keys.ts';
import type { Session } from '../session.ts';

/** The folder of reviews in that of a pack. */
export async function reviewsFolder(host: Host, path: string): Promise<string> {
  return `${await folderOfPack(host, path)}reviews`;
}

/** The logs in a folder, each whole; and signed throughout, where keys are configured. */
export async function readReviews(
  host: Host,
  folder: string,
  keys: readonly TrustedKey[] | undefined,
): Promise<readonly ReviewLog[]> {
  if ((await host.kindOf(folder)) !== 'folder') return [];
  const names = (await host.list(folder)).filter((name) => name.endsWith('.json'));
  const logs: ReviewLog[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const json = strictJson(await readTextFile(host, path, 'the reviews'), path, 'the reviews');
    const log = accepted(readReviewLog(json), path, 'the reviews');
    if (keys !== undefined) refuseUnsigned(log, path, keys);
    logs.push(log);
  }
  return logs;
}

/** Throws `UsageError` where an entry is not signed by one of the keys, or was changed since. */
export function refuseUnsigned(log: ReviewLog, path: string, keys: readonly TrustedKey[]): void {
  const problems = log.entries.flatMap((entry, i) => {
    const problem = verifySignature(entryContent(log.reviewer, entry), entry.signature, keys);
    return problem === undefined
      ? []
      : [{ path: `/entries/${i}`, message: `${entry.statement}: ${problem}` }];
  });
  if (problems.length > 0)
    throw new UsageError(`the reviews \`${path}\` are refused`, {
      problems,
      help: 'a key is configured here, so that only reviews signed with it count',
    });
}

/** Every definition and rule of a pack with its state. */
export function statesOf(
  { plan, phrases }: PackInWords,
  logs: readonly ReviewLog[],
): readonly ReviewedStatement[] {
  return reviewStates(statementDigests(plan, phrases), logs);
}

/** How far these statements are reviewed; undefined where there is no folder of a pack to say so, as for a release. */
export async function reviewOf(
  session: Session,
  path: string,
  pack: PackInWords,
  statements: readonly string[],
): Promise<ReviewCounts | undefined> {
  const { host } = session;
  if (!(await isSource(host, path))) return undefined;
  const folder = await reviewsFolder(host, path);
  const logs = await readReviews(host, folder, await trustedKeys(host, undefined, folder));
  const wanted = new Set(statements);
  return reviewCounts(statesOf(pack, logs).filter(({ name }) => wanted.has(name)));
}

async function isSource(host: Host, path: string): Promise<boolean> {
  return path.endsWith('.policy') || (await host.kindOf(join(path, 'pack.policy'))) === 'file';
}
