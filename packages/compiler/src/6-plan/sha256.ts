/** SHA-256 where there is no Node: in a browser. */
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The SHA-256, in hex, of a text's UTF-8. */
export function sha256(text: string): string {
  return bytesToHex(hash(utf8ToBytes(text)));
}
