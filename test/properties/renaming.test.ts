// Everything that a generated pack names can be renamed; the pack then reads as before, and renamed back it is the same text.
import { applyFix, checkPack, type Named, namedBy, nameIn, packNames, rename } from '@proviso/language';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, type PackTexts, programs } from '../generators/program-arbitrary.ts';

function renamed(files: PackTexts, named: Named, to: string): PackTexts {
  const { edits, ...refused } = rename({ files, entry, names: packNames(files, entry) }, named, to);
  if (edits === undefined) throw new Error(JSON.stringify(refused));
  const of = Map.groupBy(edits, ({ span }) => span.file);
  return new Map(
    [...files].map(([file, text]) => [
      file,
      applyFix(text, { title: '', safe: false, edits: of.get(file) ?? [] }),
    ]),
  );
}

/** The thing whose first declaration is the same in order. */
function same(files: PackTexts, index: number): Named {
  const found = packNames(files, entry).all[index];
  if (found === undefined) throw new Error(`there is no name ${index}`);
  return found;
}

const fresh = 'renamedToThis';

describe('a generated pack', () => {
  test('with anything renamed has no errors, and renamed back is what it was', () => {
    fc.assert(
      fc.property(programs, fc.nat(), (texts, pick) => {
        const { all } = packNames(texts, entry);
        const index = pick % all.length;
        const named = same(texts, index);
        const there = renamed(texts, named, fresh);
        expect(checkPack(there, entry).diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
          [],
        );
        const back = renamed(there, same(there, index), named.name);
        expect([...back]).toEqual([...texts]);
      }),
      { numRuns: 150 },
    );
  });

  test('names nothing under the old name once it is renamed', () => {
    fc.assert(
      fc.property(programs, fc.nat(), (texts, pick) => {
        const { all } = packNames(texts, entry);
        const named = same(texts, pick % all.length);
        const there = packNames(renamed(texts, named, fresh), entry);
        const inOld = namedBy(there, nameIn(named)).filter(({ kind }) => kind === named.kind);
        expect(inOld.filter(({ of }) => of === named.of && named.kind !== 'variable')).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('is not renamed to a name that is taken, or that would be caught by another', () => {
    fc.assert(
      fc.property(programs, fc.nat(), fc.nat(), (texts, pick, other) => {
        const names = packNames(texts, entry);
        const named = same(texts, pick % names.all.length);
        const to = same(texts, other % names.all.length).name;
        const renaming = rename({ files: texts, entry, names }, named, to);
        if (renaming.edits === undefined) return;
        const after = renamed(texts, named, to);
        // What could be renamed to it can be renamed back: nothing was mixed up.
        const there = same(after, pick % names.all.length);
        expect([...renamed(after, there, named.name)]).toEqual([...texts]);
      }),
      { numRuns: 20 },
    );
  });
});
