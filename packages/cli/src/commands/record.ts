/** `proviso record`: a decision kept with everything it rests on. */
import { basename } from 'node:path/posix';
import {
  makeRecord,
  type Opening,
  readRecord,
  RECORD_FORMAT,
  seal,
  type SealedRecord,
  signed,
  verdictWords,
} from '@proviso/record';
import { recordHtml } from '@proviso/record/html';
import { type Command, Option } from 'commander';
import { collect, readAsOf, readReading } from '../dates.ts';
import { type ExitCode, UsageError } from '../exit.ts';
import { readFacts } from '../facts/from-host.ts';
import { inertJson } from '../output/inert.ts';
import { refuseExisting } from '../output/new-file.ts';
import type { PackInWords } from '@proviso/cases';
import { usePack } from '../pack/compile-pack.ts';
import { accepted, strictJson } from '../record/json-file.ts';
import { signerFrom } from '../record/keys.ts';
import { type ProvenanceFile, readProvenance } from '../record/read-provenance.ts';
import { reviewOf } from '../review/reviews-of.ts';
import type { Runner, Session } from '../session.ts';
import { version } from '../version.ts';
import { assessCase } from './assess.ts';

interface RecordFlags {
  readonly facts: string;
  readonly asOf: string;
  readonly out: string;
  readonly goal?: readonly string[];
  readonly reading?: Readonly<Record<string, string>>;
  readonly provenance?: string;
  readonly title?: string;
  readonly by?: string;
  readonly on?: string;
  readonly mask?: readonly string[];
  readonly openings?: string;
  readonly sign?: string;
  readonly format: 'json' | 'html' | 'both';
}

const EXAMPLES = `
The record holds the case, the facts and who said so, the judgements and why, the version of the pack, the
whole assessment, its explanation, and the rules that are open or broken. No file is ever replaced.

The provenance is JSON or YAML, by the path of a fact, or of a record or list for all that is in it:
  message.channel: { who: "The campaign office", when: 2019-08-21, evidence: ["mailing order 12"] }
  otherwise.directMarketing: { who: "The data protection officer", why: "It asks for a vote" }

--mask keeps values out of the record, and what is calculated from them. --openings is the file that can
show them later; keep it apart. --sign takes an Ed25519 private key (\`proviso keys new\`).

Examples:
  $ proviso record my-pack --facts case.yaml --as-of 2026-01-15 --out case.record.json
  $ proviso record my-pack --facts case.yaml --as-of 2026-01-15 --provenance who.yaml --by "Legal team" --sign legal.private.pem --format both --out case.record.json
  $ proviso record my-pack --facts case.yaml --as-of 2026-01-15 --mask /person/age --openings case.openings.json --out case.record.json`;

