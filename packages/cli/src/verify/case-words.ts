/** The facts of a case in the words of its pack. */
import type { Field, Json, JsonObject, Plan } from '@proviso/compiler/plan';
import { capitalise, english, instanceWords } from '@proviso/explain';
import type { FactReason, Phrasebook } from '@proviso/runtime';

/** One fact as a sentence; `about` the element of a list that it is of. */
export interface FactWords {
  readonly path: string;
  readonly sentence: string;
}

/** What is given, a sentence for each fact, in vocabulary order. */
export function caseWords(
  plan: Plan,
  phrases: Phrasebook,
  facts: JsonObject,
  asOf: string,
): readonly FactWords[] {
  const wording = english(phrases);
  const records = new Map(plan.records.map(({ name, fields }) => [name, fields]));
  const said = (path: string, field: Field, value: FactReason['value'], member?: string): FactWords => {
    const input = field.kind;
    const clause = wording.fact(
      { kind: 'fact', path, value, input, ...(member === undefined ? {} : { member }) },
      asOf,
      undefined,
    );
    return { path, sentence: `${capitalise(clause)}.` };
  };
  const visit = (fields: readonly Field[], given: JsonObject, prefix: string): readonly FactWords[] =>
    fields.flatMap((field): readonly FactWords[] => {
      const value = given[field.name];
      if (value === undefined || value === null) return [];
      const path = `${prefix}${field.name}`;
      const { type } = field;
      switch (type.kind) {
        case 'record':
          return visit(records.get(type.name) ?? [], value as JsonObject, `${path}.`);
        case 'list':
          return list(type.of, value, path);
        case 'set':
          return membersOf(value).map(([member, has]) => said(path, field, has ? 'yes' : 'no', member));
        case 'yesno':
          return [said(path, field, value === true ? 'yes' : 'no')];
        default:
          return [said(path, field, value as string | number)];
      }
    });
  const list = (record: string, value: Json, path: string): readonly FactWords[] => {
    const complete = Array.isArray(value);
    const elements = (complete ? value : (value as JsonObject)['atLeast']) as readonly JsonObject[];
    const reason = { kind: 'list' as const, path, complete, length: elements.length };
    const clause = wording.listReason(reason);
    return [
      ...(complete || elements.length > 0 ? [{ path, sentence: `${capitalise(clause)}.` }] : []),
      ...elements.flatMap((element, i) => {
        const at = `${path}[${i}]`;
        return visit(records.get(record) ?? [], element, `${at}.`).map(({ path, sentence }) => ({
          path,
          sentence: `${capitalise(instanceWords(phrases, at))}: ${sentence}`,
        }));
      }),
    ];
  };
  return visit(plan.facts, facts, '');
}

function membersOf(value: Json): readonly (readonly [string, boolean])[] {
  if (Array.isArray(value)) return (value as readonly string[]).map((member) => [member, true] as const);
  return Object.entries(value as JsonObject).flatMap(([member, has]) =>
    typeof has === 'boolean' ? [[member, has] as const] : [],
  );
}
