/** What a verification came to, kept for the next time: the whole report, and the answer to each question. */
import { createHash } from 'node:crypto';
import { join } from 'node:path/posix';
import type { Plan } from '@proviso/compiler/plan';
import type { Memory, VerificationReport } from '@proviso/verify';
import { HostError } from '../host/host.ts';
import type { Session } from '../session.ts';
import { version } from '../version.ts';

/** What is kept of one pack. */
export interface Kept {
  /** Says of which plan, bounds and program the report is. */
  readonly key: string;
  readonly report: VerificationReport;
  readonly memory: Memory;
}

/** The most bytes of a file that are read back. */
const maxBytes = 64_000_000;

/** The key of a report: the texts of the plan, the bounds, the budget, and this program. */
export function keyOf(plan: Plan, settings: object): string {
  const { id, meaning, text } = plan.pack;
  return createHash('sha256')
    .update(JSON.stringify([version, id, meaning, text, settings]))
    .digest('hex');
}

/** What is kept of a pack; undefined where nothing is, or nothing that this program can use. */
export async function readKept(session: Session, folder: string, pack: string): Promise<Kept | undefined> {
  try {
    const bytes = await session.host.readFile(fileOf(folder, pack), maxBytes);
    if (bytes.length > maxBytes) return undefined;
    const kept: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isKept(kept) ? kept : undefined;
  } catch (error) {
    // A cache that is missing or damaged is made again.
    if (error instanceof HostError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Keeps a report. Where that cannot be written the command goes on, and says so. */
export async function writeKept(session: Session, folder: string, pack: string, kept: Kept): Promise<void> {
  try {
    await session.host.writeFile(
      fileOf(folder, pack),
      JSON.stringify({ format: keptFormat, program: version, ...kept }),
    );
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    session.tell(`the results are not kept: ${error.message}\n`);
  }
}

/** Raised when the shape of what is kept changes. */
const keptFormat = 1;

/** Only what this very program wrote is read: then its shape is known. */
function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { format, program, key, report, memory } = value as Readonly<Record<string, unknown>>;
  return (
    format === keptFormat &&
    program === version &&
    typeof key === 'string' &&
    typeof report === 'object' &&
    typeof memory === 'object'
  );
}

function fileOf(folder: string, pack: string): string {
  return join(folder, `verify-${pack.replaceAll(/[^\w.-]/g, '_')}.json`);
}
