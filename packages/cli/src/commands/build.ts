import type { Command } from 'commander';
import type { Runner } from '../session.ts';
/** Adds the command. */
export function registerBuild(_program: Command, _runner: Runner): void {}
