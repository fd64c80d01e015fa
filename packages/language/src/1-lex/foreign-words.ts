import type { IToken, TokenType } from 'chevrotain';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';
import {
  callAt,
  collectionAt,
  comparisonAt,
  dependsAt,
  mayCompare,
  type OtherWords,
  spelt,
  thousandsAt,
} from './foreign-phrases.ts';
import { isName, type Open } from './inside.ts';
import { unitWords } from './keywords.ts';
import { endOf, retype, tokenSpan } from './lex.ts';
import { tokenInPlaceOf, virtualToken } from './virtual.ts';
import {
  Colon,
  Comma,
  Dot,
  LBrace,
  LBracket,
  LParen,
  NumberToken,
  RBrace,
  RBracket,
  RParen,
  kw,
} from './tokens.ts';

/** Names of the day that is now, in other languages; called with brackets there. */
const clocks: ReadonlySet<string> = new Set([
  'now',
  'today',
  'asOf',
  'currentDate',
  'NOW',
  'TODAY',
  'Now',
  'Today',
]);
/** Numbers in words, as they stand before a unit and after `at least`. */
const numbers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    fourteen: '14',
    fifteen: '15',
    twenty: '20',
    thirty: '30',
    sixty: '60',
    ninety: '90',
  }),
);
const units: ReadonlySet<TokenType> = new Set(unitWords.map((word) => kw[word]));
const opposite: ReadonlyMap<string, string> = new Map([
  ['yes', 'no'],
  ['no', 'yes'],
]);

/** What several words mean together that mean nothing here: `now()`, and `not` among what a scenario gives and expects. */
export function otherWords(
  tokens: readonly IToken[],
  index: number,
  open: Open | undefined,
  file: string,
): OtherWords | undefined {
  const token = tokens[index];
  const next = tokens[index + 1];
  // Every token of every file comes by here.
  if (token === undefined || next === undefined || !mayDiffer(token, next, tokens[index - 1], open))
    return undefined;
  const third = tokens[index + 2];
  if (next.tokenType === LParen && third?.tokenType === RParen && clocks.has(token.image)) {
    const isOwn = token.tokenType === kw.asOf;
    const diagnostic = spelt([token, third], `${token.image}()`, 'asOf', isOwn, file);
    retype(token, kw.asOf);
    return { taken: 3, tokens: [token], diagnostic };
  }
  const list = listOf(tokens, index, open, file);
  if (list !== undefined) return list;
  const isAnswer = open?.pairs === 'answers';
  const isValue = tokens[index - 1]?.tokenType === Colon;
  const phrase =
    setOf(tokens, index, open, file) ??
    (mayCompare(token, next) ? comparisonAt(tokens, index, file) : undefined) ??
    callAt(tokens, index, open, file) ??
    (isAnswer ? dependsAt(tokens, index, file) : undefined) ??
    (isAnswer && isValue ? thousandsAt(tokens, index, file) : undefined) ??
    (isValue && (open?.pairs ?? null) === null ? collectionAt(tokens, index, file) : undefined);
  if (phrase !== undefined) return phrase;
  const number = numbers.get(token.image.toLowerCase());
  if (number !== undefined && isCounted(tokens, index)) {
    return {
      taken: 1,
      tokens: [tokenInPlaceOf(token, NumberToken, number)],
      diagnostic: spelt([token, token], token.image, number, true, file),
    };
  }
  if (token.tokenType !== kw.not || open?.pairs !== 'answers') return undefined;
  if (tokens[index - 1]?.tokenType === Colon) {
    if (next.image === 'yet') {
      const diagnostic = spelt([token, next], 'not yet', 'notYet', true, file);
      retype(token, kw.notYet);
      return { taken: 2, tokens: [token], diagnostic };
    }
    const meant = opposite.get(next.image);
    return { taken: 1, tokens: [], diagnostic: denied([token, next], meant, file) };
  }
  if (!isName(next) || third?.tokenType === Colon || third?.tokenType === Dot || third?.tokenType === kw.for)
    return undefined;
  return {
    taken: 2,
    tokens: [next, virtualToken(Colon, next), virtualToken(kw.no, next)],
    diagnostic: denied([token, next], `${next.image}: no`, file),
  };
}

