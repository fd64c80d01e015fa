/** A case as a file: kept by the person, opened again here. */
import { isKeyed, parseDay } from '@proviso/runtime';
import type { Plan } from '@proviso/compiler/plan';
import type { Told, Walk } from './walk.ts';

const FORMAT = 1;

/** The text of a case file. The facts stand in it too, for programs that assess them. */
export function caseFileText(
  { goals, asOf, told }: Walk,
  facts: unknown,
  { pack }: Pick<Plan, 'pack'>,
): string {
  const { id, version, meaning } = pack;
  return `${JSON.stringify({ format: FORMAT, pack: { id, version, meaning }, asOf, goals, told, facts }, null, 2)}\n`;
}

/** What a file holds, or why it is none. `sameVersion`: it was made with the version of the pack that is here. */
export type Opened = { readonly walk: Walk; readonly sameVersion: boolean } | { readonly problem: string };

/** Reads a case file; whatever is not as this program writes it is refused. */
export function readCaseFile(text: string, { pack, goals: known }: Pick<Plan, 'pack' | 'goals'>): Opened {
  const json = parsed(text);
  if (!isKeyed(json) || json['format'] !== FORMAT)
    return { problem: 'This is not a case file of this questionnaire.' };
  const { pack: made, asOf, goals, told } = json;
  if (!isKeyed(made) || made['id'] !== pack.id)
    return { problem: 'This case is about other rules than those here.' };
  const isDay = typeof asOf === 'string' && parseDay(asOf) !== undefined;
  const areGoals =
    Array.isArray(goals) &&
    goals.length > 0 &&
    goals.every((goal) => known.some(({ name }) => name === goal));
  if (!isDay || !areGoals || !Array.isArray(told) || !told.every(isTold))
    return { problem: 'This case file is damaged: it cannot be read in full, so nothing of it was taken.' };
  return {
    walk: { asOf, goals: goals as readonly string[], told },
    sameVersion: made['meaning'] === pack.meaning,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTold(value: unknown): value is Told {
  if (!isKeyed(value)) return false;
  const { path, list, answer, who, why } = value;
  return (
    typeof path === 'string' &&
    /^[A-Za-z]\w*(\[\d{1,4}\])?(\.[A-Za-z]\w*(\[\d{1,4}\])?)*$/.test(path) &&
    typeof list === 'boolean' &&
    answer !== undefined &&
    (!list || answer === null || typeof answer === 'boolean') &&
    [who, why].every((text) => text === undefined || typeof text === 'string')
  );
}
