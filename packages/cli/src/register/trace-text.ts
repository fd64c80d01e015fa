/** A trace as text: the counts, what is broken, then each statement with what encodes and tries it. */
import { counted } from '../output/counted.ts';
import type { Role } from '../output/style.ts';
import type { Trace, TraceCounts, TracedStatement } from './trace.ts';

type Style = (role: Role, text: string) => string;

/** More scenarios than this are counted, not listed. */
const mostScenarios = 3;

/** The whole trace. */
export function traceText(trace: Trace, style: Style): string {
  const { statements, findings, counts, pack } = trace;
  const sections = Map.groupBy(statements, ({ section }) => section);
  const told = [...sections].flatMap(([title, members]) => [
    `${style('heading', title)}\n`,
    ...members.map((each) => statementText(each, style)),
    '\n',
  ]);
  return [
    `${style('heading', `${pack.id} ${pack.version}: from statement to rule to scenario`)}\n\n`,
    ...told,
    ...(statements.length === 0 ? [encodingsText(trace, style)] : []),
    countsText(counts, trace),
    ...findings.map(({ message }) => `${style('bad', 'broken:')} ${message}\n`),
  ].join('');
}

function statementText({ statement, encodedBy, scenarios }: TracedStatement, style: Style): string {
  const { id, pinpoint, source, disposition, reason, duplicateOf } = statement;
  const head = `  ${style('strong', id)} ${source} ${pinpoint}`;
  if (disposition === 'setAside') {
    const twin = duplicateOf === undefined ? '' : ` of ${duplicateOf}`;
    return `${head} ${style('quiet', `set aside: ${reason ?? 'no reason'}${twin}`)}\n`;
  }
  const encoded = encodedBy.length === 0 ? style('bad', 'nothing') : encodedBy.join(', ');
  return `${head} → ${encoded} → ${scenariosText(scenarios, style)}\n`;
}

function scenariosText(scenarios: readonly string[], style: Style): string {
  if (scenarios.length === 0) return style('caution', 'no scenario');
  const shown = scenarios.slice(0, mostScenarios).map((name) => `"${name}"`);
  const more = scenarios.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** Without a register there is nothing to start from but the rules. */
function encodingsText({ encodings }: Trace, style: Style): string {
  const lines = encodings
    .filter(({ kind, covers }) => kind === 'rule' || covers.length > 0)
    .map(
      ({ kind, name, covers, scenarios }) =>
        `  ${kind} ${style('strong', name)} → ${covers.length === 0 ? style('caution', 'no statement') : covers.join(', ')} → ${scenariosText(scenarios, style)}\n`,
    );
  return `${lines.join('')}\n`;
}

function countsText(counts: TraceCounts, { statements, encodings, scenarios }: Trace): string {
  const rules = encodings.filter(({ kind }) => kind === 'rule').length;
  const definitions = encodings.filter(({ kind }) => kind === 'definition').length;
  const pack = `${counted(rules, 'rule')}, ${counted(definitions, 'definition')}, ${counted(scenarios.length, 'scenario')}\n`;
  if (statements.length === 0)
    return `${pack}The pack has no register of statements (statements/*.yaml), so that it cannot be told which of the source's statements are missing.\n`;
  const aside = Object.values(counts.setAside).reduce((sum, n) => sum + n, 0);
  const reasons = Object.entries(counts.setAside)
    .map(([reason, n]) => `${reason} ${n}`)
    .join(', ');
  return [
    pack,
    `${counts.registered} statements: ${counts.encoded} encoded (${counts.judgementsOnly} of them by judgements only, ${counts.untried} tried by no scenario), ${aside} set aside${reasons === '' ? '' : ` (${reasons})`}, ${counts.unaccounted} unaccounted for\n`,
  ].join('');
}
