/** `proviso release`: keeps the plan of a version, so that what was assessed with it can be assessed again. */
import { join } from 'node:path/posix';
import { isAsSealed, PlanError, type Plan, readPlan } from '@proviso/compiler/plan';
import type { Phrasebook } from '@proviso/runtime';
import type { Command } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import type { PackInWords } from '@proviso/cases';
import { usePack } from '../pack/compile-pack.ts';
import { folderOfPack } from '../pack/folder.ts';
import { compareVersions } from '../pack/versions.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption } from './options.ts';

interface ReleaseFlags {
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
Writes releases/<version>/plan.json and phrases.json in the pack's folder. A released version is never
replaced. The version must be later than every released one; where answers can differ from the last one
(another meaning), a new patch is not enough. CHANGELOG.md must have a heading for it.

Examples:
  $ proviso release policies/ico-political-campaigning
  $ proviso assess policies/ico-political-campaigning/releases/0.2.0 --facts case.json --as-of 2019-09-01`;

/** Adds the command. */
export function registerRelease(program: Command, runner: Runner): void {
  program
    .command('release')
    .summary('keep the plan of this version for good')
    .description('Keeps the plan and the words of the version that a pack states.')
    .argument('<pack>', 'a folder with a pack.policy')
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: ReleaseFlags) =>
      runner((session) => release(session, pack, flags), flags.format),
    );
}

async function release(session: Session, path: string, flags: ReleaseFlags): Promise<ExitCode> {
  const { host } = session;
  const pack = await usePack(session, path);
  const folder = await folderOfPack(host, path);
  const { version, text } = pack.plan.pack;
  const out = `${folder}releases/${version}`;
  const releases = await releasesIn(session, `${folder}releases`);
  const same = releases.find((each) => each.version === version);
  if (same === undefined) {
    refuseEarlier(pack, releases);
    await refuseUntold(session, folder, version);
    await host.writeFile(join(out, 'phrases.json'), `${JSON.stringify(pack.phrases)}\n`);
    // The plan last: a release is there when its plan is.
    await host.writeFile(join(out, 'plan.json'), `${JSON.stringify(pack.plan)}\n`);
  } else if (same.text !== text) {
    throw new UsageError(`version ${version} is released already, and the pack is not as it was then`, {
      help: 'raise the version in the pack, and say in CHANGELOG.md what changed',
    });
  }
  const done = same === undefined ? 'released' : 'released already, as it is';
  session.print(
    flags.format === 'json'
      ? jsonDocument('release', { pack: pack.plan.pack, folder: out, new: same === undefined })
      : `${done}: ${pack.plan.pack.id} ${version} in ${out}\n`,
  );
  return 0;
}

interface Released {
  readonly version: string;
  readonly meaning: string;
  readonly text: string;
}

/** The versions kept in a folder, each checked to be as it was kept. */
async function releasesIn({ host }: Session, folder: string): Promise<readonly Released[]> {
  if ((await host.kindOf(folder)) !== 'folder') return [];
  const found: Released[] = [];
  for (const name of await host.list(folder)) {
    const at = `${folder}/${name.replace(/\/$/, '')}`;
    if (!name.endsWith('/') || (await host.kindOf(`${at}/plan.json`)) !== 'file') continue;
    const plan = await planAt(host.readFile, `${at}/plan.json`);
    const phrases = await jsonAt<Phrasebook>(host.readFile, `${at}/phrases.json`);
    if (!isAsSealed(plan, phrases))
      throw new UsageError(`\`${at}\` is not as it was released: its digest does not fit`, {
        help: 'restore it from the history of the repository',
      });
    found.push(plan.pack);
  }
  return found.toSorted((a, b) => compareVersions(a.version, b.version));
}

type ReadFile = Session['host']['readFile'];
const maxBytes = 64_000_000;

async function jsonAt<T>(readFile: ReadFile, path: string): Promise<T> {
  const text = new TextDecoder().decode(await readFile(path, maxBytes));
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`\`${path}\` is not JSON`, {
      help: 'restore it from the history of the repository',
    });
  }
}

async function planAt(readFile: ReadFile, path: string): Promise<Plan> {
  const json = await jsonAt<unknown>(readFile, path);
  try {
    return readPlan(json);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    throw new UsageError(`\`${path}\` is no plan that this program reads`, {
      problems: error.problems.slice(0, 10).map(({ pointer, message }) => ({ path: pointer, message })),
    });
  }
}

function refuseEarlier({ plan }: PackInWords, releases: readonly Released[]): void {
  const last = releases.at(-1);
  if (last === undefined) return;
  const { version, meaning } = plan.pack;
  if (compareVersions(version, last.version) < 0)
    throw new UsageError(`version ${version} is earlier than ${last.version}, which is released`, {
      help: 'raise the version in the pack',
    });
  const isPatch = version.split('.').slice(0, 2).join('.') === last.version.split('.').slice(0, 2).join('.');
  if (meaning !== last.meaning && isPatch)
    throw new UsageError(`version ${version} is a patch of ${last.version}, and answers can differ`, {
      help: 'raise the minor version, or the major one where the law as encoded changed',
    });
}

async function refuseUntold({ host }: Session, folder: string, version: string): Promise<void> {
  const path = `${folder}CHANGELOG.md`;
  const told =
    (await host.kindOf(path)) === 'file' ? new TextDecoder().decode(await host.readFile(path, maxBytes)) : '';
  const heading = told.split('\n').some((line) => /^#+\s/.test(line) && line.split(/\s+/).includes(version));
  if (!heading)
    throw new UsageError(`\`${path}\` has no heading for version ${version}`, {
      help: 'say what changed, with the clauses meant, and whether answers change or only words',
    });
}
