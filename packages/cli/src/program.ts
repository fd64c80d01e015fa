/** The commands, put together; exit codes; errors as text or JSON. */
import { closestName } from '@proviso/runtime';
import { Command, CommanderError } from 'commander';
import { formatAsked, greedyOption, refuseRepeated } from './commands/options.ts';
import { type ExitCode, UsageError } from './exit.ts';
import type { Host } from './host/host.ts';
import { failureText, type Said, sayable } from './output/failure.ts';
import { inertJson } from './output/inert.ts';
import { OUTPUT_FORMAT } from './output/json.ts';
import { type Action, openSession, type Runner, type Session } from './session.ts';
import { version } from './version.ts';

const EXIT_CODES = `
Exit codes:
  0  done
  1  done, and something is wrong: findings, failed scenarios, what --fail-on names
  2  not done: wrong arguments, or facts or a pack that cannot be used

Colours are off where output is no terminal or NO_COLOR is set.`;

type Register = (program: Command, runner: Runner) => void;

/** The commands in the order in which help lists them. Each brings along what only it needs, so it is loaded when asked for. */
const COMMANDS: ReadonlyMap<string, () => Promise<Register>> = new Map([
  ['new', async () => (await import('./commands/new.ts')).registerNew],
  ['check', async () => (await import('./commands/check.ts')).registerCheck],
  ['fmt', async () => (await import('./commands/fmt.ts')).registerFmt],
  ['rename', async () => (await import('./commands/rename.ts')).registerRename],
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
  ['playground', async () => (await import('./commands/playground.ts')).registerPlayground],
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
    // What is wrong with the arguments is told with all other errors.
    .configureOutput({ writeOut: session.print, writeErr: session.tell, outputError: () => undefined })
    .exitOverride();
  let format: string | undefined;
  const runner = async (action: Action, asked: string | undefined): Promise<void> => {
    format = asked;
    code = await action(session);
  };
  for (const load of commandsFor(args)) (await load())(program, runner);
  refuseRepeated(program);
  try {
    refuseUnknownHelp(args);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return await report(error, session, format, { program, args });
  } finally {
    session.progress.end();
  }
}

/** What the program was called with. */
interface Call {
  readonly program: Command;
  readonly args: readonly string[];
}

async function report(
  error: unknown,
  session: Session,
  format: string | undefined,
  call: Call,
): Promise<ExitCode | 70> {
  // The help that was asked for is printed already, and where no command is named.
  if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help'))
    return error.exitCode === 0 ? 0 : 2;
  const command = call.program.commands.find((one) => one.name() === call.args[0]);
  const said =
    error instanceof CommanderError ? wrongArguments(error, command, call.args) : await sayable(error);
  if (said === undefined) {
    session.tell(
      `proviso: this is a fault of the program, not of yours. Please report it with what follows.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 70;
  }
  const asked = format ?? (command === undefined ? undefined : formatAsked(command, call.args));
  if (asked === 'json' || asked === 'sarif')
    session.tell(`${inertJson({ format: OUTPUT_FORMAT, error: said })}\n`);
  else session.tell(failureText(said, session.styleError));
  return 2;
}

/** What is wrong with the arguments, and where to read what they are. */
function wrongArguments(
  { message, code }: CommanderError,
  command: Command | undefined,
  args: readonly string[],
): Said {
  const [first = '', ...more] = message.replace(/^error: /, '').split('\n');
  const meant = more.map((line) => line.replace(/^\((.*)\)$/, '$1'));
  const greedy =
    command === undefined || code !== 'commander.missingArgument' ? undefined : greedyOption(command, args);
  const hints = [
    ...meant,
    ...(greedy === undefined ? [] : [`${greedy} takes every word after it: put other arguments before it.`]),
    command === undefined
      ? '`proviso help` lists the commands.'
      : `\`proviso ${command.name()} --help\` lists the arguments.`,
  ];
  return { message: first, help: hints.join(' '), problems: [] };
}

/** Throws `UsageError` where the help of no command is asked for. */
function refuseUnknownHelp([word, name]: readonly string[]): void {
  if (word !== 'help' || name === undefined || name.startsWith('-') || name === 'help' || COMMANDS.has(name))
    return;
  const meant = closestName(name, [...COMMANDS.keys()]);
  throw new UsageError(`there is no command \`${name}\``, {
    help: `${meant === undefined ? '' : `did you mean \`${meant}\`? `}\`proviso help\` lists the commands.`,
  });
}
