import type { CstNode, IRecognitionException, IToken } from 'chevrotain';
import { PolicyParser } from './declaration-rules.ts';

// One instance serves all: it holds the analysed grammar and is reset by each new input.
const parser = new PolicyParser();

/** A concrete syntax tree, with what was wrong with the tokens. Parts that could not be read are missing from it. */
export interface ParsedCst {
  readonly cst: CstNode;
  readonly errors: readonly IRecognitionException[];
}

/** Reads the tokens of one file. Never throws: after an error it goes on at the next clause or declaration. */
export function parseCst(tokens: readonly IToken[]): ParsedCst {
  parser.input = [...tokens];
  const cst = parser.file();
  return { cst, errors: parser.errors };
}

/** The names of the grammar's rules. */
export function ruleNames(): readonly string[] {
  return Object.keys(parser.getGAstProductions());
}
