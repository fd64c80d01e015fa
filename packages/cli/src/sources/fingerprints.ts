/** Fingerprints of the texts that a pack was checked against. The pack keeps these and never a text. */
import { digestOf } from '@proviso/compiler/plan';
import * as z from 'zod/mini';
import { UsageError } from '../exit.ts';
import type { Host } from '../host/host.ts';
import type { SourceText } from './source-text.ts';

/** What is kept of one text. */
export interface Fingerprint {
  /** SHA-256, in hex, of its words in lower case: how they are laid out does not count. */
  readonly sha256: string;
  readonly words: number;
  /** The day on which the citations were checked against it. */
  readonly checkedOn: string;
}

/** Fingerprints by the name of the source. */
export type Fingerprints = Readonly<Record<string, Fingerprint>>;

const schema = z.strictObject({
  format: z.literal(1),
  sources: z.record(
    z.string(),
    z.strictObject({
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      words: z.int(),
      checkedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
    }),
  ),
});

const fileName = 'fingerprints.json';
const maxBytes = 1_000_000;

/** The fingerprint of a text, checked on a day. */
export function fingerprintOf(text: SourceText, checkedOn: string): Fingerprint {
  return {
    sha256: digestOf(text.words.map((word) => word.text).join(' ')),
    words: text.words.length,
    checkedOn,
  };
}

/** Those below a pack's folder; none where there is no such file. */
export async function readFingerprints(host: Host, prefix: string): Promise<Fingerprints> {
  const path = `${prefix}${fileName}`;
  if ((await host.kindOf(path)) !== 'file') return {};
  const text = new TextDecoder().decode(await host.readFile(path, maxBytes));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`\`${path}\` is not JSON`, { help: 'restore it, or remove it and record again' });
  }
  const read = z.safeParse(schema, json);
  if (!read.success)
    throw new UsageError(`\`${path}\` holds no fingerprints of format 1`, {
      help: 'restore it, or remove it and record again',
    });
  return read.data.sources;
}

/** Writes them, whole or not at all; answers where. */
export async function writeFingerprints(host: Host, prefix: string, all: Fingerprints): Promise<string> {
  const path = `${prefix}${fileName}`;
  const sources = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  await host.writeFile(path, `${JSON.stringify({ format: 1, sources }, null, 2)}\n`);
  return path;
}
