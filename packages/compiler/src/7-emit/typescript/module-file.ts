/**
 * A module that evaluates: first as its parts are written, then as files, its code laid out and with what it imports. The first is
 * plain data and the second takes nothing else, so that another thread can make the one of the other.
 */
import {
  type EmittedFile,
  type ExportedFunction,
  functionDeclaration,
  functionText,
  moduleOf,
} from './emitted-file.ts';
import { inBoth } from './erasable.ts';
import type { Imports } from './imports.ts';
import { type Doc, line, list, print } from './layout.ts';
import { mentions } from './unused.ts';

/** An exported function with what its module holds for it, and what it may import of the runtime. */
export interface Part {
  readonly main: ExportedFunction;
  /** Declarations, their types marked. */
  readonly others: readonly Doc[];
  readonly imports: Imports;
  readonly types: ReadonlySet<string>;
}

/** A module before it is laid out. */
export interface WrittenModule {
  readonly path: string;
  /** A comment. */
  readonly head: string;
  /** The import of the types of facts, and what makes them public. */
  readonly facts: readonly string[];
  /** Declarations of types. */
  readonly types: readonly string[];
  /** Declarations of constants, their types marked. */
  readonly declared: string;
  readonly parts: readonly Part[];
  /** What the runtime's `completeFacts` is called in it. */
  readonly completeFacts: string;
}

/** A module as the emitter gives it: as it is written, or as the files of one that needs no layout. */
export type EmittedModule = WrittenModule | EmittedFile;

/** The files of a module. */
export function emittedFile(emitted: EmittedModule): EmittedFile {
  return 'parts' in emitted ? moduleFile(emitted) : emitted;
}

function moduleFile({
  path,
  head,
  facts,
  types,
  declared,
  parts,
  completeFacts,
}: WrittenModule): EmittedFile {
  const code = [declared, ...parts.flatMap(({ main, others }) => [functionText(main), ...others])].map(
    (text) => inBoth(print(text)),
  );
  const functions = parts.map(({ main }) => functionDeclaration(main));
  const javaScript = code.map((each) => each.javaScript);
  const used = new Set(parts.flatMap(({ imports }) => [...imports.used]));
  const perhaps = parts.flatMap(({ imports }) => [...imports.perhaps]).filter((name) => !used.has(name));
  const values = [...used, ...namesUsed(perhaps, javaScript)];
  const typesUsed = (texts: readonly string[]): readonly string[] =>
    namesUsed(['Day', 'Duration', 'Status', ...parts.flatMap((part) => [...part.types])], texts);
  return {
    path,
    text: moduleOf(
      head,
      importText(typesUsed([...types, code.flatMap((each) => each.types).join('\n')]), values, completeFacts),
      ...facts,
      ...types,
      ...code.map((each) => each.typeScript),
    ),
    javaScript: moduleOf(head, importText([], values, completeFacts), ...javaScript),
    declarations: moduleOf(
      head,
      importText(typesUsed([...types, ...functions]), [], completeFacts),
      ...facts.map((text) => text.replace(`.ts';`, `.js';`)),
      ...types,
      ...functions,
    ),
  };
}

/** The names that some texts mention, each once. Short texts first: most names are found before the long one is searched. */
function namesUsed(names: readonly string[], texts: readonly string[]): readonly string[] {
  const byLength = texts.toSorted((a, b) => a.length - b.length);
  return [...new Set(names)].filter((name) => byLength.some((text) => mentions(text, name)));
}

/** The import of these from the runtime; empty where there are none. */
function importText(types: readonly string[], values: readonly string[], completeFacts: string): string {
  const imported = [
    ...types.map((name) => ({ name, text: `type ${name}` })),
    ...values.map((name) => ({ name, text: importedAs(name, completeFacts) })),
  ].toSorted((a, b) => a.name.localeCompare(b.name));
  if (imported.length === 0) return '';
  const items = imported.map(({ text }) => text);
  return print([list('import {', items, '}', line), ` from '@proviso/runtime';`]);
}

/** A value of the runtime, under a name of its own where the goal's function has that name: a goal may be called `facts`. */
function importedAs(name: string, completeFacts: string): string {
  return name === 'completeFacts' && completeFacts !== name ? `${name} as ${completeFacts}` : name;
}
