/** Machine output: every document has a `format` number, raised when its shape changes. */

import { inertJson } from './inert.ts';

/** The format of the documents that the commands print with `--format json`. */
export const OUTPUT_FORMAT = 1;

/** A document of a command, ending in a line break. */
export function jsonDocument(command: string, body: object): string {
  return `${inertJson({ format: OUTPUT_FORMAT, command, ...body })}\n`;
}
