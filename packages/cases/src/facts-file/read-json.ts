/**
 * A strict JSON reader (RFC 8259) that refuses what `JSON.parse` lets pass: duplicate keys, numbers that cannot be held
 * exactly, nesting without end. It knows where each value stands. A key that would reach a prototype is a member of its own
 * like any other here: the reader of facts refuses it, with whatever else is wrong.
 */
import { checkText } from '../given.ts';
import {
  FactsFileError,
  type FactsDocument,
  maxNesting,
  memberPath,
  numberProblem,
  Places,
  shorten,
} from './document.ts';

/** Reads a JSON text; throws `FactsFileError` at the first thing wrong. `nesting` is the deepest that values may nest. */
export function readJson(text: string, nesting: number = maxNesting): FactsDocument {
  checkText(text, 'a case in JSON');
  if (typeof nesting !== 'number')
    throw new TypeError('the deepest that values may nest was expected, a number');
  const reader = new JsonReader(text, nesting);
  return { data: reader.document(), lineOf: (path) => reader.places.lineOf(path) };
}

class JsonReader {
  readonly places = new Places();
  readonly #text: string;
  readonly #nesting: number;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string, nesting: number) {
    this.#text = text;
    this.#nesting = nesting;
  }

  document(): unknown {
    this.#space();
    const value = this.#value('', 0);
    this.#space();
    if (this.#at < this.#text.length) this.#fail('there is more after the end of the JSON value');
    return value;
  }

  #fail(message: string, help?: string): never {
    const problem = { line: this.#line, column: this.#at - this.#lineStart + 1, message };
    throw new FactsFileError([help === undefined ? problem : { ...problem, help }]);
  }

  #space(): void {
    for (;;) {
      const c = this.#text[this.#at];
      if (c === '\n') {
        this.#line += 1;
        this.#lineStart = this.#at + 1;
      } else if (c !== ' ' && c !== '\t' && c !== '\r') return;
      this.#at += 1;
    }
  }

  #value(path: string, depth: number): unknown {
    if (depth > this.#nesting) this.#fail(`values nest deeper than ${this.#nesting}`);
    this.places.add(path, this.#line);
    const c = this.#text[this.#at];
    if (c === '{') return this.#object(path, depth);
    if (c === '[') return this.#array(path, depth);
    if (c === '"') return this.#string();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#number();
  }

  #object(path: string, depth: number): unknown {
    const entries = new Map<string, unknown>();
    this.#at += 1;
    this.#space();
    while (this.#text[this.#at] !== '}') {
      if (this.#text[this.#at] !== '"')
        this.#fail(
          'expected a key in double quotes',
          'JSON wants "key": value; a .yaml file needs no quotes',
        );
      const key = this.#string();
      if (entries.has(key))
        this.#fail(
          `\`${shorten(key)}\` is given twice`,
          'keep one of the two: which one is meant cannot be guessed',
        );
      this.#space();
      this.#expect(':');
      this.#space();
      entries.set(key, this.#value(memberPath(path, key), depth + 1));
      this.#separator('}');
    }
    this.#at += 1;
    return Object.fromEntries(entries);
  }

  #array(path: string, depth: number): unknown {
    const elements: unknown[] = [];
    this.#at += 1;
    this.#space();
    while (this.#text[this.#at] !== ']') {
      elements.push(this.#value(`${path}[${elements.length}]`, depth + 1));
      this.#separator(']');
    }
    this.#at += 1;
    return elements;
  }

  /** A comma with something after it, or nothing where the bracket closes. */
  #separator(close: '}' | ']'): void {
    this.#space();
    if (this.#text[this.#at] === close) return;
    this.#expect(',', close);
    this.#space();
    if (this.#text[this.#at] === close) this.#fail(`a comma stands before \`${close}\``, 'remove the comma');
  }

  #expect(wanted: string, or?: string): void {
    if (this.#text[this.#at] !== wanted) {
      const found =
        this.#at >= this.#text.length ? 'the end of the file' : `\`${shorten(this.#text[this.#at] ?? '')}\``;
      this.#fail(`expected \`${wanted}\`${or === undefined ? '' : ` or \`${or}\``}, found ${found}`);
    }
    this.#at += 1;
  }

  #string(): string {
    let end = this.#at + 1;
    for (;;) {
      const c = this.#text.charCodeAt(end);
      if (c === 0x22) break;
      if (Number.isNaN(c)) this.#fail('a text is not closed', 'end it with a double quote');
      if (c === 0x0a || c === 0x0d)
        this.#fail(
          'a text is not closed on its line',
          'end it with a double quote; write a line break as \\n',
        );
      if (c < 0x20) this.#fail('a text holds a control character', 'write it as an escape such as \\t');
      end += c === 0x5c ? 2 : 1;
    }
    const written = this.#text.slice(this.#at, end + 1);
    try {
      const value: unknown = JSON.parse(written);
      this.#at = end + 1;
      return String(value);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return this.#fail(
        'a text holds an escape that JSON does not have',
        'the escapes are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits',
      );
    }
  }

  #number(): number {
    const match = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.#text)?.[0];
    if (found === undefined) {
      const rest = /[^\s,\]}]{0,40}/y;
      rest.lastIndex = this.#at;
      const word = rest.exec(this.#text)?.[0] ?? '';
      if (word === '')
        this.#fail(
          this.#at >= this.#text.length ? 'the file ends where a value was expected' : 'expected a value',
        );
      this.#fail(
        `expected a value, found \`${word}\``,
        'true, false, null, a number, or a text in double quotes',
      );
    }
    const problem = numberProblem(found);
    if (problem !== undefined) this.#fail(problem.message, problem.help);
    this.#at += found.length;
    return Number(found);
  }
}
