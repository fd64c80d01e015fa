/** The names of a pack that is being written: what each is, where it is declared, what could be written, how it is renamed. */
import {
  completionsAfter,
  lineIndex,
  namedAt,
  packNames,
  type PackNames,
  parseFile,
  placeAt,
  rename,
  tellName,
  type TextEdit,
} from '@proviso/language';
import type { Edit, NameAt, Offer, Place, Renamed } from './protocol.ts';

/** Names of the texts as they were written last. */
export class Names {
  readonly #files: ReadonlyMap<string, string>;
  readonly #entry: string;
  /** Files as they were read last: most of them are the same from one text to the next. */
  readonly #parsed = new Map<
    string,
    { readonly text: string; readonly value: ReturnType<typeof parseFile> }
  >();
  #known: PackNames | undefined;

  constructor(files: ReadonlyMap<string, string>, entry: string) {
    this.#files = files;
    this.#entry = entry;
  }

  /** A file has another text. */
  forget(): void {
    this.#known = undefined;
  }

  /** What the name at a place is; null where none stands there. */
  tell({ file, start: offset }: Place): NameAt | null {
    const names = this.#read();
    const named = namedAt(names, file, offset);
    const at = named && placeAt(named, file, offset);
    if (named === undefined || at === undefined) return null;
    const declared = named.declared.map((span) => ({
      file: span.file,
      start: span.start,
      line: lineIndex(this.#files.get(span.file) ?? '').position(span.start).line,
    }));
    return { told: tellName(names, named), start: at.start, end: at.end, declared };
  }

  /** What could be written at a place. */
  offers({ file, start: offset }: Place): readonly Offer[] {
    const names = this.#read();
    const before = (this.#files.get(file) ?? '').slice(0, offset);
    return completionsAfter(names, before).map((one) =>
      typeof one === 'string' ? { text: one } : { text: one.name, told: tellName(names, one) },
    );
  }

  /** What has to change for another name of what stands at a place. */
  rename({ file, start: offset }: Place, to: string): Renamed {
    const names = this.#read();
    const named = namedAt(names, file, offset);
    if (named === undefined) return { problem: 'no name stands there' };
    const renaming = rename({ files: this.#files, entry: this.#entry, names, parse: this.#parse }, named, to);
    if (renaming.edits !== undefined) return { edits: renaming.edits.map(plainEdit) };
    const { problem, help } = renaming;
    return help === undefined ? { problem } : { problem, help };
  }

  #read(): PackNames {
    this.#known ??= packNames(this.#files, this.#entry, this.#parse);
    return this.#known;
  }

  readonly #parse: typeof parseFile = (text, file) => {
    const before = this.#parsed.get(file);
    if (before?.text === text) return before.value;
    const value = parseFile(text, file);
    this.#parsed.set(file, { text, value });
    return value;
  };
}

/** An edit as the page takes it. */
export function plainEdit({ span: { file, start, end }, text }: TextEdit): Edit {
  return { file, start, end, text };
}
