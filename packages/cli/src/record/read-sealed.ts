/** A record from a file, refused unless it is whole, and signed where a key is configured. */
import { readRecord, type SealedRecord } from '@proviso/record';
import { type TrustedKey, verifyRecord } from '@proviso/record/sign';
import { UsageError } from '../exit.ts';
import type { Host } from '../host/host.ts';
import { accepted, readTextFile, strictJson } from './json-file.ts';

/** The record in a file; throws `UsageError` where it is refused. Without `keys` a signature is not looked at. */
export async function readSealed(
  host: Host,
  path: string,
  keys: readonly TrustedKey[] | undefined,
): Promise<SealedRecord> {
  const text = await readTextFile(host, path, 'the record');
  return checkSealed(strictJson(text, path, 'the record'), path, keys);
}

/** The record in JSON, refused as above. */
export function checkSealed(
  json: unknown,
  path: string,
  keys: readonly TrustedKey[] | undefined,
): SealedRecord {
  const sealed = accepted(readRecord(json), path, 'the record');
  const problem = keys === undefined ? undefined : verifyRecord(sealed, keys);
  if (problem !== undefined)
    throw new UsageError(`the record \`${path}\` is refused: ${problem}`, {
      help: 'a key is configured here, so that only records signed with it count',
    });
  return sealed;
}

/** What protects the record, as far as it was looked at. */
export function protectionWords({ signature }: SealedRecord, isVerified: boolean): string {
  if (isVerified) return `the digest fits; signed by the key ${signature?.key ?? ''}, which is trusted here`;
  if (signature === undefined) return 'the digest fits; not signed, so that tampering could not be told';
  return `the digest fits; signed by the key ${signature.key}, not verified: no key is configured (--key)`;
}
