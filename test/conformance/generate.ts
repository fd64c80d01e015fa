// Writes the generated files of the suite; with --check it only compares, and exits with 1 where one differs.
// `node --conditions=@proviso/source test/conformance/generate.ts [--check]`
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { generatedSuite } from './build.ts';
import { pathOf, readText } from './suite.ts';

const args = process.argv.slice(2);
if (args.some((arg) => arg !== '--check')) {
  console.error('usage: node --conditions=@proviso/source test/conformance/generate.ts [--check]');
  process.exit(2);
}

let different = 0;
for (const [name, text] of generatedSuite()) {
  if (existsSync(pathOf(name)) && readText(name) === text) {
    console.log(`${name} is as generated`);
  } else if (args.includes('--check')) {
    console.error(`${name} differs from what is generated; run this without --check to write it`);
    different += 1;
  } else {
    writeFileSync(pathOf(`${name}.new`), text);
    renameSync(pathOf(`${name}.new`), pathOf(name));
    console.log(`wrote ${name}`);
  }
}
process.exitCode = different > 0 ? 1 : 0;
