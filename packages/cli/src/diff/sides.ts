/** The two sides that a comparison's arguments name. */
import type { Plan } from '@proviso/compiler/plan';
import { dateWords } from '@proviso/explain';
import { didYouMean } from '@proviso/language';
import { type Day, formatDay, parseDay } from '@proviso/runtime';
import type { Side } from '@proviso/verify';
import { UsageError } from '../exit.ts';
import type { PackInWords } from '@proviso/cases';

/** One side: a pack, where it is, and what is fixed. */
export interface PackSide extends Side {
  readonly path: string;
  readonly pack: PackInWords;
}

/** The choices of the command line, in the order in which they were given. */
export interface Choices {
  /** ISO dates: for both sides, or one each. */
  readonly on: readonly string[];
  /** One reading of an ambiguity for both sides, or one each. */
  readonly reading: readonly { readonly ambiguity: string; readonly reading: string }[];
}

/** A pack and where it was found. */
export interface Found {
  readonly path: string;
  readonly pack: PackInWords;
}

/** The sides; throws `UsageError` where there are not two things to compare. */
export function sidesOf(
  old: Found,
  now: Found | undefined,
  { on, reading }: Choices,
): { readonly old: PackSide; readonly new: PackSide } {
  if (on.length > 2)
    throw new UsageError('--on is given more than twice', {
      help: 'give one date for both sides, or one for each',
    });
  const [first, second = first] = on;
  const readings = [new Map<string, string>(), new Map<string, string>()] as const;
  for (const [ambiguity, some] of Map.groupBy(reading, (one) => one.ambiguity)) {
    if (some.length > 2)
      throw new UsageError(`a reading of ${ambiguity} is given more than twice`, {
        help: 'give one for both sides, or one for each',
      });
    const [a, b = a] = some.map((one) => one.reading);
    if (a !== undefined) readings[0].set(ambiguity, a);
    if (b !== undefined) readings[1].set(ambiguity, b);
  }
  const isOne = now === undefined;
  const differing = [...readings[0]].some(([ambiguity, name]) => readings[1].get(ambiguity) !== name);
  if (isOne && first === second && !differing)
    throw new UsageError('there is nothing to compare the pack with', {
      help: 'give a second pack, two dates (`--on 2026-01-01 --on 2026-03-01`), or two readings of one ambiguity (`--reading NAME=ONE --reading NAME=OTHER`)',
    });
  return {
    old: sideOf(old, first, readings[0]),
    new: sideOf(now ?? old, second, readings[1]),
  };
}

function sideOf(
  { path, pack }: Found,
  on: string | undefined,
  readings: ReadonlyMap<string, string>,
): PackSide {
  const { plan } = pack;
  for (const [ambiguity, reading] of readings) checkReading(plan, path, ambiguity, reading);
  return {
    path,
    pack,
    plan,
    ...(on === undefined ? {} : { day: dayIn(plan, path, on) }),
    readings: Object.fromEntries(readings),
  };
}

function dayIn({ pack }: Plan, path: string, on: string): Day {
  const day = parseDay(on);
  if (day === undefined) throw new Error(`${on} is no date`);
  const { from, ceasing } = pack.period;
  if (day >= from && (ceasing === null || day < ceasing)) return day;
  const end = ceasing === null ? '' : ` and ends before ${dateWords(formatDay(ceasing as Day))}`;
  throw new UsageError(`${on} is outside the period of \`${path}\``, {
    help: `its period begins on ${dateWords(formatDay(from as Day))}${end}`,
  });
}

function checkReading({ ambiguities }: Plan, path: string, name: string, reading: string): void {
  const ambiguity = ambiguities.find((one) => one.name === name);
  if (ambiguity === undefined) {
    throw new UsageError(`\`${path}\` has no ambiguity \`${name}\``, {
      help: meant(
        name,
        ambiguities.map((one) => one.name),
      ),
    });
  }
  const names = ambiguity.readings.map((one) => one.name);
  if (!names.includes(reading))
    throw new UsageError(`the ambiguity \`${name}\` has no reading \`${reading}\``, {
      help: meant(reading, names),
    });
}

function meant(name: string, possible: readonly string[]): string {
  const found = didYouMean(name, [...possible]);
  if (found !== undefined) return `did you mean \`${found}\`?`;
  return possible.length === 0 ? 'it has none' : `it has ${possible.map((one) => `\`${one}\``).join(', ')}`;
}
