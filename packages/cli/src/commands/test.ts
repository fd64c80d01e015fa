/** `proviso test`: the scenarios of a pack. */
import type { Command } from 'commander';
import type { ExitCode } from '../exit.ts';
import { coverageOf, runScenarios, type ScenarioRun, toldProblem } from '@proviso/cases';
import { jsonDocument } from '../output/json.ts';
import { usePack } from '../pack/compile-pack.ts';
import { UsageError } from '../exit.ts';
import { coverageText, runsText } from '../scenarios/render.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption } from './options.ts';
import { watchPack } from './watch.ts';

interface TestFlags {
  readonly coverage: boolean;
  readonly watch: boolean;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
A scenario is a case with the outcome that the source states; it lies in the pack. One that fails
shows what was expected, what came out, and why.

Examples:
  $ proviso test policies/ico-political-campaigning
  $ proviso test my-pack --coverage
  $ proviso test my-pack --watch`;

/** Adds the command. */
export function registerTest(program: Command, runner: Runner): void {
  program
    .command('test')
    .summary('run the scenarios of a pack')
    .description('Runs the scenarios of a pack.')
    .argument('<pack>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .option('--coverage', 'also say which rules, limbs and exceptions no scenario exercises', false)
    .option('--watch', 'run again whenever a file of the pack changes', false)
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: TestFlags) =>
      runner(
        (session) =>
          flags.watch
            ? watchPack(session, pack, () => test(session, pack, flags))
            : test(session, pack, flags),
        flags.format,
      ),
    );
}

async function test(session: Session, path: string, flags: TestFlags): Promise<ExitCode> {
  const pack = await usePack(session, path);
  if (pack.plan.scenarios.length === 0) {
    throw new UsageError(`the pack \`${path}\` has no scenario`, {
      help: 'write one: a `scenario` with `given` and `expect`',
    });
  }
  let done = 0;
  const runs = runScenarios(pack.plan, (name) => {
    done += 1;
    session.progress.step(`${done}/${pack.plan.scenarios.length} ${name}`);
  }).map((run) => ({
    ...run,
    refused: run.refused.map((problem) => toldProblem(problem, pack.plan, pack.phrases)),
  }));
  const coverage = flags.coverage ? coverageOf(pack.plan, runs) : undefined;
  if (flags.format === 'json') {
    session.print(
      jsonDocument('test', {
        passed: runs.filter((run) => run.passed).length,
        failed: runs.filter((run) => !run.passed).length,
        scenarios: runs.map(asJson),
        ...(coverage === undefined ? {} : { coverage: coverage.items }),
      }),
    );
  } else {
    session.print(runsText(runs, pack.phrases, session.style, session.width));
    if (coverage !== undefined) session.print(coverageText(coverage, session.style));
  }
  return runs.every((run) => run.passed) ? 0 : 1;
}

function asJson({ scenario, asOf, passed, mismatches, refused, assessment }: ScenarioRun): object {
  return {
    name: scenario.name,
    asOf,
    passed,
    mismatches,
    refused,
    ...(passed || assessment === undefined ? {} : { assessment }),
  };
}
