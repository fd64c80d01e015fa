/** Adding to the log of a reviewer. */
import { join } from 'node:path/posix';
import { digestOf, type Plan, statementDigests, statementNames } from '@proviso/compiler/plan';
import { didYouMean } from '@proviso/language';
import { REVIEW_FORMAT, type ReviewEntry, type ReviewLog, withEntry } from '@proviso/record';
import type { TrustedKey } from '@proviso/record/sign';
import { UsageError } from '../exit.ts';
import { inertJson } from '../output/inert.ts';
import type { PackInWords } from '@proviso/cases';
import { signerFrom } from '../record/keys.ts';
import type { Session } from '../session.ts';
import { readReviews, refuseUnsigned } from './reviews-of.ts';

/** What a reviewer says. */
export interface Said {
  readonly decision: ReviewEntry['decision'];
  /** Names of definitions and rules, or numbers of statements of the source. */
  readonly statements: readonly string[];
  readonly comment?: string;
  readonly by: string;
  readonly on: string;
}

/** Adds an entry for each statement to the reviewer's log; returns what was added. */
export async function addReviews(
  session: Session,
  pack: PackInWords,
  folder: string,
  keys: readonly TrustedKey[] | undefined,
  said: Said,
  keyFile: string | undefined,
): Promise<readonly { readonly name: string; readonly decision: string }[]> {
  const { host } = session;
  const names = statementsNamed(pack.plan, said.statements);
  const path = join(folder, `${fileName(said.by)}.json`);
  const logs = await readReviews(host, folder, keys);
  const before = logs.find(({ reviewer }) => reviewer === said.by);
  if (before === undefined && (await host.kindOf(path)) !== 'none')
    throw new UsageError(`\`${path}\` is the log of another reviewer`, {
      help: `give the name as it is written there, or one that differs in more than marks`,
    });
  const sign = keyFile === undefined ? undefined : await signerFrom(host, keyFile);
  const digests = statementDigests(pack.plan, pack.phrases);
  const log = names.reduce<ReviewLog>((log, name) => {
    const { meaning, text } = digests[name] ?? { meaning: '', text: '' };
    const entry = {
      statement: name,
      decision: said.decision,
      ...(said.comment === undefined ? {} : { comment: said.comment }),
      on: said.on,
      version: pack.plan.pack.version,
      digests: { meaning, text },
    };
    return withEntry(log, entry, sign);
  }, before ?? { format: REVIEW_FORMAT, reviewer: said.by, entries: [] });
  // What would be refused when it is next read must not be written.
  if (keys !== undefined) refuseUnsigned(log, path, keys);
  await host.writeFile(path, `${inertJson(log)}\n`);
  return names.map((name) => ({ name, decision: said.decision }));
}

/** The statements meant, in the order of the plan, each once. */
function statementsNamed(plan: Plan, asked: readonly string[]): readonly string[] {
  const names = statementNames(plan);
  const covers = new Map<string, string[]>();
  const covering = [
    ...plan.definitions.map(({ id, covers }) => ({ name: id, covers })),
    ...plan.rules.map(({ name, covers }) => ({ name, covers })),
  ];
  for (const { name, covers: ids } of covering)
    for (const id of ids) covers.set(id, [...(covers.get(id) ?? []), name]);
  const meant = new Set(
    asked.flatMap((one) => {
      const found = names.includes(one)
        ? [one]
        : (covers.get(one) ?? []).filter((name) => names.includes(name));
      if (found.length > 0) return found;
      const close = didYouMean(one, [...names, ...covers.keys()]);
      throw new UsageError(`there is no definition or rule \`${one}\`, and none that covers it`, {
        help: close === undefined ? '--list shows all there are' : `did you mean \`${close}\`?`,
      });
    }),
  );
  return names.filter((name) => meant.has(name));
}

/** A name that every file system takes; of a name without such letters a digest. */
function fileName(reviewer: string): string {
  const plain = reviewer
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? `reviewer-${digestOf(reviewer).slice(0, 12)}` : plain.slice(0, 80);
}
