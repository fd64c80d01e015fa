/** `proviso assess`: a case decided, explained and cited. */
import { explainCase, explainWhyNotCase, type PackInWords, toldProblem } from '@proviso/cases';
import type { Length } from '@proviso/explain';
import { type Assessment, FactsError } from '@proviso/runtime';
import type { AssessOptions } from '@proviso/compiler/interpret';
import type { Command } from 'commander';
import { Option } from 'commander';
import { collect, readAsOf, readReading } from '../dates.ts';
import { type ExitCode, UsageError } from '../exit.ts';
import { readFacts } from '../facts/from-host.ts';
import { aheadExplained, lookAhead, readWantedChange, type WantedChange } from '../output/ahead.ts';
import { printed, type ProseFormat } from '../output/explanation.ts';
import { askedOf } from '../output/why-not.ts';
import { jsonDocument } from '../output/json.ts';
import { usePack } from '../pack/compile-pack.ts';
import { readProvenance } from '../record/read-provenance.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption, repeatable } from './options.ts';

/** What is to be assessed, as flags say it. */
interface AssessmentFlags {
  readonly asOf: string;
  readonly goal?: readonly string[] | undefined;
  readonly reading?: Readonly<Record<string, string>> | undefined;
}

interface AssessFlags extends AssessmentFlags {
  readonly facts: string;
  readonly failOn?: 'breach' | 'undetermined';
  readonly whyNot?: string;
  readonly provenance?: string;
  readonly length: Length;
  readonly whatWouldChange?: readonly WantedChange[];
  readonly next?: true;
  readonly format: ProseFormat | 'json';
}

const EXAMPLES = `
Facts are JSON or YAML, nested as in the policy; what is left out, or null, is not known. In YAML, yes and
no without quotes are answers as true and false are (also Yes and YES); on, off, y and n are texts.
\`proviso facts PACK\` prints a file to fill in.

Examples:
  $ proviso assess policies/ico-political-campaigning --facts case.yaml --as-of 2019-09-01
  $ proviso assess my-pack --facts - --as-of 2026-01-15 --goal refund < case.json
  $ proviso assess my-pack --facts case.yaml --as-of 2026-01-15 --reading noticePeriod=bullet
  $ proviso assess my-pack --facts case.yaml --as-of 2026-01-15 --length short
  $ proviso assess my-pack --facts case.yaml --as-of 2026-01-15 --length full --provenance who.yaml
  $ proviso assess my-pack --facts case.yaml --as-of 2026-01-15 --why-not refund.sealBroken
  $ proviso assess my-pack --facts case.yaml --as-of 2026-01-15 --format html > case.html
  $ proviso assess my-pack --facts case.yaml --as-of 2026-01-15 --what-would-change refund
  $ proviso assess my-pack --facts case.yaml --as-of 2026-01-15 --what-would-change answer@letters[0]=breached
  $ proviso assess my-pack --facts case.yaml --as-of 2026-01-15 --next
  $ proviso assess my-pack --facts case.yaml --as-of 2026-01-15 --fail-on breach --format json

--what-would-change finds the least sets of changes, of up to three facts that a person can change, after which
a definition or rule comes out as VALUE; without VALUE, settled and otherwise than now. An answer that is given
for each member of a list is asked about as to INSTANCE, or as to each of them. It and --next are told in
place of the explanation; in JSON, beside the assessment.

Without --fail-on the exit code is 0 whatever the verdict is.
With --fail-on breach it is 1 where a breach is found; with --fail-on undetermined
also where something is not settled.`;

