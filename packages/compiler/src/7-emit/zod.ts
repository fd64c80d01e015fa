/**
 * Validators of facts as TypeScript source, for an entry point of their own (`facts.zod.ts`): they import `zod/mini`,
 * which compiles nothing at run time, and accept just what the JSON Schema of the same facts accepts.
 */
import { assertNever } from '../6-plan/assert-never.ts';
import { checkPlanGiven } from '../6-plan/check-plan-given.ts';
import type { Field, Goal, Plan } from '../6-plan/plan.ts';
import {
  datePattern,
  durationPattern,
  type FactsSlice,
  factsSlice,
  MAX_LENGTH,
  MAX_UNITS,
  setsIn,
  type TypeNames,
  typeNames,
} from './facts-slice.ts';
import type { EmittedFile } from './typescript/emitted-file.ts';
import { asTypeScript, inBoth, typed, typeOnly } from './typescript/erasable.ts';

/**
 * The module of all facts, `facts.zod.ts` beside `facts.ts`, which exports `factsSchema`; or that of a goal's, `zod/GOAL.ts`
 * beside `facts/GOAL.ts`, which exports `GOALFactsSchema`. What is exported is annotated with the type of those facts, so
 * that a declaration file says it without inference.
 */
export function factsZod(plan: Plan, goal?: Goal): EmittedFile {
  checkPlanGiven(plan);
  const slice = factsSlice(plan, goal);
  const names = typeNames(plan, goal);
  const types = (ending: string): string =>
    `import type { ${names.root} } from '${goal === undefined ? './facts' : `../facts/${goal.name}`}${ending}';\n`;
  const banner = `// Generated from the plan ${plan.pack.meaning} of ${plan.pack.id} ${plan.pack.version}. Do not edit.\n`;
  const doc = '/** Partial facts: nothing is required, `null` is "not known", no other key is allowed. */\n';
  const schema = typed(factsZodName(goal), `z.ZodMiniType<${names.root}>`);
  const blocks = [
    ...slice.enums.map(
      (e) => `const ${names.enum(e.name)} = z.enum([${e.members.map(quoted).join(', ')}]);\n`,
    ),
    ...setsIn(slice).map((name) => `const ${names.set(name)} = ${setSource(name, slice, names)};\n`),
    ...innermostFirst(slice).map(
      (r) => `const ${names.record(r.name)} = ${objectSource(r.fields, names)};\n`,
    ),
    `${doc}export const ${schema} = ${objectSource(slice.facts, names)};\n`,
  ];
  const isPartialUsed = blocks.some((block) => block.includes('partial('));
  const zod = `import * as z from 'zod/mini';\n`;
  const body = [
    ...(isPartialUsed
      ? [
          `/** Not known: absent or null. */\nconst partial = ${typeOnly('<T extends z.core.SomeType>')}(${typed('type', 'T')}) => z.optional(z.nullable(type));\n`,
        ]
      : []),
    ...blocks,
  ];
  const { typeScript, javaScript } = inBoth([banner, zod + typeOnly(types('.ts')), ...body].join('\n'));
  return {
    path: goal === undefined ? 'facts.zod.ts' : `zod/${goal.name}.ts`,
    text: typeScript,
    javaScript,
    declarations: [banner, zod + types('.js'), `${doc}export declare const ${asTypeScript(schema)};\n`].join(
      '\n',
    ),
  };
}

/** What the module of `factsZod` exports: `factsSchema`, or for a goal `directMarketingFactsSchema`. */
export function factsZodName(goal?: Goal): string {
  return goal === undefined ? 'factsSchema' : `${goal.name}FactsSchema`;
}

function quoted(text: string): string {
  return `'${text}'`;
}

/** Records before those that hold them: constants must exist before they are used. */
function innermostFirst(slice: FactsSlice): FactsSlice['records'] {
  const byName = new Map(slice.records.map((r) => [r.name, r]));
  const order = new Map<string, FactsSlice['records'][number]>();
  const visit = (name: string): void => {
    const record = byName.get(name);
    if (record === undefined || order.has(name)) return;
    for (const { type } of record.fields) {
      if (type.kind === 'record') visit(type.name);
      if (type.kind === 'list') visit(type.of);
    }
    order.set(name, record);
  };
  for (const r of slice.records) visit(r.name);
  return [...order.values()];
}

function objectSource(fields: readonly Field[], names: TypeNames): string {
  if (fields.length === 0) return 'z.strictObject({})';
  const lines = fields.map((field) => `  ${field.name}: partial(${typeSource(field, names)}),\n`);
  return `z.strictObject({\n${lines.join('')}})`;
}

function setSource(name: string, slice: FactsSlice, names: TypeNames): string {
  const members = slice.enums.find((e) => e.name === name)?.members ?? [];
  const whole = `z.array(${names.enum(name)}).check(z.refine((members) => members.every((m, i) => members.indexOf(m) === i)))`;
  const part = `z.strictObject({\n${members.map((m) => `    ${m}: partial(z.boolean()),\n`).join('')}  })`;
  return `z.union([\n  ${whole},\n  ${part},\n])`;
}

function typeSource({ type, kind }: Field, names: TypeNames): string {
  switch (type.kind) {
    case 'yesno':
      return 'z.boolean()';
    case 'number': {
      const limit = MAX_UNITS / 10 ** type.places;
      const step = type.places === 0 ? '' : `, z.multipleOf(${Number(`1e-${type.places}`)})`;
      const base = type.places === 0 ? 'z.int()' : 'z.number()';
      return `${base}.check(z.minimum(${-limit}), z.maximum(${limit})${step})`;
    }
    case 'date':
      return `z.string().check(z.regex(/^${kind === 'event' ? `(notYet|${datePattern})` : datePattern}$/u))`;
    case 'duration':
      return `z.string().check(z.regex(/^${durationPattern}$/u))`;
    case 'text':
      return `z.string().check(z.maxLength(${MAX_LENGTH}))`;
    case 'enum':
      return names.enum(type.name);
    case 'set':
      return names.set(type.of);
    case 'record':
      return names.record(type.name);
    case 'list': {
      const elements = `z.array(${names.record(type.of)}).check(z.maxLength(${MAX_LENGTH}))`;
      return `z.union([${elements}, z.strictObject({ atLeast: ${elements} })])`;
    }
    default:
      return assertNever(type);
  }
}
