// Writes what is generated from the language's tables: docs/diagnostics/*.md, grammar/policy.tmLanguage.json,
// grammar/diagrams.html (from policy.ebnf) and packages/record/schema. Run with
// `node --conditions=@proviso/source scripts/generate-docs.ts`; test/docs/generated.test.ts tells when it is due.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../test/support/generated-files.ts';

const root = join(import.meta.dirname, '..');
const files = generatedFiles();

mkdirSync(join(root, 'docs/diagnostics'), { recursive: true });
for (const name of readdirSync(join(root, 'docs/diagnostics'))) {
  if (!files.has(`docs/diagnostics/${name}`)) rmSync(join(root, 'docs/diagnostics', name));
}
for (const [path, text] of files) writeFileSync(join(root, path), text);
console.log(`wrote ${files.size} files`);
