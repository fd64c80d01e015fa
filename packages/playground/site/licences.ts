/** The licences of what others wrote and the page holds: they go where it goes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The packages that stand in what was built; of the page and of its worker there are bundles apart. */
export class Licences {
  readonly #folders = new Set<string>();

  /** Notes what is in a bundle. */
  noting(): Plugin {
    return {
      name: 'licences-noted',
      generateBundle: (_options, bundle) => {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(file.modules)) {
            const folder = folderOf(id);
            if (folder !== undefined && renderedLength > 0) this.#folders.add(folder);
          }
        }
      },
    };
  }

  /** All of them, as a comment in HTML. */
  comment(): string {
    const texts = [...this.#folders].map(licenceOf).toSorted().join('\n\n');
    // A comment ends at two hyphens and a bracket.
    const inert = texts.replaceAll(/-(?=-)/g, '- ');
    return `<!-- This page is made by Proviso (Apache-2.0) and holds software of others.\n\n${inert}\n-->\n`;
  }
}

/** The folder of the package that a module of others stands in. */
function folderOf(id: string): string | undefined {
  const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : undefined;
}

function licenceOf(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name = '', version = '', license = '' } = manifest as Readonly<Record<string, string | undefined>>;
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|notice)/i.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n');
}
