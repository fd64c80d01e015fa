/** Every change that can be made of the facts of a case that have few values: what a search for changes is held against. */
import { goalsNamed, type Field, type Plan } from '@proviso/compiler/plan';
import type { Change, FactChange } from '@proviso/runtime';

/** A fact of few values, or one member of a set, with each change of it. */
export interface Place {
  readonly changes: readonly Change[];
}

/** The places that an answer can depend on and that are not fixed: yes/no facts, enums and members of sets. */
export function placesOf(plan: Plan, facts: unknown, answer: string): readonly Place[] {
  const used = new Set(goalsNamed(plan, [answer]).flatMap((goal) => goal.facts));
  const within = (
    fields: readonly Field[],
    given: unknown,
    path: string,
    declared: string,
  ): readonly Place[] =>
    fields.flatMap((field): readonly Place[] => {
      const at = `${path}${field.name}`;
      const key = `${declared}${field.name}`;
      if (field.fixed === true) return [];
      const value = held(given, field.name);
      switch (field.type.kind) {
        case 'record':
          return within(fieldsOf(plan, field.type.name), value, `${at}.`, `${key}.`);
        case 'list': {
          const { of } = field.type;
          const members = Array.isArray(value) ? value : held(value, 'atLeast');
          return (Array.isArray(members) ? members : []).flatMap((member: unknown, i) =>
            within(fieldsOf(plan, of), member, `${at}[${i}].`, `${key}[].`),
          );
        }
        case 'yesno':
          return used.has(key) ? [placeOf(field, at, value, [true, false])] : [];
        case 'enum':
          return used.has(key) ? [placeOf(field, at, value, membersOf(plan, field.type.name))] : [];
        case 'set':
          return used.has(key)
            ? membersOf(plan, field.type.of).map((member) =>
                placeOf(
                  field,
                  at,
                  Array.isArray(value) ? value.includes(member) : held(value, member),
                  [true, false],
                  member,
                ),
              )
            : [];
        default:
          return [];
      }
    });
  return within(plan.facts, facts, '', '');
}

function placeOf(
  { kind }: Field,
  path: string,
  now: unknown,
  values: readonly FactChange['to'][],
  member?: string,
): Place {
  return {
    changes: values
      .filter((to) => to !== now)
      .map((to) => ({
        kind: 'fact',
        path,
        ...(member === undefined ? {} : { member }),
        input: kind,
        from: null,
        to,
      })),
  };
}

function held(given: unknown, name: string): unknown {
  return typeof given === 'object' && given !== null
    ? (given as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function fieldsOf(plan: Plan, record: string): readonly Field[] {
  return plan.records.find(({ name }) => name === record)?.fields ?? [];
}

function membersOf(plan: Plan, name: string): readonly string[] {
  return plan.enums.find((each) => each.name === name)?.members ?? [];
}
