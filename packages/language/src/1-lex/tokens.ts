import { createToken, Lexer, type ITokenConfig, type TokenType } from 'chevrotain';
import { reservedWords, softWords, type Keyword } from './keywords.ts';

// Order matters to the lexer: of two tokens that match at one place the earlier in `allTokens` wins, unless it names
// the other as a longer alternative.

const token = (config: ITokenConfig): TokenType => createToken(config);

/** A name; also every soft keyword, so that a policy may call a fact `title` or `date`. */
export const Identifier: TokenType = token({ name: 'Identifier', pattern: /[A-Za-z][A-Za-z0-9_]*/ });

/** A name with letters outside ASCII, read as a name so that the rest of the text can still be understood. */
export const NonAsciiName: TokenType = token({
  name: 'NonAsciiName',
  pattern:
    /[A-Za-z0-9_$]*[$_\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0370-\u0373\u0376\u0377\u037b-\u1fff\u3041-\ud7a3\uf900-\ufaff\uff21-\uff3a\uff41-\uff5a][A-Za-z0-9_$\u00aa-\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u3041-\ud7a3\uf900-\ufaff\uff10-\uff5a]*/,
  categories: [Identifier],
});
// The two name each other, so one of them has to be told afterwards.
Identifier.LONGER_ALT = [NonAsciiName];

// Without a pattern: the lexer reads a name and looks it up, instead of trying a hundred words at every place.
const keywordToken = (word: string, soft: boolean): TokenType =>
  token({ name: word, categories: soft ? [Identifier] : [] });

const entries: [Keyword, TokenType][] = [
  ...reservedWords.map((word): [Keyword, TokenType] => [word, keywordToken(word, false)]),
  ...softWords.map((word): [Keyword, TokenType] => [word, keywordToken(word, true)]),
];

/** The token of each keyword. */
export const kw: Readonly<Record<Keyword, TokenType>> = Object.fromEntries(entries) as Record<
  Keyword,
  TokenType
>;

const keywords: ReadonlyMap<string, TokenType> = new Map(entries);

/** The token of a word with a meaning of its own. */
export function keywordOf(word: string): TokenType | undefined {
  return keywords.get(word);
}

