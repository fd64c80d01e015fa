import type { IToken } from 'chevrotain';
import { lex } from '../1-lex/lex.ts';
import { blank, hardline, type Doc } from './document.ts';

/** One thing that stands on lines of its own in a block. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly print: () => Doc;
}

/** A comment, at the place where it counts as standing. */
interface Placed {
  readonly at: number;
  readonly image: string;
  readonly offset: number;
  /** Stands elsewhere in the text. */
  readonly moved: boolean;
}

/** What was printed as a block: its bounds and where its items are. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly items: readonly { readonly start: number; readonly end: number }[];
}

/** After these a word is a name. */
const notBeforeClause = new Set([',', '.', 'consider', 'assume', 'cite']);

/** Between a word and a comment on its line there may be marks, and the words that join operands. */
const marksOnly = /^[ \t,()[\]:|<>=+*.-]*(?:(?:and|or)[ \t]*)?$/;

/**
 * The comments of a text, handed out in source order while the syntax tree is printed in source order: each comes out
 * before the first thing that stood after it, or at the end of the line of the last thing before it on its line.
 */
export class Comments {
  readonly #text: string;
  readonly #comments: readonly Placed[];
  readonly #tokens: readonly IToken[];
  readonly #blocks: Block[] = [];
  readonly #documents: ReadonlySet<number>;
  #next = 0;

  /** `moved`: comments, by where they stand, that are to stand before what begins at another place. */
  constructor(text: string, file: string, moved: ReadonlyMap<number, number> = new Map()) {
    const { comments, docs, tokens } = lex(text, file);
    this.#text = text;
    this.#tokens = tokens;
    this.#documents = new Set(docs.map(({ startOffset }) => startOffset));
    this.#comments = [...comments, ...docs]
      .map(({ startOffset: offset, image }): Placed => {
        const before = moved.get(offset);
        return { at: before ?? offset, offset, image, moved: before !== undefined };
      })
      .toSorted((a, b) => a.at - b.at || Number(b.moved) - Number(a.moved) || a.offset - b.offset);
  }

  /** The comments in the middle of an item of a block that was printed, with where that item begins. */
  inItems(): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (const { offset } of this.#comments) {
      if (this.#documents.has(offset)) continue;
      const block = this.#blocks.findLast(({ start, end }) => start <= offset && offset < end);
      const item = block?.items.find(({ start, end }) => start < offset && offset < end);
      if (item !== undefined) found.set(offset, item.start);
    }
    return found;
  }

  /** A word or literal, with the comments that stood before it or right after it. */
  leaf(start: number, end: number, words: string): Doc {
    const before: Doc[] = [];
    for (let comment = this.#take(start); comment !== undefined; comment = this.#take(start)) {
      before.push({ kind: 'comment', text: textOf(comment) });
    }
    return [...before, words, ...this.after(end)];
  }

  /** The comment on the same line right after a place. */
  after(end: number): readonly Doc[] {
    const comment = this.#comments[this.#next];
    if (comment === undefined || comment.moved || comment.offset < end) return [];
    if (!marksOnly.test(this.#text.slice(end, comment.offset))) return [];
    // Before an opening brace it will stand behind that brace, as part of what the braces hold.
    if (this.#text[this.tokenFrom(comment.offset, 0).start] === '{') return [];
    this.#next++;
    return [{ kind: 'suffix', text: textOf(comment) }];
  }

  /** The comment on the same line right after the brace that opens behind a place. */
  afterBrace(place: number): readonly Doc[] {
    const { start, end } = this.tokenFrom(place, 0);
    return this.#text[start] === '{' && end === start + 1 ? this.after(end) : [];
  }

  /** Whether comments stand before the place that have not been handed out. */
  pending(before: number): boolean {
    const comment = this.#comments[this.#next];
    return comment !== undefined && stands(comment, before);
  }

  /**
   * Items on lines of their own, with the comments before, between and after them, and the author's empty lines, at
   * most one at a time and none at the ends. `start` and `end` bound the block.
   */
  block(items: readonly Item[], start: number, end: number): readonly Doc[] {
    this.#blocks.push({ start, end, items });
    const docs: Doc[] = [];
    let position = start;
    const separate = (next: number): void => {
      if (docs.length > 0) docs.push(this.#emptyLine(position, next) ? blank : hardline);
    };
    const own = (before: number): void => {
      for (let comment = this.#take(before); comment !== undefined; comment = this.#take(before)) {
        separate(comment.at);
        docs.push(textOf(comment));
        position = comment.moved ? comment.at : comment.offset + comment.image.length;
      }
    };
    for (const item of items.toSorted((a, b) => a.start - b.start)) {
      own(item.start);
      separate(item.start);
      docs.push(item.print());
      docs.push(...this.after(item.end));
      position = Math.max(item.end, this.#lastTaken());
    }
    own(end);
    return docs;
  }

  /** The place of the token so many tokens after the one at or behind a place; negative: before. */
  tokenFrom(place: number, distance: number): { readonly start: number; readonly end: number } {
    const token = this.#tokens[this.#tokenIndex(place) + distance];
    return token === undefined
      ? { start: place, end: place }
      : { start: token.startOffset, end: token.startOffset + token.image.length };
  }

  /** Where the next `{` at or behind a place stands. */
  nextBrace(place: number): number {
    let index = this.#tokenIndex(place);
    while (index < this.#tokens.length && this.#tokens[index]?.image !== '{') index++;
    return this.#tokens[index]?.startOffset ?? this.#text.length;
  }

  /** Is a `{` the next token at or behind a place? */
  opensAt(place: number): boolean {
    return this.#text[this.tokenFrom(place, 0).start] === '{';
  }

  /** Where a word that is a clause by itself stands between two places. */
  find(word: string, from: number, to: number): { readonly start: number; readonly end: number } {
    const index = this.#tokens.findIndex(
      (token, i) =>
        token.image === word &&
        token.startOffset >= from &&
        token.startOffset < to &&
        !notBeforeClause.has(this.#tokens[i - 1]?.image ?? ''),
    );
    const start = this.#tokens[index]?.startOffset ?? from;
    return { start, end: start + word.length };
  }

  /** The index of the first token at or behind a place. */
  #tokenIndex(place: number): number {
    let low = 0;
    let high = this.#tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle]?.startOffset ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #take(before: number): Placed | undefined {
    const comment = this.#comments[this.#next];
    if (comment === undefined || !stands(comment, before)) return undefined;
    this.#next++;
    return comment;
  }

  #lastTaken(): number {
    const comment = this.#comments[this.#next - 1];
    return comment === undefined || comment.moved ? 0 : comment.offset + comment.image.length;
  }

  #emptyLine(from: number, to: number): boolean {
    return /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/.test(this.#text.slice(from, to));
  }
}

const textOf = (comment: Placed): string => comment.image.trimEnd();

/** Does the comment stand before what begins at a place? One that is moved stands before what begins where it is put. */
const stands = ({ at, moved }: Placed, place: number): boolean => (moved ? at <= place : at < place);
