import { catalogue, documentationPages, textMateGrammar } from '@proviso/language';
import { recordSchema } from '@proviso/record';

/** Path (from the root) and text of every file that is generated from tables and shapes in the source. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...[...documentationPages(catalogue)].map(([name, text]): [string, string] => [
      `docs/diagnostics/${name}`,
      text,
    ]),
    ['packages/record/schema/record.schema.json', `${JSON.stringify(recordSchema(), null, 2)}\n`],
    ['grammar/policy.tmLanguage.json', `${JSON.stringify(textMateGrammar(), null, 2)}\n`],
  ]);
}
