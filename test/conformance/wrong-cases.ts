/** Facts and options that must be refused, each for a reason of its own. */
import type { Field, Json, JsonObject, Plan } from '@proviso/compiler/plan';
import { assertNever } from '../generators/assert-never.ts';

/** The complete facts of a case with one thing wrong in them, for everything that can be wrong. */
export function wrongFacts(plan: Plan, complete: JsonObject): readonly Json[] {
  const tooMany = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`nobody${i}`, true]));
  return [
    [],
    'facts',
    { ...complete, ['__proto__']: true },
    { ...complete, constructor: {} },
    { ...complete, ...tooMany },
    ...plan.facts.flatMap((field) => {
      const values =
        field.onlyIf === undefined || field.name in complete ? wrongValues(field) : rightValues(field);
      return values.map((value) => ({ ...complete, [field.name]: value }));
    }),
  ];
}

/** Options with one thing wrong in them. */
export function wrongOptions(options: JsonObject): readonly JsonObject[] {
  return [
    { ...options, asOf: '2021-02-29' },
    { ...options, asOf: '2014-12-31' },
    { ...options, asOf: 20_210_201 },
    { goals: ['everything'] },
    { ...options, readings: { nobody: 'strict' } },
    { ...options, readings: { ambiguity0: 'nobody' } },
    { ...options, readings: [] },
    { ...options, goals: ['nobody', 'everythin'] },
    { ...options, goals: 'everything' },
    { ...options, colour: 'blue' },
  ];
}

function wrongValues({ type }: Field): readonly Json[] {
  switch (type.kind) {
    case 'yesno':
      return ['yes', 1];
    case 'number':
      return [1e13, 0.12345, '3'];
    case 'date':
      return ['2021-02-30', '2021-2-1', 20_210_201];
    case 'duration':
      return ['P', `P${'9'.repeat(12)}D`];
    case 'text':
      return ['x'.repeat(10_001), true];
    case 'enum':
      return ['nobody', []];
    case 'set':
      return [['nobody'], { nobody: true }, 'email', ['email', 'email'], ['low', 'low']];
    case 'record':
      return [[], { nobody: true }];
    case 'list':
      return [{}, { atLeast: 1 }, [null], { atLeast: [], more: true }];
    default:
      return assertNever(type);
  }
}

/** Values that are right but for that the fact does not exist; a set has one that its enum has not as well. */
function rightValues({ type }: Field): readonly Json[] {
  switch (type.kind) {
    case 'yesno':
      return [true];
    case 'number':
      return [1];
    case 'date':
      return ['2020-06-30'];
    case 'duration':
      return ['P1M'];
    case 'text':
      return ['a'];
    case 'enum':
      return ['email', 'low'];
    case 'set':
      return [['email'], ['low']];
    case 'record':
      return [{}];
    case 'list':
      return [[{}]];
    default:
      return assertNever(type);
  }
}
