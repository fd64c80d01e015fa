/** Facts from where the user says they are. */
import type { Host } from '../host/host.ts';
import { type FactsDocument, FactsFileError, maxFactsBytes, readFactsFile } from '@proviso/cases';

/** Reads facts from a file, or from standard input for `-`. */
export async function readFacts(host: Host, file: string): Promise<FactsDocument> {
  const bytes = file === '-' ? await host.readInput(maxFactsBytes) : await host.readFile(file, maxFactsBytes);
  try {
    return readFactsFile(bytes, file);
  } catch (error) {
    if (!(error instanceof FactsFileError)) throw error;
    const name = file === '-' ? 'standard input' : file;
    throw new FactsFileError(error.problems.map((problem) => ({ file: name, ...problem })));
  }
}
