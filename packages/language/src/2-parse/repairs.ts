/** Repairs of what is often written, where a text could not be read on. */
import { tokenMatcher, type IRecognitionException, type IToken } from 'chevrotain';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { beginning, closers } from '../1-lex/brackets.ts';
import { endOf, tokenSpan } from '../1-lex/lex.ts';
import { connectingWords, typeWords } from '../1-lex/keywords.ts';
import {
  Bar,
  Colon,
  Comma,
  Dot,
  Identifier,
  LBrace,
  RBrace,
  StringLiteral,
  UnterminatedString,
  describeToken,
  kw,
} from '../1-lex/tokens.ts';
import { head, scenarioHead, answer, member, typeOfFact } from './declaration-repairs.ts';
import {
  is,
  isName,
  isOnLine,
  edit,
  fix,
  writing,
  inserting,
  behind,
  deleting,
  type Found,
  type Repair,
  tokensOf,
} from './repair.ts';

const aText = describeToken(StringLiteral);
const aName = describeToken(Identifier);
const words: ReadonlySet<string> = new Set(connectingWords);
const types: ReadonlySet<string> = new Set(typeWords);

/** The first repair that fits an error. */
export function repairOf(
  { token, message, context }: IRecognitionException,
  index: number,
  tokens: readonly IToken[],
  file: string,
): Repair | undefined {
  const [previous, next] = [tokens[index - 1], tokens[index + 1]];
  if (previous === undefined || index >= tokens.length) return undefined;
  const rules = context.ruleStack;
  const error: Found = {
    rule: rules.at(-1) ?? '',
    rules,
    message,
    tokens,
    index,
    token,
    previous,
    next,
    file,
  };
  for (const repair of repairs) {
    const found = repair(error);
    if (found !== undefined) return found;
  }
  return undefined;
}

const repairs: readonly ((error: Found) => Repair | undefined)[] = [
  quotes,
  member,
  unquoted,
  colon,
  comma,
  head,
  scenarioHead,
  answer,
  certainty,
  typeOfFact,
  missingWord,
  arrow,
];

/** A text without its quotes: the rest of its line, or what a title or a unit consists of. */
function quotes(error: Found): Repair | undefined {
  const { rule, message, token, previous, tokens, index } = error;
  if (message !== aText || !isOnLine(error) || !/^\w/.test(token.image)) return undefined;
  if (!beginning.has(previous.tokenType) && rule !== 'unit') return undefined;
  const opening = edit(error, token.startOffset, token.startOffset, '"');
  let end = index;
  while (tokens[end + 1]?.startLine === token.startLine) end++;
  if (is(tokens[end], UnterminatedString)) return { fix: fix('add the opening quote', [opening]) };
  end = index;
  while (tokens[end + 1]?.startLine === token.startLine && !endsText(tokens, end + 1)) end++;
  const last = rule === 'unit' ? token : (tokens[end] ?? token);
  return { fix: fix('put it in quotes', [opening, edit(error, endOf(last), endOf(last), '"')]) };
}

/** Whether a text without quotes ends before a token. */
function endsText(tokens: readonly IToken[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || closers.has(token.tokenType) || is(token, RBrace)) return true;
  if (is(token, kw.as) && (is(next, kw.of) || is(next, StringLiteral))) return true;
  return beginning.has(token.tokenType) && next !== undefined && tokenMatcher(next, StringLiteral);
}

/** A name in quotes. */
function unquoted(error: Found): Repair | undefined {
  const { rule, message, token, next } = error;
  if (message !== aName || !tokenMatcher(token, StringLiteral)) return undefined;
  const name = (rule === 'slug' ? /^"([a-z][a-z-]*)"$/ : /^"([A-Za-z]\w*)"$/).exec(token.image)?.[1];
  if (name !== undefined && !tokenMatcher(next ?? token, StringLiteral))
    return {
      help: 'names stand without quotes',
      fix: fix('delete the quotes', [{ span: tokenSpan(token, error.file), text: name }], true),
    };
  if (rule !== 'source' && rule !== 'goal') return undefined;
  return { help: `a name of your own stands before the words: \`${rule} NAME ${token.image}\`` };
}

