/** `proviso trace`: from the statements of the source to rules and scenarios, and back. */
import type { Command } from 'commander';
import type { ExitCode } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import { usePack } from '../pack/compile-pack.ts';
import { folderOfPack } from '../pack/folder.ts';
import { readRegister } from '../register/register.ts';
import { traceCsv } from '../register/trace-csv.ts';
import { traceHtml } from '../register/trace-html.ts';
import { traceText } from '../register/trace-text.ts';
import { type Trace, traceOf } from '../register/trace.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption } from './options.ts';

interface TraceFlags {
  readonly format: 'text' | 'json' | 'csv' | 'html';
}

const EXAMPLES = `
A statement is accounted for where something covers it, or where the register (statements/*.yaml in the
pack's folder) sets it aside for a reason. Exit code 1 tells that a statement is not, that a rule covers
nothing, or that a scenario expects nothing.

Examples:
  $ proviso trace policies/ico-political-campaigning
  $ proviso trace my-pack --format html > trace.html
  $ proviso trace my-pack --format csv > trace.csv`;

/** Adds the command. */
export function registerTrace(program: Command, runner: Runner): void {
  program
    .command('trace')
    .summary('show which rule encodes and which scenario tries each statement of the source')
    .description(
      'Traces each statement of the source to the rules that encode it and the scenarios that try it, and back.',
    )
    .argument('<pack>', 'a folder with a pack.policy, or a .policy file')
    .addOption(formatOption(['text', 'json', 'csv', 'html']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: TraceFlags) =>
      runner((session) => trace(session, pack, flags), flags.format),
    );
}

async function trace(session: Session, path: string, flags: TraceFlags): Promise<ExitCode> {
  const { plan, phrases } = await usePack(session, path);
  const register = await readRegister(session.host, await folderOfPack(session.host, path));
  const traced = traceOf(plan, register);
  session.print(printed(traced, phrases.pack.title, flags.format, session));
  return traced.findings.length > 0 ? 1 : 0;
}

function printed(traced: Trace, packTitle: string, format: TraceFlags['format'], session: Session): string {
  switch (format) {
    case 'json':
      return jsonDocument('trace', traced);
    case 'csv':
      return traceCsv(traced);
    case 'html':
      return traceHtml(traced, packTitle);
    case 'text':
      return traceText(traced, session.style);
    default:
      throw new Error(`unknown format: ${String(format satisfies never)}`);
  }
}
