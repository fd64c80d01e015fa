/** The commands, put together; exit codes; errors as text or JSON. */
import { Command, CommanderError } from 'commander';
import type { ExitCode } from './exit.ts';
import type { Host } from './host/host.ts';
import { failureText, sayable } from './output/failure.ts';
import { inertJson } from './output/inert.ts';
import { OUTPUT_FORMAT } from './output/json.ts';
import { type Action, openSession, type Runner, type Session } from './session.ts';
import { version } from './version.ts';

const EXIT_CODES = `
Exit codes:
  0  done
  1  done, and there are problems: findings, failed scenarios, what --fail-on names
  2  not done: wrong arguments, or facts or a pack that cannot be used

Colours are off where output is no terminal or NO_COLOR is set.`;

type Register = (program: Command, runner: Runner) => void;

/** The commands in the order in which help lists them. Each brings along what only it needs, so it is loaded when asked for. */
const COMMANDS: ReadonlyMap<string, () => Promise<Register>> = new Map([
  ['new', async () => (await import('./commands/new.ts')).registerNew],
  ['check', async () => (await import('./commands/check.ts')).registerCheck],
  ['fmt', async () => (await import('./commands/fmt.ts')).registerFmt],
  ['test', async () => (await import('./commands/test.ts')).registerTest],
  ['verify', async () => (await import('./commands/verify.ts')).registerVerify],
  ['find', async () => (await import('./commands/find.ts')).registerFind],
  ['mutate', async () => (await import('./commands/mutate.ts')).registerMutate],
  ['diff', async () => (await import('./commands/diff.ts')).registerDiff],
  ['trace', async () => (await import('./commands/trace.ts')).registerTrace],
  ['sources', async () => (await import('./commands/sources.ts')).registerSources],
  ['assess', async () => (await import('./commands/assess.ts')).registerAssess],
  ['facts', async () => (await import('./commands/facts.ts')).registerFacts],
  ['ask', async () => (await import('./commands/ask.ts')).registerAsk],
  ['build', async () => (await import('./commands/build.ts')).registerBuild],
  ['release', async () => (await import('./commands/release.ts')).registerRelease],
  ['handbook', async () => (await import('./commands/handbook.ts')).registerHandbook],
  ['explain', async () => (await import('./commands/explain.ts')).registerExplain],
  ['record', async () => (await import('./commands/record.ts')).registerRecord],
  ['replay', async () => (await import('./commands/replay.ts')).registerReplay],
  ['review', async () => (await import('./commands/review.ts')).registerReview],
  ['keys', async () => (await import('./commands/keys.ts')).registerKeys],
]);

/** The one that is named first; where none is, all, for help and for what was meant. The version takes none of them. */
function commandsFor(args: readonly string[]): readonly (() => Promise<Register>)[] {
  if (args[0] === '--version' || args[0] === '-V') return [];
  const named = COMMANDS.get(args[0] ?? '');
  return named === undefined ? [...COMMANDS.values()] : [named];
}

/** Runs the program on its arguments; never throws for anything a user can do. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode | 70> {
  const session = openSession(host);
  let code: ExitCode = 0;
  const program = new Command('proviso')
    .description('Policies of law and guidance: written, checked, tested, assessed, explained.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError('(`proviso help` lists the commands; add --help to one for its options)')
    .configureOutput({ writeOut: session.print, writeErr: session.tell })
    .exitOverride();
  let format: string | undefined;
  const runner = async (action: Action, asked: string | undefined): Promise<void> => {
    format = asked;
    code = await action(session);
  };
  for (const load of commandsFor(args)) (await load())(program, runner);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return report(error, session, format);
  } finally {
    session.progress.end();
  }
}

function report(error: unknown, session: Session, format: string | undefined): ExitCode | 70 {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const said = sayable(error);
  if (said === undefined) {
    session.tell(
      `proviso: this is a fault of the program, not of yours. Please report it with what follows.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 70;
  }
  if (format === 'json' || format === 'sarif') {
    session.tell(`${inertJson({ format: OUTPUT_FORMAT, error: said })}\n`);
    return 2;
  }
  session.tell(failureText(said, session.styleError));
  return 2;
}
