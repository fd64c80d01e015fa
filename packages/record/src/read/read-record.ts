/** Reading a record that comes from outside: nothing of it is used before all of it is known to be one. */
import { checkShape, digestOf } from '@proviso/compiler/plan';
import { type Opening, RECORD_FORMAT, type SealedRecord } from '../record.ts';
import { openingsShape, recordLimits, recordShapes, sealedShape } from '../record-shape.ts';

/** What a file is refused for. */
export interface ReadProblem {
  /** A JSON pointer; empty for the whole. */
  readonly pointer: string;
  readonly message: string;
}

export type ReadResult<T> = { readonly value: T } | { readonly problems: readonly ReadProblem[] };

/** Reads a record from JSON. Refuses another format, unknown keys, and what its digest does not fit. */
export function readRecord(json: unknown): ReadResult<SealedRecord> {
  const format = memberOf(json, 'format');
  if (format !== RECORD_FORMAT)
    return refused(
      '/format',
      format === undefined
        ? 'has no format: it is no decision record'
        : `is of format ${JSON.stringify(format)?.slice(0, 20)}; this program reads format ${RECORD_FORMAT}`,
    );
  const problems = checkShape(json, sealedShape, recordShapes, recordLimits);
  if (problems.length > 0) return { problems };
  const sealed = json as SealedRecord;
  const digest = digestOrNone(sealed.record);
  if (digest !== sealed.digest.value)
    return refused('/digest', 'the digest does not fit: the record was changed, or damaged');
  return { value: sealed };
}

/** Reads the file that opens masks. */
export function readOpenings(json: unknown): ReadResult<readonly Opening[]> {
  const problems = checkShape(json, openingsShape, {}, recordLimits);
  return problems.length > 0
    ? { problems }
    : { value: (json as { readonly openings: readonly Opening[] }).openings };
}

/** Does this look like a file that opens masks, which may lie beside records? */
export function isOpenings(json: unknown): boolean {
  return memberOf(json, 'openings') !== undefined && memberOf(json, 'record') === undefined;
}

function memberOf(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, key)
    ? (json as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** What has no canonical form, such as half of a surrogate pair, has no digest that could fit. */
function digestOrNone(record: unknown): string | undefined {
  try {
    return digestOf(record);
  } catch {
    return undefined;
  }
}

function refused(pointer: string, message: string): { readonly problems: readonly ReadProblem[] } {
  return { problems: [{ pointer, message }] };
}
