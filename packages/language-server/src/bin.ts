#!/usr/bin/env node
/** `proviso-language-server --stdio`: what an editor starts. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeDisk } from './disk.ts';
import { serve } from './server.ts';

serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout), nodeDisk());