/** `"…"` with `\"`, `\\` and `\n`, on one line. */
export const StringLiteral: TokenType = token({ name: 'String', pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*"/ });

/** A string whose closing quote is missing: up to the end of its line. */
export const UnterminatedString: TokenType = token({
  name: 'UnterminatedString',
  pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*\\?/,
  categories: [StringLiteral],
});

/** A string in quotes of another kind, read as a string. */
export const ForeignString: TokenType = token({
  name: 'ForeignString',
  pattern:
    /[\u201c\u201d\u201e\u00ab][^\u201d\u201c\u00bb\r\n]*[\u201d\u201c\u00bb]|[\u2018'`][^\u2019'`\r\n]*[\u2019'`]/,
  categories: [StringLiteral],
});

const monthNames =
  '[Jj]an(?:uary)?|[Ff]eb(?:ruary)?|[Mm]ar(?:ch)?|[Aa]pr(?:il)?|[Mm]ay|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust)?|[Ss]ept?(?:ember)?|[Oo]ct(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?';
const monthNumber = '(?:1[0-2]|0?[1-9])';
const dayNumber = '(?:3[01]|[12]\\d|0?[1-9])';

/** `2018-05-25` */
export const DateToken: TokenType = token({ name: 'Date', pattern: /\d{4}-\d{2}-\d{2}/ });

/**
 * A date of another notation, read as a date: `1 January 2020`, `January 1, 2020`, `2020-1-2`, `01/02/2020`, `1.2.2020`. No
 * whole number of four digits less two small ones is written without blanks.
 */
export const ForeignDate: TokenType = token({
  name: 'ForeignDate',
  pattern: new RegExp(
    [
      `\\d{1,2}(?:st|nd|rd|th)?[ \\t]+(?:of[ \\t]+)?(?:${monthNames})[.,]?[ \\t]+\\d{4}(?!\\d)`,
      `(?:${monthNames})\\.?[ \\t]+\\d{1,2}(?:st|nd|rd|th)?,?[ \\t]+\\d{4}(?!\\d)`,
      ...['-', '/', '\\.'].flatMap((mark) => [
        `[12]\\d{3}${mark}${monthNumber}${mark}${dayNumber}(?![\\d.])`,
        `${dayNumber}${mark}${dayNumber}${mark}[12]\\d{3}(?![\\d.])`,
      ]),
      `${dayNumber}/${dayNumber}/\\d{2}(?!\\d)`,
    ].join('|'),
  ),
  categories: [DateToken],
});

/** `12`, `12.50` */
export const NumberToken: TokenType = token({ name: 'Number', pattern: /\d+(?:\.\d+)?/ });

/** `p.45`, `sch.1`, `para.22(3)`, `art.9(2)(d)`, `reg.22` */
export const Pinpoint: TokenType = token({
  name: 'Pinpoint',
  pattern: /[a-z]+\.\d[\w-]*(?:\([0-9A-Za-z]+\))*/,
});

/** `DM-31`, `EX-10b` */
export const StatementIdToken: TokenType = token({
  name: 'StatementId',
  pattern: /[A-Z]+[0-9]*-\d+[A-Za-z]?/,
});

const punctuation = (name: string, pattern: RegExp): TokenType => token({ name, pattern });

export const LBrace: TokenType = punctuation('{', /\{/);
export const RBrace: TokenType = punctuation('}', /\}/);
export const LParen: TokenType = punctuation('(', /\(/);
export const RParen: TokenType = punctuation(')', /\)/);
export const LBracket: TokenType = punctuation('[', /\[/);
export const RBracket: TokenType = punctuation(']', /\]/);
export const Colon: TokenType = punctuation(':', /:/);
export const Comma: TokenType = punctuation(',', /,/);
export const Dot: TokenType = punctuation('.', /\./);
export const Bar: TokenType = punctuation('|', /\|/);
export const LessOrEqual: TokenType = punctuation('<=', /<=/);
export const Less: TokenType = punctuation('<', /</);
export const GreaterOrEqual: TokenType = punctuation('>=', />=/);
export const Greater: TokenType = punctuation('>', />/);
/** The signs that compare two values. */
export const comparisons: readonly TokenType[] = [Less, LessOrEqual, Greater, GreaterOrEqual];
export const Plus: TokenType = punctuation('+', /\+/);
export const Minus: TokenType = punctuation('-', /-/);
export const Star: TokenType = punctuation('*', /\*/);

/** Spellings of other languages, read as ours and reported: the token stands in the category of what was meant. */
export const ForeignAnd: TokenType = token({ name: 'ForeignAnd', pattern: /&&?/, categories: [kw.and] });
export const ForeignOr: TokenType = token({ name: 'ForeignOr', pattern: /\|\|/, categories: [kw.or] });
export const ForeignIsNot: TokenType = token({ name: 'ForeignIsNot', pattern: /!==?|<>|≠/ });
export const ForeignIs: TokenType = token({ name: 'ForeignIs', pattern: /={1,3}/ });
export const ForeignNot: TokenType = token({ name: 'ForeignNot', pattern: /!/, categories: [kw.not] });
export const ForeignLessOrEqual: TokenType = token({
  name: 'ForeignLessOrEqual',
  pattern: /≤|=</,
  categories: [LessOrEqual],
});
export const ForeignGreaterOrEqual: TokenType = token({
  name: 'ForeignGreaterOrEqual',
  pattern: /≥/,
  categories: [GreaterOrEqual],
});

/** From a condition to its value, in other languages; `=>` is also how some write "at least". */
export const ForeignArrow: TokenType = token({ name: 'ForeignArrow', pattern: /[-=]>|[→⇒]/ });

/** A semicolon means nothing here; kept apart from the text proper and reported. */
export const Semicolon: TokenType = token({ name: ';', pattern: /;/, group: 'semicolons' });

/** White space, and what looks like it or like nothing: invisible characters are reported by a scan of their own. */
const blankRanges: readonly string[] = [
  '\\s\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f',
  '\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff',
];

/** What stands between the words. */
export const WhiteSpace: TokenType = token({
  name: 'WhiteSpace',
  pattern: new RegExp(`[${blankRanges.join('')}]+`),
  group: Lexer.SKIPPED,
  line_breaks: true,
});

/** `/// …` */
export const DocComment: TokenType = token({ name: 'DocComment', pattern: /\/\/\/[^\r\n]*/, group: 'docs' });

/** `// …` */
export const LineComment: TokenType = token({
  name: 'LineComment',
  pattern: /\/\/[^\r\n]*/,
  group: 'comments',
});

/** Comments of other languages, kept apart and reported. */
export const ForeignComment: TokenType = token({
  name: 'ForeignComment',
  pattern: /\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|#[^\r\n]*/,
  group: 'foreignComments',
  line_breaks: true,
});

/** Every token that the lexer looks for, in the order in which it tries them. */
export const lexedTokens: readonly TokenType[] = [
  WhiteSpace,
  DocComment,
  LineComment,
  ForeignComment,
  DateToken,
  ForeignDate,
  NumberToken,
  StatementIdToken,
  Pinpoint,
  Identifier,
  NonAsciiName,
  StringLiteral,
  UnterminatedString,
  ForeignString,
  LBrace,
  RBrace,
  LParen,
  RParen,
  LBracket,
  RBracket,
  Colon,
  Comma,
  Dot,
  ForeignOr,
  Bar,
  ForeignAnd,
  ForeignIsNot,
  ForeignNot,
  ForeignArrow,
  ForeignGreaterOrEqual,
  ForeignLessOrEqual,
  ForeignIs,
  LessOrEqual,
  Less,
  GreaterOrEqual,
  Greater,
  Plus,
  Minus,
  Star,
  Semicolon,
];

/** Every token there is. */
export const allTokens: readonly TokenType[] = [...lexedTokens, ...keywords.values()];

/** How a token is spoken of in a message. */
export function describeToken(type: TokenType): string {
  switch (type) {
    case Identifier:
      return 'a name';
    case StringLiteral:
      return 'a text in quotes';
    case DateToken:
      return 'a date (`2018-05-25`)';
    case NumberToken:
      return 'a number';
    case Pinpoint:
      return 'a pinpoint (`p.45`, `art.9(2)(d)`)';
    case StatementIdToken:
      return 'a statement id (`DM-31`)';
    default:
      return type.name === 'EOF' ? 'the end of the file' : `\`${type.name}\``;
  }
}
