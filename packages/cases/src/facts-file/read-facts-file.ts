/** A file of facts, JSON or YAML, from its bytes. */
import { checkText } from '../given.ts';
import { FactsFileError, type FactsDocument, maxFactsBytes } from './document.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads facts. A name that ends in `.json` is JSON, one in `.yaml` or `.yml` YAML; anything else is JSON where it begins
 * with a bracket. Throws `FactsFileError` with what is wrong and the lines.
 */
export function readFactsFile(bytes: Uint8Array, name: string): FactsDocument {
  checkText(name, 'the name of a file');
  const text = decodeText(bytes, maxFactsBytes);
  if (text.trim() === '') return { data: {}, lineOf: () => undefined };
  const json = /\.json$/i.test(name) || (!/\.ya?ml$/i.test(name) && /^\s*[{[]/.test(text));
  return json ? readJson(text) : readYaml(text);
}

/** UTF-8 text from bytes; a byte order mark is dropped. Throws `FactsFileError` for anything that is not text. */
export function decodeText(bytes: Uint8Array, limit: number): string {
  if (!ArrayBuffer.isView(bytes) || typeof limit !== 'number')
    throw new TypeError('the bytes of a file were expected, a `Uint8Array`, and how many are read at most');
  if (bytes.length > limit) {
    throw new FactsFileError([
      {
        message: `the file has ${bytes.length} bytes; at most ${limit} are read`,
        help: 'a file of facts is one case',
      },
    ]);
  }
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw new FactsFileError([{ line: 1, message: 'the file is UTF-16', help: 'save it as UTF-8' }]);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new FactsFileError([
      {
        line: lineAt(bytes, nul),
        message: 'the file is not text: it holds a zero byte',
        help: 'facts are JSON or YAML text in UTF-8',
      },
    ]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FactsFileError([{ message: 'the file is not text in UTF-8', help: 'save it as UTF-8' }]);
  }
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a) line += 1;
  return line;
}
