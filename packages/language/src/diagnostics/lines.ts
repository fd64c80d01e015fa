import { checkText } from '../given.ts';

/** Turns offsets of one text into lines and columns, both counted from 1, columns in UTF-16 units. */
export interface LineIndex {
  readonly lineCount: number;
  position(offset: number): { readonly line: number; readonly column: number };
  /** The text of a line, without its line break. */
  lineText(line: number): string;
}

/** Indexes a text; lines end in LF, CRLF or CR. */
export function lineIndex(text: string): LineIndex {
  checkText(text);
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    lineCount: starts.length,
    position(offset) {
      const line = lineOf(offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
    lineText(line) {
      const start = starts[line - 1];
      if (start === undefined) return '';
      return text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
    },
  };
}
