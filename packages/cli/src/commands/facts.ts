/** `proviso facts`: a file of facts to fill in. */
import type { Command } from 'commander';
import { collect } from '../dates.ts';
import type { ExitCode } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import { usePack } from '../pack/compile-pack.ts';
import { chosenGoals } from '../pack/goals.ts';
import type { Runner, Session } from '../session.ts';
import { factsList, factsYaml } from '@proviso/cases';
import { formatOption } from './options.ts';

interface FactsFlags {
  readonly goal?: readonly string[];
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
The result is YAML with every question as a comment; null is "not known".

Examples:
  $ proviso facts policies/ico-political-campaigning --goal directMarketing > case.yaml
  $ proviso facts my-pack --format json`;

/** Adds the command. */
export function registerFacts(program: Command, runner: Runner): void {
  program
    .command('facts')
    .summary('print a file of facts to fill in')
    .description('Prints a commented file of the facts that goals can depend on, to fill in.')
    .argument('<pack>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .option('--goal <name...>', 'only what this goal asks; may be repeated', collect)
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: FactsFlags) =>
      runner((session) => facts(session, pack, flags), flags.format),
    );
}

async function facts(session: Session, path: string, flags: FactsFlags): Promise<ExitCode> {
  const pack = await usePack(session, path);
  const goals = chosenGoals(pack.plan, flags.goal);
  session.print(
    flags.format === 'json'
      ? jsonDocument('facts', { goals, facts: factsList(pack.plan, pack.phrases, goals) })
      : factsYaml(pack.plan, pack.phrases, goals),
  );
  return 0;
}
