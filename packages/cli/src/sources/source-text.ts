/** A text of a source that a reviewer has: its words, where they stand, and how it is divided. Nothing of it is kept. */

/** One word, in lower case, and where it begins. */
interface Word {
  readonly text: string;
  readonly offset: number;
}

/** A text made ready for looking up words. */
export interface SourceText {
  readonly words: readonly Word[];
  readonly raw: string;
  /** Where each word stands, by the word. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** Which of its divisions can be told from the text itself. */
  readonly divisions: readonly Division[];
}

/** A page (`p.4`), divided by form feeds, or a numbered paragraph (`para.4`). */
export interface Division {
  readonly kind: 'p' | 'para';
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/**
 * An apostrophe parts words, so that "the individual" is found in "the individual's"; and so does a digit, which may be the
 * number of a footnote.
 */
const wordPattern = /\p{L}+|\p{N}+|[£€$%]/gu;

/** The words of a phrase, as they are looked up. */
export function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(wordPattern)].map(([word]) => word.toLowerCase());
}

/** Reads a text: cuts it into words, and finds its pages and numbered paragraphs where it shows them. */
export function readSourceText(raw: string): SourceText {
  const words = [...raw.matchAll(wordPattern)].map(
    (match): Word => ({ text: match[0].toLowerCase(), offset: match.index }),
  );
  const positions = new Map<string, number[]>();
  words.forEach(({ text }, i) => {
    const before = positions.get(text);
    if (before === undefined) positions.set(text, [i]);
    else before.push(i);
  });
  return { words, raw, positions, divisions: [...pagesOf(raw), ...paragraphsOf(raw)] };
}

function pagesOf(raw: string): readonly Division[] {
  const marks = [...raw.matchAll(/\f/g)].map(({ index }) => index);
  if (marks.length === 0) return [];
  return [-1, ...marks].map((start, i) => ({
    kind: 'p',
    number: i + 1,
    from: start + 1,
    to: marks[i] ?? raw.length,
  }));
}

/** Lines that begin "1.", "2." and so on up: the next number only, so that a list within a paragraph begins none. */
function paragraphsOf(raw: string): readonly Division[] {
  const starts: { readonly number: number; readonly from: number }[] = [];
  for (const match of raw.matchAll(/^[ \t]*(\d{1,4})\.[ \t]/gm)) {
    if (Number(match[1]) === starts.length + 1) starts.push({ number: starts.length + 1, from: match.index });
  }
  if (starts.length < 3) return [];
  return starts.map(({ number, from }, i) => ({
    kind: 'para',
    number,
    from,
    to: starts[i + 1]?.from ?? raw.length,
  }));
}

/** Where these words stand in a row: indexes of their first word. */
export function occurrences(text: SourceText, phrase: readonly string[]): readonly number[] {
  const [first = ''] = phrase;
  return (text.positions.get(first) ?? []).filter((at) =>
    phrase.every((word, i) => text.words[at + i]?.text === word),
  );
}

/** The line of a word, from 1. */
export function lineOf(text: SourceText, word: number): number {
  const { offset = 0 } = text.words[word] ?? {};
  let line = 1;
  for (let at = text.raw.indexOf('\n'); at !== -1 && at < offset; at = text.raw.indexOf('\n', at + 1))
    line += 1;
  return line;
}

/** The passage from one word to another, on one line. */
export function passage(text: SourceText, from: number, to: number): string {
  const start = text.words[from]?.offset ?? 0;
  const last = text.words[Math.min(to, text.words.length) - 1];
  const end = last === undefined ? start : last.offset + last.text.length;
  return text.raw.slice(start, end).replaceAll(/\s+/g, ' ');
}

/** The place where most of these words stand in order, and how many of them; undefined where hardly any do. */
export function nearest(
  text: SourceText,
  phrase: readonly string[],
): { readonly at: number; readonly length: number } | undefined {
  const span = phrase.length + 2;
  let best = { at: -1, score: Math.ceil(phrase.length / 2) - 1 };
  const tried = new Set<number>();
  for (const [skipped, word] of phrase.entries()) {
    for (const position of text.positions.get(word) ?? []) {
      const at = Math.max(0, position - skipped);
      if (tried.has(at)) continue;
      tried.add(at);
      const score = inCommon(phrase, text.words.slice(at, at + span));
      if (score > best.score) best = { at, score };
    }
  }
  return best.at < 0 ? undefined : { at: best.at, length: phrase.length };
}

/** The length of the longest run of words that both have in the same order, others between them or not. */
function inCommon(phrase: readonly string[], words: readonly Word[]): number {
  let row = Array.from({ length: words.length + 1 }, () => 0);
  for (const word of phrase) {
    const next = [0];
    words.forEach(({ text }, i) => {
      next.push(text === word ? (row[i] ?? 0) + 1 : Math.max(row[i + 1] ?? 0, next[i] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The sentences of a text, by their words. Lines are joined: texts are often broken within a sentence. */
export function sentences(text: SourceText): readonly { readonly from: number; readonly to: number }[] {
  const joined = text.raw.replaceAll(/[\r\n\f]/g, ' ');
  const found: { from: number; to: number }[] = [];
  let word = 0;
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(joined)) {
    const from = word;
    while ((text.words[word]?.offset ?? Infinity) < index + segment.length) word += 1;
    if (word > from) found.push({ from, to: word });
  }
  return found;
}
