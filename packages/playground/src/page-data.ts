/** The pack that the page was made with. */
import type { PackTexts } from './engine/protocol.ts';

/** A pack as it lies in the editor, where every line ends alike. */
export interface PackOfPage extends PackTexts {
  /** The texts to the letter, by file. */
  readonly originals: ReadonlyMap<string, string>;
}

/** Reads it from the page. */
export function packOfPage(): PackOfPage {
  const text = document.querySelector('#pack')?.textContent ?? '';
  const data: unknown = JSON.parse(text);
  if (!isPack(data)) throw new Error('the page holds no pack: make it with `proviso playground`');
  return {
    entry: data.entry,
    files: data.files.map(([file, of]) => [file, of.replaceAll(/\r\n?/g, '\n')]),
    originals: new Map(data.files),
  };
}

function isPack(data: unknown): data is PackTexts {
  return (
    typeof data === 'object' &&
    data !== null &&
    'entry' in data &&
    typeof data.entry === 'string' &&
    'files' in data &&
    Array.isArray(data.files) &&
    data.files.every((file: unknown) => Array.isArray(file) && file.every((part) => typeof part === 'string'))
  );
}
