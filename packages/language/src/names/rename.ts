/** Renaming: every place of a name, and the certainty that each name stands afterwards for what it stood for before. */
import { checkRenaming } from '../given.ts';
import { isInherited } from '../4-bind/inherited-names.ts';
import type { ParseFile } from '../4-bind/load-files.ts';
import { reservedWords } from '../1-lex/keywords.ts';
import type { Span } from '../ast/ast.ts';
import { applyFix, type Diagnostic, type TextEdit } from '../diagnostics/diagnostic.ts';
import { parseFile } from '../parse-file.ts';
import { type Named, type PackNames, packNames } from './pack-names.ts';

/** The edits of a renaming, or why there are none. */
export type Renaming =
  | { readonly edits: readonly TextEdit[]; readonly problem?: undefined }
  | { readonly edits?: undefined; readonly problem: string; readonly help?: string };

/** The texts of a pack, the file to start from, and their names: what `packNames` was given and gave. */
export interface NamedPack {
  readonly files: ReadonlyMap<string, string>;
  readonly entry: string;
  readonly names: PackNames;
  readonly parse?: ParseFile;
}

/**
 * Gives something another name everywhere in a pack without errors. The renamed pack is read once more: where a name would
 * stand for something else than before, or there would be an error, nothing is renamed and `problem` says why. Comments and
 * quoted texts keep their words.
 */
export function rename(pack: NamedPack, named: Named, to: string): Renaming {
  checkRenaming(pack, named, to);
  const { files, entry, names, parse = parseFile } = pack;
  const refused = unfit(named, to);
  if (refused !== undefined) return refused;
  if (names.diagnostics.some(isError))
    return {
      problem: 'the pack has errors, so that places of the name might be missed',
      help: 'mend them first, then rename',
    };
  const direct = inOrder([...named.declared, ...named.mentioned].map((span) => ({ span, text: to })));
  const half = packNames(edited(files, direct), entry, parse);
  // The names of implicit judgements are made of those of statements and labels, and follow them.
  const followed = names.judgements.flatMap(({ field, mentioned }, index) => {
    const text = half.judgements[index]?.field ?? field;
    return text === field ? [] : mentioned.map((span) => ({ span, text }));
  });
  const edits = inOrder([...direct, ...followed]);
  const after = followed.length === 0 ? half : packNames(edited(files, edits), entry, parse);
  // Two judgements that came to share a field would be one question.
  if (after.judgements.length !== names.judgements.length)
    return {
      problem: `\`${named.name}\` cannot be renamed to \`${to}\`: two open grounds would then have one name`,
      help: 'choose another name',
    };
  const error = after.diagnostics.find(isError);
  if (error !== undefined)
    return { problem: `\`${named.name}\` cannot be renamed to \`${to}\`: ${error.message}` };
  const moved = new Set(
    after.all.map(({ kind, declared, mentioned }) => keyOf(kind, [...declared, ...mentioned])),
  );
  const shift = shifted(edits);
  for (const { kind, name, declared, mentioned } of names.all) {
    if (moved.has(keyOf(kind, [...declared, ...mentioned].map(shift)))) continue;
    return {
      problem: `\`${named.name}\` cannot be renamed to \`${to}\`: \`${name}\` would then stand for something else somewhere`,
      help: 'choose a name that nothing else in the pack has',
    };
  }
  return { edits };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function unfit({ kind, name }: Named, to: string): Renaming | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(to))
    return {
      problem: `\`${to}\` cannot be a name`,
      help: 'a name begins with a letter; letters, digits and `_` follow',
    };
  if (isInherited(to) || reservedWords.some((word) => word === to))
    return { problem: `\`${to}\` has a meaning of its own`, help: 'choose another name' };
  return to === name ? { problem: `the ${kind} is called \`${to}\` already` } : undefined;
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) =>
    a.span.file === b.span.file ? a.span.start - b.span.start : a.span.file < b.span.file ? -1 : 1,
  );
}

/** The texts with the edits made. */
function edited(files: ReadonlyMap<string, string>, edits: readonly TextEdit[]): ReadonlyMap<string, string> {
  const of = Map.groupBy(edits, ({ span }) => span.file);
  return new Map(
    [...files].map(([file, text]) => [
      file,
      of.has(file) ? applyFix(text, { title: '', safe: false, edits: of.get(file) ?? [] }) : text,
    ]),
  );
}

/** Where a span lies once the edits are made. */
function shifted(edits: readonly TextEdit[]): (span: Span) => Span {
  const byFile = Map.groupBy(edits, ({ span }) => span.file);
  return ({ file, start, end }) => {
    let by = 0;
    for (const { span, text } of byFile.get(file) ?? []) {
      if (span.start > start) break;
      const longer = text.length - (span.end - span.start);
      if (span.start === start) return { file, start: start + by, end: end + by + longer };
      by += longer;
    }
    return { file, start: start + by, end: end + by };
  };
}

function keyOf(kind: string, spans: readonly Span[]): string {
  return `${kind} ${spans
    .map(({ file, start, end }) => `${file}:${start}-${end}`)
    .toSorted()
    .join(' ')}`;
}
