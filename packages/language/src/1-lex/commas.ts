import type { IToken } from 'chevrotain';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { isName, isPlainName, type Open } from './inside.ts';
import { endOf, tokenSpan } from './lex.ts';
import { Comma, LBrace, LBracket, RBrace, StringLiteral } from './tokens.ts';

interface Gathered {
  readonly at: IToken;
  readonly edits: TextEdit[];
}

/** Commas that part nothing, and commas that are missing: one finding for each pair of brackets, however many there are. */
export class Commas {
  readonly #file: string;
  readonly #stray = new Map<Open, Gathered>();
  readonly #missing = new Map<Open, Gathered>();

  constructor(file: string) {
    this.#file = file;
  }

  /** A comma between pairs, which follow one another with nothing between them. */
  stray(open: Open, comma: IToken): void {
    gather(this.#stray, open, comma, { span: tokenSpan(comma, this.#file), text: '' });
  }

  /** A comma that is missing before a token. */
  missing(open: Open, token: IToken, previous: IToken): void {
    const at = endOf(previous);
    gather(this.#missing, open, token, { span: { file: this.#file, start: at, end: at }, text: ',' });
  }

  /** What there is to say, when all is read. */
  diagnostics(): readonly Diagnostic[] {
    const title = (edits: readonly TextEdit[], one: string): string => (edits.length === 1 ? one : `${one}s`);
    return [
      ...[...this.#stray.values()].map(({ at, edits }) =>
        lexDiagnostic(
          'stray-comma',
          tokenSpan(at, this.#file),
          {},
          {
            fix: { title: title(edits, 'delete the comma'), safe: true, edits },
          },
        ),
      ),
      ...[...this.#missing].map(([open, { at, edits }]) =>
        lexDiagnostic(
          'members-without-comma',
          tokenSpan(at, this.#file),
          { next: at.image },
          {
            // Between two conditions it may be another word that is missing.
            fix: { title: title(edits, 'add the comma'), safe: open.inside !== 'expression', edits },
          },
        ),
      ),
    ];
  }
}

function gather(map: Map<Open, Gathered>, open: Open, at: IToken, edit: TextEdit): void {
  const gathered = map.get(open);
  if (gathered === undefined) map.set(open, { at, edits: [edit] });
  else gathered.edits.push(edit);
}

/** Whether a comma is missing between two members of an enum or a set, two operands, or two elements of a list. */
export function lacksComma(token: IToken, previous: IToken | undefined, stack: readonly Open[]): boolean {
  const open = stack.at(-1);
  if (previous === undefined || open === undefined) return false;
  if (token.tokenType === LBrace) return previous.tokenType === RBrace && open.token.tokenType === LBracket;
  const isSet = stack.at(-2)?.pairs === 'answers';
  if (open.token.tokenType === LBrace && open.pairs === null && (isSet || open.inside === 'expression'))
    return isPlainName(token) && isPlainName(previous);
  if (open.inside !== 'members' || !isName(token)) return false;
  return isName(previous) || previous.tokenType === StringLiteral;
}

/** Whether an element of a list ends here without its brace: `[ { a: 1, { a: 2 } ]`. */
export function endsElement(token: IToken, next: IToken | undefined, stack: readonly Open[]): boolean {
  return (
    token.tokenType === Comma &&
    next?.tokenType === LBrace &&
    stack.at(-1)?.pairs === 'answers' &&
    stack.at(-2)?.token.tokenType === LBracket
  );
}
