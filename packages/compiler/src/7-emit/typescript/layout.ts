/**
 * Layout of emitted code: documents that are printed on one line where they fit and broken where they do not, after
 * Philip Wadler's "A prettier printer".
 */

/** Text, a sequence, or a piece of layout. */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: 'group'; readonly of: Doc }
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
  return { kind: 'group', of };
}

/** Two more spaces after each line break inside. */
export function indent(...of: readonly Doc[]): Doc {
  return { kind: 'indent', of };
}

/** The items with a separator between them. */
export function join(items: readonly Doc[], separator: Doc): Doc {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

/** `open item, item close`, one item a line where they do not fit. */
export function list(open: string, items: readonly Doc[], close: string, pad: Doc = softline): Doc {
  return items.length === 0
    ? [open, close]
    : group(open, indent(pad, join(items, [',', line])), trailingComma, pad, close);
}

/** What is yet to be printed, the next last: two arrays, since an object for each piece is most of the cost. */
class Pending {
  readonly docs: Doc[] = [];
  readonly depths: number[] = [];

  push(doc: Doc, depth: number): void {
    if (typeof doc === 'string' || 'kind' in doc) {
      this.docs.push(doc);
      this.depths.push(depth);
    } else for (let i = doc.length - 1; i >= 0; i -= 1) this.push(doc[i] ?? '', depth);
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
    else if ('kind' in next) {
      switch (next.kind) {
        case 'group':
          if (fits(width - text.length, next.of, pending.docs)) text += flatText(next.of);
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
  return [...lines, text].join('\n');
}

/** What a document says, whatever its layout: quicker than printing where texts are only compared or searched. */
export function flatText(doc: Doc): string {
  if (typeof doc === 'string') return doc;
  if ('kind' in doc) {
    if (doc.kind === 'ifBroken') return '';
    if (doc.kind === 'line') return doc.hard ? '\n' : doc.flat;
    return flatText(doc.of);
  }
  let text = '';
  for (const part of doc) text += flatText(part);
  return text;
}

/** Does this, and what follows on the same line, fit in the room left? */
function fits(room: number, doc: Doc, following: readonly Doc[]): boolean {
  let left = roomAfter(doc, true, room);
  for (let i = following.length - 1; i >= 0 && left >= 0 && left !== Infinity; i -= 1)
    left = roomAfter(following[i] ?? '', false, left);
  return left >= 0;
}

/** What is left of the room on the line: less than nothing where it does not fit, without end after a line break. */
function roomAfter(doc: Doc, flat: boolean, room: number): number {
  if (typeof doc === 'string') return room - doc.length;
  if ('kind' in doc) {
    switch (doc.kind) {
      case 'group':
      case 'indent':
        return roomAfter(doc.of, flat, room);
      case 'ifBroken':
        return flat ? room : room - doc.text.length;
      case 'line':
        return !flat ? Infinity : doc.hard ? -1 : room - doc.flat.length;
    }
  }
  let left = room;
  for (const part of doc) {
    left = roomAfter(part, flat, left);
    if (left < 0 || left === Infinity) break;
  }
  return left;
}
