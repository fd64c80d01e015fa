/** `proviso verify`: what holds in every case, and what nobody asked about. */
import type { Plan } from '@proviso/compiler/plan';
import { wrap } from '@proviso/explain';
import { type Diagnostic, renderJson, renderSarif, renderText } from '@proviso/language';
import {
  type Bounds,
  cachedProver,
  isDecided,
  scenarioText,
  Translation,
  type VerificationReport,
  verifyPlan,
} from '@proviso/verify';
import { type Command, Option } from 'commander';
import type { ExitCode } from '../exit.ts';
import { inertJson } from '../output/inert.ts';
import { jsonDocument } from '../output/json.ts';
import { textStyle } from '../output/text-style.ts';
import type { PackInWords } from '@proviso/cases';
import { usePack, useSource } from '../pack/compile-pack.ts';
import { shownAs } from '../pack/diagnostics.ts';
import { loadPack, type PackSource } from '../pack/load-pack.ts';
import type { Runner, Session } from '../session.ts';
import { boundsJson, boundsParagraph } from '../verify/bounds-text.ts';
import { keyOf, readKept, writeKept } from '../verify/cache.ts';
import { type Item, type PolicyText, type Verdict, verdictOf } from '../verify/findings.ts';
import { addProverOptions, boundsOf, type ProverFlags, withProver } from '../verify/prover-options.ts';
import { witnessText } from '../verify/witness-text.ts';
import { version } from '../version.ts';
import { formatOption } from './options.ts';

interface VerifyFlags extends ProverFlags {
  readonly strict: boolean;
  readonly accepted: boolean;
  /** A folder; false for none. */
  readonly cache: string | boolean;
  readonly format: 'text' | 'json' | 'sarif';
}

const EXAMPLES = `
Invariants are proved for every complete case that the constraints allow, on every date of the pack's period and
with every reading, or refuted with the smallest case in which they fail. What else is found has a code;
\`proviso explain CODE\` tells what it means. What is meant so is accepted in the policy:
\`accept CODE on NAME because "…"\`. Every case that is shown has been confirmed by the reference interpreter.

Answers are kept, so that what did not change is not proved again.

Exit codes: 0 everything holds, 1 an invariant is refuted or something was found; with --strict also where
something was not decided.

Examples:
  $ proviso verify policies/ico-political-campaigning
  $ proviso verify my-pack --strict --format sarif > findings.sarif
  $ proviso verify my-pack --list-length 3 --budget 100000000
  $ proviso verify my-pack --accepted`;

