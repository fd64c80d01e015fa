/** Ed25519 keys: PEM (PKCS #8, SPKI) or JWK. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, KeyObject } from 'node:crypto';

/** A text that is no key of the kind wanted. */
export class KeyError extends Error {
  override readonly name: string = 'KeyError';
}

/** A public key that signatures may be by. */
export interface TrustedKey {
  readonly fingerprint: string;
  readonly key: KeyObject;
}

const PEM = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;

/** Reads the private key that records are signed with. */
export function readPrivateKey(text: string): KeyObject {
  checkIsText(text);
  const jwk = jwkIn(text);
  const key = attempt(() =>
    jwk === undefined ? createPrivateKey(text) : createPrivateKey({ key: jwk, format: 'jwk' }),
  );
  if (key === undefined)
    throw new KeyError('it is no private key: PEM (PKCS #8, without a passphrase) or JWK is read');
  return ofEd25519(key);
}

/** Reads one or more public keys. A private key is refused: who verifies must not hold it. */
export function readPublicKeys(text: string): readonly TrustedKey[] {
  checkIsText(text);
  const jwk = jwkIn(text);
  if (jwk !== undefined) {
    if ('d' in jwk) throw new KeyError('it is a private key, and the public key is wanted');
    return [trusted(attempt(() => createPublicKey({ key: jwk, format: 'jwk' })))];
  }
  const blocks = [...text.matchAll(PEM)];
  if (blocks.some(([, label = '']) => label.includes('PRIVATE')))
    throw new KeyError('it is a private key, and the public key is wanted');
  if (blocks.length === 0) throw new KeyError('it holds no key: PEM or JWK is read');
  return blocks.map(([block]) => trusted(attempt(() => createPublicKey(block))));
}

/** The SHA-256, in hex, of a public key as SPKI: the name that it goes by. */
export function fingerprintOf(key: KeyObject): string {
  checkKey(key);
  const isPrivate = key.type === 'private';
  const spki = (isPrivate ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex');
}

/** Throws a `KeyError` where this is no key that was read. */
export function checkKey(key: unknown): void {
  if (!(key instanceof KeyObject) || key.asymmetricKeyType !== 'ed25519')
    throw new KeyError('an Ed25519 key was expected, as `readPrivateKey` or `readPublicKeys` reads it');
}

function checkIsText(text: unknown): void {
  if (typeof text !== 'string') throw new KeyError('the text of a key was expected: PEM or JWK');
}

/** A new pair of keys as PEM. */
export function newKeyPair(): {
  readonly privatePem: string;
  readonly publicPem: string;
  readonly fingerprint: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    publicPem: String(publicKey.export({ type: 'spki', format: 'pem' })),
    fingerprint: fingerprintOf(publicKey),
  };
}

function trusted(key: KeyObject | undefined): TrustedKey {
  if (key === undefined) throw new KeyError('it is no public key: PEM (SPKI) or JWK is read');
  const checked = ofEd25519(key);
  return { fingerprint: fingerprintOf(checked), key: checked };
}

function ofEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519')
    throw new KeyError(`it is a key of kind ${key.asymmetricKeyType ?? 'unknown'}, and Ed25519 is wanted`);
  return key;
}

function jwkIn(text: string): Record<string, unknown> | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  const json = attempt(() => JSON.parse(text) as unknown);
  if (typeof json !== 'object' || json === null) throw new KeyError('it is no JWK: not JSON');
  return json as Record<string, unknown>;
}

/** The libraries' own errors speak of decoders; ours say what is wanted. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
