/** Runs a command of the command line within this process. */
import { type Host, nodeHost, run } from '@proviso/cli';

/** The exit code, and all that was printed, errors too. */
export async function proviso(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly output: string }> {
  let output = '';
  const stream = {
    write: (text: string) => {
      output += text;
    },
    isTerminal: false,
    colours: false,
    columns: 100,
  };
  const host: Host = { ...nodeHost(), stdout: stream, stderr: stream };
  return { code: await run(words, host), output };
}
