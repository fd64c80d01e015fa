/** The function that turns facts as JSON gives them into the complete facts of `decide…`. */
import { hardline, indent, list, print } from './layout.ts';
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
  readonly text: string;
  readonly imports: ReadonlySet<string>;
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
  const text = print([
    `/**\n * Facts as JSON gives them, checked, as \`decide${names.prefix}\` takes them. Throws \`FactsError\` with everything that is wrong or missing.\n */\n`,
    `export function ${name}(facts: unknown): ${names.complete} {`,
    indent(
      hardline,
      list(
        `return ${runtimeCompleteFacts(names)}(`,
        ['goal', 'facts', `[${optional.map(quote).join(', ')}]`],
        ')',
      ),
      ` as ${names.complete};`,
    ),
    hardline,
    '}',
  ]);
  return { text, imports: new Set(['completeFacts']), types: new Set() };
}
