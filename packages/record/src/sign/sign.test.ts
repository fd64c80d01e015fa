import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { trialRecord } from '../../../../test/support/trial-record.ts';
import { readRecord } from '../read/read-record.ts';
import { seal, signed, signedContent } from '../seal.ts';
import { KeyError, newKeyPair, readPrivateKey, readPublicKeys } from './keys.ts';
import { signerOf, verifyRecord } from './sign.ts';

const pair = newKeyPair();
const other = newKeyPair();
const keys = readPublicKeys(pair.publicPem);
const sign = signerOf(readPrivateKey(pair.privatePem));
const sealed = signed(seal(trialRecord().record), sign);
const copy = (): any => JSON.parse(JSON.stringify(sealed));

/** Why a file is refused where the key is configured: by the reader, or for its signature. */
function refusal(json: unknown): string | undefined {
  const read = readRecord(json);
  return 'problems' in read ? read.problems[0]?.message : verifyRecord(read.value, keys);
}

describe('a signed record', () => {
  test('is accepted with its key, from PEM and from JWK, alone and among others', () => {
    expect(refusal(copy())).toBeUndefined();
    const jwk = JSON.stringify(keys[0]?.key.export({ format: 'jwk' }));
    expect(verifyRecord(sealed, readPublicKeys(jwk))).toBeUndefined();
    expect(verifyRecord(sealed, readPublicKeys(`${other.publicPem}\n${pair.publicPem}`))).toBeUndefined();
    expect(verifyRecord(sealed, readPublicKeys(other.publicPem))).toMatch(/another key/);
    expect(verifyRecord(sealed, [])).toMatch(/another key/);
  });

  /** What somebody does who can write the file and make digests and keys, but has not the private key. */
  const resealed = (change: (record: any) => void): any => {
    const { record } = copy();
    change(record);
    return { ...seal(record), signature: copy().signature };
  };
  test.each<readonly [string, () => any]>([
    ['the signature stripped', () => ({ ...copy(), signature: undefined })],
    ['the signature stripped, keys and all', () => seal(copy().record)],
    ['the signature null', () => ({ ...copy(), signature: null })],
    ['the signature under another name', () => ({ ...seal(copy().record), sig: copy().signature })],
    ['the algorithm changed', () => ({ ...copy(), signature: { ...copy().signature, algorithm: 'none' } })],
    ['an algorithm added', () => ({ ...copy(), signature: { ...copy().signature, alg: 'HS256' } })],
    [
      'a key of its own to be verified by',
      () => ({ ...copy(), signature: { ...copy().signature, publicKey: other.publicPem } }),
    ],
    ['the key swapped', () => ({ ...copy(), signature: { ...copy().signature, key: other.fingerprint } })],
    [
      'signed anew by another key',
      () => signed(seal(copy().record), signerOf(readPrivateKey(other.privatePem))),
    ],
    [
      'signed anew by another key under the name of the trusted one',
      () => {
        const forged = signed(seal(copy().record), signerOf(readPrivateKey(other.privatePem)));
        return { ...forged, signature: { ...forged.signature, key: pair.fingerprint } };
      },
    ],
    [
      'the outcome changed, the digest made anew',
      () => resealed((r) => (r.assessment.verdict = 'noBreachFound')),
    ],
    ['the explanation changed', () => resealed((r) => (r.explanation.standing = 'This is legal advice.'))],
    ['a field added', () => resealed((r) => (r.made.by = 'Somebody'))],
    [
      'the signature of the bare record',
      () => ({ ...copy(), signature: sign(JSON.stringify(copy().record)) }),
    ],
    ['the signature of the digest', () => ({ ...copy(), signature: sign(copy().digest.value) })],
    [
      'the signature of the same content for another purpose',
      () => ({ ...copy(), signature: sign(signedContent(sealed).replace('decision record', 'review')) }),
    ],
    [
      'a signature of zeros',
      () => ({ ...copy(), signature: { ...copy().signature, value: 'A'.repeat(86) } }),
    ],
    [
      'another spelling of the same signature',
      () => {
        const { signature } = copy();
        const last = signature.value.at(-1);
        const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        const value = signature.value.slice(0, -1) + alphabet[alphabet.indexOf(last) + 1];
        return { ...copy(), signature: { ...signature, value } };
      },
    ],
  ])('is refused with %s', (_, forge) => {
    expect(refusal(JSON.parse(JSON.stringify(forge())))).toEqual(expect.any(String));
  });
});

describe('keys', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  test.each<readonly [string, () => unknown, RegExp]>([
    [
      'an RSA key',
      () => readPublicKeys(String(rsa.publicKey.export({ type: 'spki', format: 'pem' }))),
      /Ed25519 is wanted/,
    ],
    [
      'an RSA private key',
      () => readPrivateKey(String(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }))),
      /Ed25519 is wanted/,
    ],
    ['a private key to verify by', () => readPublicKeys(pair.privatePem), /is a private key/],
    [
      'a private JWK to verify by',
      () => readPublicKeys(JSON.stringify(readPrivateKey(pair.privatePem).export({ format: 'jwk' }))),
      /is a private key/,
    ],
    ['a public key to sign with', () => readPrivateKey(pair.publicPem), /no private key/],
    ['no key at all', () => readPublicKeys('nothing'), /holds no key/],
    ['an empty file', () => readPublicKeys(''), /holds no key/],
    [
      'broken PEM',
      () => readPublicKeys('-----BEGIN PUBLIC KEY-----\nxx\n-----END PUBLIC KEY-----'),
      /no public key/,
    ],
    ['broken JSON', () => readPublicKeys('{'), /no JWK/],
  ])('%s is refused', (_, read, message) => {
    expect(read).toThrow(KeyError);
    expect(read).toThrow(message);
  });

  test('a private JWK signs as the PEM does', () => {
    const jwk = JSON.stringify(readPrivateKey(pair.privatePem).export({ format: 'jwk' }));
    expect(signerOf(readPrivateKey(jwk))('text')).toEqual(sign('text'));
  });
});
