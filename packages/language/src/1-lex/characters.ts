import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { invisible } from '../diagnostics/visible.ts';
import { maxFileBytes } from './limits.ts';

/** Bytes of the text in UTF-8; lone surrogates count as the replacement character, which is what they become. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 2;
      i++;
    } else {
      bytes += unit < 0x800 ? 1 : 2;
    }
  }
  return bytes;
}

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Where the text proper begins: after a byte order mark, if there is one. */
export function contentStart(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

/** What makes a file unreadable as a whole: too large, or no text. */
export function checkWholeFile(text: string, file: string): Diagnostic | undefined {
  const bytes = text.length > maxFileBytes ? text.length : utf8Length(text);
  if (bytes > maxFileBytes) {
    return lexDiagnostic(
      'file-too-large',
      { file, start: 0, end: 0 },
      { bytes: utf8Length(text), limit: maxFileBytes },
    );
  }
  const offset = text.indexOf('\u0000');
  if (offset >= 0) return lexDiagnostic('not-text', { file, start: offset, end: offset + 1 }, { offset });
  return undefined;
}

/** Reports invisible characters wherever they stand, one finding for neighbours. */
export function findInvisible(text: string, file: string): readonly Diagnostic[] {
  const runs: { start: number; end: number; first: string; count: number; spaces: boolean }[] = [];
  for (const match of text.matchAll(invisible)) {
    if (match.index < contentStart(text)) continue;
    const character = match[0];
    const end = match.index + character.length;
    const last = runs.at(-1);
    const isSpace = /\p{Z}/u.test(character);
    if (last?.end === match.index) {
      last.end = end;
      last.count++;
      last.spaces ||= isSpace;
    } else {
      runs.push({ start: match.index, end, first: character, count: 1, spaces: isSpace });
    }
  }
  return runs.map(({ start, end, first, count, spaces }) => {
    const span = { file, start, end };
    return lexDiagnostic(
      'invisible-character',
      span,
      { codePoint: codePointName(first), count },
      {
        fix: spaces
          ? { title: 'write a plain space', safe: true, edits: [{ span, text: ' ' }] }
          : { title: 'delete it', safe: !isInWord(text, start, end), edits: [{ span, text: '' }] },
      },
    );
  });
}

/** Would the letters on both sides become one word, perhaps another? */
function isInWord(text: string, start: number, end: number): boolean {
  const letter = /[A-Za-z0-9_]/;
  return letter.test(text[start - 1] ?? '') && letter.test(text[end] ?? '');
}
