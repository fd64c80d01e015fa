import { assertNever } from '../assert-never.ts';

/**
 * A text with choices of layout, after Wadler's "A prettier printer" (2003): a group is printed on one line if it fits
 * within the width, else its own lines break.
 */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: 'indent'; readonly of: Doc }
  | { readonly kind: 'group'; readonly of: Doc; readonly broken: boolean }
  /** A line break; where its group is on one line, `flat` instead; `hard` breaks in any case. */
  | { readonly kind: 'line'; readonly flat: string; readonly hard: boolean }
  /** An empty line, and then a line break. */
  | { readonly kind: 'blank' }
  /** Goes to the end of the line that it is on, wherever that is. */
  | { readonly kind: 'suffix'; readonly text: string }
  /** A comment in the middle: to the end of its line, and what follows on the next. */
  | { readonly kind: 'comment'; readonly text: string };

/** A space, or a line break where the group breaks. */
export const line: Doc = { kind: 'line', flat: ' ', hard: false };
/** Nothing, or a line break where the group breaks. */
export const softline: Doc = { kind: 'line', flat: '', hard: false };
/** A line break in any case; breaks the groups around it. */
export const hardline: Doc = { kind: 'line', flat: '', hard: true };
/** One empty line. */
export const blank: Doc = { kind: 'blank' };

/** What stands two spaces deeper. */
export function indent(of: Doc): Doc {
  return { kind: 'indent', of };
}

/** What is printed on one line if it fits. */
export function group(of: Doc): Doc {
  return { kind: 'group', of, broken: mustBreak(of) };
}

/** The documents with a separator between them. */
export function join(separator: Doc, docs: readonly Doc[]): readonly Doc[] {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc]));
}

function mustBreak(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  if (!('kind' in doc)) return doc.some(mustBreak);
  switch (doc.kind) {
    case 'indent':
      return mustBreak(doc.of);
    case 'group':
      return doc.broken;
    case 'line':
      return doc.hard;
    case 'blank':
    case 'suffix':
    case 'comment':
      return true;
    default:
      return assertNever(doc);
  }
}

interface Command {
  readonly indent: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

/** Prints a document. The result ends without a line break and has no trailing spaces. */
export function print(doc: Doc, width: number): string {
  const lines: string[] = [];
  let current = '';
  let suffix = '';
  const stack: Command[] = [{ indent: 0, flat: false, doc }];
  const newline = (depth: number): void => {
    lines.push((current + suffix).trimEnd());
    suffix = '';
    current = ' '.repeat(depth);
  };
  for (let command = stack.pop(); command !== undefined; command = stack.pop()) {
    const { doc: part, flat, indent: depth } = command;
    if (typeof part === 'string') {
      current += part;
      continue;
    }
    if (!('kind' in part)) {
      for (const inner of part.toReversed()) stack.push({ indent: depth, flat, doc: inner });
      continue;
    }
    switch (part.kind) {
      case 'indent':
        stack.push({ indent: depth + 2, flat, doc: part.of });
        break;
      case 'group': {
        const oneLine = { indent: depth, flat: true, doc: part.of };
        const fitting =
          !part.broken && (flat || fits(oneLine, stack, width - current.length - suffix.length));
        stack.push(fitting ? oneLine : { indent: depth, flat: false, doc: part.of });
        break;
      }
      case 'line':
        if (flat && !part.hard) current += part.flat;
        else newline(depth);
        break;
      case 'blank':
        newline(0);
        newline(depth);
        break;
      case 'suffix':
        suffix += ` ${part.text}`;
        break;
      case 'comment':
        if (suffix !== '') newline(depth);
        if (current.trim() !== '' && !current.endsWith(' ')) current += ' ';
        current += part.text;
        newline(depth);
        break;
    }
  }
  lines.push((current + suffix).trimEnd());
  return lines.join('\n');
}

/** Whether a document and what follows it up to the next possible line break fit into so many columns. */
function fits(first: Command, rest: readonly Command[], width: number): boolean {
  let left = width;
  let restIndex = rest.length;
  const stack: Command[] = [first];
  while (left >= 0) {
    const command = stack.pop() ?? rest[--restIndex];
    if (command === undefined) return true;
    const { doc, flat, indent: depth } = command;
    if (typeof doc === 'string') {
      left -= doc.length;
      continue;
    }
    if (!('kind' in doc)) {
      for (const inner of doc.toReversed()) stack.push({ indent: depth, flat, doc: inner });
      continue;
    }
    switch (doc.kind) {
      case 'indent':
        stack.push({ indent: depth, flat, doc: doc.of });
        break;
      case 'group':
        stack.push({ indent: depth, flat: flat && !doc.broken, doc: doc.of });
        break;
      case 'line':
        if (!flat || doc.hard) return true;
        left -= doc.flat.length;
        break;
      case 'blank':
      case 'comment':
        return true;
      case 'suffix':
        break;
    }
  }
  return false;
}
