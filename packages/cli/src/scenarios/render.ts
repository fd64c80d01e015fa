/** Scenario runs and coverage as text. */
import { explainText } from '@proviso/explain';
import type { Phrasebook } from '@proviso/runtime';
import { problemText } from '../output/problems.ts';
import type { Role } from '../output/style.ts';
import { type Coverage, type CoverageItem, mismatchWords, type ScenarioRun } from '@proviso/cases';

type Style = (role: Role, text: string) => string;

/** What failed, with what was expected, what came, and why; then the counts. */
export function runsText(
  runs: readonly ScenarioRun[],
  phrases: Phrasebook,
  style: Style,
  width: number,
): string {
  const failed = runs.filter((run) => !run.passed);
  const passed = runs.length - failed.length;
  const tally = `${style('good', `${passed} passed`)}, ${style(failed.length > 0 ? 'bad' : 'quiet', `${failed.length} failed`)}\n`;
  return `${failed.map((run) => failureText(run, phrases, style, width)).join('')}${tally}`;
}

function failureText(run: ScenarioRun, phrases: Phrasebook, style: Style, width: number): string {
  const lines = [`${style('bad', 'failed')} ${style('strong', run.scenario.name)} (as of ${run.asOf})\n`];
  if (run.refused.length > 0) {
    lines.push('  its facts cannot be used:\n');
    for (const problem of run.refused) lines.push(`  ${problemText(problem, style)}`);
  }
  for (const mismatch of run.mismatches) lines.push(`  ${mismatchWords(mismatch)}\n`);
  if (run.assessment !== undefined) {
    // What came out otherwise is what is asked.
    const answers = [...new Set(run.mismatches.map(({ name }) => name))];
    const text = explainText(run.assessment, phrases, { answers, width: width - 4, showPaths: true });
    lines.push(`  ${style('quiet', 'why:')}\n${indented(text)}`);
  }
  return `${lines.join('')}\n`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `    ${line}`))
    .join('\n');
}

/** Coverage: a line for each statement that is not wholly exercised, and the totals. */
export function coverageText({ items }: Coverage, style: Style): string {
  const kinds = ['rule', 'definition', 'limb', 'exception', 'row'] as const;
  const totals = kinds.flatMap((kind) => {
    const of = items.filter((item) => item.kind === kind);
    const covered = of.filter((item) => item.covered).length;
    return of.length === 0 ? [] : [`${kind}s ${covered}/${of.length}`];
  });
  const missing = items
    .filter((item) => !item.covered)
    .map((item) => `  ${style('caution', 'not exercised')} ${itemText(item)}\n`);
  return `${style('heading', 'Coverage by scenarios')}: ${totals.join(', ')}\n${missing.join('')}`;
}

function itemText({ kind, statement, label, cite }: CoverageItem): string {
  if (kind === 'rule' || kind === 'definition') return `${kind} ${statement}`;
  if (kind === 'row') return `row ${label ?? ''} of ${statement}`;
  return `${kind} ${statement}${label === undefined ? '' : `.${label}`}${cite === undefined ? '' : ` (${cite})`}`;
}
