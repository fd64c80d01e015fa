/** Masks: values kept back behind a commitment, and opened again. */
import { digestOf, type Json, type JsonObject } from '@proviso/compiler/plan';
import type { Mask, Opening } from '../record.ts';
import type { GivenFact } from './told.ts';

/** The facts that pointers name: a fact itself, or all in a record or list. `unknown` are those that name none. */
export function maskedFacts(
  given: readonly GivenFact[],
  pointers: readonly string[],
): { readonly facts: readonly GivenFact[]; readonly unknown: readonly string[] } {
  const isAt = (pointer: string, asked: string): boolean =>
    pointer === asked || pointer.startsWith(`${asked}/`);
  return {
    facts: given.filter(({ pointer }) => pointers.some((asked) => isAt(pointer, asked))),
    unknown: pointers.filter((asked) => asked === '' || !given.some(({ pointer }) => isAt(pointer, asked))),
  };
}

/** The commitment to a value. Salted, since most facts have few possible values. */
export function maskOf(opening: Opening): Mask {
  const { pointer, salt, value } = opening;
  return { pointer, commitment: digestOf({ pointer, salt, value }) };
}

/** The facts with null where these pointers point. */
export function withoutValues(facts: JsonObject, pointers: readonly string[]): JsonObject {
  return pointers.reduce<JsonObject>(
    (rest, pointer) => replaced(rest, stepsOf(pointer), null) as JsonObject,
    facts,
  );
}

/** The facts with the values of openings in their places. */
export function withOpened(facts: JsonObject, openings: readonly Opening[]): JsonObject {
  return openings.reduce<JsonObject>(
    (rest, { pointer, value }) => replaced(rest, stepsOf(pointer), value) as JsonObject,
    facts,
  );
}

/** What openings leave closed, and those that are not of what was masked. */
export function checkOpenings(
  masked: readonly Mask[],
  openings: readonly Opening[],
): { readonly closed: readonly string[]; readonly wrong: readonly string[] } {
  const byPointer = new Map(openings.map((opening) => [opening.pointer, opening]));
  const closed: string[] = [];
  const wrong: string[] = [];
  for (const { pointer, commitment } of masked) {
    const opening = byPointer.get(pointer);
    if (opening === undefined) closed.push(pointer);
    else if (maskOf(opening).commitment !== commitment) wrong.push(pointer);
  }
  const known = new Set(masked.map(({ pointer }) => pointer));
  return { closed, wrong: [...wrong, ...[...byPointer.keys()].filter((pointer) => !known.has(pointer))] };
}

function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A copy with another value at a place; unchanged where there is no such place. */
function replaced(value: Json, steps: readonly string[], by: Json): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return by;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return list.map((part, i) => (String(i) === step ? replaced(part, rest, by) : part));
  }
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, part]) => [
      key,
      key === step ? replaced(part, rest, by) : part,
    ]),
  );
}
