/** The known name most like a misspelt one, or undefined where none is close: at most two edits, fewer in short names. */
export function closestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > 100) return undefined;
  const all = [...known];
  const most = Math.min(2, Math.floor(name.length / 3));
  let closest = all.find((each) => each.toLowerCase() === name.toLowerCase());
  for (let edits = 1; edits <= most; edits++) closest ??= all.find((each) => isWithin(edits, name, each));
  return closest;
}

/** What may be meant by a name, as help. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const closest = closestName(name, known);
  return closest === undefined ? undefined : `did you mean \`${closest}\`?`;
}

/** Whether so many insertions, deletions, substitutions and swaps of neighbours lead from one text to the other. */
function isWithin(edits: number, a: string, b: string): boolean {
  if (edits < 0) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [x, y] = [a.slice(same), b.slice(same)];
  const swapped = x.slice(0, 2) === `${y.charAt(1)}${y.charAt(0)}` ? 2 : 1;
  return (
    x === y ||
    isWithin(edits - 1, x.slice(1), y) ||
    isWithin(edits - 1, x, y.slice(1)) ||
    isWithin(edits - 1, x.slice(swapped), y.slice(swapped))
  );
}
