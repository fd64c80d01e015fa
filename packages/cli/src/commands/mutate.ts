/** `proviso mutate`: whether the tests of a pack would notice a mistake in it. */
import { didYouMean } from '@proviso/runtime';
import { type Choice, mutantsOf, type OperatorName, operators, runMutants, tallyOf } from '@proviso/verify';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import { placesIn } from '../mutate/place.ts';
import { type MutationReport, mutationJson, mutationText } from '../mutate/report.ts';
import { jsonDocument } from '../output/json.ts';
import type { PackInWords } from '@proviso/cases';
import { usePack, useSource } from '../pack/compile-pack.ts';
import { loadPack } from '../pack/load-pack.ts';
import type { Runner, Session } from '../session.ts';
import { addProverOptions, boundsOf, type ProverFlags, withProver } from '../verify/prover-options.ts';
import { formatOption } from './options.ts';

interface MutateFlags extends ProverFlags {
  readonly only?: readonly string[];
  readonly operator?: readonly OperatorName[];
  readonly minScore?: number;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
A mutant is the pack after one small edit that an author could make by mistake. It is noticed where a
scenario fails under it, or where it refutes an invariant that the pack keeps. A mutant that is proved
to give the same answers is left out of the score. Each one that survives is shown with a case that
would tell it apart: put what the source says of that case into a scenario.

Operators:
${operators.map(({ name, title }) => `  ${name.padEnd(12)}${title}`).join('\n')}

Exit codes: 0 done, 1 the score is below --min-score, 2 not done.

Examples:
  $ proviso mutate policies/tenancy-deposits
  $ proviso mutate my-pack --only refund --operator comparison date
  $ proviso mutate my-pack --min-score 0.95 --format json`;

/** Adds the command. */
export function registerMutate(program: Command, runner: Runner): void {
  const command = program
    .command('mutate')
    .summary('see whether the scenarios would notice a mistake')
    .description('Runs small edits of a pack against its scenarios and invariants.')
    .argument('<pack>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .option('--only <names...>', 'only edits of these statements, facts (Record.field) or ambiguities')
    .addOption(
      new Option('--operator <names...>', 'only these operators').choices(operators.map(({ name }) => name)),
    )
    .option('--min-score <n>', 'exit with 1 where the score is lower: 0.95', readScore);
  addProverOptions(command)
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: MutateFlags) =>
      runner((session) => mutate(session, pack, flags), flags.format),
    );
}

function readScore(text: string): number {
  const score = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || score > 1) throw new InvalidArgumentError('A number from 0 to 1.');
  return score;
}

async function mutate(session: Session, path: string, flags: MutateFlags): Promise<ExitCode> {
  const { plan, placeOf } = await packAt(session, path);
  const bounds = boundsOf(flags, plan);
  const choice = choiceOf(plan, flags);
  const run = await withProver(flags, (prover) =>
    runMutants(plan, bounds, prover, choice, (step) => {
      session.progress.step(step);
    }),
  );
  if (run.failing.length > 0) {
    throw new UsageError('some scenarios fail as the pack stands, so that nothing can be told by them', {
      problems: run.failing.slice(0, 10).map(({ scenario }) => ({ message: `scenario “${scenario.name}”` })),
      help: `\`proviso test ${path}\` shows what fails`,
    });
  }
  session.progress.end();
  const report: MutationReport = { plan, judged: run.judged, bounds, placeOf };
  session.print(
    flags.format === 'json'
      ? jsonDocument('mutate', mutationJson(report))
      : mutationText(report, session.style, session.width),
  );
  const { score } = tallyOf(run.judged);
  return flags.minScore !== undefined && score < flags.minScore ? 1 : 0;
}

async function packAt(
  session: Session,
  path: string,
): Promise<Pick<PackInWords, 'plan'> & Pick<MutationReport, 'placeOf'>> {
  session.progress.step(`reading ${path}`);
  const loaded = await loadPack(session.host, path);
  if (loaded.kind === 'build') {
    return { plan: (await usePack(session, path)).plan, placeOf: () => undefined };
  }
  const { plan, program } = useSource(session, path, loaded);
  return { plan, placeOf: placesIn(program, loaded) };
}

/** What is chosen; throws where something is named that has no mutant. */
function choiceOf(plan: PackInWords['plan'], { only, operator }: MutateFlags): Choice {
  const known = new Set(mutantsOf(plan).map(({ subject }) => subject));
  const unknown = only?.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new UsageError(`there is nothing to edit by the name \`${unknown}\``, {
      help:
        didYouMean(unknown, known) ??
        'name statements, facts with an assumption (`Record.field`) or ambiguities',
    });
  }
  return {
    ...(only === undefined ? {} : { subjects: new Set(only) }),
    ...(operator === undefined ? {} : { operators: new Set(operator) }),
  };
}
