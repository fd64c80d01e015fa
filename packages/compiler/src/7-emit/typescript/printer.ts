/** Marked text laid out: one pass, which looks ahead no further than a line is wide. */
import { code, mark } from './marks.ts';

const width = 110;

/** The text laid out. A line break that the text has itself ends a line as it is. */
export function layOut(marked: string): string {
  return new Layout(marked).text();
}

class Layout {
  readonly #marked: string;
  /** The lines that are complete, apart from the one that is written: to cut blanks off one long text takes as long as the text. */
  readonly #lines: string[] = [];
  #line = '';
  #at = 0;

  constructor(marked: string) {
    this.#marked = marked;
  }

  text(): string {
    const marked = this.#marked;
    // The indentation around each group and indent that is open.
    const around: number[] = [];
    let depth = 0;
    while (this.#at < marked.length) {
      switch (this.#writeText()) {
        case code.group:
          around.push(depth);
          if (this.#fits()) {
            this.#writeFlat();
            around.pop();
          }
          break;
        case code.indent:
          around.push(depth);
          depth += 2;
          break;
        case code.ifBroken:
          around.push(depth);
          break;
        case code.end:
          depth = around.pop() ?? 0;
          break;
        case code.newline:
          this.#lines.push(this.#line);
          this.#line = '';
          break;
        case code.line:
        case code.softline:
        case code.hardline:
          this.#breakLine(depth);
      }
    }
    this.#lines.push(this.#line);
    return this.#lines.join('\n');
  }

  /** Writes up to the next mark or line break, and gives it. */
  #writeText(): number {
    const start = this.#at;
    const end = nextMark(this.#marked, start);
    if (end > start) this.#line += this.#marked.slice(start, end);
    this.#at = end + 1;
    return this.#marked.charCodeAt(end);
  }

  /** An empty line is no line, and none ends in blanks. */
  #breakLine(depth: number): void {
    const written = this.#line.trimEnd();
    if (written !== '' || this.#lines.length === 0) this.#lines.push(written);
    this.#line = ' '.repeat(depth);
  }

  /** Whether the group that begins here fits on the line, with what follows up to where the line may be broken. */
  #fits(): boolean {
    const marked = this.#marked;
    let room = width - this.#line.length;
    let open = 1;
    let at = this.#at;
    // In the group: what is printed only where it is broken is left out.
    for (; open > 0; at += 1) {
      if (at >= marked.length) throw new Error('a group of emitted code has no end');
      const end = nextMark(marked, at);
      room -= end - at;
      if (room < 0) return false;
      at = end;
      switch (marked.charCodeAt(at)) {
        case code.group:
        case code.indent:
          open += 1;
          break;
        case code.end:
          open -= 1;
          break;
        case code.line:
          room -= 1;
          break;
        case code.ifBroken:
          at = marked.indexOf(mark.end, at);
          break;
        case code.hardline:
        case code.newline:
          return false;
      }
    }
    // After it: what is around it is broken.
    for (; at < marked.length; at += 1) {
      const end = nextMark(marked, at);
      room -= end - at;
      if (room < 0) return false;
      at = end;
      const next = marked.charCodeAt(at);
      if (next >= code.line) return true;
    }
    return true;
  }

  /** Writes the group that begins here on the line. */
  #writeFlat(): void {
    for (let open = 1; open > 0; ) {
      switch (this.#writeText()) {
        case code.group:
        case code.indent:
          open += 1;
          break;
        case code.end:
          open -= 1;
          break;
        case code.line:
          this.#line += ' ';
          break;
        case code.ifBroken:
          this.#at = this.#marked.indexOf(mark.end, this.#at) + 1;
      }
    }
  }
}

const isMark = Array.from({ length: code.newline + 1 }, (_, at) => Object.values<number>(code).includes(at));

/** Where the next mark or line break is, or the end. */
function nextMark(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const next = text.charCodeAt(at);
    if (next <= code.newline && isMark[next]) break;
  }
  return at;
}
