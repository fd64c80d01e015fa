import type { IRecognitionException, IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { tokenSpan } from '../1-lex/lex.ts';
import { reservedWords, softWords, typeWords, unitWords } from '../1-lex/keywords.ts';
import {
  Colon,
  Comma,
  DateToken,
  ForeignIs,
  LBrace,
  LParen,
  Minus,
  NumberToken,
  Star,
  StringLiteral,
  describeToken,
  kw,
} from '../1-lex/tokens.ts';

const aText = describeToken(StringLiteral);
const aBrace = describeToken(LBrace);
const aNo = describeToken(kw.no);
const aDate = describeToken(DateToken);

/** Words for the day on which something ends. */
export const endings: ReadonlySet<string> = new Set([
  'until',
  'till',
  'to',
  'ceases',
  'ends',
  'ending',
  'through',
  '-',
]);

/** How a declaration is written whose words in quotes are missing, by the rule that reads it. */
const texts: ReadonlyMap<string, string> = new Map([
  ['bearer', 'write the words that speak of it: `bearer carrier "the carrier"`'],
  ['source', 'write its title: `source act "The Parcels Act 2019" { … }`'],
  ['section', 'write its heading: `section "Dangerous goods" { … }`'],
  ['scenario', 'write its title: `scenario "a parcel that leaks" as of 2022-05-01 { … }`'],
  ['import', 'write the path of the file: `import "facts.policy"`'],
  ['reading', 'write what is so on this reading: `reading mainly "most of it is glass"`'],
  ['ruleClause', 'write what is to be done, in quotes: `must "tell the sender"`'],
]);

/** Clauses of a head, which stand before the braces. */
const headWords: ReadonlySet<string> = new Set(['governed', 'from', 'ceasing', 'succeeded', 'despite']);
const deadline = 'a deadline goes with an event: `done by EVENT, no later than DATE`';

/** The rules whose clauses hold conditions. */
const holdsConditions: ReadonlySet<string> = new Set([
  'define',
  'rule',
  'limbBlock',
  'exceptionDecl',
  'constraint',
  'invariant',
]);

/** How this language says what other words begin, where something has been said before them. */
const otherWays: ReadonlyMap<string, string> = new Map([
  ...['working', 'business'].map(
    (word) =>
      [
        word,
        'days are days of the calendar: which days are worked is no part of the language, so ask for the last day as an `event` or a `date`',
      ] as const,
  ),
  ...['hour', 'hours', 'minutes'].map(
    (word) => [word, 'a term is counted in days, weeks, months or years'] as const,
  ),
  ['xor', 'one of two and not both: `(a and not b) or (b and not a)`'],
  ['but', 'what is joined by "but" is joined by `and`: `a and not b`'],
  ['from', 'a range has two sides: `a <= x and x <= b`'],
  ['on', '"on or before" is said by `<=`, "on or after" by `>=`: `a <= b`'],
  ['later', 'what comes last of two days is told by `>`: `a > b`'],
  ['earlier', 'what comes first of two days is told by `<`: `a < b`'],
  ['between', 'a range has two sides: `a <= x and x <= b`'],
  [
    'within',
    'a term is a comparison with a day: `x <= 1 month after d`, or a rule\u2019s `no later than 1 month after d`',
  ],
  ['does', 'what is not so is said with `not` and brackets: `not (x includes member)`'],
  ['implies', 'a condition on another is said with `or`: `(not a) or b`'],
  ['then', 'a choice of values is a `case`: `case { condition: value  otherwise: value }`'],
]);

/** `7` at the end of a line and `days` on the next; `20 kg`. */
function afterNumber(token: IToken, previous: IToken | undefined): { readonly help?: string } {
  if (previous?.tokenType !== NumberToken || !/^[a-z]/.test(token.image)) return {};
  return units.has(token.image)
    ? { help: `a number and its unit stand on one line: write \`${previous.image} ${token.image}\`` }
    : {
        help: 'a number stands alone: what it counts is said once, by its fact: `number in "kg"`; days, weeks, months and years are written `7 days`',
      };
}

const clauseOfFact: ReadonlySet<string> = new Set(['ask', 'say', 'help', 'fixed', 'effort', 'consider']);
const types: ReadonlySet<string> = new Set(typeWords);
const conditional: ReadonlySet<string> = new Set(['if', 'where', 'when', 'provided']);
const certainties: ReadonlySet<string> = new Set(['very', 'highly', 'likely', 'unlikely', 'difficult']);

/** What to do about a word that begins no clause of a declaration. */
export function helpForClause(
  rule: string,
  token: IToken,
  previous: IToken | undefined,
  next: IToken | undefined,
): { readonly help?: string } {
  const word = token.image;
  if (rule === 'record' && clauseOfFact.has(word))
    return {
      help: 'what is asked and said of a fact stands in its braces: `fact glass: yesno { ask "…" say "…" }`',
    };
  if (rule === 'record' && types.has(word))
    return {
      help: `the name stands first, and its type behind a colon: \`fact ${next?.image ?? 'name'}: ${word}\``,
    };
  if (rule === 'rule' && (word === 'if' || word === 'then'))
    return {
      help: 'a rule has a clause for what is to be done, `must "…"`, and one for its condition, `when …`',
    };
  const isFirst = (token.startLine ?? 0) > (previous?.endLine ?? 0);
  if (conditional.has(word) && !isFirst && holdsConditions.has(rule))
    return {
      help: 'a condition is joined to another by `and`; a choice of values is a `case`: `case { condition: value  otherwise: value }`',
    };
  if (word === 'not' && next?.tokenType === kw.includes)
    return { help: 'what is not so is said with `not` and brackets: `not (x includes member)`' };
  if (certainties.has(word) && holdsConditions.has(rule))
    return { help: 'a comma comes before a certainty: `condition, very likely`' };
  if (rule === 'record' && next?.tokenType === Colon)
    return { help: `each begins with \`fact\`, \`event\` or \`judgement\`: \`fact ${word}: …\`` };
  if (headWords.has(word) && rule !== 'source')
    return { help: `\`${word}\` stands in the head, before the brace` };
  if (rule === 'rule' && ['deadline', 'no', 'by', 'due'].includes(word)) return { help: deadline };
  const help = holdsConditions.has(rule) ? otherWays.get(word) : undefined;
  return help === undefined ? afterNumber(token, previous) : { help };
}

/** What to do about a mistake that is often made. */
export function helpFor(
  { token, message, context }: IRecognitionException,
  previous: IToken | undefined,
  next: IToken | undefined,
  file: string,
): Pick<Diagnostic, 'help' | 'fix'> {
  if (token.tokenType === Colon && message === aBrace && context.ruleStack.at(-1) !== 'scenarioClause')
    return habit(context.ruleStack.at(-1) ?? '', token, message, previous, file);
  if (token.tokenType === Colon && previous !== undefined && isKeyword.has(previous.image)) {
    const edits = [{ span: tokenSpan(token, file), text: '' }];
    return {
      help: `nothing stands between \`${previous.image}\` and what it says`,
      fix: { title: 'delete the colon', safe: true, edits },
    };
  }
  if (token.tokenType === Comma && next?.image === 'no' && context.ruleStack.includes('rule'))
    return { help: deadline };
  if (message === 'a name' && reserved.has(token.image))
    return { help: `\`${token.image}\` is a word of the language and can be no name` };
  if (token.tokenType === Star && previous !== undefined && next?.tokenType === NumberToken)
    return { help: `the number stands first: write \`${next.image} * ${previous.image}\`` };
  const found = habit(context.ruleStack.at(-1) ?? '', token, message, previous, file);
  return found.help === undefined ? afterNumber(token, previous) : found;
}

const reserved: ReadonlySet<string> = new Set(reservedWords);
const isKeyword: ReadonlySet<string> = new Set([...reservedWords, ...softWords]);
const units: ReadonlySet<string> = new Set(unitWords);

/** What to do about habits from other languages, by the rule in which a text could not be read on. */
function habit(
  rule: string,
  token: IToken,
  message: string,
  previous: IToken | undefined,
  file: string,
): Pick<Diagnostic, 'help' | 'fix'> {
  if (message === aText) {
    if (previous?.tokenType === kw.may && token.tokenType === kw.not)
      return { help: 'what is forbidden is said with `must not`; `may` gives a permission' };
    const help = texts.get(rule);
    return help === undefined ? {} : { help };
  }
  const replace = (title: string, text: string, safe: boolean): NonNullable<Diagnostic['fix']> => ({
    title,
    safe,
    edits: [{ span: tokenSpan(token, file), text }],
  });
  if (message === aDate) {
    const quoted = /^"(\d{4}-\d{2}-\d{2})"$/.exec(token.image)?.[1];
    return {
      help: 'a date is its year, month and day, with hyphens and without quotes: `2020-01-31`',
      ...(quoted === undefined ? {} : { fix: replace('delete the quotes', quoted, true) }),
    };
  }
  if (rule === 'scenario' && message === aBrace && token.tokenType === kw.on)
    return { help: 'the day of a scenario follows `as of`', fix: replace('write `as of`', 'as of', true) };
  const isDeclared = !['nOf', 'operands', 'extreme', 'isTail', 'members'].includes(rule);
  if (message === aBrace && isDeclared && (token.tokenType === ForeignIs || token.tokenType === Colon))
    return { help: 'its braces follow right after the name' };
  switch (rule) {
    case 'names':
    case 'members':
    case 'enumMembers':
      if (message === aBrace && rule === 'members')
        return { help: 'its members stand in braces: `{ a, b }`' };
      return /^"[A-Za-z]\w*"$/.test(token.image)
        ? {
            help: 'names stand without quotes',
            fix: replace('delete the quotes', token.image.slice(1, -1), true),
          }
        : {
            help: 'names of letters, digits and `_` stand in the braces, with commas between them: `{ small, large }`',
          };
    case 'table':
      return token.tokenType === Comma
        ? { help: 'what a table decides by is parted by bars: `table size | urgent { … }`' }
        : {};
    case 'type':
      return token.tokenType === kw.yes ? { help: 'what is so or not so is a `yesno`' } : {};
    case 'record':
      return token.tokenType === Colon ? { help: 'an `event` has no type: it is a day, or `notYet`' } : {};
    case 'nOf':
    case 'extreme':
    case 'isTail':
      return message === aBrace
        ? { help: 'what it chooses from stands in braces, with commas: `{ a, b }`' }
        : {};
    case 'certainty':
      return token.tokenType === NumberToken ? { help: 'a number has no commas: `1500`' } : {};
    case 'operands':
      return { help: 'a comma stands between two of them: `{ a, b }`' };
    case 'quantified':
      return { help: 'what is asked of a member stands after `has`: `some x in list has (x.a and x.b)`' };
    case 'define':
    case 'rule':
    case 'section':
    case 'exceptionDecl':
      if (token.tokenType === LParen)
        return {
          help:
            message === aBrace
              ? 'a parameter is written `for p: RECORD`'
              : 'nothing is called with brackets: the answer about an instance is `instance.name`, the day of the assessment `asOf`',
        };
      if (token.tokenType === Minus && message === aBrace)
        return { help: 'a name has letters, digits and `_`: `nonResident`' };
      return endings.has(token.image)
        ? {
            help: '`ceasing` names the first day on which it no longer holds: `from 2020-01-01 ceasing 2024-01-01`',
            fix: replace('write `ceasing`', 'ceasing', false),
          }
        : {};
    case 'ruleClause':
      return message === aNo ? { help: 'write `no later than 7 days after DAY`' } : {};
    default:
      return {};
  }
}
