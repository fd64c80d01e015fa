/**
 * Layout of emitted code: documents that are printed on one line where they fit and broken where they do not, after
 * Philip Wadler's "A prettier printer".
 */
import { assertNever } from '../../6-plan/assert-never.ts';

/** Text, a sequence, or a piece of layout. */
export type Doc =
  | string
  | readonly Doc[]
  /** `flat` is its text on one line, where a line has room for that: found once, when the group is made. */
  | { readonly kind: 'group'; readonly of: Doc; readonly flat: string | undefined }
  | { readonly kind: 'indent'; readonly of: Doc }
  /** A space (or nothing, `soft`) where the group fits on the line, else a line break; `hard` always breaks. */
  | { readonly kind: 'line'; readonly flat: string; readonly hard?: true }
  /** Printed only where the group around it is broken. */
  | { readonly kind: 'ifBroken'; readonly text: string };

const width = 110;

export const line: Doc = { kind: 'line', flat: ' ' };
export const softline: Doc = { kind: 'line', flat: '' };
export const hardline: Doc = { kind: 'line', flat: '', hard: true };
/** The comma after the last item of a broken list. */
export const trailingComma: Doc = { kind: 'ifBroken', text: ',' };

/** Laid out on one line where it fits. */
export function group(...of: readonly Doc[]): Doc {
  return { kind: 'group', of, flat: onOneLine(of, '') };
}

/** Two more spaces after each line break inside. */
export function indent(...of: readonly Doc[]): Doc {
  return { kind: 'indent', of };
}

/** The items with a separator between them. */
export function join(items: readonly Doc[], separator: Doc): Doc {
  const joined: Doc[] = [];
  for (const item of items) {
    if (joined.length > 0) joined.push(separator);
    joined.push(item);
  }
  return joined;
}

const comma: Doc = [',', line];

/** `open item, item close`, one item a line where they do not fit. */
export function list(open: string, items: readonly Doc[], close: string, pad: Doc = softline): Doc {
  return items.length === 0
    ? [open, close]
    : group(open, indent(pad, join(items, comma)), trailingComma, pad, close);
}

function isSequence(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

/** The text before, and this after it on the same line; undefined where no line has room for both. */
function onOneLine(doc: Doc, before: string): string | undefined {
  if (typeof doc === 'string') return withRoom(before + doc);
  if (isSequence(doc)) {
    let text: string | undefined = before;
    for (const part of doc) {
      text = onOneLine(part, text);
      if (text === undefined) return undefined;
    }
    return text;
  }
  switch (doc.kind) {
    case 'group':
      return doc.flat === undefined ? undefined : withRoom(before + doc.flat);
    case 'indent':
      return onOneLine(doc.of, before);
    case 'ifBroken':
      return before;
    case 'line':
      return doc.hard ? undefined : withRoom(before + doc.flat);
    default:
      return assertNever(doc);
  }
}

function withRoom(text: string): string | undefined {
  return text.length > width ? undefined : text;
}

/** What is yet to be printed, the next last: two arrays, since an object for each piece is most of the cost. */
class Pending {
  readonly docs: Doc[] = [];
  readonly depths: number[] = [];

  push(doc: Doc, depth: number): void {
    if (isSequence(doc)) for (let i = doc.length - 1; i >= 0; i -= 1) this.push(doc[i] ?? '', depth);
    else {
      this.docs.push(doc);
      this.depths.push(depth);
    }
  }
}

/** The text of a document. */
export function print(doc: Doc): string {
  // Whole lines apart from the one that is written: to cut blanks off the end of one long text takes as long as the text.
  const lines: string[] = [];
  let text = '';
  // All in broken groups: what fits on the line is written at once.
  const pending = new Pending();
  pending.push(doc, 0);
  for (let next = pending.docs.pop(); next !== undefined; next = pending.docs.pop()) {
    const depth = pending.depths.pop() ?? 0;
    if (typeof next === 'string') text += next;
    else if (!isSequence(next)) {
      switch (next.kind) {
        case 'group':
          if (next.flat !== undefined && fits(width - text.length - next.flat.length, pending.docs))
            text += next.flat;
          else pending.push(next.of, depth);
          break;
        case 'indent':
          pending.push(next.of, depth + 2);
          break;
        case 'ifBroken':
          text += next.text;
          break;
        case 'line': {
          const written = text.trimEnd();
          if (written !== '' || lines.length === 0) lines.push(written);
          text = ' '.repeat(depth);
        }
      }
    }
  }
  lines.push(text);
  return lines.join('\n');
}

/** What a document says, whatever its layout: quicker than printing where texts are only compared or searched. */
export function flatText(doc: Doc): string {
  if (typeof doc === 'string') return doc;
  if (isSequence(doc)) {
    let text = '';
    for (const part of doc) text += flatText(part);
    return text;
  }
  switch (doc.kind) {
    case 'group':
      return doc.flat ?? flatText(doc.of);
    case 'indent':
      return flatText(doc.of);
    case 'ifBroken':
      return '';
    case 'line':
      return doc.hard ? '\n' : doc.flat;
    default:
      return assertNever(doc);
  }
}

/** Does what follows on the same line fit in the room left? */
function fits(room: number, following: readonly Doc[]): boolean {
  let left = room;
  for (let i = following.length - 1; i >= 0 && left >= 0 && left !== Infinity; i -= 1)
    left = roomAfter(following[i] ?? '', left);
  return left >= 0;
}

/** What is left of the room on the line: less than nothing where it does not fit, without end after a line break. */
function roomAfter(doc: Doc, room: number): number {
  if (typeof doc === 'string') return room - doc.length;
  if (isSequence(doc)) {
    let left = room;
    for (const part of doc) {
      left = roomAfter(part, left);
      if (left < 0 || left === Infinity) break;
    }
    return left;
  }
  switch (doc.kind) {
    case 'group':
    case 'indent':
      return roomAfter(doc.of, room);
    case 'ifBroken':
      return room - doc.text.length;
    case 'line':
      return Infinity;
    default:
      return assertNever(doc);
  }
}
