/** Cases as `scenario`s that can be pasted into a policy. */
import type { Field, Json, JsonObject, Plan, Type } from '@proviso/compiler/plan';
import { quoted } from '@proviso/language';
import { daysOf, monthsOf, parseDuration } from '@proviso/runtime';
import type { Case } from './case.ts';
import type { Outcome } from './confirm.ts';

/** What a scenario says beside its case. */
export interface ScenarioWords {
  readonly name: string;
  /** What the pack answers today; the author puts what the source says in its place. */
  readonly expect: readonly Outcome[];
  /** A line above it, without the mark of a comment. */
  readonly comment?: string;
}

/** The scenario of a case, in canonical layout. Facts that cannot be written in a scenario stand in it as a comment. */
export function scenarioText(plan: Plan, given: Case, { name, expect, comment }: ScenarioWords): string {
  const writer = writerOf(plan);
  const facts = writer.lines(plan.facts, given.facts, '');
  const readings = plan.ambiguities.flatMap((ambiguity) => {
    const reading = given.readings[ambiguity.name];
    return reading === undefined || reading === ambiguity.default
      ? []
      : [`  reading ${ambiguity.name}: ${reading}`];
  });
  return [
    ...(comment === undefined ? [] : comment.split('\n').map((line) => `// ${line}`)),
    `scenario ${quoted(name)} as of ${given.asOf} {`,
    ...(facts.length === 0 ? [] : ['  given {', ...facts.map((line) => `    ${line}`), '  }']),
    ...readings,
    '  expect {',
    ...expect.map(({ name, of, value }) => {
      const subject = of === undefined ? name : `${name} for ${of}`;
      return `    ${subject}: ${value === 'undetermined' ? 'unknown' : value}`;
    }),
    '  }',
    '}',
    '',
  ].join('\n');
}

function writerOf(plan: Plan): {
  readonly lines: (fields: readonly Field[], facts: JsonObject, prefix: string) => readonly string[];
} {
  const records = new Map(plan.records.map(({ name, fields }) => [name, fields]));
  const fieldsOf = (record: string): readonly Field[] => records.get(record) ?? [];
  const lines = (fields: readonly Field[], facts: JsonObject, prefix: string): readonly string[] =>
    fields.flatMap(({ name, type }) => {
      const value = facts[name];
      if (value === undefined || value === null) return [];
      const path = `${prefix}${name}`;
      if (type.kind === 'record') return lines(fieldsOf(type.name), value as JsonObject, `${path}.`);
      const text = written(type, value);
      return [
        text === undefined
          ? `// ${path} is ${JSON.stringify(value)}, which a scenario cannot say`
          : `${path}: ${text}`,
      ];
    });
  const written = (type: Type, value: Json): string | undefined => {
    switch (type.kind) {
      case 'yesno':
        return value === true ? 'yes' : 'no';
      case 'number':
        return (value as number).toFixed(type.places);
      case 'text':
        return quoted(value as string);
      case 'duration':
        return durationText(value as string);
      case 'set':
        return setText(value);
      case 'list':
        return listText(type.of, value);
      default:
        return value as string;
    }
  };
  const listText = (record: string, value: Json): string => {
    const isComplete = Array.isArray(value);
    const elements = (isComplete ? value : (value as JsonObject)['atLeast']) as readonly JsonObject[];
    const shown = elements.map((element) => {
      const inner = lines(fieldsOf(record), element, '');
      // A comment reaches to the end of its line.
      const between = inner.some((line) => line.startsWith('//')) ? '\n' : '  ';
      return inner.length === 0
        ? '{}'
        : `{${between === '\n' ? between : ' '}${inner.join(between)}${between === '\n' ? between : ' '}}`;
    });
    return `${isComplete ? '' : 'at least '}[${shown.length === 0 ? '' : ` ${shown.join(', ')} `}]`;
  };
  return { lines };
}

function setText(value: Json): string {
  const braces = (members: readonly string[]): string =>
    members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  if (Array.isArray(value)) return braces(value as readonly string[]);
  const members = Object.entries(value as JsonObject);
  const held = members.flatMap(([member, has]) => (has === true ? [member] : []));
  const lacking = members.flatMap(([member, has]) => (has === false ? [member] : []));
  return `at least ${braces(held)}${lacking.length === 0 ? '' : ` not ${braces(lacking)}`}`;
}

function durationText(iso: string): string | undefined {
  const duration = parseDuration(iso);
  if (duration === undefined) return undefined;
  const [months, days] = [monthsOf(duration), daysOf(duration)];
  if (months > 0 && days > 0) return undefined;
  const [count, unit] = months > 0 ? [months, 'month'] : [days, 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
