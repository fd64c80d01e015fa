/** What is not ours in the head and the rows of a table, and what is written instead. */
import type { IToken, TokenType } from 'chevrotain';
import {
  Bar,
  Colon,
  Comma,
  DateToken,
  Dot,
  Identifier,
  Minus,
  NonAsciiName,
  NumberToken,
  Star,
  StringLiteral,
  comparisons,
  kw,
} from './tokens.ts';

/** A mark and what stands for it; `drawn` where it only draws a line around the table. */
export interface Mend {
  readonly token: IToken;
  readonly text: '' | ':' | '|' | '-' | '| -';
  readonly drawn: boolean;
  /** Behind the token, which stays. */
  readonly behind?: true;
}

const drawing = (token: IToken, text: Mend['text']): Mend => ({ token, text, drawn: true });
const instead = (token: IToken, text: Mend['text']): Mend => ({ token, text, drawn: false });
const isBar = (token: IToken | undefined): boolean => token?.tokenType === Bar;
const count = (line: readonly IToken[], type: IToken['tokenType']): number =>
  line.filter(({ tokenType }) => tokenType === type).length;

/** The head of a table. */
interface TableHead {
  readonly mends: readonly Mend[];
  readonly inputs: number;
  /** Whether commas stand in it where bars should. */
  readonly byCommas: boolean;
}

/** The head of a table: commas in the place of bars, and bars around it; how many inputs it has. */
export function mendsOfHead(head: readonly IToken[]): TableHead {
  const around = barsAround(head);
  const commas = head.filter(({ tokenType }) => tokenType === Comma);
  return {
    mends: [...around, ...commas.map((comma) => instead(comma, '|'))],
    byCommas: commas.length > 0,
    inputs: count(head, Bar) - around.length + commas.length + 1,
  };
}

/** The rows of a table with so many inputs; commas part its cells only where they part its inputs. */
export function* mendsOfRows(
  lines: readonly (readonly IToken[])[],
  { inputs, byCommas }: Pick<TableHead, 'inputs' | 'byCommas'>,
): Generator<Mend> {
  // Only where the first row begins with a bar is it certain that one at the beginning of a later line begins a row.
  const drawn = isBar(lines[0]?.[0]);
  let isAtEnd = true;
  for (const [i, line] of lines.entries()) {
    const missing: readonly Mend[] =
      isAtEnd && !drawn && !byCommas && !goesOn(lines[i + 1]) ? missingMarks(line, inputs) : [];
    isAtEnd = missing.length > 0 || endsRow(line);
    if (missing.length > 0) {
      yield* missing;
      continue;
    }
    const colon = line.findIndex(({ tokenType }) => tokenType === Colon);
    const cells = colon < 0 ? line : line.slice(0, colon);
    const around = drawn && isBar(line[0]) ? barsAround(line) : [];
    yield* around;
    yield* anyValues(line);
    const inner = cells.filter((token) => !around.some((bar) => bar.token === token));
    const bars = inner.filter(isBar);
    const last = inner.at(-1);
    if (colon >= 0 && last !== undefined && isBar(last))
      yield bars.length < inputs ? instead(last, '| -') : drawing(last, '');
    else if (
      colon >= 0 &&
      bars.length === 0 &&
      byCommas &&
      count(inner, Comma) === inputs - 1 &&
      endsRow(lines[i - 1])
    ) {
      for (const token of inner) if (token.tokenType === Comma) yield instead(token, '|');
    }
    const before = bars.at(-1);
    if (colon < 0 && before !== undefined && (around.length > 0 || bars.length === inputs))
      yield { token: before, text: ':', drawn: around.length > 0 };
    const end = line.at(-1);
    if (colon >= 0 && end?.tokenType === Comma && isPlainValue(line.slice(colon + 1, -1)))
      yield instead(end, '');
  }
}

/** Whether a line goes on with the row before it. */
const goesOn = (line: readonly IToken[] | undefined): boolean =>
  line?.[0] !== undefined && (parts(line[0]) || line[0].tokenType === Dot);

