/** The pack that the page was made with. */
import type { PackTexts } from './engine/protocol.ts';

/** Reads it from the page. */
export function packOfPage(): PackTexts {
  const text = document.querySelector('#pack')?.textContent ?? '';
  const data: unknown = JSON.parse(text);
  if (!isPack(data)) throw new Error('the page holds no pack: make it with `proviso playground`');
  return data;
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
