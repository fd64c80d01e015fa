/** `proviso handbook`: a pack as a static site for people who never read code. */
import { join } from 'node:path/posix';
import { type HandbookInput, handbook, type Release } from '@proviso/handbook';
import type { Command } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import { type Made, refuseOthers, replaceFolder } from '../output/replace-folder.ts';
import type { PackInWords } from '@proviso/cases';
import { usePack, useSource } from '../pack/compile-pack.ts';
import { folderOfPack } from '../pack/folder.ts';
import { loadPack } from '../pack/load-pack.ts';
import { compareVersions } from '../pack/versions.ts';
import { trustedKeys } from '../record/keys.ts';
import { readReviews, reviewsFolder, statesOf } from '../review/reviews-of.ts';
import { readRegister } from '../register/register.ts';
import { coverageOf, runScenarios } from '@proviso/cases';
import type { Runner, Session } from '../session.ts';
import { passagesIn } from '../sources/passages.ts';
import { readSource, readTextOption, type TextOption } from '../sources/read-source.ts';
import { formatOption, repeatable } from './options.ts';

interface HandbookFlags {
  readonly out: string;
  readonly text?: TextOption;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
The folder holds a static site: a page for each definition and rule in plain English, with its citations,
cases and diagram; lists of questions, judgements, readings and sources; traceability, coverage, review,
changes since the release before, and a search. It opens from the file system, needs no server and loads
nothing from elsewhere. A handbook that is there already is replaced as a whole.

Examples:
  $ proviso handbook policies/ico-political-campaigning --out handbook
  $ proviso handbook my-pack --out handbook --text code=draft-code.txt`;

const HANDBOOK: Made = {
  noun: 'handbook',
  purpose: 'make it in',
  isMade: (names) => names.includes('index.html') && names.includes('statements/'),
};

/** Adds the command. */
export function registerHandbook(program: Command, runner: Runner): void {
  program
    .command('handbook')
    .summary('make a handbook of a pack, as a static site')
    .description('Makes a handbook of a pack: a static site for its reviewers and readers.')
    .argument('<pack>', 'a folder with a pack.policy, or a .policy file')
    .requiredOption('--out <dir>', 'the folder to make it in')
    .option(
      '--text <source=file>',
      'the text of a source, to show cited passages; may be repeated',
      repeatable(readTextOption),
    )
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: HandbookFlags) =>
      runner((session) => make(session, pack, flags), flags.format),
    );
}

async function make(session: Session, path: string, flags: HandbookFlags): Promise<ExitCode> {
  const { host, progress } = session;
  const out = flags.out.replace(/(?<=.)\/+$/, '');
  await refuseOthers(host, out, HANDBOOK);
  const files = handbook(await inputOf(session, path, flags.text ?? {}));
  progress.step('writing');
  await replaceFolder(host, out, async (partial) => host.fillFolder(partial, files));
  session.print(
    flags.format === 'json'
      ? jsonDocument('handbook', { out, files: files.size })
      : `made a handbook of ${files.size} files: ${join(out, 'index.html')}\n`,
  );
  return 0;
}

async function inputOf(session: Session, path: string, texts: TextOption): Promise<HandbookInput> {
  const { host, progress } = session;
  const source = await loadPack(host, path);
  if (source.kind === 'build')
    throw new UsageError(`\`${path}\` is built already`, { help: 'give the folder of its `.policy` files' });
  const pack = useSource(session, path, source);
  const { program, plan, phrases } = pack;
  progress.step('running the scenarios');
  const coverage = coverageOf(
    plan,
    runScenarios(plan, () => undefined),
  ).items.map(({ kind, statement, label, cite, covered }) => ({
    kind,
    name: [statement, label, cite].filter((part) => part !== undefined).join(' '),
    covered,
  }));
  const folder = await folderOfPack(host, path);
  const previous = await previousRelease(session, `${folder}releases`, plan.pack.version);
  const passages = new Map<string, (anchor: string) => string | undefined>();
  for (const [name, file] of Object.entries(texts))
    passages.set(name, passagesIn(await readSource(session, file)));
  progress.step('drawing');
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  return {
    program,
    plan,
    phrases,
    register: await readRegister(host, folder),
    coverage,
    reviews: await reviewsFor(session, path, pack),
    ...(previous === undefined ? {} : { previous }),
    passage: (of, _pinpoint, anchor) => passages.get(of)?.(anchor),
    draw: (dot) => viz.renderString(dot, { format: 'svg', engine: 'dot' }),
    assets: {
      css: await host.packageFile('govuk-frontend/dist/govuk/govuk-frontend.min.css'),
      search: await host.packageFile('minisearch/dist/umd/index.js'),
    },
  };
}

/** The state of each definition and rule, with what reviewers said of it last. */
async function reviewsFor(
  session: Session,
  path: string,
  pack: PackInWords,
): Promise<HandbookInput['reviews']> {
  const { host } = session;
  const folder = await reviewsFolder(host, path);
  const logs = await readReviews(host, folder, await trustedKeys(host, undefined, folder));
  return new Map(
    statesOf(pack, logs).map(({ name, state, said }) => {
      const last = said.at(-1);
      const comment = last?.comment === undefined ? '' : `: “${last.comment}”`;
      return [name, { state, note: last === undefined ? '' : `${last.reviewer}, ${last.on}${comment}` }];
    }),
  );
}

/** The last release before a version; none where there is none. */
async function previousRelease(
  session: Session,
  folder: string,
  version: string,
): Promise<Release | undefined> {
  const { host } = session;
  if ((await host.kindOf(folder)) !== 'folder') return undefined;
  const versions = (await host.list(folder))
    .filter((name) => name.endsWith('/'))
    .map((name) => name.slice(0, -1))
    .filter((name) => compareVersions(name, version) < 0)
    .toSorted(compareVersions);
  const last = versions.at(-1);
  return last === undefined ? undefined : usePack(session, `${folder}/${last}`);
}
