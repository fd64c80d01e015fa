// Dates as compiled code takes them, restated here so that the floor owes nothing to the runtime.

/** Later than every date; the largest small integer of every engine. */
export const notYet: number = 2 ** 30 - 1;

/** ISO form of a day number, or `notYet`: what facts look like before they are read. */
export function isoDate(day: number): string {
  return day === notYet ? 'notYet' : new Date(day * 86_400_000).toISOString().slice(0, 10);
}
