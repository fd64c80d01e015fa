/** `proviso new`: the beginning of a pack. */
import { join } from 'node:path/posix';
import type { Command } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import type { Runner, Session } from '../session.ts';
import { newPack } from '../template/new-pack.ts';
import { formatOption } from './options.ts';

const EXAMPLES = `
Examples:
  $ proviso new returns
  $ proviso new policies/returns
  $ proviso check returns && proviso test returns --coverage`;

/** Adds the command. */
export function registerNew(program: Command, runner: Runner): void {
  program
    .command('new')
    .summary('make a small working pack')
    .description('Makes a folder with a small working pack: definitions, a rule, scenarios, a case.')
    .argument('<name>', 'the folder; its last part names the pack')
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, flags: { readonly format: 'text' | 'json' }) =>
      runner((session) => make(session, name, flags.format), flags.format),
    );
}

async function make(session: Session, name: string, format: 'text' | 'json'): Promise<ExitCode> {
  const folder = name.replace(/(?<=.)\/+$/, '');
  const last = folder.split('/').at(-1) ?? '';
  if (!/^[a-z][a-z0-9]*([-.][a-z][a-z0-9]*)*$/.test(last)) {
    throw new UsageError(`\`${last}\` cannot name a pack`, {
      help: 'small letters and digits, in parts joined by hyphens: `data-sharing`',
    });
  }
  if ((await session.host.kindOf(folder)) !== 'none')
    throw new UsageError(`\`${folder}\` is there already`, {
      help: 'choose another name; nothing is overwritten',
    });
  const id = last.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const words = last.replaceAll(/[-.]/g, ' ');
  const files = newPack(id, words.slice(0, 1).toUpperCase() + words.slice(1), folder);
  for (const [path, text] of files) await session.host.writeFile(join(folder, path), text);
  if (format === 'json') session.print(jsonDocument('new', { folder, files: [...files.keys()] }));
  else {
    session.print(`made ${folder} with ${[...files.keys()].join(', ')}\n`);
    session.print(`next: proviso test ${folder} --coverage\n`);
  }
  return 0;
}
