import { catalogue, documentationPages, textMateGrammar } from '@proviso/language';

/** Path (from the root) and text of every file that is generated from the language's tables. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...[...documentationPages(catalogue)].map(([name, text]): [string, string] => [
      `docs/diagnostics/${name}`,
      text,
    ]),
    ['grammar/policy.tmLanguage.json', `${JSON.stringify(textMateGrammar(), null, 2)}\n`],
  ]);
}
