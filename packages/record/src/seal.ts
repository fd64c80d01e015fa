/** What protects a record: the digest, and the bytes that a signature is over. */
import { canonicalJson, digestOf } from '@proviso/compiler/plan';
import { checkRecord, checkSealed } from './check-record.ts';
import { checkHas } from './given.ts';
import { type DecisionRecord, RECORD_FORMAT, type SealedRecord, type Signature } from './record.ts';

/** A record with its digest, unsigned. Throws a `TypeError` for what could not be read back. */
export function seal(record: DecisionRecord): SealedRecord {
  checkRecord(record);
  return { format: RECORD_FORMAT, record, digest: { algorithm: 'SHA-256', value: digestOf(record) } };
}

/**
 * The text that the signature of a record is over. It names its purpose, so that a signature of something else by the same
 * key is none of a record, and covers the format.
 */
export function signedContent(sealed: Pick<SealedRecord, 'format' | 'record'>): string {
  checkHas(sealed, { record: 'object' }, 'a sealed record');
  const { format, record } = sealed;
  return canonicalJson({ purpose: 'proviso decision record', format, record });
}

/** The record signed. `sign` returns the signature of a text. */
export function signed(sealed: SealedRecord, sign: (content: string) => Signature): SealedRecord {
  checkSealed(sealed);
  if (typeof sign !== 'function')
    throw new TypeError('a function that signs a text was expected, such as `signerOf` gives');
  return { ...sealed, signature: sign(signedContent(sealed)) };
}
