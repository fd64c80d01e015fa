#!/usr/bin/env node
// Node's own module as a whole: an older Node, which is to be told so, has no such function to import by name.
import nodeModule from 'node:module';
import { nodeProblem } from './host/node-version.ts';

const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  // The parser and its tables are most of the time that a short command takes to start.
  nodeModule.enableCompileCache();
  const [{ nodeHost }, { run }] = await Promise.all([import('./host/node-host.ts'), import('./program.ts')]);
  process.exitCode = await run(process.argv.slice(2), nodeHost());
} else {
  console.error(problem);
  process.exitCode = 2;
}