/** A colon that is missing, or one before a text. */
function colon(error: Found): Repair | undefined {
  const { rule, message, token, next, previous, tokens, index } = error;
  if (
    is(token, Colon) &&
    next !== undefined &&
    tokenMatcher(next, StringLiteral) &&
    (message === aText || isName(previous))
  ) {
    const all = rule === 'enumMembers' ? tokensOf(error, Colon) : [token];
    return {
      help: 'nothing stands between a name and its words',
      fix: fix(
        all.length === 1 ? 'delete the colon' : 'delete the colons',
        all.map((one) => ({ span: tokenSpan(one, error.file), text: '' })),
        true,
      ),
    };
  }
  const isType =
    message === '`{`' &&
    rule === 'define' &&
    isName(token) &&
    (types.has(token.image) || is(next, LBrace)) &&
    !words.has(token.image);
  const isMissing =
    message === '`:`' &&
    rule !== 'row' &&
    isOnLine(error) &&
    (isName(token) || /^[\d"{[]/.test(token.image) || /^(?:yes|no|notYet)$/.test(token.image));
  if (!isType && !isMissing) return undefined;
  if (is(token, kw.of) || is(token, kw.is) || is(tokens[index], kw.in)) return undefined;
  return { fix: behind(error, ':') };
}

/** A comma too many, or one too few. */
function comma(error: Found): Repair | undefined {
  const { rule, message, token, next } = error;
  if (is(token, Comma) && message === '`}`' && next !== undefined) {
    if (is(next, kw.and) || is(next, kw.or))
      return { help: `nothing stands before \`${next.image}\``, fix: deleting(error, 'delete the comma') };
    if (beginning.has(next.tokenType) || is(next, RBrace))
      return {
        help: 'clauses follow one another with nothing between them',
        fix: deleting(error, 'delete the comma'),
      };
  }
  if (rule === 'scenario' && message === '`,`') {
    if (is(token, kw.but)) return { fix: behind(error, ',', true) };
    if (is(token, kw.as) || is(token, LBrace)) return { fix: behind(error, ', but') };
  }
  if (rule === 'enumMembers' && (is(token, Bar) || is(token, kw.or) || is(token, kw.and))) {
    const all = tokensOf(error, Bar, kw.or, kw.and);
    return {
      help: 'commas stand between the members: `{ small, large }`',
      fix: fix(
        'write commas',
        all.map((one) => ({ span: tokenSpan(one, error.file), text: ',' })),
        true,
      ),
    };
  }
  return undefined;
}

const certainties: ReadonlySet<string> = new Set(['likely', 'unlikely', 'very', 'highly']);

/** Words for how sure the source is, which are none of ours. */
function certainty(error: Found): Repair | undefined {
  const { rule, token, next, tokens, index } = error;
  if (rule !== 'certainty' || !isName(token)) return undefined;
  if (certainties.has(token.image.toLowerCase())) return { fix: writing(error, token.image.toLowerCase()) };
  if (is(next, Dot))
    return { help: 'conditions are joined by `and` or `or`; a comma comes before a certainty' };
  let end = index;
  while (
    isName(tokens[end + 1]) &&
    !is(tokens[end + 1], kw.cite) &&
    tokens[end + 1]?.startLine === token.startLine
  )
    end++;
  const last = tokens[end] ?? token;
  if (is(tokens[end + 1], Colon)) return undefined;
  const edits = [
    edit(error, token.startOffset, token.startOffset, '"'),
    edit(error, endOf(last), endOf(last), '"'),
  ];
  return {
    help: 'the source\u2019s own words stand in quotes; conditions are joined by `and` or `or`',
    fix: fix('put it in quotes', edits),
  };
}

/** One of the words between, left out or misspelt. */
function missingWord(error: Found): Repair | undefined {
  const { message, token, previous, next } = error;
  const word = /^`([a-z]+)`$/.exec(message)?.[1];
  if (word === undefined || !(words.has(word) || word === 'no' || word === 'because')) return undefined;
  if (closers.has(token.tokenType) || is(token, RBrace)) return undefined;
  if (word === 'has')
    return is(token, Colon) || /^(?:where|with|is)$/.test(token.image)
      ? { fix: writing(error, word) }
      : undefined;
  if (word === 'no' && is(token, kw.at) && next?.image === 'most')
    return {
      fix: fix('write `no later than`', [edit(error, token.startOffset, endOf(next), 'no later than')]),
    };
  const isOther = words.has(token.image) || is(token, kw.not) || didYouMean(token.image, [word]) === word;
  if (!isOther && previous.endLine !== token.startLine) return undefined;
  return { fix: isOther ? writing(error, word) : inserting(error, word) };
}

/** `p->leaks` */
function arrow(error: Found): Repair | undefined {
  const { token, previous, next } = error;
  if (token.image !== '->' || !isName(previous) || !isName(next)) return undefined;
  return {
    help: 'what is part of a record stands behind a point: `parcel.glass`',
    fix: writing(error, '.', true),
  };
}
