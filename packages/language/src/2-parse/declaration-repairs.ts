/** Repairs of heads of declarations, of scenarios and of types. */
import { tokenMatcher, type IToken } from 'chevrotain';
import { dateExists } from '../calendar.ts';
import { endOf, tokenSpan } from '../1-lex/lex.ts';
import {
  Colon,
  Comma,
  DateToken,
  ForeignIs,
  Identifier,
  LBrace,
  LParen,
  Minus,
  NumberToken,
  StringLiteral,
  kw,
} from '../1-lex/tokens.ts';
import {
  is,
  isName,
  edit,
  fix,
  writing,
  inserting,
  deleting,
  type Found,
  type Repair,
  tokensOf,
} from './repair.ts';

const headWords: ReadonlyMap<string, string> = new Map([
  ['notwithstanding', 'despite'],
  ['overriding', 'despite'],
  ['by', 'on'],
  ['binds', 'on'],
  ['of', 'on'],
]);

/** What stands between a name and its braces. */
export function head(error: Found): Repair | undefined {
  const { rule, message, token, previous, next, tokens, index } = error;
  if (
    message !== '`{`' ||
    !['define', 'rule', 'exceptionDecl', 'section', 'enum', 'record', 'source', 'scenario'].includes(rule)
  )
    return undefined;
  const day = is(token, Comma) ? index + 1 : index;
  const after = tokens[day + 1];
  if ((is(tokens[day], kw.from) || is(tokens[day], kw.ceasing)) && after !== undefined)
    return {
      help: `behind \`${tokens[day]?.image ?? ''}\` stands a day: its year, month and day, with hyphens and without quotes: \`2020-01-31\``,
      ...dayMeant(error, after),
    };
  if (
    is(next, LBrace) &&
    (is(token, ForeignIs) || is(token, Colon) || is(token, kw.as) || is(token, kw.is) || is(token, kw.means))
  )
    return { help: 'its braces follow right after the name', fix: deleting(error, 'delete it') };
  const meant = rule === 'rule' && isName(next) ? headWords.get(token.image) : undefined;
  if (meant !== undefined) return { fix: writing(error, meant) };
  if (rule === 'rule' && is(token, Identifier) && is(next, LBrace))
    return {
      help: 'whom a rule binds stands behind `on`: `rule refuse on carrier { … }`',
      fix: inserting(error, 'on'),
    };
  if (is(previous, Identifier) && previous.image === 'each' && is(tokens[index - 2], kw.for))
    return {
      help: 'a parameter is written `for p: RECORD`',
      fix: fix('delete `each`', [edit(error, previous.startOffset, token.startOffset, '')], true),
    };
  if (is(token, Minus) && isName(next) && isName(previous)) return hyphenated(error);
  return undefined;
}

/** `non-resident`, as a name. */
function hyphenated(error: Found): Repair {
  const { tokens, index, previous } = error;
  let end = index;
  let name = previous.image;
  while (is(tokens[end], Minus) && isName(tokens[end + 1])) {
    const part = tokens[end + 1]?.image ?? '';
    name += part.slice(0, 1).toUpperCase() + part.slice(1);
    end += 2;
  }
  const last = tokens[end - 1] ?? previous;
  return {
    help: `a name has letters, digits and \`_\`: \`${name}\``,
    fix: fix(`write \`${name}\``, [edit(error, previous.startOffset, endOf(last), name)]),
  };
}

/** `20200131`, as a day. */
function dayMeant({ file }: Found, token: IToken): Repair {
  const iso = token.image.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return dateExists(iso)
    ? { fix: fix(`write \`${iso}\``, [{ span: tokenSpan(token, file), text: iso }], true) }
    : {};
}

/** The day of a scenario, and what it begins from. */
export function scenarioHead(error: Found): Repair | undefined {
  const { rule, message, token, next } = error;
  if (rule !== 'scenario' || message !== '`{`') return undefined;
  const help = 'the day of a scenario follows `as of`';
  if (is(token, DateToken)) return { help, fix: inserting(error, 'as of') };
  if (is(next, DateToken)) return { help, fix: writing(error, 'as of', true) };
  return next !== undefined && tokenMatcher(next, StringLiteral)
    ? { help: 'a scenario goes on from another by `as "…", but`', fix: writing(error, 'as') }
    : undefined;
}

/** `heavy of parcels[0]: yes`, `heavy(parcels[0]): yes`, `parcels(0).glass: yes`, in a scenario. */
export function answer(error: Found): Repair | undefined {
  const { rule, rules, message, token, next, tokens, index, previous } = error;
  if (message !== '`:`' || !(rules.includes('expect') || rules.includes('given'))) return undefined;
  const isExpect = rules.includes('expect');
  if (is(token, kw.is) || is(token, ForeignIs)) return { fix: writing(error, ':') };
  if (isExpect && (is(token, kw.of) || is(token, kw.in) || is(token, kw.on)) && isName(next))
    return {
      help: 'the instance stands behind `for`: `heavy for parcels[0]: yes`',
      fix: writing(error, 'for'),
    };
  if (rule !== 'given' && rule !== 'expect') return undefined;
  const isIndex = is(next, NumberToken);
  const close = tokens.findIndex((one, at) => at > index && at < index + 12 && one.image === ')');
  const last = tokens[close];
  if (!is(token, LParen) || last === undefined || !(isIndex || isExpect)) return undefined;
  const [open, end, help] = isIndex
    ? ['[', ']', 'a member of a list is numbered in square brackets: `parcels[0]`']
    : [' for ', '', 'the instance stands behind `for`: `heavy for parcels[0]: yes`'];
  return {
    help,
    fix: fix(`write \`${open.trim()}\``, [
      edit(error, endOf(previous), endOf(token), open),
      { span: tokenSpan(last, error.file), text: end },
    ]),
  };
}

/** Names in quotes in the braces of an enum or a goal. */
export function member(error: Found): Repair | undefined {
  const { rule, token } = error;
  if (!['enumMembers', 'names', 'members'].includes(rule) || !tokenMatcher(token, StringLiteral))
    return undefined;
  const all = tokensOf(error, StringLiteral);
  if (!all.every(({ image }) => /^"[A-Za-z]\w*"$/.test(image))) return undefined;
  return {
    help: 'names stand without quotes',
    fix: fix(
      'delete the quotes',
      all.map((one) => ({ span: tokenSpan(one, error.file), text: one.image.slice(1, -1) })),
      true,
    ),
  };
}

/** `list<Parcel>`, `only when`. */
export function typeOfFact(error: Found): Repair | undefined {
  const { rule, message, token, next, tokens, index, previous } = error;
  if (rule === 'fact' && message === '`if`' && is(token, kw.when)) return { fix: writing(error, 'if', true) };
  const close = tokens[index + 2];
  if (rule !== 'type' || token.image !== '<' || close?.image !== '>' || !isName(next)) return undefined;
  const text = ` of ${next?.image ?? ''}`;
  return {
    fix: fix(`write \`${previous.image}${text}\``, [edit(error, endOf(previous), endOf(close), text)], true),
  };
}
