/** JSON files that are evidence: read strictly, so that no two readers can see two different things in them. */
import type { ReadProblem, ReadResult } from '@proviso/record';
import { UsageError } from '../exit.ts';
import { decodeText, FactsFileError, readJson } from '@proviso/cases';
import type { Host } from '../host/host.ts';

/** The most bytes of a record, a log or a key that are read. */
export const maxRecordBytes = 32_000_000;
/** The deepest that a record nests: a trace has two levels for each of its steps. */
const nesting = 500;

/** The text of a file; throws `UsageError` where it is none, or too large. `what` names it: "the record". */
export async function readTextFile(host: Host, path: string, what: string): Promise<string> {
  const bytes = await host.readFile(path, maxRecordBytes);
  if (bytes.length > maxRecordBytes)
    throw new UsageError(`${what} \`${path}\` has more than ${maxRecordBytes} bytes`);
  return refusing(path, what, () => decodeText(bytes, maxRecordBytes));
}

/** The JSON of a text. The same key twice, a number that cannot be held, and endless nesting are refused. */
export function strictJson(text: string, path: string, what: string): unknown {
  return refusing(path, what, () => readJson(text, nesting).data);
}

/** What a reader made of JSON; throws `UsageError` with what is wrong. */
export function accepted<T>(result: ReadResult<T>, path: string, what: string): T {
  if ('value' in result) return result.value;
  throw new UsageError(`${what} \`${path}\` is refused`, { problems: result.problems.map(placed) });
}

function placed({ pointer, message }: ReadProblem): { readonly path: string; readonly message: string } {
  return { path: pointer, message };
}

function refusing<T>(path: string, what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FactsFileError)) throw error;
    throw new UsageError(`${what} \`${path}\` cannot be read`, {
      problems: error.problems.map(({ line, column, message }) => ({
        file: path,
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
        message,
      })),
    });
  }
}
