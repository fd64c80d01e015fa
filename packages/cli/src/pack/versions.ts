/** The order of versions. */

/** By the three numbers; a version with a suffix (`1.0.0-draft`) comes before the one without. */
export function compareVersions(a: string, b: string): number {
  const [coreA = '', suffixA] = a.split(/[-+]/, 2);
  const [coreB = '', suffixB] = b.split(/[-+]/, 2);
  const numbersB = coreB.split('.').map(Number);
  const byNumber = coreA
    .split('.')
    .map((part, i) => Number(part) - (numbersB[i] ?? 0))
    .find((difference) => difference !== 0);
  if (byNumber !== undefined) return byNumber;
  if (suffixA === suffixB) return 0;
  if (suffixA === undefined) return 1;
  if (suffixB === undefined) return -1;
  return suffixA < suffixB ? -1 : 1;
}
