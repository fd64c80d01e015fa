import type { CaseA } from '../rule-a.ts';

/** `{ call: { listed: true } }` as `{ 'call.listed': true }`, for engines whose facts have no structure. */
export function flatten(of: CaseA, separator = '.'): Readonly<Record<string, boolean>> {
  const flat: Record<string, boolean> = {};
  for (const [group, facts] of Object.entries(of)) {
    for (const [name, value] of Object.entries(facts as Record<string, boolean>)) {
      flat[`${group}${separator}${name}`] = value;
    }
  }
  return flat;
}
