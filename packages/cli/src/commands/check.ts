/** `proviso check`: a pack's mistakes, each in its place. */
import { applyFix, type Diagnostic, renderJson, renderSarif, renderText } from '@proviso/language';
import type { Command } from 'commander';
import type { ExitCode } from '../exit.ts';
import { counted } from '../output/counted.ts';
import { inertJson } from '../output/inert.ts';
import { jsonDocument } from '../output/json.ts';
import { textRoles, textStyle } from '../output/text-style.ts';
import { type Checked, checkSource, usePack } from '../pack/compile-pack.ts';
import { diagnosticProblems, shownAs } from '../pack/diagnostics.ts';
import { loadPack, type PackSource } from '../pack/load-pack.ts';
import type { Runner, Session } from '../session.ts';
import { version } from '../version.ts';
import { formatOption } from './options.ts';

interface CheckFlags {
  readonly fix: boolean;
  readonly format: 'text' | 'json' | 'sarif';
}

const EXAMPLES = `
Examples:
  $ proviso check policies/ico-political-campaigning
  $ proviso check my-pack --fix
  $ proviso check my-pack --format sarif > findings.sarif

Each finding has a code; \`proviso explain CODE\` tells what it means and how to mend it.
The exit code is 1 where there are errors; warnings alone do not fail.`;

/** Adds the command. */
export function registerCheck(program: Command, runner: Runner): void {
  program
    .command('check')
    .summary('check a pack')
    .description('Checks a pack: syntax, names, types, dates, citations, cases left out.')
    .argument('<pack>', 'a folder with a pack.policy, a .policy file, or a built plan.json')
    .option('--fix', 'fix the findings whose fix cannot change what the text means', false)
    .addOption(formatOption(['text', 'json', 'sarif']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: CheckFlags) =>
      runner((session) => check(session, pack, flags), flags.format),
    );
}

async function check(session: Session, path: string, flags: CheckFlags): Promise<ExitCode> {
  const loaded = await loadPack(session.host, path);
  if (loaded.kind === 'build') {
    const { plan } = await usePack(session, path);
    if (flags.format === 'text')
      session.print(
        `${session.style('good', 'intact')}: ${plan.pack.id} ${plan.pack.version}, ${plan.pack.meaning.slice(0, 12)}\n`,
      );
    else session.print(report([], new Map(), 1, flags.format));
    return 0;
  }
  session.progress.step(`checking ${path}`);
  let checked = checkSource(loaded);
  let repairs: readonly string[] = [];
  if (flags.fix) {
    const repaired = repair(checked);
    checked = repaired.checked;
    repairs = repaired.made;
    for (const [name, text] of checked.source.files) {
      if (loaded.files.get(name) !== text) await session.host.writeFile(`${loaded.prefix}${name}`, text);
    }
  }
  const { diagnostics, files } = shownAs(checked.diagnostics, checked.source);
  if (flags.format === 'text') {
    if (diagnostics.length > 0)
      session.print(`${renderText(diagnostics, files, { style: textStyle(session) })}\n`);
    for (const repair of repairs) session.print(`${session.style('good', 'fixed')} ${repair}\n`);
    session.print(
      `${repairs.length > 0 ? `${counted(repairs.length, 'finding')} fixed; ` : ''}${summary(diagnostics, files.size, session)}\n`,
    );
  } else {
    for (const repair of repairs) session.tell(`fixed ${repair}\n`);
    session.print(report(diagnostics, files, files.size, flags.format));
  }
  return checked.built === undefined || diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function report(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, string>,
  count: number,
  format: 'json' | 'sarif',
): string {
  if (format === 'sarif') return `${inertJson(renderSarif(diagnostics, files, version))}\n`;
  const of = (severity: string): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return jsonDocument('check', {
    files: count,
    errors: of('error'),
    warnings: of('warning'),
    notes: of('note'),
    diagnostics: renderJson(diagnostics, files),
  });
}

function summary(diagnostics: readonly Diagnostic[], files: number, session: Session): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const n = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return n === 0 ? [] : [session.style(textRoles[severity], counted(n, severity))];
  });
  return counts.length === 0
    ? `${session.style('good', 'no findings')} in ${counted(files, 'file')}`
    : `${counts.join(', ')} in ${counted(files, 'file')}`;
}

/** Rounds of repairs: one repair may make room for another, or clash with it. */
const maxRounds = 10;

function repair(checked: Checked): { readonly checked: Checked; readonly made: readonly string[] } {
  let current = checked;
  const all: string[] = [];
  for (let round = 0; round < maxRounds; round++) {
    const { source, made } = repairOnce(current);
    if (made.length === 0) break;
    all.push(...made);
    current = checkSource(source);
  }
  return { checked: current, made: all };
}

/** What was mended, where in the text as it was then, and how. */
function repairText(finding: Diagnostic, source: PackSource): string {
  const [place] = diagnosticProblems([finding], source);
  return `${place?.file}:${place?.line}:${place?.column}: ${finding.fix?.title} (${finding.code})`;
}

/** Applies the safe fixes of one round, from the end of each file to its beginning; of two that overlap, the later in the file. */
function repairOnce({ source, diagnostics }: Checked): {
  readonly source: PackSource;
  readonly made: readonly string[];
} {
  const files = new Map(source.files);
  const all: string[] = [];
  for (const [name, original] of source.files) {
    const fixes = diagnostics
      .flatMap((finding) => {
        const { fix } = finding;
        return fix?.safe === true &&
          fix.edits.length > 0 &&
          fix.edits.every((edit) => edit.span.file === name)
          ? [{ fix, finding }]
          : [];
      })
      .toSorted((a, b) => (b.fix.edits[0]?.span.start ?? 0) - (a.fix.edits[0]?.span.start ?? 0));
    let text = original;
    let from = Number.POSITIVE_INFINITY;
    const made: string[] = [];
    for (const { fix, finding } of fixes) {
      const end = fix.edits.at(-1)?.span.end ?? 0;
      if (end > from) continue;
      text = applyFix(text, fix);
      from = (fix.edits[0]?.span.start ?? 0) - 1;
      made.unshift(repairText(finding, source));
    }
    files.set(name, text);
    all.push(...made);
  }
  return { source: { ...source, files }, made: all };
}
