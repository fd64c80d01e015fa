/** A phrasebook from a file, checked as far as anything here reads it. */
import { PHRASEBOOK_FORMAT, type Phrasebook } from '@proviso/runtime';
import * as z from 'zod/mini';
import { UsageError } from '../exit.ts';

const words = z.optional(z.string());
const titled = z.record(z.string(), z.looseObject({ title: z.string() }));

const schema = z.looseObject({
  format: z.literal(PHRASEBOOK_FORMAT),
  of: z.optional(z.looseObject({ id: z.string(), version: z.string(), text: z.string() })),
  pack: z.looseObject({ title: z.string() }),
  facts: z.record(z.string(), z.looseObject({ ask: words, say: words, help: words, record: words })),
  records: titled,
  enums: z.record(z.string(), z.looseObject({})),
  bearers: titled,
  statements: z.record(z.string(), z.looseObject({ say: words, act: words })),
  ambiguities: z.record(
    z.string(),
    z.looseObject({ title: words, readings: z.record(z.string(), z.string()) }),
  ),
  constraints: z.record(z.string(), z.looseObject({ because: words })),
  invariants: z.record(z.string(), z.looseObject({ because: words })),
  goals: z.record(z.string(), z.looseObject({ title: words })),
  sources: z.record(z.string(), z.looseObject({ title: z.string(), short: words, url: words })),
});

/** No phrasebook nests deeper; what does would exhaust whoever walks it. */
const maxNesting = 32;

function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => nestsDeeper(part, levels - 1));
}

/** Reads `phrases.json`; throws `UsageError` where it is none. */
export function readPhrasebook(text: string, path: string): Phrasebook {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`\`${path}\` is not JSON`);
  }
  if (nestsDeeper(json, maxNesting))
    throw new UsageError(`\`${path}\` nests deeper than ${maxNesting}`, { help: 'build the pack again' });
  const read = z.safeParse(schema, json);
  if (!read.success) {
    throw new UsageError(`\`${path}\` is no phrasebook of format ${PHRASEBOOK_FORMAT}`, {
      problems: read.error.issues
        .slice(0, 10)
        .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message.toLowerCase() })),
      help: 'build the pack again',
    });
  }
  return json as Phrasebook;
}
