/** The register of a pack: every statement of the source that the pack answers for (`statements/*.yaml`). */
import * as z from 'zod/mini';
import { UsageError } from '../exit.ts';
import { FactsFileError, readYaml } from '@proviso/cases';
import type { Host } from '../host/host.ts';

const words = z.string();

/** What carries one condition of a statement: one of the four, a merger with its reason. */
const carrier = z.strictObject({
  fact: z.optional(words),
  event: z.optional(words),
  judgement: z.optional(words),
  merger: z.optional(words),
  because: z.optional(words),
});

const statement = z.strictObject({
  id: words.check(z.regex(/^[A-Z]+-[0-9]+[A-Z]?$/)),
  source: words,
  pinpoint: words,
  law: z.optional(words),
  strength: z.strictObject({ verbatim: z.array(words), kind: words }),
  bearer: words,
  wording: words,
  conditions: z.optional(z.array(carrier)),
  asks: z.optional(z.array(carrier)),
  defects: z.optional(z.array(words)),
  examples: z.optional(z.array(words)),
  disposition: z.enum(['encode', 'setAside']),
  reason: z.optional(words),
  duplicateOf: z.optional(words),
});

const section = z.strictObject({ section: words, title: words, statements: z.array(statement) });

/** What carries a condition of a statement. */
export interface Carrier {
  readonly fact?: string | undefined;
  readonly event?: string | undefined;
  readonly judgement?: string | undefined;
  /** A definition or a fact in which the condition is merged with others, `because` of something. */
  readonly merger?: string | undefined;
  readonly because?: string | undefined;
}

/** One statement of the source, in the words of the register. */
export interface Statement {
  readonly id: string;
  readonly source: string;
  readonly pinpoint: string;
  readonly law?: string | undefined;
  /** The source's own words of force, and the kind they are sorted under. */
  readonly strength: { readonly verbatim: readonly string[]; readonly kind: string };
  readonly bearer: string;
  readonly wording: string;
  readonly conditions?: readonly Carrier[] | undefined;
  /** What the encoding asks besides. */
  readonly asks?: readonly Carrier[] | undefined;
  readonly defects?: readonly string[] | undefined;
  readonly examples?: readonly string[] | undefined;
  readonly disposition: 'encode' | 'setAside';
  readonly reason?: string | undefined;
  readonly duplicateOf?: string | undefined;
}

/** The statements of one section of the source. */
export interface Section {
  readonly section: string;
  readonly title: string;
  readonly statements: readonly Statement[];
}

/** The folder of a pack that holds its register. */
const folderName = 'statements';
const maxBytes = 4_000_000;

/** The sections of the register below a pack's folder, by file name; none where there is no such folder. */
export async function readRegister(host: Host, prefix: string): Promise<readonly Section[]> {
  const folder = `${prefix}${folderName}`;
  if ((await host.kindOf(folder)) !== 'folder') return [];
  const files = (await host.list(folder)).filter((name) => name.endsWith('.yaml'));
  return Promise.all(files.map(async (name) => readSection(host, `${folder}/${name}`)));
}

async function readSection(host: Host, path: string): Promise<Section> {
  const bytes = await host.readFile(path, maxBytes);
  if (bytes.length > maxBytes) throw new UsageError(`\`${path}\` has more than ${maxBytes} bytes`);
  const document = parsed(new TextDecoder().decode(bytes), path);
  const read = z.safeParse(section, document.data);
  if (read.success) return read.data;
  throw new UsageError(`\`${path}\` is no section of a register of statements`, {
    problems: read.error.issues.slice(0, 10).map((issue) => {
      const at = issue.path.map(String).join('.');
      const line = document.lineOf(at.replaceAll(/\.(\d+)/g, '[$1]'));
      return {
        file: path,
        ...(line === undefined ? {} : { line }),
        path: at,
        message: issue.message.toLowerCase(),
      };
    }),
  });
}

function parsed(text: string, path: string): ReturnType<typeof readYaml> {
  try {
    return readYaml(text);
  } catch (error) {
    if (!(error instanceof FactsFileError)) throw error;
    throw new UsageError(`\`${path}\` cannot be read`, {
      problems: error.problems.map((problem) => ({ ...problem, file: path })),
    });
  }
}
