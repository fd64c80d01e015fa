import type { CatalogueRow } from './catalogue.ts';
import type { Example } from './define.ts';

/** What a sample shows: the text of each file, or the words that stand for a text too long to print. */
function shown(example: Example): string {
  if (typeof example === 'string') return fenced(example);
  if ('shown' in example) return fenced(example.shown);
  return Object.entries(example.files)
    .map(([path, text]) => `\`${path}\`:\n\n${fenced(text)}`)
    .join('\n\n');
}

const fenced = (text: string): string => `\`\`\`\n${text.trimEnd()}\n\`\`\``;

const phases: Readonly<Record<CatalogueRow['phase'], string>> = {
  lex: 'reading characters and words',
  parse: 'reading clauses and conditions',
  bind: 'finding what names stand for',
  check: 'checking what is said',
  plan: 'translating to the core',
  verify: 'verifying all cases (`proviso verify`)',
};

/** What a code means, as Markdown: the text of its page and of `proviso explain`. */
export function explanationPage({
  code,
  phase,
  severity,
  help,
  explanation,
  bad,
  good,
}: CatalogueRow): string {
  return [
    `# \`${code}\``,
    `${severity[0]?.toUpperCase() ?? ''}${severity.slice(1)}, found when ${phases[phase]}.`,
    explanation,
    ...(help === undefined ? [] : [`**Help:** ${help}.`]),
    '## Reported',
    shown(bad),
    '## Not reported',
    shown(good),
  ].join('\n\n');
}

/** The list of all codes, as Markdown with a link to each page. */
export function cataloguePage(rows: readonly CatalogueRow[]): string {
  const lines = rows.map(({ code, severity, explanation }) => {
    const [sentence = ''] = explanation.split(/(?<=[.)])\s/);
    return `| [\`${code}\`](./${code}.md) | ${severity} | ${sentence.replaceAll('|', '\\|')} |`;
  });
  return [
    '# Diagnostics',
    '',
    '| code | severity | what it is about |',
    '| --- | --- | --- |',
    ...lines,
  ].join('\n');
}

/** The name and text of every generated page. */
export function documentationPages(rows: readonly CatalogueRow[]): ReadonlyMap<string, string> {
  const note =
    '<!-- Generated from packages/language/src/diagnostics by scripts/generate-docs.ts. Do not edit. -->';
  return new Map([
    ['README.md', `${note}\n\n${cataloguePage(rows)}\n`],
    ...rows.map((row): [string, string] => [`${row.code}.md`, `${note}\n\n${explanationPage(row)}\n`]),
  ]);
}
