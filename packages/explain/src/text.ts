/** An explanation laid out as plain text. */
import type { Assessment, Phrasebook } from '@proviso/runtime';
import { explain, type ExplainOptions } from './explain.ts';
import { checkExplanation, checkOptions } from './given.ts';
import { lineOf, numberedSections, type Run } from './layout.ts';
import type { Explanation, Point } from './outline.ts';

/** How the text is laid out. */
export interface TextOptions extends ExplainOptions {
  /** Columns; 100 unless told, at least 40. */
  readonly width?: number;
  /** Styles a heading, for a terminal. */
  readonly heading?: (text: string) => string;
}

/** The explanation of an assessment as text, ending in a line break. */
export function explainText(assessment: Assessment, phrases: Phrasebook, options: TextOptions = {}): string {
  return renderText(explain(assessment, phrases, options), options);
}

/** An explanation as text, ending in a line break. */
export function renderText(explanation: Explanation, options: TextOptions = {}): string {
  checkExplanation(explanation);
  checkOptions(options, { width: 'width', heading: 'function' });
  const width = Math.max(40, options.width ?? 100);
  const style = options.heading ?? ((text: string) => text.toUpperCase());
  const lines: string[] = [...wrap(style(explanation.title), '', '', width), explanation.subtitle];
  for (const [section, first] of numberedSections(explanation)) {
    lines.push(
      '',
      style(section.heading),
      ...section.paragraphs.flatMap((text) => wrap(text, '', '', width)),
    );
    section.points.forEach((point, index) => {
      const bullet = section.numbered ? `${first + index}. `.padEnd(4) : '- ';
      lines.push(...pointLines(point, bullet, 0, width));
    });
  }
  lines.push('', ...wrap(explanation.standing, '', '', width));
  return `${lines.join('\n')}\n`;
}

function pointLines(point: Point, bullet: string, indent: number, width: number): readonly string[] {
  const { runs, points } = lineOf(point);
  const inner = indent + bullet.length;
  const first = `${' '.repeat(indent)}${bullet}`;
  return [
    ...wrap(lineText(runs), first, ' '.repeat(inner), width),
    ...points.flatMap((child) => pointLines(child, '- ', inner, width)),
  ];
}

/** A line as plain text. */
export function lineText(runs: readonly Run[]): string {
  return runs.map(runText).join('');
}

function runText(run: Run): string {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'see':
      return `(${run.see.words})`;
    case 'cites':
      return `[${run.cites.map(({ where, note }) => `${where}${note}`).join('; ')}]`;
    default:
      throw new Error(`unknown run: ${String(run satisfies never)}`);
  }
}

/**
 * Breaks at spaces, never inside a word; `first` begins the first line and `rest` the others. A line break in the text
 * is a space: what the facts of a case say cannot pass for a line of the explanation.
 */
export function wrap(text: string, first: string, rest: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/[ \t\r\n\v\f\u0085\u2028\u2029]/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line.trimEnd());
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines;
}