/** Whether such words may begin here. */
function mayDiffer(
  token: IToken,
  next: IToken,
  previous: IToken | undefined,
  open: Open | undefined,
): boolean {
  return (
    (token.tokenType === Comma && open?.pairs === 'answers') ||
    token.tokenType === kw.depends ||
    (previous?.tokenType === Colon &&
      (next.tokenType === kw.of || next.tokenType === kw.list || next.tokenType === kw.set)) ||
    mayCompare(token, next) ||
    next.tokenType === LParen ||
    next.tokenType === LBracket ||
    (next.tokenType === Comma && previous?.tokenType === Colon) ||
    token.tokenType === LBracket ||
    token.tokenType === kw.not ||
    previous?.tokenType === kw.least ||
    units.has(next.tokenType)
  );
}

/** `Parcel[]` and `[Parcel]`, as a type: a list of a record. */
function listOf(
  tokens: readonly IToken[],
  index: number,
  open: Open | undefined,
  file: string,
): OtherWords | undefined {
  const three = [tokens[index], tokens[index + 1], tokens[index + 2]] as const;
  const [first, second, third] = three;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const isBehind = second.tokenType === LBracket && third.tokenType === RBracket;
  const isAround = first.tokenType === LBracket && third.tokenType === RBracket;
  if (!(isBehind || isAround) || tokens[index - 1]?.tokenType !== Colon || (open?.pairs ?? null) !== null)
    return undefined;
  const name = isBehind ? first : second;
  if (!isName(name)) return undefined;
  const found = three.map((token) => token?.image ?? '').join('');
  return {
    taken: 3,
    tokens: [tokenInPlaceOf(name, kw.list, 'list'), tokenInPlaceOf(name, kw.of, 'of'), name],
    diagnostic: spelt([first, third], found, `list of ${name.image}`, true, file),
  };
}

/** What follows a name that begins a fact or an answer. */
const afterName = new Set<TokenType>([Colon, Dot, LBracket, kw.for]);

/** `labels: fragile, upright` in what a scenario gives: a set. */
function setOf(
  tokens: readonly IToken[],
  index: number,
  open: Open | undefined,
  file: string,
): OtherWords | undefined {
  if (open?.pairs !== 'answers' || tokens[index - 1]?.tokenType !== Colon) return undefined;
  let end = index;
  while (isName(tokens[end]) && tokens[end + 1]?.tokenType === Comma) {
    if (!isName(tokens[end + 2]) || afterName.has(tokens[end + 3]?.tokenType ?? Comma)) break;
    end += 2;
  }
  const [first, last] = [tokens[index], tokens[end]];
  if (end === index || first === undefined || last === undefined) return undefined;
  const names = tokens.slice(index, end + 1);
  const span = { ...tokenSpan(first, file), end: endOf(last) };
  const edits: readonly TextEdit[] = [
    { span: { ...span, end: span.start }, text: '{ ' },
    { span: { ...span, start: span.end }, text: ' }' },
  ];
  const diagnostic = lexDiagnostic(
    'members-without-brackets',
    span,
    { of: 'set' },
    { fix: { title: 'add the braces', safe: true, edits } },
  );
  const colon = tokens[index - 1] ?? first;
  return {
    taken: names.length,
    tokens: [virtualToken(LBrace, colon), ...names, virtualToken(RBrace, last)],
    diagnostic,
  };
}

/** Whether a number in words stands where a number does: `thirty days`, `at least two of { … }`. */
function isCounted(tokens: readonly IToken[], index: number): boolean {
  const [least, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (least?.tokenType === kw.least && tokens[index - 2]?.tokenType === kw.at) return true;
  return (
    next !== undefined &&
    units.has(next.tokenType) &&
    next.startLine === token?.endLine &&
    tokens[index + 2]?.tokenType !== Colon
  );
}

function denied(
  [not, value]: readonly [IToken, IToken],
  meant: string | undefined,
  file: string,
): Diagnostic {
  const span = { ...tokenSpan(not, file), end: tokenSpan(value, file).end };
  const fix =
    meant === undefined
      ? {}
      : { fix: { title: `write \`${meant}\``, safe: true, edits: [{ span, text: meant }] } };
  return lexDiagnostic('denied-answer', tokenSpan(not, file), {}, fix);
}
