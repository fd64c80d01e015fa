import { asTypeScript } from './erasable.ts';

/** A module of the emitted package: its source, and what a TypeScript compiler would make of it. */
export interface EmittedFile {
  /** Relative to the root of the sources: `goal/paragraph22.ts`. */
  readonly path: string;
  /** TypeScript. */
  readonly text: string;
  /** What runs: the source without its types. */
  readonly javaScript: string;
  /** What its `.d.ts` file says. */
  readonly declarations: string;
}

/** A module of types alone. */
export function typesFile(path: string, text: string): EmittedFile {
  return { path, text, javaScript: 'export {};\n', declarations: text };
}

/** An exported function, its types marked. */
export interface ExportedFunction {
  /** A comment. */
  readonly doc: string;
  /** `export function decide(facts: Facts): Answer`. */
  readonly head: string;
  readonly body: string;
}

/** The function as it stands in its module, its types marked. */
export function functionText({ doc, head, body }: ExportedFunction): string {
  return `${doc}\n${head} {\n${body}\n}`;
}

/** The function as a declaration file has it. */
export function functionDeclaration({ doc, head }: ExportedFunction): string {
  return `${doc}\n${asTypeScript(head).replace('export function', 'export declare function')};`;
}

/** The text of a module of these sections; those that are empty are left out. */
export function moduleOf(...sections: readonly string[]): string {
  // One piece of text at once: what is added to a long one is copied with it when it is written.
  const pieces = sections.flatMap((text) => (text === '' ? [] : ['\n\n', text]));
  return [...pieces.slice(1), '\n'].join('');
}
