/** The middle value, or the mean of the two middle ones. */
export function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median absolute deviation: a spread that a few disturbed rounds cannot move. */
export function medianDeviation(of: readonly number[]): number {
  const middle = median(of);
  return median(of.map((value) => Math.abs(value - middle)));
}

/** Of normal values: a standard deviation in median absolute deviations, times a median's standard error in those of a mean. */
const errorOfDeviation = 1.4826 * Math.sqrt(Math.PI / 2);

/** Whether more samples would hardly move the median: its standard error is at most this part of it. */
export function settled(of: readonly number[], within: number): boolean {
  return (errorOfDeviation * medianDeviation(of)) / Math.sqrt(of.length) <= within * median(of);
}
