/** What a run of mutants came to, as text and for machines. */
import type { Plan } from '@proviso/compiler/plan';
import {
  type Bounds,
  byOperator,
  type Fate,
  type Judged,
  type Mutant,
  scenarioText,
  tallyOf,
  type Tally,
} from '@proviso/verify';
import type { Role } from '../output/style.ts';
import { boundsJson, boundsParagraph } from '../verify/bounds-text.ts';

/** What a report is made from. */
export interface MutationReport {
  readonly plan: Plan;
  readonly judged: readonly Judged[];
  readonly bounds: Bounds;
  /** Where the edited words are, as far as the texts are at hand. */
  readonly placeOf: (mutant: Mutant) => string | undefined;
}

type Style = (role: Role, text: string) => string;
type Survived = Extract<Fate, { kind: 'survived' }>;

/** The counts by operator, what survived with a case that would tell, what is equivalent or not decided, the score. */
export function mutationText(report: MutationReport, style: Style, width: number): string {
  const { judged, bounds } = report;
  const tally = tallyOf(judged);
  const part = (kind: Fate['kind'], title: string): string => {
    const some = judged.filter(({ fate }) => fate.kind === kind);
    if (some.length === 0) return '';
    const items = some.map((each) => itemText(each, report, style));
    return `${style('heading', `${title} (${some.length})`)}\n${items.join('')}\n`;
  };
  return [
    part('survived', 'Survived: a case that would tell stands under each'),
    part('notDecided', 'Not decided: whether anything could tell was not shown'),
    part('equivalent', 'Equivalent, and not counted: proved to give the same answers'),
    tableText(judged),
    '\n',
    `${style(tally.score === 1 ? 'good' : 'strong', `Score ${scoreText(tally.score)}`)}: ${scoreWords(tally)}\n`,
    boundsParagraph(bounds, { style, width }),
  ].join('');
}

/** Rounded down, so that it never looks better than it is. */
export function scoreText(score: number): string {
  return (Math.floor(score * 1000) / 1000).toFixed(3);
}

function scoreWords({ made, equivalent, killedByScenario, killedByInvariant }: Tally): string {
  const killed = killedByScenario + killedByInvariant;
  return `${killed} of ${made - equivalent} mutants noticed, ${killedByScenario} by scenarios and ${killedByInvariant} by invariants.`;
}

function itemText({ mutant, fate }: Judged, report: MutationReport, style: Style): string {
  const { id, before, after } = mutant;
  const cites = citesOf(report.plan, mutant);
  const where = [report.placeOf(mutant), cites.join(', ')].filter(
    (text) => text !== undefined && text !== '',
  );
  const edit = after === undefined ? `- ${before}\n` : `- ${before}\n  + ${after}\n`;
  return [
    `${style('strong', id)}${where.length === 0 ? '' : ` ${style('quiet', where.join(' '))}`}\n`,
    `  ${edit}`,
    fate.kind === 'survived'
      ? scenarioOf(report.plan, mutant, fate)
          .split('\n')
          .map((line) => (line === '' ? '\n' : `    ${line}\n`))
          .join('')
      : '',
  ].join('');
}

function scenarioOf(plan: Plan, { id }: Mutant, { telling }: Survived): string {
  const { name, of, presumed, original, mutant } = telling;
  const value = presumed ? `unknown presumed ${original}` : original;
  return scenarioText(plan, telling.case, {
    name: `tells ${id} apart`,
    expect: [{ name, ...(of === undefined ? {} : { of }), value }],
    comment: `The pack answers ${original}, the mutant ${mutant}: put what the source says.`,
  }).trimEnd();
}

function citesOf(plan: Plan, { cites }: Mutant): readonly string[] {
  return cites.flatMap((i) => {
    const cite = plan.cites[i];
    return cite === undefined ? [] : [`${cite.source} ${cite.pinpoint}`];
  });
}

function tableText(judged: readonly Judged[]): string {
  const head = ['operator', 'made', 'noticed', 'equivalent', 'survived', 'not decided', 'score'];
  const rows = byOperator(judged).map(({ operator, ...tally }) => rowOf(operator, tally));
  const all = [head, ...rows, rowOf('all', tallyOf(judged))];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map(
      (row) =>
        `${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}\n`,
    )
    .join('');
}

function rowOf(name: string, tally: Tally): readonly string[] {
  const { made, killedByScenario, killedByInvariant, equivalent, survived, notDecided, score } = tally;
  const counts = [made, killedByScenario + killedByInvariant, equivalent, survived, notDecided];
  return [name, ...counts.map(String), scoreText(score)];
}

/** The same for a machine: every mutant with what became of it. */
export function mutationJson(report: MutationReport): object {
  const { plan, judged, bounds, placeOf } = report;
  return {
    ...tallyOf(judged),
    operators: byOperator(judged),
    mutants: judged.map(({ mutant, fate }) => {
      const { id, operator, subject, labels, before, after } = mutant;
      const place = placeOf(mutant);
      return {
        id,
        operator,
        subject,
        ...(labels.length === 0 ? {} : { labels }),
        ...(place === undefined ? {} : { place }),
        cites: citesOf(plan, mutant),
        before,
        ...(after === undefined ? {} : { after }),
        ...fateJson(plan, mutant, fate),
      };
    }),
    bounds: boundsJson(bounds),
  };
}

function fateJson(plan: Plan, mutant: Mutant, fate: Fate): object {
  switch (fate.kind) {
    case 'scenario': {
      const { scenario, mismatch, refused } = fate.failure;
      const how = mismatch === undefined ? { refused } : { mismatch };
      return { fate: 'killed', by: 'scenario', scenario: scenario.name, ...how };
    }
    case 'invariant':
      return { fate: 'killed', by: 'invariant', invariant: fate.invariant };
    case 'equivalent':
      return { fate: 'equivalent', by: fate.by };
    case 'survived':
      return { fate: 'survived', telling: fate.telling, scenarioText: scenarioOf(plan, mutant, fate) };
    case 'notDecided':
      return { fate: 'notDecided' };
    default:
      return fate satisfies never;
  }
}
