import { checkFindings } from '../given.ts';
import type { Span } from '../ast/ast.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { lineIndex, type LineIndex } from './lines.ts';
import { visible } from './visible.ts';

/** What a piece of rendered text is, for a caller that wants to colour it. */
export type TextRole = Severity | 'title' | 'frame' | 'related' | 'help';

/** How to render. */
export interface RenderOptions {
  /** Colours a piece of text; by default nothing is coloured. */
  readonly style?: (role: TextRole, text: string) => string;
  /** Findings shown at most, 300 by default; the others are only counted. */
  readonly limit?: number;
}

/** Columns of source shown at most; longer lines are cut around what matters. */
const shownColumns = 140;

/**
 * Renders diagnostics as text: the message, the place, the line with what is meant underlined, the related places and
 * the help. `sources` holds the text of each file that spans name; for a file that it lacks only the name is shown.
 */
export function renderText(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: RenderOptions = {},
): string {
  checkFindings(diagnostics, sources);
  const { style = plain, limit = 300 } = options ?? {};
  const indexes = new Map([...sources].map(([file, text]): [string, LineIndex] => [file, lineIndex(text)]));
  const shown = diagnostics.slice(0, limit).map((diagnostic) => renderOne(diagnostic, indexes, style));
  const more = diagnostics.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more\n`] : [])].join('\n');
}

const plain: NonNullable<RenderOptions['style']> = (_role, text) => text;

function renderOne(
  diagnostic: Diagnostic,
  indexes: ReadonlyMap<string, LineIndex>,
  style: NonNullable<RenderOptions['style']>,
): string {
  const places = [diagnostic.span, ...diagnostic.related.map(({ span }) => span)];
  const lastLine = Math.max(...places.map((span) => indexes.get(span.file)?.position(span.start).line ?? 1));
  const gutter = String(lastLine).length;
  const head = `${diagnostic.severity}[${diagnostic.code}]`;
  const lines = [`${style(diagnostic.severity, head)}: ${style('title', visible(diagnostic.message))}`];
  lines.push(...renderFrame(diagnostic.span, '-->', '^', '', diagnostic.severity));
  for (const { span, message } of diagnostic.related)
    lines.push(...renderFrame(span, ':::', '-', visible(message), 'related'));
  const notes = [
    ...(diagnostic.help === undefined ? [] : [`help: ${visible(diagnostic.help)}`]),
    ...(diagnostic.fix === undefined ? [] : [`fix:  ${visible(diagnostic.fix.title)}`]),
    ...(diagnostic.otherFixes ?? []).map(({ title }) => `or:   ${visible(title)}`),
  ];
  for (const note of notes) lines.push(`${' '.repeat(gutter)} ${style('frame', '=')} ${style('help', note)}`);
  return `${lines.join('\n')}\n`;

  function renderFrame(
    span: Span,
    arrow: string,
    mark: string,
    label: string,
    role: TextRole,
  ): readonly string[] {
    const index = indexes.get(span.file);
    const pad = ' '.repeat(gutter);
    if (index === undefined)
      return [`${pad}${style('frame', arrow)} ${visible(span.file)}${label === '' ? '' : `: ${label}`}`];
    const { line, column } = index.position(span.start);
    const end = index.position(span.end);
    const text = index.lineText(line);
    const length = end.line === line ? end.column - column : text.length - column + 1;
    const { shown, start } = cut(text, column - 1, Math.max(1, length));
    const underline = mark.repeat(Math.max(1, Math.min(length, shown.length - start)));
    const words = label === '' ? '' : ` ${label}`;
    const bar = style('frame', '|');
    return [
      `${pad}${style('frame', arrow)} ${visible(span.file)}:${line}:${column}`,
      `${pad} ${bar}`,
      `${style('frame', String(line).padStart(gutter))} ${bar} ${shown}`.trimEnd(),
      `${pad} ${bar} ${' '.repeat(start)}${style(role, `${underline}${words}`)}`,
    ];
  }
}

/** A line made fit to print, and where in it the span now begins. */
function cut(
  text: string,
  start: number,
  length: number,
): { readonly shown: string; readonly start: number } {
  const safe = visible(text).replaceAll('\t', ' ');
  if (safe.length <= shownColumns) return { shown: safe, start };
  const before = Math.max(0, Math.min(start - 30, safe.length - shownColumns));
  const end = Math.min(
    safe.length,
    Math.max(before + shownColumns, Math.min(start + length, before + shownColumns)),
  );
  const prefix = before > 0 ? '…' : '';
  const suffix = end < safe.length ? '…' : '';
  return { shown: `${prefix}${safe.slice(before, end)}${suffix}`, start: start - before + prefix.length };
}
