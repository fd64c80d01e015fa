/** The facts of a case as JSON sends them, and changes to them by path: `message.channel`, `letters[0].receivedOn`. */
import type { Json, JsonObject } from '@proviso/compiler/plan';

/** Facts that can be altered. */
export type Facts = Record<string, Json>;

/** Takes the fact at a path out of a case; false where there is none. A list or set with `atLeast` goes as a whole. */
export function forget(facts: Facts, path: string): boolean {
  if (path.endsWith('.atLeast')) return forget(facts, path.slice(0, -'.atLeast'.length));
  const { holder, name } = holderOf(facts, path, false);
  if (holder === undefined || !(name in holder)) return false;
  delete holder[name];
  return true;
}

/** Puts a fact in at a path, making the records and the elements of lists on the way; an element past the end is the next one. */
export function put(facts: Facts, path: string, value: Json): void {
  const { holder, name } = holderOf(facts, path, true);
  if (holder !== undefined) holder[name] = value;
}

/** The facts with some put in at their paths. */
export function withFacts(facts: JsonObject, given: Readonly<Record<string, Json>>): Facts {
  const out: Facts = { ...structuredClone(facts) };
  for (const [path, value] of Object.entries(given)) put(out, path, structuredClone(value));
  return out;
}

/** The value at a path; undefined where there is none. */
export function factAt(facts: Facts, path: string): Json | undefined {
  const { holder, name } = holderOf(facts, path, false);
  return holder?.[name];
}

/** The known elements of a list of a case. */
export function elementsOf(facts: Facts, list: string): readonly Facts[] {
  return membersOf(facts[list]).map((each) => each as Facts);
}

/** The members of a list or set as JSON has it, complete or not. */
export function membersOf(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  if (typeof value !== 'object' || value === null) return [];
  const { atLeast } = value as JsonObject;
  return Array.isArray(atLeast) ? (atLeast as readonly Json[]) : [];
}

/** The paths of all facts of a case that can be forgotten one by one; a list counts as one, and so does each fact of its elements. */
export function pathsIn(facts: Facts): readonly string[] {
  const paths: string[] = [];
  const visit = (at: Facts, prefix: string): void => {
    for (const [name, value] of Object.entries(at)) {
      const path = `${prefix}${name}`;
      paths.push(path);
      const elements = membersOf(value);
      elements.forEach((each, i) => isRecord(each) && visit(each, `${path}[${i}].`));
      if (elements.length === 0 && isRecord(value) && !('atLeast' in value)) visit(value, `${path}.`);
    }
  };
  visit(facts, '');
  return paths;
}

function isRecord(value: Json): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record that holds the fact at a path, and the name of the fact in it. */
function holderOf(
  facts: Facts,
  path: string,
  making: boolean,
): { readonly holder: Facts | undefined; readonly name: string } {
  const steps = path.split('.');
  const name = steps.pop() ?? '';
  let at: Facts | undefined = facts;
  for (const step of steps) {
    const [, group = step, index] = /^(.*)\[(\d+)\]$/u.exec(step) ?? [];
    if (at === undefined) break;
    if (making && at[group] === undefined) at[group] = index === undefined ? {} : [];
    const found: Json | undefined = at[group];
    if (index === undefined) at = found !== undefined && isRecord(found) ? found : undefined;
    else at = elementAt(found, Number(index), making);
  }
  return { holder: at, name };
}

function elementAt(list: Json | undefined, index: number, making: boolean): Facts | undefined {
  const elements = membersOf(list) as Json[];
  if (making && index >= elements.length) {
    const made: Facts = {};
    elements.push(made);
    return made;
  }
  return elements[index] as Facts | undefined;
}
