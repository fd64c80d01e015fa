/** Texts changed in a few places: cut, copied, swapped for another part, or with something put in that does not belong there. */
import * as fc from 'fast-check';

interface Edit {
  /** Where, as shares of the length in millionths. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly what: 'delete' | 'copy' | 'move' | 'insert' | 'replace' | 'word' | 'line';
  readonly put: string;
}

/** What is put in: marks of the language and of others, words that open something, and characters that hardly anybody types. */
const snippets: readonly string[] = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  '\\',
  '|',
  ':',
  ',',
  '.',
  '<=',
  '=',
  '&&',
  '||',
  '!',
  ';',
  '@',
  '#',
  '/*',
  '*/',
  '//',
  '///',

  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b[2J',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udc00',
  'é',
  '日本',
  '🙂',

  'not ',
  ' and ',
  ' or ',
  'no',
  'yes',
  'notYet',
  'asOf',
  'define d { ',
  'rule r on b { ',
  'case { ',
  'by reading r { ',
  'except ',

  'section "s" { ',
  'scenario "x" as of 2020-01-01 { ',
  'given { ',
  'at least ',
  'table a | b { ',
  '- ',
  '1 day after ',
  'import "../x"',

  '2018-13-45',
  '9999-12-31',
  '0',
  '-1',
  '99999999999999999999',
  '0.00000000001',
  'p.1(',
  'AA-1',
  '__proto__',
  'constructor',
];

const edit: fc.Arbitrary<Edit> = fc.record({
  from: fc.nat(999_999),
  to: fc.nat(999_999),
  length: fc.oneof({ weight: 3, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(400) }),
  what: fc.constantFrom('delete', 'copy', 'move', 'insert', 'insert', 'replace', 'word', 'word', 'line'),
  put: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...snippets) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  ),
});

/** The texts that come of `base`, with some changes. */
export function mutatedText(base: fc.Arbitrary<string>, most = 6): fc.Arbitrary<string> {
  return fc
    .tuple(base, fc.array(edit, { minLength: 1, maxLength: most }))
    .map(([text, edits]) => edits.reduce(edited, text));
}

function edited(text: string, { from, to, length, what, put }: Edit): string {
  const start = Math.floor((from * text.length) / 1_000_000);
  const target = Math.floor((to * text.length) / 1_000_000);
  const part = text.slice(start, start + length);
  const without = text.slice(0, start) + text.slice(start + length);
  switch (what) {
    case 'delete':
      return without;
    case 'copy':
      return text.slice(0, target) + part + text.slice(target);
    case 'move':
      return without.slice(0, target) + part + without.slice(target);
    case 'insert':
      return text.slice(0, start) + put + text.slice(start);
    case 'replace':
      return text.slice(0, start) + put + text.slice(start + length);
    case 'word':
      return exchanged(text, /[A-Za-z0-9_.-]+/gu, from, to);
    case 'line':
      return exchanged(text, /^.*$/gmu, from, to);
    default:
      throw new Error(`no such edit: ${String(what satisfies never)}`);
  }
}

/** The text with one of its parts written over another: most of what comes of it can still be read. */
function exchanged(text: string, pattern: RegExp, from: number, to: number): string {
  const parts = [...text.matchAll(pattern)];
  const source = parts[from % Math.max(1, parts.length)];
  const target = parts[to % Math.max(1, parts.length)];
  if (source === undefined || target === undefined) return text;
  return text.slice(0, target.index) + source[0] + text.slice(target.index + target[0].length);
}
