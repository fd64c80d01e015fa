/** What protects a record: the digest, and the bytes that a signature is over. */
import { canonicalJson, digestOf } from '@proviso/compiler/plan';
import { type DecisionRecord, RECORD_FORMAT, type SealedRecord, type Signature } from './record.ts';

/** A record with its digest, unsigned. */
export function seal(record: DecisionRecord): SealedRecord {
  return { format: RECORD_FORMAT, record, digest: { algorithm: 'SHA-256', value: digestOf(record) } };
}

/**
 * The text that the signature of a record is over. It names its purpose, so that a signature of something else by the same
 * key is none of a record, and covers the format.
 */
export function signedContent({ format, record }: Pick<SealedRecord, 'format' | 'record'>): string {
  return canonicalJson({ purpose: 'proviso decision record', format, record });
}

/** The record signed. `sign` returns the signature of a text. */
export function signed(sealed: SealedRecord, sign: (content: string) => Signature): SealedRecord {
  return { ...sealed, signature: sign(signedContent(sealed)) };
}
