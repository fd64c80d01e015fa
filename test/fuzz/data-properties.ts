/** What holds of facts, options and plans from outside, whatever they are. Each throws where it does not hold. */
import assert from 'node:assert/strict';
import { emitPack } from '@proviso/compiler';
import { type AssessOptions, type LoadedPack, loadPlan } from '@proviso/compiler/interpret';
import { type Json, type JsonObject, PlanError } from '@proviso/compiler/plan';
import { type FactProblem, FactsError, formatDay, type Day } from '@proviso/runtime';
import { oneGoal } from '../conformance/back-end.ts';
import { type EmittedCode, emittedCode } from '../conformance/emitted-code.ts';
import { readPrograms } from '../conformance/suite.ts';
import { entryName } from '../support/emit-check.ts';
import { loadEmitted } from '../support/load-emitted.ts';
import { loadZod, type ZodFacts } from '../support/load-zod.ts';

interface Ready {
  readonly loaded: LoadedPack;
  readonly code: EmittedCode;
  readonly zod: (goal: string) => ZodFacts;
}

const programs = new Map(readPrograms().map((program) => [program.id, program]));
const ready = new Map<string, Ready>();

function readyFor(id: Json | undefined): Ready {
  const program = programs.get(typeof id === 'string' ? id : '') ?? [...programs.values()][0]!;
  const known = ready.get(program.id);
  if (known !== undefined) return known;
  const { plan } = program;
  const schemas = new Map<string, ZodFacts>();
  const zod = (goal: string): ZodFacts => {
    const schema =
      schemas.get(goal) ??
      loadZod(
        plan,
        plan.goals.find(({ name }) => name === goal),
      );
    schemas.set(goal, schema);
    return schema;
  };
  const made = { loaded: loadPlan(plan), code: emittedCode(program), zod };
  ready.set(program.id, made);
  return made;
}

/** An answer as JSON, or what is wrong; anything but a `FactsError` is thrown on. */
function attempt(
  call: () => unknown,
): { readonly answer: Json } | { readonly problems: readonly FactProblem[] } {
  try {
    return { answer: JSON.parse(JSON.stringify(call())) as Json };
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    for (const { path, message } of error.problems) {
      assert.match(message, /\S/u);
      assert.ok(
        message.length < 1000 && path.length < 1000,
        `a problem of ${message.length} and ${path.length} characters`,
      );
    }
    assert.ok(error.problems.length > 0 && error.problems.length <= 101, `${error.problems.length} problems`);
    return { problems: error.problems };
  }
}

/** What a schema cannot say. */
const beyondSchemas: ReadonlySet<string> = new Set([
  'impossible-date',
  'only-if',
  'constraint-violated',
  'outside-period',
]);

/** Interpreter and emitted code answer or say what is wrong, both the same; what the zod schema accepts has the right form. */
export function factsProperty(json: string): void {
  const given = JSON.parse(json) as Json;
  const { program, facts, options } = (
    typeof given === 'object' && given !== null ? given : {}
  ) as JsonObject;
  const { loaded, code, zod } = readyFor(program);
  const untyped = loaded.assess as (facts: unknown, options: unknown) => unknown;
  attempt(() => untyped(facts, options));
  const { goals, ...others } = (
    typeof options === 'object' && options !== null && !Array.isArray(options) ? options : {}
  ) as JsonObject;
  const goal = oneGoal(loaded.plan, goals) ?? loaded.plan.goals[0]!.name;
  const interpreted = attempt(() => untyped(facts, { ...others, goals: [goal] }));
  const assess = code.goal(goal)[entryName('assess', goal)]!;
  assert.deepEqual(
    attempt(() => assess(facts, others)),
    interpreted,
  );
  attempt(() => code.goal(goal)[entryName('complete', goal)]!(facts));
  const { success } = zod(goal).safeParse(facts);
  const dated = attempt(() => untyped(facts, { asOf: dayIn(loaded), goals: [goal] }));
  const wrong = 'problems' in dated ? dated.problems.filter(({ code: one }) => !beyondSchemas.has(one)) : [];
  if (success) assert.deepEqual(wrong, []);
}

/** A day in the period of the pack. */
function dayIn({ plan }: LoadedPack): string {
  return formatDay(plan.pack.period.from as Day);
}

/** A plan is loaded or refused with what is wrong and where; one that is loaded can be asked, and emitted code says the same. */
export function planProperty(json: string): void {
  const given = JSON.parse(json) as Json;
  let loaded: LoadedPack;
  try {
    loaded = loadPlan(given);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    assert.ok(error.problems.length > 0 && error.problems.length <= 101, `${error.problems.length} problems`);
    for (const { pointer, message } of error.problems) {
      assert.match(message, /\S/u);
      assert.ok(leads(given, pointer), `${pointer} leads nowhere`);
    }
    return;
  }
  const options: AssessOptions = { asOf: dayIn(loaded) };
  attempt(() => loaded.assess({}, options));
  const files = emitPack(loaded.plan);
  for (const { name } of loaded.plan.goals.slice(0, 2)) {
    const text = files.find(({ path }) => path === `goal/${name}.ts`)?.text;
    assert.ok(text !== undefined, `no code for ${name}`);
    const assess = loadEmitted(text)[entryName('assess', name)]!;
    assert.deepEqual(
      attempt(() => assess({}, options)),
      attempt(() => loaded.assess({}, { ...options, goals: [name] })),
    );
  }
}

/** Whether a JSON Pointer leads to a place in the value, or to one key that is missing there. */
function leads(value: Json, pointer: string): boolean {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let at: unknown = value;
  for (const [i, step] of steps.entries()) {
    if (typeof at !== 'object' || at === null) return false;
    if (!Object.hasOwn(at, step)) return i === steps.length - 1;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return true;
}
