/** @packageDocumentation Ed25519 signatures by `node:crypto`: the one part that needs Node. */
export {
  fingerprintOf,
  KeyError,
  newKeyPair,
  readPrivateKey,
  readPublicKeys,
  type TrustedKey,
} from './keys.ts';
export { signerOf, verifyRecord, verifySignature } from './sign.ts';
