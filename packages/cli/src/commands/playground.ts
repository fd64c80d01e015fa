/** `proviso playground`: a pack in one page, to change and to try. */
import type { Command } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import type { Host } from '../host/host.ts';
import { jsonDocument } from '../output/json.ts';
import { loadPack } from '../pack/load-pack.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption } from './options.ts';

interface PlaygroundFlags {
  readonly out: string;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
The page holds the texts of the pack, an editor, and everything that checks, tests, assesses and explains. Findings
come while the text is changed, the scenarios run, and a case can be tried. It is one file, opens from the file
system, needs no server and loads nothing from elsewhere; what is changed in it stays in it until it is downloaded.
The pack may have errors. A playground that is there already is replaced.

Examples:
  $ proviso playground policies/tenancy-deposits --out tenancy.html
  $ proviso playground my.policy --out my.html`;

/** Where a page says that it is one. */
const mark = '<meta name="generator" content="Proviso playground"';
/** The page holds its mark within so many bytes. */
const markBytes = 2000;
/** Where the texts of the pack go. */
const place = '__PACK__';

/** Adds the command. */
export function registerPlayground(program: Command, runner: Runner): void {
  program
    .command('playground')
    .summary('make a page to change and try a pack in')
    .description('Makes one HTML file in which a pack can be changed, checked, tested and tried on cases.')
    .argument('<pack>', 'a folder with a pack.policy, or a .policy file')
    .requiredOption('--out <file>', 'the file to make')
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: PlaygroundFlags) =>
      runner((session) => make(session, pack, flags), flags.format),
    );
}

async function make(session: Session, path: string, { out, format }: PlaygroundFlags): Promise<ExitCode> {
  const { host } = session;
  await refuseOther(host, out);
  const source = await loadPack(host, path);
  if (source.kind === 'build')
    throw new UsageError(`\`${path}\` is built already`, { help: 'give the folder of its `.policy` files' });
  const page = await host.ownFile('playground.html');
  if (page === undefined)
    throw new UsageError('the page of the playground is not built', {
      help: 'in the repository, `pnpm playground PACK --out FILE` builds it first',
    });
  const files = [...source.files];
  await host.writeFile(
    out,
    page.replace(place, () => asData({ entry: source.entry, files })),
  );
  session.print(
    format === 'json'
      ? jsonDocument('playground', { out, files: files.length })
      : `made a playground of ${files.length === 1 ? '1 file' : `${files.length} files`}: ${out}\n`,
  );
  return 0;
}

/** JSON that can stand in a page: nothing in it ends the element that holds it. */
function asData(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

/** Throws `UsageError` where something other than a playground would be replaced. */
async function refuseOther(host: Host, out: string): Promise<void> {
  const kind = await host.kindOf(out);
  if (kind === 'none') return;
  if (kind === 'folder') throw new UsageError(`\`${out}\` is a folder`, { help: 'give the file to make' });
  const beginning = await host.readFile(out, markBytes);
  if (new TextDecoder().decode(beginning).includes(mark)) return;
  throw new UsageError(`\`${out}\` is there already, and it is no playground`, {
    help: 'choose another name; only a playground is replaced',
  });
}