/** Adds the command. */
export function registerAssess(program: Command, runner: Runner): void {
  program
    .command('assess')
    .summary('assess a case and explain the result')
    .description('Assesses the facts of a case as of a day, and explains the result with citations.')
    .argument('<pack>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .requiredOption('--facts <file>', 'the facts, JSON or YAML; - for standard input')
    .requiredOption('--as-of <date>', 'the day of the assessment, year-month-day', readAsOf)
    .option('--goal <name...>', 'answer only this goal, definition or rule; may be repeated', collect)
    .option('--reading <name=value>', 'take another reading of an ambiguity; may be repeated', readReading)
    .addOption(
      new Option('--fail-on <what>', 'exit with 1 where this is found').choices(['breach', 'undetermined']),
    )
    .addOption(
      new Option('--why-not <name>', 'why this definition, rule or label did not apply').conflicts([
        'goal',
        'whatWouldChange',
        'next',
      ]),
    )
    .option('--provenance <file>', 'who said so, when, why and on what evidence')
    .addOption(
      new Option('--length <length>', 'how much to tell: a paragraph, what was asked for, or everything')
        .choices(['short', 'standard', 'full'])
        .default('standard'),
    )
    .option(
      '--what-would-change <name[@instance][=value]>',
      'find what would change this answer; may be repeated',
      repeatable(readWantedChange),
    )
    .option('--next', 'list what is due, in order of date, and what is still to be found out')
    .addOption(formatOption(['text', 'json', 'markdown', 'html']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: AssessFlags) =>
      runner((session) => assess(session, pack, flags), flags.format),
    );
}

async function assess(session: Session, path: string, flags: AssessFlags): Promise<ExitCode> {
  const used = await usePack(session, path);
  const asked = flags.whyNot === undefined ? undefined : askedOf(used, flags.whyNot);
  const pack = asked?.pack ?? used;
  const goal = asked === undefined ? flags.goal : [asked.name];
  const { asOf, reading, format } = flags;
  const facts = await readFacts(session.host, flags.facts);
  session.progress.step('assessing');
  const assessment = assessCase(
    pack,
    facts.data,
    { asOf, goal, reading },
    (problem) => facts.lineOf(problem),
    flags.facts === '-' ? 'facts' : flags.facts,
  );
  const of = { facts: facts.data, options: assessOptions({ asOf, goal, reading }) };
  const ahead = lookAhead(session, pack, assessment, of, flags);
  // The paths are for whoever fills in the file of facts; that is done beside a terminal.
  const told =
    flags.provenance === undefined ? undefined : await readProvenance(session.host, flags.provenance);
  const how = {
    length: flags.length,
    showPaths: format === 'text',
    ...(told === undefined ? {} : { provenance: told.provenance }),
  };
  const whyNot = asked === undefined ? undefined : explainWhyNotCase(asked, assessment, of, how);
  if (format === 'json')
    session.print(
      jsonDocument('assess', { assessment, ...(whyNot === undefined ? {} : { whyNot }), ...ahead }),
    );
  else {
    const explanation =
      whyNot ??
      aheadExplained(pack, assessment, ahead, how.showPaths) ??
      explainCase(pack, assessment, of, how);
    session.print(printed(session, explanation, format));
  }
  return isFailure(assessment, flags.failOn) ? 1 : 0;
}

/** Assesses; what is wrong with the facts is told with the lines of their file. */
export function assessCase(
  pack: PackInWords,
  facts: unknown,
  options: AssessmentFlags,
  lineOf: (path: string) => number | undefined,
  file: string,
): Assessment {
  try {
    return pack.assess(facts, assessOptions(options));
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    const ofOptions = error.problems.every(({ path }) => /^(asOf|goals|readings)\b/.test(path));
    throw new UsageError(ofOptions ? 'the assessment cannot be made' : 'the facts cannot be used', {
      problems: error.problems.map((problem) => {
        const { path, message, help, at } = toldProblem(problem, pack.plan, pack.phrases);
        const option = optionOf(path);
        const line = option === undefined ? lineOf(at ?? path) : undefined;
        return {
          ...(line === undefined ? {} : { file, line }),
          path: option ?? path,
          message,
          ...(help === undefined ? {} : { help }),
        };
      }),
    });
  }
}

function assessOptions({ asOf, goal, reading }: AssessmentFlags): AssessOptions {
  return {
    asOf,
    ...(goal === undefined ? {} : { goals: goal }),
    ...(reading === undefined ? {} : { readings: reading }),
  };
}

/** The option that an evaluation's problem is about. */
function optionOf(path: string): string | undefined {
  if (path === 'asOf') return '--as-of';
  if (/^goals\b/.test(path)) return '--goal';
  return /^readings\b/.test(path) ? '--reading' : undefined;
}

function isFailure(assessment: Assessment, failOn: AssessFlags['failOn']): boolean {
  if (failOn === undefined) return false;
  if (assessment.verdict === 'breachFound') return true;
  return failOn === 'undetermined' && (assessment.verdict === 'undetermined' || assessment.needs.length > 0);
}
