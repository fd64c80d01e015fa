import type { IToken } from 'chevrotain';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { endOf, lex, type Lexed } from './lex.ts';

/**
 * The tokens that a text would have with some places of it mended, each where the author wrote it: what stands in the place of
 * something has its place. `edits` are in order, do not overlap, and hold no line breaks.
 */
export function lexMended(text: string, file: string, edits: readonly TextEdit[]): Lexed {
  let mended = '';
  let done = 0;
  const replaced = edits.map((edit) => {
    mended += text.slice(done, edit.span.start);
    const start = mended.length;
    mended += edit.text;
    done = edit.span.end;
    return { start, end: mended.length, edit };
  });
  const lexed = lex(mended + text.slice(done), file);
  place(lexed.tokens, replaced);
  place(lexed.docs, replaced);
  return lexed;
}

/** What was written in a place, and where it stands in the mended text. */
interface Replaced {
  readonly start: number;
  readonly end: number;
  readonly edit: TextEdit;
}

function place(tokens: readonly IToken[], replaced: readonly Replaced[]): void {
  const [startOf, endOfIt] = [placer(replaced, false), placer(replaced, true)];
  for (const token of tokens) {
    const end = endOf(token);
    token.startOffset = startOf(token.startOffset);
    token.endOffset = endOfIt(end) - 1;
  }
}

/** Where places of the mended text, asked for in order, are in the text as it was written. */
function placer(replaced: readonly Replaced[], isEnd: boolean): (offset: number) => number {
  let next = 0;
  let moved = 0;
  const isPast = ({ end }: Replaced, offset: number): boolean => (isEnd ? end < offset : end <= offset);
  return (offset) => {
    for (let at = replaced[next]; at !== undefined && isPast(at, offset); at = replaced[++next])
      moved = at.edit.span.end - at.end;
    const within = replaced[next];
    if (within === undefined || (isEnd ? offset <= within.start : offset < within.start))
      return offset + moved;
    return isEnd ? within.edit.span.end : within.edit.span.start;
  };
}
