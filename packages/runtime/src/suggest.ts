/** The known name most like a misspelt one, or undefined where none is close: at most two edits, fewer in short names. */
export function closestName(name: string, known: Iterable<string>): string | undefined {
  const all = [...known];
  const written = name.toLowerCase();
  for (let edits = 0; edits <= 2 && edits * 3 <= name.length && name.length <= 100; edits++) {
    const closest = all.find((each) => isWithin(edits, written, each.toLowerCase()));
    if (closest !== undefined) return closest;
  }
  return undefined;
}

/** What may be meant by a name, as help. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const closest = closestName(name, known);
  return closest === undefined ? undefined : `did you mean \`${closest}\`?`;
}

/** Whether so many insertions, deletions, substitutions and swaps of neighbours lead from one text to the other. */
function isWithin(edits: number, a: string, b: string): boolean {
  const [x, y] = [a.slice(1), b.slice(1)];
  if (a === b) return true;
  if (a[0] === b[0]) return isWithin(edits, x, y);
  return (
    edits > 0 &&
    (isWithin(edits - 1, x, b) ||
      isWithin(edits - 1, a, y) ||
      isWithin(edits - 1, x, y) ||
      (a[0] === b[1] && a[1] === b[0] && isWithin(edits - 1, x.slice(1), y.slice(1))))
  );
}
