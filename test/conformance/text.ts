/** The whole way from the text as a back end: parser, checker, plan, interpreter. */
import { loadPack } from '@proviso/compiler';
import { type Interpreter, interpreter } from './interpreter.ts';
import type { ProgramLine } from './suite.ts';

/** Compiles the text of the line and makes the interpreter of it. */
export function interpreterOfText({ files, entry, id }: ProgramLine): Interpreter {
  const { value, diagnostics } = loadPack(new Map(Object.entries(files)), entry);
  if (value === undefined) throw new Error(`${id}: ${diagnostics.map(({ message }) => message).join('\n')}`);
  return interpreter(value);
}
