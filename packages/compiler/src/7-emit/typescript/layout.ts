/**
 * Layout of emitted code: texts that are laid out on one line where they fit and broken where they do not, after Philip
 * Wadler's "A prettier printer". A text is written with marks for what may be broken (`marks.ts`) and laid out as a whole
 * (`printer.ts`) when all of it has been written.
 */
import { layOut } from './printer.ts';
import { mark } from './marks.ts';

/** Marked text, or a sequence of such. */
export type Doc = string | readonly Doc[];

/** A space where the group fits on the line, else a line break. */
export const line: string = mark.line;
/** Nothing where the group fits on the line, else a line break. */
export const softline: string = mark.softline;
/** Always a line break. */
export const hardline: string = mark.hardline;

/** Printed only where the group around it is broken. */
export function ifBroken(text: string): string {
  return `${mark.ifBroken}${text}${mark.end}`;
}

/** The comma after the last item of a broken list. */
export const trailingComma: string = ifBroken(',');

/** Laid out on one line where it fits. */
export function group(...of: readonly Doc[]): string {
  return mark.group + marked(of) + mark.end;
}

/** Two more spaces after each line break inside. */
export function indent(...of: readonly Doc[]): string {
  return mark.indent + marked(of) + mark.end;
}

/**
 * Each on a line of its own with two more spaces before it; in pieces, since a long text that is put together is copied wherever it is
 * searched or sent.
 */
export function indented(lines: readonly Doc[]): readonly string[] {
  return [mark.indent, ...lines.map((each) => hardline + marked(each)), mark.end];
}

/** The items with a separator between them. */
export function join(items: readonly Doc[], separator: Doc): string {
  const between = marked(separator);
  let joined = '';
  for (const [index, item] of items.entries()) joined += (index === 0 ? '' : between) + marked(item);
  return joined;
}

const comma = `,${line}`;

/** `open item, item close`, one item a line where they do not fit. */
export function list(open: string, items: readonly Doc[], close: string, pad: Doc = softline): string {
  return items.length === 0
    ? open + close
    : group(open, indent(pad, join(items, comma)), trailingComma, pad, close);
}

/** A document as one text, with its marks. */
export function marked(doc: Doc): string {
  if (typeof doc === 'string') return doc;
  let text = '';
  for (const part of doc) text += marked(part);
  return text;
}

/** The text of a document, laid out. */
export function print(doc: Doc): string {
  return layOut(marked(doc));
}