/** The marks that are missing in a row whose cells and value stand side by side: `large <= 10 2`. */
function missingMarks(line: readonly IToken[], inputs: number): readonly Mend[] {
  const cited = line.findIndex(({ tokenType }) => tokenType === kw.cite);
  const row = cited < 0 ? line : line.slice(0, cited);
  const colon = row.findIndex(({ tokenType }) => tokenType === Colon);
  const cells = colon < 0 ? row : row.slice(0, colon);
  if (count(cells, Bar) === inputs - 1 && colon >= 0) return [];
  const pieces = [true, false]
    .map((isAny) => piecesOf(cells, isAny))
    .find((found) => found?.length === inputs + (colon < 0 ? 1 : 0));
  if (pieces === undefined || pieces === null || pieces.at(-1)?.mark !== undefined) return [];
  return pieces.slice(0, -1).flatMap(({ last, mark }, i): readonly Mend[] => {
    const text = i === inputs - 1 ? ':' : '|';
    if (mark === undefined) return [{ token: last, text, drawn: false, behind: true }];
    return text === ':' ? [instead(mark, text)] : [];
  });
}

/** A cell or the value of a row: its last token, and the bar behind it where there is one. */
interface Piece {
  readonly last: IToken;
  readonly mark: IToken | undefined;
}

/** The cells and the value that stand side by side; null where there is anything else. `isAny`: a dash is a cell, and no sign. */
function piecesOf(tokens: readonly IToken[], isAny: boolean): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (isAny && tokens[at]?.tokenType === Minus) at++;
    else {
      for (;;) {
        if (tokens[at] !== undefined && beforeCell.has(tokens[at]?.tokenType ?? Colon)) at++;
        if (!isCell(tokens[at])) return null;
        at++;
        while (tokens[at]?.tokenType === Dot && isCell(tokens[at + 1])) at += 2;
        if (tokens[at]?.tokenType !== Comma) break;
        at++;
      }
    }
    const last = tokens[at - 1];
    if (last === undefined) return null;
    const mark = isBar(tokens[at]) ? tokens[at++] : undefined;
    pieces.push({ last, mark });
  }
  return pieces;
}

/** What can stand before the value of a cell; where a row begins with it, no name does. */
export const beforeCell: ReadonlySet<TokenType> = new Set([Minus, ...comparisons]);
const literals = new Set([NumberToken, DateToken, StringLiteral, kw.yes, kw.no, kw.notYet]);
const isCell = (token: IToken | undefined): boolean =>
  token !== undefined && (literals.has(token.tokenType) || token.tokenType === Identifier);

/** A bar at either end. */
function barsAround(line: readonly IToken[]): readonly Mend[] {
  const [first] = line;
  const last = line.at(-1);
  return [
    ...(first !== undefined && isBar(first) ? [drawing(first, '')] : []),
    ...(last !== undefined && last !== first && isBar(last) ? [drawing(last, '')] : []),
  ];
}

const parts = ({ tokenType }: IToken): boolean =>
  tokenType === Bar || tokenType === Comma || tokenType === Colon;

/** `*` and `_` in a cell of their own. */
function* anyValues(line: readonly IToken[]): Generator<Mend> {
  for (const [i, token] of line.entries()) {
    const isAny = token.tokenType === Star || (token.tokenType === NonAsciiName && token.image === '_');
    const [before, next] = [line[i - 1], line[i + 1]];
    if (isAny && (before === undefined || parts(before)) && next !== undefined && parts(next))
      yield instead(token, '-');
  }
}

/** Whether a line ends a row, so that the next begins one. */
function endsRow(line: readonly IToken[] | undefined): boolean {
  if (line === undefined) return true;
  const { tokenType } = line.at(-1) ?? {};
  return count(line, Colon) > 0 && tokenType !== Colon && tokenType !== Bar;
}

/** A number or a path: a comma after it goes on with nothing. */
function isPlainValue(tokens: readonly IToken[]): boolean {
  return tokens.length % 2 === 1 && tokens.every(({ tokenType }, i) => (tokenType === Dot) === (i % 2 === 1));
}
