#!/usr/bin/env node
process.stdout.write('proviso: the commands are not written yet\n');
