import type { IToken, TokenType } from 'chevrotain';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import { isName, type Open } from './inside.ts';
import { tokenSpan } from './lex.ts';
import { Colon, Comma, LBrace, LParen, kw } from './tokens.ts';

/** A label inside a condition, and the word that joins what it names to what is before. */
interface Label {
  readonly name: IToken;
  readonly colon: IToken;
  readonly joint: IToken | undefined;
}

const joining = new Set<TokenType>([kw.and, kw.or, kw.not]);
const unlabelled = new Set<TokenType>([kw.when, kw.always, kw.never]);
/** Clauses of which there may be several, by the word that joins what they say. */
const repeated: ReadonlyMap<TokenType, TokenType> = new Map([
  [kw.requires, kw.and],
  [kw.includes, kw.or],
]);

/**
 * Labels inside conditions, `requires a: x and b: y`. Here a label names a clause; the tokens of others are left out, and there
 * is one finding for each clause.
 */
export class InnerLabels {
  readonly #file: string;
  readonly #found: { readonly clause: IToken | undefined; readonly labels: Label[] }[] = [];
  #clause: IToken | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** A clause begins. */
  begin(clause: IToken): void {
    this.#clause = clause;
  }

  /** Whether a name and the colon behind it are such a label. */
  take(tokens: readonly IToken[], index: number, stack: readonly Open[]): boolean {
    const colon = tokens[index + 1];
    if (colon?.tokenType !== Colon) return false;
    const previous = tokens[index - 1];
    const name = tokens[index];
    if (previous === undefined || name === undefined || !isName(name)) return false;
    if (!isInCondition(previous, stack)) return false;
    const joint =
      stack.at(-1)?.inside === 'clauses' && joining.has(previous.tokenType) ? previous : undefined;
    const label = { name, colon, joint };
    const last = this.#found.at(-1);
    if (last !== undefined && last.clause === this.#clause) last.labels.push(label);
    else this.#found.push({ clause: this.#clause, labels: [label] });
    return true;
  }

  /** What there is to say, when all is read. */
  diagnostics(): readonly Diagnostic[] {
    return this.#found.map(({ clause, labels }) => {
      const [first] = labels as [Label];
      const span = { file: this.#file, start: first.name.startOffset, end: first.colon.startOffset + 1 };
      const joint = clause === undefined ? undefined : repeated.get(clause.tokenType);
      const splits = clause !== undefined && labels.every((label) => label.joint?.tokenType === joint);
      const edits = labels.map(
        ({ name, colon }): TextEdit => ({
          span: { file: this.#file, start: name.startOffset, end: colon.startOffset + 1 },
          text: '',
        }),
      );
      const apart = labels.map(
        (label): TextEdit => ({
          span: tokenSpan(label.joint ?? label.name, this.#file),
          text: `\n  ${clause?.image ?? ''}`,
        }),
      );
      const fix =
        joint !== undefined && splits
          ? { title: `write a \`${clause?.image ?? ''}\` for each`, safe: false, edits: apart }
          : { title: labels.length === 1 ? 'delete the label' : 'delete the labels', safe: false, edits };
      return lexDiagnostic('label-inside', span, { label: first.name.image }, { fix });
    });
  }
}

/** Whether what follows a token is part of a condition, and not a clause of its own, a branch, an answer or a parameter. */
function isInCondition(previous: IToken, stack: readonly Open[]): boolean {
  const open = stack.at(-1);
  if (open === undefined || open.pairs !== null) return false;
  if (open.inside !== 'clauses' && open.inside !== 'expression') return false;
  if (joining.has(previous.tokenType)) return true;
  if (unlabelled.has(previous.tokenType)) return open.inside === 'clauses';
  if (open.inside !== 'expression') return false;
  if (previous.tokenType === LParen) {
    const outer = stack.at(-2)?.inside;
    return outer === 'clauses' || outer === 'expression' || outer === 'rows';
  }
  return open.token.tokenType === LBrace && (previous.tokenType === LBrace || previous.tokenType === Comma);
}
