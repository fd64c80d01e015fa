/** The version of a pack that a record names, among those at hand. */
import { join } from 'node:path/posix';
import { type DecisionRecord, isVersionOf } from '@proviso/record';
import { entryName } from '../pack/load-pack.ts';
import type { PackInWords } from '@proviso/cases';
import { usePack } from '../pack/compile-pack.ts';
import type { Session } from '../session.ts';

export type FoundVersion =
  | { readonly pack: PackInWords; readonly path: string }
  /** Why there is none. */
  | { readonly none: string };

/** Looks in `releases/<version>` below each path, and at what stands at the path itself. Only a digest that fits counts. */
export async function findVersion(
  session: Session,
  record: DecisionRecord,
  paths: readonly string[],
): Promise<FoundVersion> {
  const { id, version } = record.pack;
  const others: string[] = [];
  for (const path of paths) {
    for (const candidate of [join(path, 'releases', version), path]) {
      if (!(await isPack(session, candidate))) continue;
      const pack = await usePack(session, candidate);
      if (isVersionOf(record, pack.plan)) return { pack, path: candidate };
      if (pack.plan.pack.id === id && pack.plan.pack.version === version) others.push(candidate);
    }
  }
  const [other] = others;
  return {
    none:
      other === undefined
        ? `${id} ${version} is not in ${paths.map((path) => `\`${path}\``).join(', ')}`
        : `\`${other}\` is of version ${version}, but not the ${id} that the record names: the digests differ`,
  };
}

async function isPack({ host }: Session, path: string): Promise<boolean> {
  const kind = await host.kindOf(path);
  if (kind !== 'folder') return kind === 'file';
  for (const name of [entryName, 'plan.json'])
    if ((await host.kindOf(join(path, name))) === 'file') return true;
  return false;
}
