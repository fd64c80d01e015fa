/** What was changed, as one patch for the folder that the pack came from. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A file before and after. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/**
 * A unified patch, for `git apply`. Whole files would be laid over whatever has become of them meanwhile; a patch says what
 * is to be changed, can be read, and is refused where it no longer fits.
 */
export function patchOf(changes: readonly Change[]): string {
  return changes
    .filter(({ before, after }) => before !== after)
    .map(({ file, before, after }) => {
      const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
      return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, options);
    })
    .join('');
}
