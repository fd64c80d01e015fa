#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// The parser and its tables are most of the time that a short command takes to start.
enableCompileCache();
const [{ nodeHost }, { run }] = await Promise.all([import('./host/node-host.ts'), import('./program.ts')]);

process.exitCode = await run(process.argv.slice(2), nodeHost());
