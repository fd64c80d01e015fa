/** Texts of sources, as a reviewer gives them at the command line. */
import { InvalidArgumentError } from 'commander';
import { UsageError } from '../exit.ts';
import type { Session } from '../session.ts';
import { readSourceText, type SourceText } from './source-text.ts';

/** Files by the name of the source. */
export type TextOption = Readonly<Record<string, string>>;

/** No source is longer. */
const maxBytes = 64_000_000;

/** Reads one `--text SOURCE=FILE` onto those before it. */
export function readTextOption(text: string, before: TextOption = {}): TextOption {
  const [, name, file] = /^([A-Za-z]\w*)=(.+)$/.exec(text) ?? [];
  if (name === undefined || file === undefined)
    throw new InvalidArgumentError('A text is given as SOURCE=FILE: code=draft-code.txt.');
  if (Object.hasOwn(before, name)) throw new InvalidArgumentError(`A text of ${name} is given twice.`);
  return { ...before, [name]: file };
}

/** Reads a text; throws `UsageError` where it is none. */
export async function readSource({ host }: Session, file: string): Promise<SourceText> {
  const bytes = await host.readFile(file, maxBytes);
  if (bytes.length > maxBytes) throw new UsageError(`\`${file}\` has more than ${maxBytes} bytes`);
  if (bytes.includes(0) || new TextDecoder().decode(bytes.slice(0, 5)) === '%PDF-')
    throw new UsageError(`\`${file}\` is not plain text`, {
      help: 'turn it into text first: pdftotext for a PDF',
    });
  try {
    return readSourceText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`\`${file}\` is not text in UTF-8`, { help: 'save it as UTF-8' });
  }
}
