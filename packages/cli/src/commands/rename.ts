/** `proviso rename`: another name for something, everywhere in a pack. */
import {
  applyFix,
  didYouMean,
  lineIndex,
  type Named,
  nameIn,
  namedBy,
  packNames,
  type PackNames,
  rename,
  type TextEdit,
} from '@proviso/language';
import { type Command, Option } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import { HostError } from '../host/host.ts';
import { counted } from '../output/counted.ts';
import { jsonDocument } from '../output/json.ts';
import { loadPack, type PackSource } from '../pack/load-pack.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption } from './options.ts';

const kinds: readonly Named['kind'][] = [
  'fact',
  'record',
  'enum',
  'member',
  'definition',
  'rule',
  'label',
  'source',
  'bearer',
  'ambiguity',
  'reading',
  'goal',
  'constraint',
  'invariant',
];

interface RenameFlags {
  readonly kind?: Named['kind'];
  readonly dryRun: boolean;
  readonly format: 'text' | 'json';
}

const HELP = `
NAME is a fact by its path (message.sentOn), a field of a record (Message.sentOn), a
member of an enum (Channel.email), a label of a statement (noLiveCall.grace), a reading of
an ambiguity (noticePeriod.statute), or the name of anything else. TO is the new last word.

The renamed pack is read before anything is written: nothing is renamed where a name would
stand for something else than before. Comments and quoted texts keep their words, and so do
files that are no .policy files: files of facts, records, reviews, earlier releases.

Examples:
  $ proviso rename my-pack message.sentOn dispatchedOn
  $ proviso rename my-pack directMarketing isDirectMarketing --dry-run
  $ proviso rename my-pack code draftCode --kind source`;

/** Adds the command. */
export function registerRename(program: Command, runner: Runner): void {
  program
    .command('rename')
    .summary('rename something everywhere in a pack')
    .description('Gives a fact, a statement, a label, a source or anything else another name.')
    .argument('<pack>', 'a folder with a pack.policy, or a .policy file')
    .argument('<name>', 'what is to be renamed')
    .argument('<to>', 'its new name')
    .addOption(new Option('--kind <kind>', 'what it is, where several things have the name').choices(kinds))
    .option('--dry-run', 'tell the places, and write nothing', false)
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', HELP)
    .action(async (pack: string, name: string, to: string, flags: RenameFlags) =>
      runner((session) => renameInPack(session, pack, name, to, flags), flags.format),
    );
}

async function renameInPack(
  session: Session,
  path: string,
  name: string,
  to: string,
  flags: RenameFlags,
): Promise<ExitCode> {
  const loaded = await loadPack(session.host, path);
  if (loaded.kind === 'build')
    throw new UsageError(`\`${path}\` is a built pack`, {
      help: 'rename in the pack that it was built from',
    });
  session.progress.step(`renaming in ${path}`);
  const { files, entry } = loaded;
  const names = packNames(files, entry);
  const named = theOne(names, name, flags.kind);
  const renaming = rename({ files, entry, names }, named, to);
  if (renaming.edits === undefined) {
    const { problem, help } = renaming;
    throw new UsageError(problem, help === undefined ? {} : { help });
  }
  const byFile = Map.groupBy(renaming.edits, ({ span }) => span.file);
  if (!flags.dryRun) await writeAll(session, loaded, byFile);
  tell(session, loaded, { named, to, byFile }, flags);
  return 0;
}

/** The thing that is meant. */
function theOne(names: PackNames, name: string, kind: Named['kind'] | undefined): Named {
  // Variables are renamed where they stand, in an editor.
  const called = namedBy(names, name).filter((named) => named.kind !== 'variable');
  const found = called.filter((named) => kind === undefined || named.kind === kind);
  const [first, ...others] = found;
  if (first === undefined && called.length > 0)
    throw new UsageError(`there is no ${kind} \`${name}\` here`, {
      help: `what has that name: ${called.map((one) => one.kind).join(', ')}`,
    });
  if (first === undefined) {
    const near = didYouMean(name, names.all.filter((one) => one.kind !== 'variable').map(nameIn));
    throw new UsageError(
      `nothing is called \`${name}\` here`,
      near === undefined ? {} : { help: `did you mean \`${near}\`?` },
    );
  }
  if (others.length > 0) {
    const all = found.map((one) => one.kind);
    throw new UsageError(`\`${name}\` is the name of several things: ${all.join(', ')}`, {
      help: `say which, as in \`--kind ${first.kind}\``,
    });
  }
  return first;
}

type ByFile = ReadonlyMap<string, readonly TextEdit[]>;

/** Writes all files; where one cannot be written, those before it get their old text back. */
async function writeAll({ host }: Session, { prefix, files }: PackSource, byFile: ByFile): Promise<void> {
  const written: [string, string][] = [];
  try {
    for (const [file, edits] of byFile) {
      const text = files.get(file) ?? '';
      await host.writeFile(`${prefix}${file}`, applyFix(text, { title: '', safe: true, edits }));
      written.push([`${prefix}${file}`, text]);
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    for (const [file, text] of written) await host.writeFile(file, text);
    throw error;
  }
}

interface Renamed {
  readonly named: Named;
  readonly to: string;
  readonly byFile: ByFile;
}

function tell(
  session: Session,
  { prefix, files }: PackSource,
  { named, to, byFile }: Renamed,
  { dryRun, format }: RenameFlags,
): void {
  const places = [...byFile].map(([file, edits]) => {
    const lines = lineIndex(files.get(file) ?? '');
    return { file: `${prefix}${file}`, places: edits.map(({ span }) => lines.position(span.start)) };
  });
  if (format === 'json') {
    session.print(
      jsonDocument('rename', { kind: named.kind, name: nameIn(named), to, written: !dryRun, files: places }),
    );
    return;
  }
  if (dryRun)
    for (const { file, places: at } of places)
      for (const { line, column } of at) session.print(`${file}:${line}:${column}\n`);
  const count = places.reduce((sum, { places: at }) => sum + at.length, 0);
  const done = dryRun ? 'would be renamed' : session.style('good', 'renamed');
  const where = `${counted(count, 'place')} of ${counted(places.length, 'file')}`;
  session.print(`${named.kind} \`${nameIn(named)}\` ${done} to \`${to}\` in ${where}\n`);
}
