import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, documentationPages, textMateGrammar } from '@proviso/language';
import { recordSchema } from '@proviso/record';
import { repository } from './read-pack.ts';
import { syntaxDiagrams } from './syntax-diagrams.ts';

/** Path (from the root) and text of every file that is generated from tables and shapes in the source. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...[...documentationPages(catalogue)].map(([name, text]): [string, string] => [
      `docs/diagnostics/${name}`,
      text,
    ]),
    ['packages/record/schema/record.schema.json', `${JSON.stringify(recordSchema(), null, 2)}\n`],
    ['grammar/diagrams.html', syntaxDiagrams(readFileSync(join(repository, 'grammar/policy.ebnf'), 'utf8'))],
    ['grammar/policy.tmLanguage.json', `${JSON.stringify(textMateGrammar(), null, 2)}\n`],
  ]);
}
