import { EOF, type IParserErrorMessageProvider, type IToken, type TokenType } from 'chevrotain';
import { clauseStart } from '../1-lex/structure.ts';
import { describeToken } from '../1-lex/tokens.ts';

/** What each rule reads, in the author's words, for "… expected" messages. */
const ruleWords: ReadonlyMap<string, string> = new Map([
  ['primary', 'a condition or a value'],
  ['unary', 'a condition or a value'],
  ['comparison', 'a condition or a value'],
  ['isTail', 'a value'],
  ['givenScalar', 'a value'],
  ['givenValue', 'a value'],
  ['cell', 'a value, or `-` for any'],
  ['type', 'a type'],
  ['certainty', '`likely`, `unlikely`, or the source\u2019s own words in quotes'],
]);

/** How many errors one parse may still find. */
export interface ErrorBudget {
  left: number;
}

/** Thrown where the budget is spent. */
export class TooManyErrors extends Error {
  /** The token of the error that was one too many. */
  readonly token: IToken;

  constructor(token: IToken) {
    super('more errors than are worth finding');
    this.name = 'TooManyErrors';
    this.token = token;
  }
}

/**
 * Chevrotain's messages, reduced to what was expected: the phrase that "expected" is put after. The diagnostics are
 * worded in `errors.ts`, which sees tokens and rules beside it. A message is made once for each error, so the errors are
 * counted here; what is thrown for one too many passes through the recovery, which knows only errors of its own.
 */
export function errorMessages(budget: ErrorBudget): IParserErrorMessageProvider {
  const spend = (token: IToken | undefined): void => {
    budget.left -= 1;
    if (budget.left < 0 && token !== undefined) throw new TooManyErrors(token);
  };
  return {
    buildMismatchTokenMessage: ({ expected, actual }) => {
      spend(actual);
      return describeToken(expected);
    },
    buildNotAllInputParsedMessage: () => 'a declaration',
    buildNoViableAltMessage: ({ expectedPathsPerAlt, actual, ruleName }) => {
      spend(actual[0]);
      return ruleWords.get(ruleName) ?? firstTokens(expectedPathsPerAlt.flat());
    },
    buildEarlyExitMessage: ({ expectedIterationPaths, actual, ruleName }) => {
      spend(actual[0]);
      return ruleWords.get(ruleName) ?? firstTokens(expectedIterationPaths);
    },
  };
}

function firstTokens(paths: readonly (readonly TokenType[])[]): string {
  const words = new Set(paths.flatMap(([first]) => (first === undefined ? [] : [describeToken(first)])));
  return listed([...words]);
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** How the text at a token is spoken of: what stands there instead of what was expected. */
export function describeFound(token: IToken): string {
  if (token.tokenType === EOF) return 'the end of the file';
  if (token.image === '') return `the end of what \`${token.tokenType.name}\` should close`;
  const shown = token.image.length > 40 ? `${token.image.slice(0, 40)}…` : token.image;
  return token.payload === clauseStart ? `the clause \`${shown}\`` : `\`${shown}\``;
}