/** Adds the command. */
export function registerRecord(program: Command, runner: Runner): void {
  program
    .command('record')
    .summary('assess a case and keep the decision on record')
    .description('Assesses a case, and keeps the decision with all that is needed to check it later.')
    .argument('<pack>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .requiredOption('--facts <file>', 'the facts, JSON or YAML; - for standard input')
    .requiredOption('--as-of <date>', 'the day of the assessment, year-month-day', readAsOf)
    .requiredOption('--out <file>', 'where to write; both: the record there, the page beside it')
    .option('--goal <name...>', 'answer only this goal, definition or rule; may be repeated', collect)
    .option('--reading <name=value>', 'take another reading of an ambiguity; may be repeated', readReading)
    .option('--provenance <file>', 'who said so, when, why and on what evidence')
    .option('--title <text>', 'what to call the case; the name of the file of facts unless told')
    .option('--by <name>', 'who makes the record')
    .option('--on <date>', 'the day the record is made; today unless told', readAsOf)
    .option('--mask <pointer...>', 'keep back the facts at this JSON pointer; may be repeated', collect)
    .option('--openings <file>', 'where to write what opens the masks')
    .option('--sign <file>', 'sign with this private key')
    .addOption(
      new Option('--format <format>', 'what to write: the record, a page of it, or both')
        .choices(['json', 'html', 'both'])
        .default('json'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: RecordFlags) =>
      runner((session) => record(session, pack, flags), undefined),
    );
}

async function record(session: Session, path: string, flags: RecordFlags): Promise<ExitCode> {
  const { host } = session;
  const files = filesOf(flags);
  for (const file of Object.values(files)) await refuseExisting(host, file, 'a record is');
  const sign = flags.sign === undefined ? undefined : await signerFrom(host, flags.sign);
  const pack = await usePack(session, path);
  const { record: made, openings } = await recordOf(session, path, pack, flags);
  const sealed = sign === undefined ? seal(made) : signed(seal(made), sign);
  const text = `${inertJson(sealed)}\n`;
  // What could not be read again must not be written: the file is all that will be left of the decision.
  accepted(readRecord(strictJson(text, flags.out, 'the record')), flags.out, 'the record');
  if (files.openings !== undefined)
    await host.writeFile(files.openings, `${inertJson({ format: RECORD_FORMAT, openings })}\n`, 'secret');
  if (files.page !== undefined) await host.writeFile(files.page, recordHtml(sealed));
  if (files.json !== undefined) await host.writeFile(files.json, text);
  session.print(summary(sealed, Object.values(files)));
  return 0;
}

interface Files {
  readonly json?: string;
  readonly page?: string;
  readonly openings?: string;
}

function filesOf({ out, format, mask, openings }: RecordFlags): Files {
  if ((mask === undefined) !== (openings === undefined))
    throw new UsageError('--mask and --openings go together', {
      help: 'what is masked can be shown later only with the file of openings; keep it apart from the record',
    });
  const page = format === 'html' ? out : `${out.replace(/\.json$/, '')}.html`;
  return {
    ...(format === 'html' ? {} : { json: out }),
    ...(format === 'json' ? {} : { page }),
    ...(openings === undefined ? {} : { openings }),
  };
}

async function recordOf(
  session: Session,
  path: string,
  pack: PackInWords,
  flags: RecordFlags,
): Promise<{ readonly record: SealedRecord['record']; readonly openings: readonly Opening[] }> {
  const { host } = session;
  const facts = await readFacts(host, flags.facts);
  const told = flags.provenance === undefined ? undefined : await readProvenance(host, flags.provenance);
  const name = flags.facts === '-' ? 'facts' : flags.facts;
  session.progress.step('assessing');
  const assessment = assessCase(pack, facts.data, flags, (problem) => facts.lineOf(problem), name);
  const statements = [...Object.keys(assessment.definitions), ...Object.keys(assessment.rules)];
  const review = await reviewOf(session, path, pack, statements);
  const result = makeRecord({
    plan: pack.plan,
    phrases: pack.phrases,
    facts: facts.data,
    assessment,
    assess: pack.assess,
    ...(flags.reading === undefined ? {} : { readings: flags.reading }),
    ...(told === undefined ? {} : { provenance: told.provenance }),
    title: flags.title ?? basename(name).replace(/\.[^.]*$/, ''),
    made: {
      on: flags.on ?? host.today(),
      ...(flags.by === undefined ? {} : { by: flags.by }),
      program: version,
    },
    ...(flags.mask === undefined ? {} : { mask: flags.mask, salt: host.random }),
    ...(review === undefined ? {} : { review }),
  });
  if ('problems' in result) throw refusal(result.problems, flags, told);
  return result;
}

function refusal(
  problems: Extract<ReturnType<typeof makeRecord>, { readonly problems: unknown }>['problems'],
  flags: RecordFlags,
  told: ProvenanceFile | undefined,
): UsageError {
  return new UsageError('the record cannot be made', {
    problems: problems.map(({ about, place, message }) => {
      if (about === 'mask') return { path: `--mask ${place}`, message };
      if (about === 'record') return { path: place, message };
      const line = told?.lineOf(place);
      const file = flags.provenance ?? '';
      return { file, ...(line === undefined ? {} : { line }), path: place, message };
    }),
  });
}

function summary({ record, digest, signature }: SealedRecord, files: readonly string[]): string {
  const lines = [
    `recorded: ${record.case.title}, as of ${record.asOf}: ${verdictWords(record.assessment)}`,
    ...files.map((file) => `  wrote ${file}`),
    `  digest ${digest.value}`,
    signature === undefined ? '  not signed' : `  signed by the key ${signature.key}`,
    ...record.lacking.map(({ path, lacks }) => `  lacking: ${path} has no ${lacks.join(' and no ')}`),
  ];
  return `${lines.join('\n')}\n`;
}
