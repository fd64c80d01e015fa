import { EOF, type CstNode, type IRecognitionException, type IToken } from 'chevrotain';
import { PolicyParser } from './declaration-rules.ts';
import { TooManyErrors, type ErrorBudget } from './expectations.ts';

/**
 * Errors after which a file is noise and is read no further. More than are shown of one file; and recovery from each
 * error within one block nests on the host's stack, of which a browser's worker has little.
 */
const maxErrors = 300;
/** Recovery from an error may look at every token that follows: fewer errors in an enormous file, and never under twenty. */
const maxSteps = 8_000_000;

// One instance serves all: it holds the analysed grammar and is reset by each new input.
const budget: ErrorBudget = { left: maxErrors };
const parser = new PolicyParser(budget);

/** A concrete syntax tree, with what was wrong with the tokens. Parts that could not be read are missing from it. */
export interface ParsedCst {
  readonly cst: CstNode;
  readonly errors: readonly IRecognitionException[];
}

/**
 * Reads the tokens of one file. Never throws: after an error it goes on at the next clause or declaration, up to
 * {@link maxErrors} of them; what comes later is left out.
 */
export function parseCst(tokens: readonly IToken[]): ParsedCst {
  try {
    return parse(tokens, Math.min(maxErrors, Math.max(20, Math.floor(maxSteps / tokens.length))));
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    // What follows the last error is cut off, and with it perhaps closing brackets: that they miss is our doing.
    const { cst, errors } = parse(tokens.slice(0, tokens.indexOf(error.token)), Number.POSITIVE_INFINITY);
    return { cst, errors: errors.filter(({ token }) => token.tokenType !== EOF) };
  }
}

function parse(tokens: readonly IToken[], errors: number): ParsedCst {
  budget.left = errors;
  parser.input = [...tokens];
  const cst = parser.file();
  return { cst, errors: parser.errors };
}

/** The names of the grammar's rules. */
export function ruleNames(): readonly string[] {
  return Object.keys(parser.getGAstProductions());
}
