/** `proviso sources`: what a pack cites, compared with the texts that a reviewer has. */
import { type Command, InvalidArgumentError } from 'commander';
import { readAsOf } from '../dates.ts';
import { type ExitCode, UsageError } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import { usePack } from '../pack/compile-pack.ts';
import { folderOfPack } from '../pack/folder.ts';
import type { Runner, Session } from '../session.ts';
import { reportSources, type SourceReport } from '../sources/check-sources.ts';
import { type Fingerprint, readFingerprints, writeFingerprints } from '../sources/fingerprints.ts';
import { readSource, readTextOption, type TextOption } from '../sources/read-source.ts';
import type { SourceText } from '../sources/source-text.ts';
import { sourcesText } from '../sources/sources-text.ts';
import { formatOption, repeatable } from './options.ts';

interface SourcesFlags {
  readonly text?: TextOption;
  readonly stale?: number;
  readonly on?: string;
  readonly uncited: boolean;
  readonly record: boolean;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
A text is plain text in UTF-8 (from a PDF: pdftotext, whose form feeds tell the pages). Each citation's
words are looked up in it, at the page or numbered paragraph cited; where the text shows no pages, by
the order in which the citations stand. The pack keeps a fingerprint of the text (--record), never the
text. Exit code 1 tells that words are not where they are cited, that a text is not the one recorded,
or that a source is stale.

Examples:
  $ proviso sources policies/ico-political-campaigning
  $ proviso sources my-pack --text code=draft-code.txt --text act=act.txt --uncited
  $ proviso sources my-pack --stale 180d`;

/** Adds the command. */
export function registerSources(program: Command, runner: Runner): void {
  program
    .command('sources')
    .summary('check citations against the texts of the sources')
    .description('Lists the sources of a pack, and checks its citations against the texts that you have.')
    .argument('<pack>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .option('--text <source=file>', 'the text of a source; may be repeated', repeatable(readTextOption))
    .option('--stale <days>', 'call a source stale that was not checked within so many days: 180d', readDays)
    .option('--on <date>', 'the day to count from, and to record; today unless given', readAsOf)
    .option('--uncited', 'also list the sentences with must, should, may that no citation touches', false)
    .option('--record', 'keep the fingerprints of the texts in the pack (fingerprints.json)', false)
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: SourcesFlags) =>
      runner((session) => sources(session, pack, flags), flags.format),
    );
}

function readDays(text: string): number {
  const [, days] = /^(\d{1,5})d?$/.exec(text) ?? [];
  if (days === undefined) throw new InvalidArgumentError('Days are given as a number: 180d.');
  return Number(days);
}

async function sources(session: Session, path: string, flags: SourcesFlags): Promise<ExitCode> {
  const { host } = session;
  const files = flags.text ?? {};
  if (flags.record && Object.keys(files).length === 0)
    throw new UsageError('there is no text to record', { help: 'give one with --text SOURCE=FILE' });
  const { plan, phrases } = await usePack(session, path);
  const names = plan.sources.map(({ name }) => name);
  const unknown = Object.keys(files).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`the pack has no source \`${unknown}\``, { help: `it has ${names.join(', ')}` });
  const texts = new Map<string, SourceText>();
  for (const [name, file] of Object.entries(files)) {
    session.progress.step(`reading ${file}`);
    texts.set(name, await readSource(session, file));
  }
  const folder = await folderOfPack(host, path);
  const fingerprints = await readFingerprints(host, folder);
  const on = flags.on ?? host.today();
  const reports = reportSources(plan, phrases, { texts, fingerprints, on, staleAfter: flags.stale });
  if (flags.record) {
    const taken = reports.flatMap(({ name, text }): readonly (readonly [string, Fingerprint])[] =>
      text === undefined ? [] : [[name, text.fingerprint]],
    );
    const written = await writeFingerprints(host, folder, { ...fingerprints, ...Object.fromEntries(taken) });
    session.tell(`recorded ${taken.map(([name]) => name).join(', ')} in ${written}\n`);
  }
  session.print(
    flags.format === 'json'
      ? jsonDocument('sources', { on, sources: reports })
      : sourcesText(reports, flags.uncited, session.style),
  );
  return reports.some((report) => isWrong(report, flags.record)) ? 1 : 0;
}

/** What recording replaces is no longer a difference. */
function isWrong({ stale, text }: SourceReport, recording: boolean): boolean {
  return (
    stale || (text !== undefined && (text.findings.length > 0 || (text.recorded === 'differs' && !recording)))
  );
}
