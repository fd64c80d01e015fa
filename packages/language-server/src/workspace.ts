/** Which pack a document belongs to, and what that pack says: texts of the editor before those of the disk. */
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Declaration, type PackNames, packNames, parseFile, resolveImport } from '@proviso/language';
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
  readonly #open: () => readonly TextDocument[];
  readonly #parsed = new Map<string, { readonly text: string; readonly value: ReturnType<Parse> }>();
  readonly #known = new Map<string, Pack>();
  readonly #documents = new Map<string, TextDocument>();

  constructor(open: () => readonly TextDocument[], disk: Disk) {
    this.#open = open;
    this.#disk = disk;
  }

  /** The pack of a document and its place there; undefined for what is no file, or cannot be read. */
  async find(uri: string): Promise<InPack | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const root = await this.#rootOf(path);
    const pack = await (root === undefined ? this.#readAlone(path) : this.#readFolder(root, path));
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
    return this.#opened(path) !== undefined || this.#disk.isFile(path);
  }

  /** A pack with a folder of its own: all that lies there, since a file that is not imported yet may be what was meant. */
  async #readFolder(folder: string, path: string): Promise<Pack> {
    const documents = new Map<string, TextDocument>();
    // A file that was never saved is on no disk.
    for (const each of new Set([...(await this.#disk.policies(folder)), path])) {
      const document = await this.#document(each);
      if (document !== undefined) documents.set(shown(folder, each), document);
    }
    await this.#addImported(folder, entryName, documents);
    return this.#read(folder, entryName, documents);
  }

  /** A file that belongs to no pack, with what it imports: the folder may be anybody's, so nothing else there is looked at. */
  async #readAlone(path: string): Promise<Pack> {
    const [folder, entry] = [dirname(path), basename(path)];
    const documents = new Map<string, TextDocument>();
    await this.#addImported(folder, entry, documents);
    return this.#read(folder, entry, documents);
  }

  /** Adds what the imports lead to from the entry: by links and into hidden folders too. */
  async #addImported(folder: string, entry: string, documents: Map<string, TextDocument>): Promise<void> {
    const pending = [entry];
    const seen = new Set<string>();
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      const document = documents.get(file) ?? (await this.#document(join(folder, file)));
      if (document === undefined) continue;
      documents.set(file, document);
      const { value } = this.#parse(`${folder}\n${file}`, document.getText(), file);
      for (const imported of importsOf(value.declarations)) {
        const target = resolveImport(file, imported);
        if (target !== null) pending.push(target);
      }
    }
  }

  /** The document at a path as the editor has it, however that spells its address. */
  #opened(path: string): TextDocument | undefined {
    return this.#open().find(({ uri }) => pathOf(uri) === path);
  }

  #read(folder: string, entry: string, documents: ReadonlyMap<string, TextDocument>): Pack {
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
    const opened = this.#opened(path);
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

function* importsOf(declarations: readonly Declaration[]): Generator<string> {
  for (const each of declarations)
    if (each.kind === 'import') yield each.path.value;
    else if (each.kind === 'section') yield* importsOf(each.declarations);
}

/** The address of a file of a pack. */
export function uriIn(pack: Pack, file: string): string {
  return pack.documents.get(file)?.uri ?? uriOf(join(pack.folder, file));
}

/** The path of a file of this machine; undefined for anything else. */
function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:///')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
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
