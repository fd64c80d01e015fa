/** Which pack a document belongs to, and what that pack says: texts of the editor before those of the disk. */
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type PackNames, packNames, parseFile } from '@proviso/language';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Disk } from './disk.ts';

/** A pack as it stands at this moment. */
export interface Pack {
  /** Its folder, absolute. */
  readonly folder: string;
  readonly entry: string;
  /** By path within the folder, as diagnostics and names have it. */
  readonly documents: ReadonlyMap<string, TextDocument>;
  /** Their texts: an opened document changes in place. */
  readonly files: ReadonlyMap<string, string>;
  readonly names: PackNames;
}

/** A place in a pack: a document of it, and the path by which the pack knows that. */
export interface InPack {
  readonly pack: Pack;
  readonly file: string;
  readonly document: TextDocument;
}

type Parse = typeof parseFile;

/** The file that a pack's folder is entered by. */
const entryName = 'pack.policy';

/** Finds packs and reads them, each no more often than it changes. */
export class Workspace {
  readonly #disk: Disk;
  readonly #opened: (uri: string) => TextDocument | undefined;
  readonly #parsed = new Map<string, { readonly text: string; readonly value: ReturnType<Parse> }>();
  readonly #known = new Map<string, Pack>();
  readonly #documents = new Map<string, TextDocument>();

  constructor(opened: (uri: string) => TextDocument | undefined, disk: Disk) {
    this.#opened = opened;
    this.#disk = disk;
  }

  /** The pack of a document and its place there; undefined for what is no file, or cannot be read. */
  async find(uri: string): Promise<InPack | undefined> {
    if (!uri.startsWith('file:')) return undefined;
    const path = fileURLToPath(uri);
    const root = await this.#rootOf(path);
    const pack = await this.#read(
      root ?? dirname(path),
      root === undefined ? basename(path) : entryName,
      path,
    );
    const file = shown(pack.folder, path);
    const document = pack.documents.get(file);
    return document === undefined ? undefined : { pack, file, document };
  }

  /** The nearest folder above a file that has a `pack.policy`. */
  async #rootOf(path: string): Promise<string | undefined> {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (await this.#isThere(join(folder, entryName))) return folder;
      if (dirname(folder) === folder) return undefined;
    }
  }

  async #isThere(path: string): Promise<boolean> {
    return this.#opened(uriOf(path)) !== undefined || this.#disk.isFile(path);
  }

  async #read(folder: string, entry: string, path: string): Promise<Pack> {
    const documents = new Map<string, TextDocument>();
    // A file that was never saved is on no disk.
    for (const each of new Set([...(await this.#disk.policies(folder)), path])) {
      const document = await this.#document(each);
      if (document !== undefined) documents.set(shown(folder, each), document);
    }
    const key = `${folder}\n${entry}`;
    const before = this.#known.get(key);
    const files = new Map([...documents].map(([file, document]) => [file, document.getText()]));
    if (before !== undefined && sameTexts(before.files, files)) return { ...before, documents };
    const names = packNames(files, entry, (text, file) => this.#parse(`${folder}\n${file}`, text, file));
    const pack = { folder, entry, documents, files, names };
    this.#known.set(key, pack);
    return pack;
  }

  async #document(path: string): Promise<TextDocument | undefined> {
    const uri = uriOf(path);
    const opened = this.#opened(uri);
    if (opened !== undefined) return opened;
    const text = await this.#disk.read(path);
    if (text === undefined) return undefined;
    const before = this.#documents.get(uri);
    if (before?.getText() === text) return before;
    const document = TextDocument.create(uri, 'policy', 0, text);
    this.#documents.set(uri, document);
    return document;
  }

  #parse(key: string, text: string, file: string): ReturnType<Parse> {
    const before = this.#parsed.get(key);
    if (before?.text === text) return before.value;
    const value = parseFile(text, file);
    this.#parsed.set(key, { text, value });
    return value;
  }
}

/** The address of a file of a pack. */
export function uriIn(pack: Pack, file: string): string {
  return pack.documents.get(file)?.uri ?? uriOf(join(pack.folder, file));
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function shown(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}

function sameTexts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return before.size === after.size && [...after].every(([file, text]) => before.get(file) === text);
}
