/** An explanation as Markdown (CommonMark): headings, lists, and citations that link to their sources. */
import type { Assessment, Phrasebook } from '@proviso/runtime';
import { explain, type ExplainOptions } from './explain.ts';
import { checkExplanation, checkOptions } from './given.ts';
import { lineOf, numberedSections, type Run } from './layout.ts';
import { webAddress } from './links.ts';
import type { Citation, Explanation, Point } from './outline.ts';

/** How the Markdown is laid out. */
export interface MarkdownOptions {
  /** The level of the title, 1 to 5; 1 unless told. */
  readonly level?: number;
}

/** The explanation of an assessment as Markdown, ending in a line break. */
export function explainMarkdown(
  assessment: Assessment,
  phrases: Phrasebook,
  options: ExplainOptions & MarkdownOptions = {},
): string {
  return renderMarkdown(explain(assessment, phrases, options), options);
}

/** An explanation as Markdown, ending in a line break. */
export function renderMarkdown(explanation: Explanation, options: MarkdownOptions = {}): string {
  checkExplanation(explanation);
  checkOptions(options, { level: 'titleLevel' });
  const { level = 1 } = options;
  const heading = (depth: number, text: string): string => `${'#'.repeat(depth)} ${inline(text)}`;
  const blocks = [heading(level, explanation.title), paragraph(explanation.subtitle)];
  for (const [section, first] of numberedSections(explanation)) {
    blocks.push(heading(level + 1, section.heading), ...section.paragraphs.map(paragraph));
    const points = section.points.flatMap((point, index) =>
      pointLines(point, section.numbered ? `${first + index}. ` : '- ', ''),
    );
    if (points.length > 0) blocks.push(points.join('\n'));
  }
  blocks.push('---', paragraph(explanation.standing));
  return `${blocks.join('\n\n')}\n`;
}

function pointLines(point: Point, bullet: string, indent: string): readonly string[] {
  const { runs, points } = lineOf(point);
  const inner = indent + ' '.repeat(bullet.length);
  const text = runs.map(runMarkdown).join('');
  return [`${indent}${bullet}${leading(text)}`, ...points.flatMap((child) => pointLines(child, '- ', inner))];
}

function runMarkdown(run: Run): string {
  switch (run.kind) {
    case 'text':
      return inline(run.text);
    case 'see':
      return inline(`(${run.see.words})`);
    case 'cites':
      return `\\[${run.cites.map(citeMarkdown).join('; ')}\\]`;
    default:
      throw new Error(`unknown run: ${String(run satisfies never)}`);
  }
}

function citeMarkdown({ where, note, url }: Citation): string {
  const address = webAddress(url);
  const text = inline(where);
  return `${address === undefined ? text : `[${text}](<${address}>)`}${inline(note)}`;
}

function paragraph(text: string): string {
  return leading(inline(text));
}

/** What has a meaning inside a line is escaped, and a line break is a space: a case cannot write markup. */
function inline(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&|~@$]|:(?=\/\/)/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}

/** What has a meaning at the beginning of a line. */
function leading(text: string): string {
  return text.replace(/^(?=[#+=-])/, '\\').replace(/^(\d+)(?=[.)])/, '$1\\');
}
