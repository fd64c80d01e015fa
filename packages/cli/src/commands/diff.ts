/** `proviso diff`: what is different between two versions, two dates or two readings. */
import { didYouMean } from '@proviso/language';
import { differencesOf } from '@proviso/verify';
import { type Command, InvalidArgumentError } from 'commander';
import { goalsNamed, statementNames } from '@proviso/compiler/plan';
import { formatDay } from '@proviso/runtime';
import { collect, readAsOf } from '../dates.ts';
import { diffText } from '../diff/diff-text.ts';
import { type Choices, type PackSide, sidesOf } from '../diff/sides.ts';
import { isOtherOrOpen, tell } from '../diff/told.ts';
import { type ExitCode, UsageError } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import { usePack } from '../pack/compile-pack.ts';
import type { Runner, Session } from '../session.ts';
import { boundsJson, boundsParagraph } from '../verify/bounds-text.ts';
import { addProverOptions, boundsOf, type ProverFlags, withProver } from '../verify/prover-options.ts';
import { formatOption, repeatable } from './options.ts';

interface DiffFlags extends ProverFlags {
  readonly on?: readonly string[];
  readonly reading?: Choices['reading'];
  readonly goal?: readonly string[];
  readonly classes: number;
  readonly scenarios: boolean;
  readonly expectSame: boolean;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
Two packs are compared; or one pack with itself on two dates, or by two readings of one ambiguity. A date
or a reading that is given once is that of both sides; one that is given twice is that of the old side
first. What is not given may be anything, the same on both sides.

Each answer is proved the same, or told with the classes of cases in which it differs; each class has a
case that the reference interpreter has confirmed on both sides. What follows from another difference is
told once, there. What could not be decided is told as such, never as the same.

Which decisions on record would come out otherwise: \`proviso replay --records FOLDER --against NEW\`.

Exit codes: 0; with --expect-same 1 where anything differs or was not decided.

Examples:
  $ proviso diff my-pack/releases/1.0.0 my-pack --expect-same
  $ proviso diff policies/ico-political-campaigning --on 2026-01-01 --on 2026-03-01
  $ proviso diff my-pack --reading period=calendarDays --reading period=workingDays
  $ proviso diff old-pack new-pack --on 2026-03-01 --goal refund --scenarios`;

/** Adds the command. */
export function registerDiff(program: Command, runner: Runner): void {
  const command = program
    .command('diff')
    .summary('tell which cases a change alters')
    .description('Tells which cases come out otherwise between two versions, two dates or two readings.')
    .argument('<old>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .argument('[new]', 'what to compare it with; the same pack unless given')
    .option('--on <date>', 'as of this day; twice for a day of each side', repeatable(readOn))
    .option('--reading <name=value>', 'by this reading; twice for one of each side', repeatable(readReadings))
    .option('--goal <name...>', 'compare only what this goal, definition or rule needs', collect)
    .option('--classes <n>', 'classes of cases to tell of each definition and rule', readCount, 5)
    .option('--scenarios', 'print a case of each class as a scenario for each side', false)
    .option('--expect-same', 'exit with 1 where anything differs or was not decided', false);
  addProverOptions(command)
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (old: string, now: string | undefined, flags: DiffFlags) =>
      runner((session) => diff(session, old, now, flags), flags.format),
    );
}

function readOn(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, readAsOf(text)];
}

function readReadings(text: string, before: Choices['reading'] = []): Choices['reading'] {
  const [, ambiguity, reading] = /^([A-Za-z]\w*)=([A-Za-z]\w*)$/.exec(text) ?? [];
  if (ambiguity === undefined || reading === undefined)
    throw new InvalidArgumentError('A reading is given as NAME=VALUE.');
  return [...before, { ambiguity, reading }];
}

function readCount(text: string): number {
  const n = Number(text);
  if (!/^\d{1,3}$/.test(text) || n < 1) throw new InvalidArgumentError('A whole number from 1 to 999.');
  return n;
}

async function diff(
  session: Session,
  oldPath: string,
  newPath: string | undefined,
  flags: DiffFlags,
): Promise<ExitCode> {
  const { progress, style, width } = session;
  const old = { path: oldPath, pack: await usePack(session, oldPath) };
  const now = newPath === undefined ? undefined : { path: newPath, pack: await usePack(session, newPath) };
  const sides = sidesOf(old, now, { on: flags.on ?? [], reading: flags.reading ?? [] });
  checkGoals(sides, flags.goal);
  const bounds = boundsOf(flags, sides.old.pack.plan, sides.new.pack.plan);
  const differences = await withProver(flags, (prover) =>
    differencesOf(sides.old, sides.new, prover, {
      ...(flags.goal === undefined ? {} : { goals: flags.goal }),
      classes: flags.classes,
      bounds,
      progress: (step) => {
        progress.step(step);
      },
    }),
  );
  const told = tell(differences, sides.old, sides.new);
  const isOther = isOtherOrOpen(differences);
  if (flags.format === 'json') {
    const document = { old: sideJson(sides.old), new: sideJson(sides.new), same: !isOther, ...told };
    session.print(jsonDocument('diff', { ...document, bounds: boundsJson(bounds) }));
  } else {
    session.print(diffText(told, sides.old, sides.new, { style, width, scenarios: flags.scenarios }));
    session.print(boundsParagraph(bounds, session, overWords(sides.new)));
  }
  return flags.expectSame && isOther ? 1 : 0;
}

function checkGoals(
  { old, new: now }: { readonly old: PackSide; readonly new: PackSide },
  asked: readonly string[] | undefined,
): void {
  const plans = [old.plan, now.plan];
  for (const name of asked ?? []) {
    if (plans.some((plan) => goalsNamed(plan, [name]).length > 0)) continue;
    const possible = plans.flatMap((plan) => [
      ...plan.goals.map((goal) => goal.name),
      ...statementNames(plan),
    ]);
    const meant = didYouMean(name, [...new Set(possible)]);
    throw new UsageError(`there is no goal \`${name}\` on either side`, {
      help:
        meant === undefined
          ? 'give the name of a goal, a definition or a rule'
          : `did you mean \`${meant}\`?`,
    });
  }
}

function sideJson({ path, plan, day, readings }: PackSide): object {
  const { id, version, meaning, text } = plan.pack;
  const on = day === undefined ? {} : { on: formatDay(day) };
  return { path, id, version, meaning, text, ...on, readings };
}

/** Over which dates and readings the sides are compared, where these are not given. */
function overWords({ day, readings, plan }: PackSide): string {
  const dates = day === undefined ? ['on every date of both periods'] : [];
  const open = plan.ambiguities.some(({ name }) => readings[name] === undefined);
  return [
    ...dates,
    `with every reading${Object.keys(readings).length > 0 && open ? ' of the other ambiguities' : ''}`,
  ].join(' and ');
}
