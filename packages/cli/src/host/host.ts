import type { EmittedModule } from '@proviso/compiler/facts';
import type { Plan } from '@proviso/compiler/plan';
import type { Phrasebook } from '@proviso/runtime';
import type { PackageFile } from '../template/facts-files.ts';

/** All that the commands know of the world: files, streams, terminal, time. Everything else in this package is pure. */
export interface Host {
  /** Bytes of a file, at most `limit` + 1 of them: enough to know that it is too large. Throws `HostError`. */
  readonly readFile: (path: string, limit: number) => Promise<Uint8Array>;
  /** Replaces a file whole or not at all, making folders as needed; a secret is for its owner only. Throws `HostError`. */
  readonly writeFile: (path: string, text: string, secrecy?: 'secret') => Promise<void>;
  /** Writes files into a folder that nobody reads yet, by their paths in it, making folders as needed. Throws `HostError`. */
  readonly fillFolder: (folder: string, files: ReadonlyMap<string, string>) => Promise<void>;
  /** What stands at a path. */
  readonly kindOf: (path: string) => Promise<'file' | 'folder' | 'none'>;
  /** Names in a folder, sorted; folders end in `/`. Throws `HostError`. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** An absolute path, links resolved where it exists. */
  readonly resolve: (path: string) => Promise<string>;
  /** Moves a folder or file to where nothing is. Throws `HostError`. */
  readonly move: (from: string, to: string) => Promise<void>;
  /** Removes a folder or file with all that is in it, if it is there. Throws `HostError`. */
  readonly remove: (path: string) => Promise<void>;
  /** A file of a package that this program stands on, by its name: `minisearch/dist/umd/index.js`. */
  readonly packageFile: (specifier: string) => Promise<string>;
  /** A file that was built into this package; undefined in a repository where it has not been built yet. */
  readonly ownFile: (name: string) => Promise<string | undefined>;
  /** Where what can be made again is kept between runs; it may not exist yet. */
  readonly cacheFolder: string;
  /** Standard input to its end, at most `limit` + 1 bytes. */
  readonly readInput: (limit: number) => Promise<Uint8Array>;
  /** The lines of standard input, as they come. */
  readonly inputLines: () => AsyncIterable<string>;
  /** Writes a package beside everything else that runs; started before there is a plan, since it takes a while. */
  readonly startPackage: () => PackageWriter;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** Is standard input a person at a terminal? */
  readonly interactive: boolean;
  /** Milliseconds of a clock that only goes forward; for progress, never for policy. */
  readonly now: () => number;
  /** 32 random bytes, in hex, that nobody can guess. */
  readonly random: () => string;
  /** The day it is here, as `2026-02-05`; for when a reviewer checked something, never for policy. */
  readonly today: () => string;
  /** Calls back when something has changed under a folder, once for what changes together, until stopped. */
  readonly watch: (
    folder: string,
    changed: () => void,
  ) => { readonly stop: () => void; readonly done: Promise<void> };
}

/** What writes a package, until it is stopped. */
export interface PackageWriter {
  /** Begins a package in a folder that nobody reads yet, with all that follows from plan and words alone (`factsFiles`). */
  readonly begin: (folder: string, plan: Plan, phrases: Phrasebook) => void;
  /** Writes more files, by their paths in the folder. */
  readonly write: (files: readonly PackageFile[]) => void;
  /** Makes the files of a module that evaluates, and writes them. */
  readonly writeModule: (module: EmittedModule) => void;
  /** When all is written. Throws `HostError`. */
  readonly written: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Where output goes. */
export interface Stream {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** May colours be written? Not under NO_COLOR, nor where it is no terminal. */
  readonly colours: boolean;
  readonly columns: number;
}

/** A file that cannot be read or written, said in plain words. */
export class HostError extends Error {
  override readonly name: string = 'HostError';
}