/** Adds the command. */
export function registerVerify(program: Command, runner: Runner): void {
  const command = program
    .command('verify')
    .summary('prove the invariants of a pack, and find its gaps and clashes')
    .description('Proves or refutes the invariants of a pack, and finds what can never be, matter or hold.')
    .argument('<pack>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .option('--strict', 'fail also where something was not decided', false)
    .option('--accepted', 'also list what the policy accepts, with its reasons', false);
  addProverOptions(command)
    .addOption(
      new Option('--cache <folder>', 'where answers are kept').default(true, 'the cache of the user'),
    )
    .option('--no-cache', 'keep no answers, and use none')
    .addOption(formatOption(['text', 'json', 'sarif']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: VerifyFlags) =>
      runner((session) => verify(session, pack, flags), flags.format),
    );
}

async function verify(session: Session, path: string, flags: VerifyFlags): Promise<ExitCode> {
  session.progress.step(`reading ${path}`);
  const loaded = await loadPack(session.host, path);
  const source = loaded.kind === 'source' ? loaded : undefined;
  const fromSource = source === undefined ? undefined : useSource(session, path, source);
  const pack = fromSource ?? (await usePack(session, path));
  const bounds = boundsOf(flags, pack.plan);
  const report = await reportOn(session, pack.plan, bounds, flags);
  const text: PolicyText = { program: fromSource?.program, entry: source?.entry ?? path };
  const citesOf = (name: string): Item['cites'] => citesOfInvariant(pack.plan, name);
  const verdict = verdictOf(report, citesOf, text);
  session.progress.end();
  const shown = { pack, source, bounds, verdict, report };
  if (flags.format === 'text') session.print(textOf(session, shown, flags));
  else if (flags.format === 'sarif') session.print(`${inertJson(sarifOf(shown))}\n`);
  else session.print(jsonDocument('verify', jsonOf(shown)));
  const { refuted, found, notDecided } = verdict.counts;
  return refuted + found > 0 || (flags.strict && notDecided > 0) ? 1 : 0;
}

/** The report, as it was kept where nothing changed since. */
async function reportOn(
  session: Session,
  plan: Plan,
  bounds: Bounds,
  flags: VerifyFlags,
): Promise<VerificationReport> {
  const { budget, solver, cache } = flags;
  const folder = cache === false ? undefined : cache === true ? session.host.cacheFolder : cache;
  const key = keyOf(plan, { bounds, budget, solver });
  const kept = folder === undefined ? undefined : await readKept(session, folder, plan.pack.id);
  if (kept?.key === key) return kept.report;
  return withProver(flags, async (prover) => {
    const remembering = cachedProver(prover, kept?.memory ?? {});
    const report = await verifyPlan(Translation.of(plan, bounds), remembering, (what, done) => {
      session.progress.step(
        what === 'invariants'
          ? `proving invariants: ${done}/${plan.invariants.length}`
          : `looking for findings: ${done} questions answered`,
      );
    });
    if (folder !== undefined) {
      // A report in which something is open is not kept: with a solver, or another budget, it may be decided.
      const ofThis = isDecided(report) ? key : '';
      await writeKept(session, folder, plan.pack.id, { key: ofThis, report, memory: remembering.memory() });
    }
    return report;
  });
}

interface Shown {
  readonly pack: PackInWords;
  readonly source: PackSource | undefined;
  readonly bounds: Bounds;
  readonly verdict: Verdict;
  readonly report: VerificationReport;
}

function citesOfInvariant(plan: Plan, name: string): Item['cites'] {
  const cites = plan.invariants.find((each) => each.name === name)?.cites ?? [];
  return cites.flatMap((i) => plan.cites[i] ?? []);
}

function textOf(
  session: Session,
  { pack, source, bounds, verdict }: Shown,
  { accepted }: VerifyFlags,
): string {
  const { plan, phrases } = pack;
  const { style, width } = session;
  const one = ({ diagnostic, cites, statements, witness }: Item): string => {
    const { diagnostics, files } = inPlace([diagnostic], source);
    const said = phrases.invariants[statements[0] ?? '']?.because;
    return [
      renderText(diagnostics, files, { style: textStyle(session) }),
      ...(said === undefined ? [] : wrap(`It says: ${said}`, '  ', '    ', width).map((line) => `${line}\n`)),
      ...(statements.length < 2 ? [] : [`  takes part: ${statements.join(', ')}\n`]),
      ...(cites.length === 0 ? [] : [`  cites ${cites.map(citeText).join('; ')}\n`]),
      ...(witness === undefined
        ? []
        : [
            witnessText(witness, {
              plan,
              phrases,
              style,
              width,
              name: diagnostic.message.replaceAll('`', ''),
            }),
          ]),
      '\n',
    ].join('');
  };
  const list = accepted
    ? verdict.accepted.map(({ item, because }) => {
        const { code, message } = item.diagnostic;
        return wrap(`${style('quiet', `accepted[${code}]`)} ${message}: ${because}`, '', '  ', width)
          .map((line) => `${line}\n`)
          .join('');
      })
    : [];
  return [
    ...verdict.items.map(one),
    ...list,
    ...(list.length === 0 ? [] : ['\n']),
    summary(session, verdict),
    boundsParagraph(bounds, session),
  ].join('');
}

function summary({ style }: Session, { counts }: Verdict): string {
  const { proved, refuted, found, accepted, notDecided } = counts;
  const say = (n: number, role: 'bad' | 'caution', words: string): string =>
    n === 0 ? `${n} ${words}` : style(role, `${n} ${words}`);
  const invariants = `${style('good', `${proved} proved`)}, ${say(refuted, 'bad', 'refuted')}`;
  const findings = `${say(found, 'caution', 'open')}, ${accepted} accepted`;
  return `Invariants: ${invariants}. Findings: ${findings}. ${say(notDecided, 'caution', 'not decided')}.\n`;
}

function citeText({ source, pinpoint, anchor }: Item['cites'][number]): string {
  return `${source} ${pinpoint}${anchor === undefined ? '' : ` “${anchor}”`}`;
}

function inPlace(
  diagnostics: readonly Diagnostic[],
  source: PackSource | undefined,
): { readonly diagnostics: readonly Diagnostic[]; readonly files: ReadonlyMap<string, string> } {
  return source === undefined ? { diagnostics, files: new Map() } : shownAs(diagnostics, source);
}

function sarifOf({ source, verdict }: Shown): object {
  const { diagnostics, files } = inPlace(
    verdict.items.map(({ diagnostic }) => diagnostic),
    source,
  );
  return renderSarif(diagnostics, files, version);
}

function jsonOf({ pack, source, bounds, verdict, report }: Shown): object {
  const { plan } = pack;
  const { id, meaning, text } = plan.pack;
  const one = ({ diagnostic, statements, cites, witness, decided }: Item): object => {
    const { diagnostics, files } = inPlace([diagnostic], source);
    const [rendered] = renderJson(diagnostics, files);
    return {
      ...rendered,
      statements,
      cites,
      decided,
      ...(witness === undefined
        ? {}
        : {
            witness,
            scenario: scenarioText(plan, witness.case, {
              name: diagnostic.message.replaceAll('`', ''),
              expect: witness.outcomes,
            }),
          }),
    };
  };
  return {
    pack: { id, version: plan.pack.version, meaning, text },
    bounds: boundsJson(bounds),
    counts: verdict.counts,
    invariants: report.invariants.map(({ name, verdict }) => ({ name, verdict })),
    findings: verdict.items.map(one),
    accepted: verdict.accepted.map(({ item, because }) => ({ ...one(item), because })),
  };
}
