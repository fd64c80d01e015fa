/** The function that turns facts as JSON gives them into the complete facts of `decide…`. */
import { docComment } from './doc-comment.ts';
import type { ExportedFunction } from './emitted-file.ts';
import { cast, typed, typeOnly } from './erasable.ts';
import { type Imports, importsOf } from './imports.ts';
import { indent, list, print } from './layout.ts';
import type { Slice } from './slice.ts';
import { quote } from './spelling.ts';
import type { TypeNames } from './types.ts';

/** What the module calls the runtime's `completeFacts`. */
export function runtimeCompleteFacts({ prefix }: TypeNames): string {
  return `complete${prefix}` === 'completeFacts' ? 'completeFactsOf' : 'completeFacts';
}

/** Writes `complete…`. */
export function completeFunction(
  slice: Slice,
  names: TypeNames,
): {
  readonly main: ExportedFunction;
  readonly others: readonly string[];
  readonly imports: Imports;
  readonly types: ReadonlySet<string>;
} {
  const name = `complete${names.prefix}`;
  const optional = [
    ...slice.facts.filter(({ onlyIf }) => onlyIf !== undefined).map((field) => field.name),
    ...slice.records.flatMap((record) =>
      record.fields
        .filter(({ onlyIf }) => onlyIf !== undefined)
        .map((field) => `${record.name}.${field.name}`),
    ),
  ];
  const call = list(
    `return ${runtimeCompleteFacts(names)}(`,
    ['goal', 'facts', `[${optional.map(quote).join(', ')}]`],
    cast(')', names.complete),
  );
  const main = {
    doc: docComment(
      `Facts as JSON gives them, checked, as \`decide${names.prefix}\` takes them.\n\nThrows \`FactsError\` with everything that is wrong or missing.`,
    ),
    head: `export function ${name}(${typed('facts', 'unknown')})${typeOnly(`: ${names.complete}`)}`,
    body: `  ${print(indent(call, ';'))}`,
  };
  return { main, others: [], imports: importsOf('completeFacts'), types: new Set() };
}
