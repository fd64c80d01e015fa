// Adds up Vitest's JSON reports named on the command line and prints `N passed, N failed`, the line that CI ends with.
// A test file that could not be loaded at all counts as one failed test: it has none of its own to count.

import { existsSync, readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
}

let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of process.argv.slice(2)) {
  if (!existsSync(file)) {
    console.error(`no test report at ${file}`);
    continue;
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  failed += report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  skipped += report.numPendingTests + report.numTodoTests;
}
if (skipped > 0) console.log(`skipped or to do: ${skipped}`);
console.log(`${passed} passed, ${failed} failed`);
