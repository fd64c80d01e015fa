/** A file that says where the facts of a case come from, JSON or YAML, by the paths of the facts. */
import { parseDay, type Provenance } from '@proviso/runtime';
import * as z from 'zod/mini';
import { UsageError } from '../exit.ts';
import type { FactsDocument } from '@proviso/cases';
import { readFacts } from '../facts/from-host.ts';
import type { Host } from '../host/host.ts';

const attribution = z.strictObject({
  who: z.optional(z.string()),
  when: z.optional(
    z.string().check(z.refine((text) => parseDay(text) !== undefined, 'expected a day: 2026-02-05')),
  ),
  why: z.optional(z.string()),
  evidence: z.optional(z.union([z.string(), z.array(z.string())])),
});
const schema = z.record(z.string(), attribution);

/** The provenance and the lines of its file. */
export interface ProvenanceFile {
  readonly provenance: Provenance;
  readonly lineOf: FactsDocument['lineOf'];
}

/** Reads the file; throws `UsageError` with what is wrong with it. */
export async function readProvenance(host: Host, path: string): Promise<ProvenanceFile> {
  const { data, lineOf } = await readFacts(host, path);
  const read = z.safeParse(schema, data);
  if (!read.success)
    throw new UsageError(`the provenance \`${path}\` cannot be used`, {
      problems: read.error.issues.slice(0, 10).map((issue) => {
        const at = issue.path.map(String).join('.');
        const line = lineOf(at);
        return {
          file: path,
          ...(line === undefined ? {} : { line }),
          path: at,
          message: issue.message.toLowerCase(),
        };
      }),
      help: 'for each path of a fact: who, when, why, evidence',
    });
  const told = Object.entries(read.data).map(([fact, { who, when, why, evidence }]) => [
    fact,
    {
      ...(who === undefined ? {} : { who }),
      ...(when === undefined ? {} : { when }),
      ...(why === undefined ? {} : { why }),
      ...(evidence === undefined ? {} : { evidence: typeof evidence === 'string' ? [evidence] : evidence }),
    },
  ]);
  return { provenance: Object.fromEntries(told), lineOf };
}
