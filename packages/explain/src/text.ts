/** An explanation laid out as plain text. */
import type { Assessment, Phrasebook } from '@proviso/runtime';
import { explain, type ExplainOptions } from './explain.ts';
import type { Explanation, Point, Section } from './outline.ts';
import { capitalise } from './words.ts';

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
  const width = Math.max(40, options.width ?? 100);
  const style = options.heading ?? ((text: string) => text.toUpperCase());
  const lines: string[] = [...wrap(style(explanation.title), '', '', width), explanation.subtitle];
  let number = 0;
  for (const section of explanation.sections) {
    lines.push('', style(section.heading), ...paragraphs(section, width));
    for (const point of section.points) {
      if (section.numbered) number += 1;
      lines.push(...pointLines(point, section.numbered ? `${number}.`.padEnd(4) : '- ', 0, width));
    }
  }
  lines.push('', ...wrap(explanation.standing, '', '', width));
  return `${lines.join('\n')}\n`;
}

function paragraphs(section: Section, width: number): readonly string[] {
  return section.paragraphs.flatMap((text) => wrap(text, '', '', width));
}

function pointLines(point: Point, bullet: string, indent: number, width: number): readonly string[] {
  const margin = ' '.repeat(indent);
  const [only] = point.points;
  const cites = point.cites === undefined ? '' : ` [${point.cites}]`;
  const inner = indent + bullet.length;
  if (point.whole === true) {
    const lines = wrap(`${point.text}${cites}`, `${margin}${bullet}`, ' '.repeat(inner), width);
    return [...lines, ...point.points.flatMap((child) => pointLines(child, '- ', inner, width))];
  }
  if (only !== undefined && point.points.length === 1 && only.points.length === 0) {
    // One plain reason is told in the same breath.
    const under = only.cites === undefined ? '' : ` [${only.cites}]`;
    return wrap(
      `${capitalise(point.text)}${cites}: ${only.text}${under}.`,
      `${margin}${bullet}`,
      ' '.repeat(inner),
      width,
    );
  }
  const end = point.points.length === 0 ? '.' : ':';
  const lines = wrap(
    `${capitalise(point.text)}${cites}${end}`,
    `${margin}${bullet}`,
    ' '.repeat(inner),
    width,
  );
  return [...lines, ...point.points.flatMap((child) => pointLines(child, '- ', inner, width))];
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
