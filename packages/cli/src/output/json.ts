/** Machine output: every document has a `format` number, raised when its shape changes. */

/** The format of the documents that the commands print with `--format json`. */
export const OUTPUT_FORMAT = 1;

/** A document of a command, ending in a line break. */
export function jsonDocument(command: string, body: object): string {
  return `${JSON.stringify({ format: OUTPUT_FORMAT, command, ...body }, undefined, 2)}\n`;
}
