import type { IToken } from 'chevrotain';
import { opening } from './brackets.ts';
import { endOfExpression, pastGroup, Rewriting, unread, type Choice } from './choices.ts';
import { endOf } from './lex.ts';
import { continuing } from './inside.ts';
import { Bar, Colon, Dot, LBrace, LParen, RBrace, kw } from './tokens.ts';

/** A word that parts an `if`, and how many tokens it has; one that was left out has none. */
interface Mark {
  readonly kind: 'if' | 'then' | 'else' | 'end';
  readonly at: number;
  readonly length: number;
}

const isIf = (token: IToken | undefined): boolean => /^if$/i.test(token?.image ?? '');

/** `if a then b else c`, and `case when a then b else c end`, at a place; undefined where the words are names. */
export function ifAt(
  tokens: readonly IToken[],
  index: number,
  clause: '' | 'means ',
  file: string,
): Choice | undefined {
  const first = tokens[index];
  if (first === undefined) return undefined;
  const { marks, end, isSure } = marksFrom(tokens, index);
  if (marks.length === 1) return undefined;
  const whole = tokens.slice(index, end);
  const shape = marks.map(({ kind }) => kind).join(' ');
  const isWhole = /^if then( if then)* else( end)?$/.test(shape);
  if (!isWhole && !/^if then( if then)*( end)?$/.test(shape)) return unread('if', whole);
  if (marks.some((mark, i) => mark.at + mark.length >= (marks[i + 1]?.at ?? end) && mark.kind !== 'end'))
    return unread('if', whole);
  const rewriting = new Rewriting(file);
  const last = tokens[end - 1] ?? first;
  for (const { kind, at, length } of marks) {
    const [token, previous] = [tokens[at], tokens[at - 1]];
    if (token === undefined || previous === undefined) continue;
    if (kind === 'if' && at === index) {
      rewriting.replace(
        token,
        clause === '' ? [kw.case, LBrace] : [kw.means, kw.case, LBrace],
        `${clause}case {`,
      );
    } else if (kind === 'if') rewriting.replace(token, [], '');
    else if (kind === 'then' && length === 0) rewriting.behind(previous, Colon, ':');
    else if (kind === 'then') rewriting.replace(token, [Colon], ':', endOf(previous));
    else if (kind === 'else') rewriting.replace(token, [kw.otherwise, Colon], 'otherwise:');
    else rewriting.replace(token, [RBrace], '}');
    if (length === 2) {
      const second = tokens[at + 1];
      if (second !== undefined) rewriting.replace(second, [], '', endOf(token));
    }
  }
  if (marks.at(-1)?.kind !== 'end') rewriting.behind(last, RBrace, ' }');
  return rewriting.choice('if', isWhole && isSure);
}

/** The words that part an `if`, and where it ends; `isSure` where that is plain. */
function marksFrom(
  tokens: readonly IToken[],
  index: number,
): { readonly marks: readonly Mark[]; readonly end: number; readonly isSure: boolean } {
  const isCase = tokens[index]?.tokenType === kw.case;
  const marks: Mark[] = [{ kind: 'if', at: index, length: isCase ? 2 : 1 }];
  const end = endOfExpression(tokens, index + 1);
  let at = index + (isCase ? 2 : 1);
  const add = (kind: Mark['kind'], length: number): void => {
    marks.push({ kind, at, length });
    at += length;
  };
  while (at < end) {
    const token = tokens[at];
    const word = token?.image.toLowerCase() ?? '';
    if (word === 'then') add('then', 1);
    else if (word === 'else' && isIf(tokens[at + 1])) add('if', 2);
    else if (/^els?e?if$/.test(word) || isIf(token) || (isCase && word === 'when')) add('if', 1);
    else if (word === 'else') add('else', 1);
    else if (isCase && word === 'end') {
      add('end', 1);
      return { marks, end: at, isSure: true };
    } else {
      const { kind, at: start = 0, length = 0 } = marks.at(-1) ?? {};
      const isCondition = kind === 'if' && start + length === at && token?.tokenType === LParen;
      at = opening.has(token?.tokenType ?? Colon) ? pastGroup(tokens, at) : at + 1;
      // `if (a) b else c`
      if (isCondition && at < end && beginsAnew(tokens[at])) add('then', 0);
    }
  }
  if (tokens[end]?.tokenType !== Colon && tokens[end]?.tokenType !== Bar) return { marks, end, isSure: true };
  // Something else begins behind its last value, which ends at the latest where that does.
  const last = marks.at(-1);
  const value = last === undefined ? end : last.at + last.length;
  let line = end;
  while (--line > value)
    if (beginsLine(tokens[line], tokens[line - 1])) return { marks, end: line, isSure: true };
  if (tokens[end - 1]?.tokenType === kw.otherwise) return { marks, end: end - 1, isSure: true };
  return { marks, end: endOfValue(tokens, value), isSure: false };
}

const beginsLine = (token: IToken | undefined, previous: IToken | undefined): boolean =>
  (token?.startLine ?? 0) > (previous?.endLine ?? 0);

/** Whether a word behind a condition in brackets does not go on with it. */
function beginsAnew(token: IToken | undefined): boolean {
  return (
    token !== undefined &&
    /^[\w"]/.test(token.image) &&
    !continuing.has(token.tokenType) &&
    token.image !== 'then'
  );
}

/** Where a name, a literal or a group ends. */
function endOfValue(tokens: readonly IToken[], from: number): number {
  let at = opening.has(tokens[from]?.tokenType ?? Colon) ? pastGroup(tokens, from) : from + 1;
  while (tokens[at]?.tokenType === Dot) at += 2;
  return at;
}
