/** `proviso find`: a case that satisfies a condition. */
import type { Plan } from '@proviso/compiler/plan';
import { seek, type Shown, scenarioText, Translation } from '@proviso/verify';
import type { Command } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import { loadPack } from '../pack/load-pack.ts';
import type { Runner, Session } from '../session.ts';
import { boundsJson, boundsParagraph } from '../verify/bounds-text.ts';
import { type Asked, readCondition } from '../verify/condition.ts';
import { addProverOptions, boundsOf, type ProverFlags, withProver } from '../verify/prover-options.ts';
import { witnessText } from '../verify/witness-text.ts';
import { byWords, undecidedWords } from '../verify/words.ts';
import { formatOption } from './options.ts';

interface FindFlags extends ProverFlags {
  readonly where: string;
  readonly for?: string;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
The condition is an expression of the language: facts, definitions, \`rule.applies\`, \`rule.met\`, \`rule.breached\`,
\`asOf\`, and, or, not, comparisons. The case is the smallest: none of its facts can be left out, and
whatever it leaves open, the condition holds. The reference interpreter has confirmed it.

Exit codes: 0 a case was found, 1 there is none, or none was found within the budget.

Examples:
  $ proviso find policies/ico-political-campaigning --where "article22Applies and not organisation.registeredParty"
  $ proviso find my-pack --where "refund.breached and asOf < 2026-01-01"
  $ proviso find my-pack --for "l: Letter" --where "l.receivedOn > asOf"`;

/** Adds the command. */
export function registerFind(program: Command, runner: Runner): void {
  const command = program
    .command('find')
    .summary('find a case that satisfies a condition')
    .description('Finds a case that satisfies a condition, or proves that there is none.')
    .argument('<pack>', 'a folder with a pack.policy, or a .policy file')
    .requiredOption('--where <condition>', 'what the case has to satisfy')
    .option('--for <name: Record>', 'ask about each instance of a record, by this name');
  addProverOptions(command)
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: FindFlags) =>
      runner((session) => find(session, pack, flags), flags.format),
    );
}

async function find(session: Session, path: string, flags: FindFlags): Promise<ExitCode> {
  session.progress.step(`reading ${path}`);
  const source = await loadPack(session.host, path);
  if (source.kind === 'build') {
    throw new UsageError(`\`${path}\` is a built pack, in which a condition cannot be read`, {
      help: "give the folder of the pack's policies",
    });
  }
  const asked = readCondition(source, path, flags.where, flags.for);
  const bounds = boundsOf(flags, { ...asked.plan, invariants: [asked.condition] });
  session.progress.step('looking for a case');
  const [shown] = await withProver(flags, (prover) =>
    seek(Translation.of(asked.plan, bounds), prover, [{ condition: asked.condition, holds: true }]),
  );
  if (shown === undefined) throw new Error('one question has one answer');
  session.progress.end();
  if (flags.format === 'json') {
    session.print(
      jsonDocument('find', {
        where: flags.where,
        ...foundJson(asked.plan, shown),
        bounds: boundsJson(bounds),
      }),
    );
  } else session.print(`${foundText(session, asked, shown, flags)}\n${boundsParagraph(bounds, session)}`);
  return shown.kind === 'found' ? 0 : 1;
}

const scenarioName = 'a case that was found';

function foundText(session: Session, { plan, phrases }: Asked, shown: Shown, { where }: FindFlags): string {
  const { style, width } = session;
  switch (shown.kind) {
    case 'found': {
      const about = shown.of === undefined ? '' : `, of \`${shown.of}\``;
      const options = { plan, phrases, style, width, name: scenarioName, comment: `found where ${where}` };
      return `${style('good', 'There is a case')}${about}.\n${witnessText(shown.witness, options)}`;
    }
    case 'none':
      return `${style('bad', 'There is no such case')}: proved by ${byWords[shown.by]}.\n`;
    case 'notDecided':
      return `${style('caution', 'Not decided')}: ${undecidedWords[shown.because]}.\n`;
    default:
      return shown satisfies never;
  }
}

function foundJson(plan: Plan, shown: Shown): object {
  if (shown.kind !== 'found') return { result: shown.kind, ...shown, kind: undefined };
  const { of, witness } = shown;
  const scenario = scenarioText(plan, witness.case, { name: scenarioName, expect: witness.outcomes });
  return { result: 'found', ...(of === undefined ? {} : { of }), ...witness, scenario };
}
