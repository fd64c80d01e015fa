/** Signing, and telling whether a signature is by a key that is trusted. */
import { type KeyObject, sign, verify } from 'node:crypto';
import { checkShape } from '@proviso/compiler/plan';
import { isKeyed } from '@proviso/runtime';
import type { SealedRecord, Signature } from '../record.ts';
import { signatureShape } from '../record-shape.ts';
import { signedContent } from '../seal.ts';
import { checkKey, fingerprintOf, KeyError, type TrustedKey } from './keys.ts';

/** A function that signs texts with a private key. */
export function signerOf(key: KeyObject): (content: string) => Signature {
  const fingerprint = fingerprintOf(key);
  if (key.type !== 'private') throw new KeyError('it is a public key, and the private key is wanted');
  return (content) => ({
    algorithm: 'Ed25519',
    key: fingerprint,
    value: sign(null, Buffer.from(content, 'utf8'), key).toString('base64url'),
  });
}

/**
 * Why a signature is not to be relied on; undefined where it is by one of the keys. Which algorithm and which key is never
 * for the signature to say: its fields only have to agree with the key that is trusted.
 */
export function verifySignature(
  content: string,
  signature: Signature | undefined,
  keys: readonly TrustedKey[],
): string | undefined {
  checkTrusted(content, keys);
  if (signature === undefined) return 'it is not signed';
  if (checkShape(signature, signatureShape, {}, { depth: 2, nodes: 8, problems: 1 }).length > 0)
    return 'its signature is none: it should name the algorithm, the key and the value';
  const trusted = keys.find(({ fingerprint }) => fingerprint === signature.key);
  if (trusted === undefined) return `it is signed by another key (${signature.key.slice(0, 16)}…)`;
  const bytes = Buffer.from(signature.value, 'base64url');
  const isValid =
    signature.algorithm === 'Ed25519' &&
    // One signature has one spelling: the last letter holds bits that decoding drops.
    bytes.toString('base64url') === signature.value &&
    verify(null, Buffer.from(content, 'utf8'), trusted.key, bytes);
  return isValid ? undefined : 'its signature does not fit: it was changed after it was signed';
}

function checkTrusted(content: unknown, keys: unknown): void {
  if (typeof content !== 'string') throw new TypeError('the text that the signature is over was expected');
  if (!Array.isArray(keys) || !keys.every((each) => isKeyed(each) && typeof each['fingerprint'] === 'string'))
    throw new KeyError('a list of keys was expected, as `readPublicKeys` reads them');
  for (const { key } of keys) checkKey(key);
}

/** Why a record is not to be relied on, to who trusts these keys. */
export function verifyRecord(sealed: SealedRecord, keys: readonly TrustedKey[]): string | undefined {
  return verifySignature(signedContent(sealed), sealed.signature, keys);
}
