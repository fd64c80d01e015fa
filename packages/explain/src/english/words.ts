/** Small words: dates, numbers and lists as a person would write them. */
import { isIsoDate } from '../identifiers.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `2019-06-01` is "1 June 2019"; anything else is returned as it is. */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split('-');
  const name = MONTHS[Number(month) - 1];
  if (!isIsoDate(iso) || name === undefined) return iso;
  return `${Number(day)} ${name} ${Number(year)}`;
}

/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[], joiner = 'and'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`;
}

/**
 * A clause that a verb follows: what stands at its end after a comma gets another one, unless it is the last of several things
 * or ends what stands between two commas already.
 */
export function asSubject(clause: string): string {
  const parts = clause.split(', ');
  const isList = /(?<!whether )\b(?:and|or)\b/.test(parts.at(-1) ?? '');
  return parts.length % 2 === 0 && !isList ? `${clause},` : clause;
}

/** "a", "a; and b", "a; b; and c", where the items have commas of their own. */
export function semicolons(items: readonly string[]): string {
  return items.length <= 1 ? items.join('') : `${items.slice(0, -1).join('; ')}; and ${items.at(-1)}`;
}

/** "first" for 0; "eleventh" and beyond in figures. */
export function ordinalWord(index: number): string {
  const word = ORDINALS[index];
  if (word !== undefined) return word;
  const n = index + 1;
  const teen = n % 100 > 10 && n % 100 < 14;
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/** "no", "one", "ten", "11". */
export function numberWords(n: number): string {
  return COUNTS[n] ?? String(n);
}

/** "no rule", "one rule", "three rules", "12 rules". */
export function countWords(n: number, noun: string, plural = `${noun}s`): string {
  return `${numberWords(n)} ${n === 1 ? noun : plural}`;
}

/** A duration in its JSON form, `P1M` or `P2M10D`, as "1 month" or "2 months and 10 days". */
export function durationWords(text: string): string | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text);
  if (match === null || text === 'P') return undefined;
  const units = ['year', 'month', 'week', 'day'];
  const parts = units.flatMap((unit, i) => {
    const n = match[i + 1];
    return n === undefined ? [] : [`${Number(n)} ${unit}${Number(n) === 1 ? '' : 's'}`];
  });
  return listWords(parts);
}

/** In quotation marks. */
export function quoted(text: string): string {
  return `“${text}”`;
}
