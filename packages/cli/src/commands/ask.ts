/** `proviso ask`: an interview that asks only what still matters. */
import { explainCase } from '@proviso/cases';
import type { Command } from 'commander';
import { collect, readAsOf, readReading } from '../dates.ts';
import { type ExitCode, UsageError } from '../exit.ts';
import { readFacts } from '../facts/from-host.ts';
import { interview, type Interviewee } from '../interview/interview.ts';
import { fileInterviewee, lineInterviewee } from '../interview/interviewees.ts';
import { printed } from '../output/explanation.ts';
import { jsonDocument } from '../output/json.ts';
import { refuseExisting } from '../output/new-file.ts';
import { usePack } from '../pack/compile-pack.ts';
import { chosenGoals } from '../pack/goals.ts';
import type { Runner, Session } from '../session.ts';
import { assessCase } from './assess.ts';
import { formatOption } from './options.ts';

interface AskFlags {
  readonly goal?: readonly string[];
  readonly asOf: string;
  readonly reading?: Readonly<Record<string, string>>;
  readonly answers?: string;
  readonly save?: string;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
"I don't know" is always an answer; so is "back". At a terminal the questions are menus; Esc, Ctrl-C or
Ctrl-D ends them, with what is known so far. Otherwise each line of standard input answers one (an empty one: not
known), and where the lines end the rest is not known. --save never replaces a file, and makes no folder.

Examples:
  $ proviso ask policies/ico-political-campaigning --goal directMarketing --as-of 2019-09-01
  $ proviso ask my-pack --goal refund --as-of 2026-01-15 --answers case.yaml --format json
  $ printf 'yes\\n?\\n2026-01-05\\n' | proviso ask my-pack --goal refund --as-of 2026-01-15`;

/** Adds the command. */
export function registerAsk(program: Command, runner: Runner): void {
  program
    .command('ask')
    .summary('ask for the facts of a case, and assess it')
    .description('Asks for the facts of a case, only those that still matter, and explains the result.')
    .argument('<pack>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .option('--goal <name...>', 'what is to be answered (required); may be repeated', collect)
    .requiredOption('--as-of <date>', 'the day of the assessment, year-month-day', readAsOf)
    .option('--reading <name=value>', 'take another reading of an ambiguity; may be repeated', readReading)
    .option('--answers <file>', 'a file of facts that answers instead of a person')
    .option('--save <file>', 'keep the facts as JSON in a new file, for `proviso assess`')
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: AskFlags) =>
      runner((session) => ask(session, pack, flags), flags.format),
    );
}

async function ask(session: Session, path: string, flags: AskFlags): Promise<ExitCode> {
  if (flags.save !== undefined) await refuseExisting(session.host, flags.save, 'a file is');
  const pack = await usePack(session, path);
  if (flags.goal === undefined) {
    throw new UsageError('say what is to be answered: `--goal <name>`', {
      help: `there are ${pack.plan.goals.map(({ name }) => `\`${name}\``).join(', ')}`,
    });
  }
  const options = {
    asOf: flags.asOf,
    goals: chosenGoals(pack.plan, flags.goal),
    readings: flags.reading ?? {},
  };
  // What is wrong with the date or the readings is told before the first question.
  assessCase(
    pack,
    {},
    { asOf: options.asOf, goal: options.goals, reading: options.readings },
    () => undefined,
    '',
  );
  session.progress.end();
  const { facts, asked, assessment } = await interview(pack, options, await intervieweeOf(session, flags));
  if (flags.save !== undefined)
    await session.host.writeFile(flags.save, `${JSON.stringify(facts, undefined, 2)}\n`);
  if (flags.format === 'json') session.print(jsonDocument('ask', { asked, facts, assessment }));
  else {
    const explanation = explainCase(pack, assessment, { facts, options }, { showPaths: true });
    session.print(printed(session, explanation, 'text'));
  }
  return 0;
}

async function intervieweeOf(session: Session, flags: AskFlags): Promise<Interviewee> {
  if (flags.answers !== undefined) {
    const { data } = await readFacts(session.host, flags.answers);
    return fileInterviewee(data, (text) => {
      throw new UsageError(`the answers in \`${flags.answers ?? ''}\` cannot be used: ${text}`);
    });
  }
  if (!session.host.interactive) return lineInterviewee(session.host);
  // Loaded only where there is a person: it starts a terminal interface.
  const { terminalInterviewee } = await import('../interview/terminal-interviewee.ts');
  return terminalInterviewee();
}
