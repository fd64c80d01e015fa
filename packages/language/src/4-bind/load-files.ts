import type { Import, PolicyFile } from '../ast/ast.ts';
import type { Diagnostic, Phase } from '../diagnostics/diagnostic.ts';
import type { Findings } from './findings.ts';
import { declarationsOf } from './symbols.ts';

/** At most this many files in a pack. */
export const fileLimit = 500;

/** Reads one file: `parseFile`, passed in so that loading can be tried without it. */
export type ParseFile = (text: string, fileName: string) => Phase<PolicyFile>;

/** The files of a pack, each once: the entry first, then imports in the order they are reached, depth first. */
export interface LoadedFiles {
  readonly files: readonly PolicyFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Follows the imports from `entry`. A path is relative to the importing file and stays within the given texts; cycles
 * are harmless.
 */
export function loadFiles(
  texts: ReadonlyMap<string, string>,
  entry: string,
  parse: ParseFile,
  findings: Findings,
): LoadedFiles {
  const files: PolicyFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  // A stack of files still to read, so that a long chain of imports cannot exhaust the host's stack.
  const pending: { readonly path: string; readonly by: Import | null }[] = [{ path: entry, by: null }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next.path)) continue;
    seen.add(next.path);
    const text = texts.get(next.path);
    if (text === undefined) {
      const span = next.by?.path.span ?? { file: entry, start: 0, end: 0 };
      const suggestion = findings.meant(next.path, span, texts.keys()).suggestion;
      findings.report('missing-import', span, { path: next.path, suggestion });
      continue;
    }
    if (files.length >= fileLimit) {
      findings.report('too-many-files', next.by?.span ?? { file: entry, start: 0, end: 0 }, {
        limit: fileLimit,
      });
      break;
    }
    const parsed = parse(text, next.path);
    files.push(parsed.value);
    for (const diagnostic of parsed.diagnostics) diagnostics.push(diagnostic);
    const imports: Import[] = [];
    for (const { declaration } of declarationsOf(parsed.value.declarations)) {
      if (declaration.kind === 'import') imports.push(declaration);
    }
    for (const by of imports.toReversed()) {
      const path = resolveImport(next.path, by.path.value);
      if (path === null) findings.report('import-outside', by.path.span, { path: by.path.value });
      else pending.push({ path, by });
    }
  }
  return { files, diagnostics };
}

/** The path that `imported` names when written in `from`; null where it leaves the folder of the texts. */
export function resolveImport(from: string, imported: string): string | null {
  if (imported.startsWith('/') || imported.includes('\\') || imported.includes('://')) return null;
  const rooted = from.startsWith('/');
  const parts = from
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '' && part !== '.');
  for (const part of imported.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) return null;
      parts.pop();
    } else parts.push(part);
  }
  return (rooted ? '/' : '') + parts.join('/');
}
