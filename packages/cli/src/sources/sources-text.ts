/** A report on sources as text. */
import { counted } from '../output/counted.ts';
import type { Role } from '../output/style.ts';
import type { SourceReport, TextReport } from './check-sources.ts';

type Style = (role: Role, text: string) => string;

/** The longest that a quoted passage may be before it is cut. */
const longest = 110;

const PLACED: Readonly<Record<TextReport['placedBy'], string>> = {
  pages: 'places checked by its pages',
  paragraphs: 'places checked by its numbered paragraphs',
  order: 'it shows no pages: places checked only by the order in which the citations stand',
};

/** All sources; `withUncited`: also each sentence that no citation touches. */
export function sourcesText(reports: readonly SourceReport[], withUncited: boolean, style: Style): string {
  return reports.map((report) => sourceText(report, withUncited, style)).join('');
}

function sourceText(report: SourceReport, withUncited: boolean, style: Style): string {
  const { name, title, status, basis, checked, stale, citations, anchors, text } = report;
  const when = checked === undefined ? 'never checked' : `checked ${checked}`;
  const seen = basis === 'secondary' ? ', seen only at second hand' : '';
  const lines = [
    `${style('strong', name)} ${title}\n`,
    `  ${status}${seen}, ${stale ? style('bad', `stale: ${when}`) : when}; ${counted(citations, 'citation')}, ${counted(anchors, 'anchor')}\n`,
  ];
  if (text !== undefined) lines.push(...textLines(text, anchors, withUncited, style));
  return lines.join('');
}

function textLines(text: TextReport, anchors: number, withUncited: boolean, style: Style): readonly string[] {
  const { found, findings, uncited, recorded, fingerprint, placedBy } = text;
  const same = {
    same: 'the text recorded',
    differs: style('bad', 'not the text recorded'),
    none: 'no text is recorded',
  }[recorded];
  return [
    `  text of ${counted(fingerprint.words, 'word')}, ${same}; ${PLACED[placedBy]}\n`,
    `  ${found} of ${counted(anchors, 'anchor')} found\n`,
    ...findings.flatMap(({ pinpoint, anchor, message, nearest }) => [
      `  ${style('bad', 'wrong:')} ${pinpoint} "${anchor}": ${message}\n`,
      ...(nearest === undefined ? [] : [`    line ${nearest.line}: "${cut(nearest.text)}"\n`]),
    ]),
    `  ${counted(uncited.length, 'sentence')} with must, should, may or the like that no citation touches${withUncited || uncited.length === 0 ? '' : ' (--uncited lists them)'}\n`,
    ...(withUncited ? uncited.map((each) => `    line ${each.line}: ${cut(each.text)}\n`) : []),
  ];
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
