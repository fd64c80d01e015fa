/** `proviso fmt`: the canonical layout of `.policy` files. */
import { join } from 'node:path/posix';
import { formatFile, parseFile } from '@proviso/language';
import type { Command } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import { counted } from '../output/counted.ts';
import { jsonDocument } from '../output/json.ts';
import { diagnosticProblems } from '../pack/diagnostics.ts';
import { readPolicy } from '../pack/read-policy.ts';
import { problemText } from '../output/problems.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption } from './options.ts';

interface FmtFlags {
  readonly check: boolean;
  readonly format: 'text' | 'json';
}

type Outcome = 'unchanged' | 'formatted' | 'unformatted' | 'unreadable';

const EXAMPLES = `
Comments are kept. A file that cannot be read is left as it is.

Examples:
  $ proviso fmt policies
  $ proviso fmt --check policies/ico-political-campaigning
  $ proviso fmt my-pack/pack.policy`;

/** Adds the command. */
export function registerFmt(program: Command, runner: Runner): void {
  program
    .command('fmt')
    .summary('format .policy files')
    .description('Formats .policy files, those in folders included.')
    .argument('<paths...>', 'files and folders')
    .option('--check', 'change nothing; exit with 1 where a file is not formatted', false)
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], flags: FmtFlags) =>
      runner((session) => fmt(session, paths, flags), flags.format),
    );
}

async function fmt(session: Session, paths: readonly string[], flags: FmtFlags): Promise<ExitCode> {
  const files = [...new Set((await Promise.all(paths.map((path) => policyFiles(session, path)))).flat())];
  if (files.length === 0) throw new UsageError('there is no .policy file there');
  const outcomes: { readonly file: string; readonly outcome: Outcome }[] = [];
  for (const file of files) {
    session.progress.step(`formatting ${file}`);
    outcomes.push({ file, outcome: await formatOne(session, file, flags.check) });
  }
  const bad = outcomes.filter(({ outcome }) => outcome === 'unformatted' || outcome === 'unreadable');
  if (flags.format === 'json') session.print(jsonDocument('fmt', { files: outcomes }));
  else {
    for (const { file, outcome } of outcomes) {
      if (outcome === 'formatted') session.print(`formatted ${file}\n`);
      if (outcome === 'unformatted') session.print(`${session.style('bad', 'not formatted')} ${file}\n`);
    }
    if (flags.check && bad.length === 0)
      session.print(`${session.style('good', 'formatted')}: ${counted(files.length, 'file')}\n`);
  }
  return bad.length === 0 ? 0 : 1;
}

async function formatOne(session: Session, file: string, checkOnly: boolean): Promise<Outcome> {
  let text: string;
  try {
    text = await readPolicy(session.host, file);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    session.tell(`${session.styleError('bad', 'error:')} ${error.message}: ${error.help ?? ''}\n`);
    return 'unreadable';
  }
  const { value, diagnostics } = parseFile(text, file);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const source = { kind: 'source', prefix: '', entry: file, files: new Map([[file, text]]) } as const;
    session.tell(`${session.styleError('bad', 'error:')} \`${file}\` is left as it is\n`);
    for (const problem of diagnosticProblems(errors.slice(0, 10), source))
      session.tell(problemText(problem, session.styleError));
    return 'unreadable';
  }
  const formatted = formatFile(value, text);
  if (formatted === text) return 'unchanged';
  if (checkOnly) return 'unformatted';
  await session.host.writeFile(file, formatted);
  return 'formatted';
}

/** The `.policy` files at a path; folders are searched, but for hidden ones and `node_modules`. */
async function policyFiles(session: Session, path: string): Promise<readonly string[]> {
  const kind = await session.host.kindOf(path);
  if (kind === 'none') throw new UsageError(`there is no \`${path}\``);
  if (kind === 'file') {
    if (!path.endsWith('.policy')) throw new UsageError(`\`${path}\` is no .policy file`);
    return [path];
  }
  const found: string[] = [];
  for (const name of await session.host.list(path)) {
    if (name.startsWith('.') || name === 'node_modules/') continue;
    if (name.endsWith('/')) found.push(...(await policyFiles(session, join(path, name))));
    else if (name.endsWith('.policy')) found.push(join(path, name));
  }
  return found;
}
