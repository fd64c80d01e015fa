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

interface Pending {
  readonly depth: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

/** The text of a document. */
export function print(doc: Doc): string {
  // Whole lines apart from the one that is written: to cut blanks off the end of one long text takes as long as the text.
  const lines: string[] = [];
  let text = '';
  let column = 0;
  const stack: Pending[] = [{ depth: 0, flat: false, doc }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { depth, flat, doc: current } = next;
    if (typeof current === 'string') {
      text += current;
      column += current.length;
    } else if ('kind' in current) {
      switch (current.kind) {
        case 'group':
          stack.push({
            depth,
            flat: flat || fits(width - column, { depth, flat: true, doc: current.of }, stack),
            doc: current.of,
          });
          break;
        case 'indent':
          stack.push({ depth: depth + 2, flat, doc: current.of });
          break;
        case 'ifBroken':
          if (!flat) stack.push({ depth, flat, doc: current.text });
          break;
        case 'line':
          if (flat && current.hard === undefined) {
            text += current.flat;
            column += current.flat.length;
          } else {
            const written = text.trimEnd();
            if (written !== '' || lines.length === 0) lines.push(written);
            text = ' '.repeat(depth);
            column = depth;
          }
      }
    } else {
      for (let i = current.length - 1; i >= 0; i -= 1) stack.push({ depth, flat, doc: current[i] ?? '' });
    }
  }
  return [...lines, text].join('\n');
}

/** Does this, and what follows on the same line, fit in the room left? */
function fits(room: number, first: Pending, rest: readonly Pending[]): boolean {
  let left = room;
  let following = rest.length;
  const stack: Pending[] = [first];
  while (left >= 0) {
    const next = stack.pop() ?? rest[--following];
    if (next === undefined) return true;
    const { depth, flat, doc } = next;
    if (typeof doc === 'string') left -= doc.length;
    else if ('kind' in doc) {
      switch (doc.kind) {
        case 'group':
        case 'indent':
          stack.push({ depth, flat, doc: doc.of });
          break;
        case 'ifBroken':
          if (!flat) left -= doc.text.length;
          break;
        case 'line':
          if (!flat) return true;
          if (doc.hard) return false;
          left -= doc.flat.length;
      }
    } else for (let i = doc.length - 1; i >= 0; i -= 1) stack.push({ depth, flat, doc: doc[i] ?? '' });
  }
  return false;
}
