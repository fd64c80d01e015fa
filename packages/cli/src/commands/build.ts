/** `proviso build`: a pack as an npm package. */
import { emitModules } from '@proviso/compiler';
import type { Plan } from '@proviso/compiler/plan';
import type { Command } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import { counted } from '../output/counted.ts';
import { jsonDocument } from '../output/json.ts';
import { type Made, refuseOthers, replaceFolder } from '../output/replace-folder.ts';
import { useSource } from '../pack/compile-pack.ts';
import { licenceFiles } from '../pack/licence-files.ts';
import { loadPack } from '../pack/load-pack.ts';
import type { Runner, Session } from '../session.ts';
import { packageFiles } from '../template/built-package.ts';
import { formatOption } from './options.ts';

interface BuildFlags {
  readonly out: string;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
The folder holds plan.json, phrases.json, the JSON and zod schemas of the facts, and evaluators as
compiled ES modules with types, ready for \`npm pack\`; \`src\` has them as TypeScript, for review, and
stays out of what npm packs. Files named LICENSE, NOTICE or COPYING in the pack's folder go along. A
build that is there already is replaced as a whole; anything else is left alone.

Examples:
  $ proviso build my-pack --out build/my-pack
  $ proviso build my-pack --out build/my-pack && npm pack ./build/my-pack`;

const BUILD: Made = {
  noun: 'build',
  purpose: 'build to',
  isMade: (names) => ['plan.json', 'phrases.json', 'dist/'].every((name) => names.includes(name)),
};

/** Adds the command. */
export function registerBuild(program: Command, runner: Runner): void {
  program
    .command('build')
    .summary('build a pack to an npm package')
    .description('Builds a pack to an npm package of plan, phrases, schemas and compiled evaluators.')
    .argument('<pack>', 'a folder with a pack.policy, or a .policy file')
    .requiredOption('--out <dir>', 'the folder to build to')
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: BuildFlags) =>
      runner((session) => build(session, pack, flags), flags.format),
    );
}

async function build(session: Session, path: string, flags: BuildFlags): Promise<ExitCode> {
  const { host, progress } = session;
  const out = flags.out.replace(/(?<=.)\/+$/, '');
  const source = await loadPack(host, path);
  if (source.kind === 'build')
    throw new UsageError(`\`${path}\` is built already`, { help: 'give the folder of its `.policy` files' });
  const writer = host.startPackage();
  try {
    const { plan, phrases } = useSource(session, path, source);
    const licences = await licenceFiles(host, source.prefix);
    await refuseOthers(host, out, BUILD);
    await replaceFolder(host, out, async (partial) => {
      try {
        progress.step('emitting');
        writer.begin(partial, plan, phrases);
        writer.write(packageFiles(plan, phrases, source.files, licences));
        for (const module of emitModules(plan, phrases)) writer.writeModule(module);
        progress.step('writing');
        await writer.written();
      } finally {
        // Nothing is written any more when what is there is moved or removed.
        await writer.stop();
      }
    });
    session.print(told(plan, out, flags.format));
    return 0;
  } finally {
    await writer.stop();
  }
}

function told({ pack, goals }: Plan, out: string, format: BuildFlags['format']): string {
  return format === 'json'
    ? jsonDocument('build', { out, pack, goals: goals.map(({ name }) => name) })
    : `built ${pack.id} ${pack.version} (${pack.meaning.slice(0, 12)}) to ${out}: ${counted(goals.length, 'goal')}\n`;
}
