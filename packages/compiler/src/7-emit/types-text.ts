/**
 * Declarations of types as the library prints them without its formatter, taken apart and laid out as emitted code is:
 * readonly, which it has no option for.
 */
import { type Doc, group, hardline, ifBroken, indent, join, line, print } from './typescript/layout.ts';

/** An interface, which has fields, or the name of a type. */
export interface Declaration {
  readonly name: string;
  /** The lines of its comment. */
  readonly doc: readonly string[];
  readonly fields: readonly Field[];
  readonly type: string | undefined;
}

interface Field {
  readonly name: string;
  readonly doc: readonly string[];
  /** `name?:` */
  readonly head: string;
  readonly type: string;
}

/** The library gives every declaration, property and closing brace a line of its own, and every line of a comment. */
export function declarationsIn(text: string): readonly Declaration[] {
  const lines = new Lines(text);
  const declarations: Declaration[] = [];
  while (!lines.isAtEnd()) {
    const doc = lines.comment();
    const [, kind, name = ''] = /^export (interface|type) (\w+)/u.exec(lines.peek()) ?? [];
    if (kind === undefined) throw new Error(`no declaration of a type: ${lines.peek()}`);
    const block = lines.block();
    declarations.push(
      kind === 'interface'
        ? { name, doc, fields: fieldsIn(block), type: undefined }
        : { name, doc, fields: [], type: block.slice(block.indexOf('=') + 1) },
    );
  }
  return declarations;
}

/** The same as TypeScript. */
export function declarationText({ name, doc, fields, type }: Declaration): string {
  const declared =
    type === undefined
      ? [`export interface ${name} `, objectOf(fields)]
      : group(`export type ${name} =`, typeOf(type), ';');
  return print([comment(doc), declared]);
}

/** Reads a text by lines, the empty ones left out. */
class Lines {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#lines = text.split('\n').filter((each) => each !== '');
  }

  isAtEnd(): boolean {
    return this.#at >= this.#lines.length;
  }

  peek(): string {
    return this.#lines[this.#at] ?? '';
  }

  /** The lines of the comment that stands here, if one does. */
  comment(): readonly string[] {
    const start = this.#at;
    while (isComment(this.peek())) this.#at += 1;
    return this.#lines.slice(start, this.#at);
  }

  /** A line, and where it opens braces the lines until they are closed. */
  block(): string {
    const start = this.#at;
    let open = 0;
    do {
      const next = this.peek();
      if (!isComment(next)) open += next.split('{').length - next.split('}').length;
      this.#at += 1;
    } while (open > 0 && !this.isAtEnd());
    return this.#lines.slice(start, this.#at).join('\n');
  }
}

/** Is the line of a comment? */
export function isComment(text: string): boolean {
  return /^\s*(\*|\/\*)/u.test(text);
}

/** The fields between the first brace and the last. */
function fieldsIn(block: string): readonly Field[] {
  const lines = new Lines(block.slice(block.indexOf('{') + 1, block.lastIndexOf('}')));
  const fields: Field[] = [];
  while (!lines.isAtEnd()) {
    const doc = lines.comment();
    const [all = '', head = '', name = ''] = /^((\w+)\??:)/u.exec(lines.peek()) ?? [];
    if (all === '') throw new Error(`no property of a type: ${lines.peek()}`);
    fields.push({ name, doc, head, type: lines.block().slice(all.length) });
  }
  return fields;
}

function comment(doc: readonly string[]): Doc {
  return doc.length === 0 ? [] : [join(doc, hardline), hardline];
}

function objectOf(fields: readonly Field[]): Doc {
  const parts = fields.map(
    ({ doc, head, type }): Doc => [comment(doc), group(`readonly ${head}`, typeOf(type), ';')],
  );
  return parts.length === 0 ? '{}' : ['{', indent(hardline, join(parts, hardline)), hardline, '}'];
}

/** A type after what it belongs to: on the same line, or its alternatives on lines of their own. */
function typeOf(text: string): Doc {
  const [only, ...more] = alternatives(text);
  if (only === undefined) throw new Error('a type of facts allows something');
  if (more.length === 0) return [' ', only];
  const all = [only, ...more].map((part) => indent(part));
  return indent(line, ifBroken('| '), join(all, [line, '| ']));
}

/** The library puts a union into parentheses; its alternatives are names, literals, arrays and objects. */
function alternatives(text: string): readonly Doc[] {
  const bare = text.trim();
  const inner = bare.startsWith('(') && bare.endsWith(')') ? bare.slice(1, -1) : bare;
  const parts: string[] = [];
  let open = 0;
  for (const piece of inner.split(' | ')) {
    if (open > 0) parts.push(`${parts.pop() ?? ''} | ${piece}`);
    else parts.push(piece);
    open += piece.split('{').length - piece.split('}').length;
  }
  return parts.map((part): Doc => {
    if (part.startsWith('{')) return objectOf(fieldsIn(part));
    if (part.endsWith('[]')) return `readonly ${part}`;
    return part.startsWith('"') ? `'${part.slice(1, -1)}'` : part;
  });
}
