/**
 * Durations: whole months and whole days, packed in one small integer, `months * 100000 + days`.
 */

declare const durationBrand: unique symbol;

/** `months * 100000 + days`, neither negative; only ever added to a date or taken from it. */
export type Duration = number & { readonly [durationBrand]: true };

/** The longest duration: 9999 months, 99999 days. Any packed duration is then a small integer on every engine. */
export const maxMonths = 9999;
/** See `maxMonths`. */
export const maxDays = 99_999;

const monthUnit = 100_000;
const isoDuration = /^P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/;

/** Packs months (0 to 9999) and days (0 to 99999). */
export function packDuration(months: number, days: number): Duration {
  return (months * monthUnit + days) as Duration;
}

/** The whole months of a duration. */
export function monthsOf(duration: Duration): number {
  return (duration / monthUnit) | 0;
}

/** The days beside the months of a duration. */
export function daysOf(duration: Duration): number {
  return duration % monthUnit;
}

/**
 * Reads an ISO 8601 duration of whole years, months, weeks and days (`P1Y6M`, `P2W`, `P28D`): a year is twelve months, a
 * week seven days. Undefined for any other text, one with a part of a day among them, and for one past the limits.
 */
export function parseDuration(text: string): Duration | undefined {
  const match = isoDuration.exec(text);
  if (match === null) return undefined;
  const months = Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0);
  const days = Number(match[3] ?? 0) * 7 + Number(match[4] ?? 0);
  return months > maxMonths || days > maxDays ? undefined : packDuration(months, days);
}

/** Writes the shortest ISO 8601 form of years, months and days: `P1Y6M`, `P14D`, `P0D`. */
export function formatDuration(duration: Duration): string {
  const months = monthsOf(duration);
  const days = daysOf(duration);
  const years = Math.trunc(months / 12);
  const text = `${years > 0 ? `${years}Y` : ''}${months % 12 > 0 ? `${months % 12}M` : ''}${days > 0 ? `${days}D` : ''}`;
  return text === '' ? 'P0D' : `P${text}`;
}
