import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the pack that is measured as a whole. */
export const packFolder: string = join(import.meta.dirname, '../../policies/ico-political-campaigning');

/** The texts of the pack by path. */
export function packFiles(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(packFolder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.policy'))
      .map((path) => [path, readFileSync(join(packFolder, path), 'utf8')]),
  );
}
