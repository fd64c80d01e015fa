/** What holds for every program and case (`docs/semantics.md`, section 10), on generated programs; and how facts and answers travel. */
import { factsSchema } from '@proviso/compiler';
import { type Assessment, FactsError, type FactProblem, type FactProblemCode } from '@proviso/runtime';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Field, Json, JsonObject } from '@proviso/compiler/plan';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Case, optionsOf } from '../generators/case-arbitrary.ts';
import { type Program, programsAndCases } from '../generators/program-arbitrary-compiled.ts';
import { spoilings, spoilt } from '../generators/spoilt-facts.ts';
import { answersOf, isOpen, supplied, unlessRefused } from '../support/program-answers.ts';
import { runsOfPrograms } from '../support/seed.ts';

const runs = runsOfPrograms(300);

/** Asserts a property of every case whose complete facts can be; says of how many. */
function everyCase(property: (program: Program, sent: Case, whole: Assessment) => void): void {
  let tried = 0;
  fc.assert(
    fc.property(programsAndCases, ({ program, cases }) => {
      for (const sent of cases) {
        const whole = unlessRefused(() => program.loaded.assess(sent.complete, optionsOf(sent)));
        if (whole === undefined) continue;
        tried += 1;
        property(program, sent, whole);
      }
    }),
    runs,
  );
  console.log(`seed ${runs.seed}: ${tried} cases`);
  expect(tried).toBeGreaterThan(1000);
}

test('complete facts settle everything', () => {
  everyCase((_, __, whole) => {
    expect([...answersOf(whole)].filter(([, { value }]) => isOpen(value))).toEqual([]);
    expect(whole.needs).toEqual([]);
  });
});

test('more facts settle what is unknown and change nothing that is settled', () => {
  everyCase(({ loaded }, sent, whole) => {
    const [less, partial] = [
      loaded.assess(sent.less, optionsOf(sent)),
      loaded.assess(sent.partial, optionsOf(sent)),
    ];
    for (const [fewer, more] of [
      [less, partial],
      [partial, whole],
    ] as const) {
      const then = answersOf(more);
      const changed = [...answersOf(fewer)].filter(
        ([name, { value }]) => !isOpen(value) && then.get(name)?.value !== value,
      );
      expect(changed).toEqual([]);
      expect([more.verdict, 'undetermined']).toContain(fewer.verdict);
    }
  });
});

test('what is needed, once given, settles the goal', () => {
  everyCase(({ loaded }, sent) => {
    for (const { name, answers } of loaded.plan.goals) {
      const options = { ...optionsOf(sent), goals: [name] };
      let facts: unknown = sent.partial;
      let assessment = loaded.assess(facts, options);
      // The members of a list just given open further needs, and they those of their own lists.
      for (let round = 0, opens = true; round < 4 && opens; round++) {
        opens = assessment.needs.some(({ kind }) => kind === 'list');
        for (const need of assessment.needs) facts = supplied(facts, sent.complete, need);
        assessment = loaded.assess(facts, options);
      }
      expect(assessment.needs).toEqual([]);
      const open = [...answersOf(assessment)].filter(
        ([key, { value }]) => isOpen(value) && answers.includes(key.split(' ')[0] ?? ''),
      );
      expect(open).toEqual([]);
    }
  });
});

test('a presumption never differs from a settled value', () => {
  let presumed = 0;
  everyCase(({ loaded }, sent) => {
    const all = [...answersOf(loaded.assess(sent.partial, optionsOf(sent))).values()].filter(
      (one) => one.presumed !== undefined,
    );
    presumed += all.length;
    expect(all.filter(({ value }) => !isOpen(value))).toEqual([]);
  });
  console.log(`${presumed} results had a presumption`);
  expect(presumed).toBeGreaterThan(100);
});

test('an assessment goes through JSON unchanged', () => {
  everyCase(({ loaded }, sent) => {
    const assessment = loaded.assess(sent.partial, optionsOf(sent));
    expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
  });
});

/** What a schema cannot say. */
const beyondSchemas: ReadonlySet<FactProblemCode> = new Set<FactProblemCode>([
  'impossible-date',
  'only-if',
  'constraint-violated',
  'outside-period',
]);

/** Whether a schema can say that this is wrong: that a number is whole it can, how many decimals it has it cannot. */
function isOfForm({ code, message }: FactProblem): boolean {
  return !beyondSchemas.has(code) && !(code === 'too-many-decimals' && !message.includes('a whole number'));
}

/** Whether the interpreter refuses facts for their form. */
function hasForm(program: Program, facts: unknown, sent: Case): boolean {
  try {
    program.loaded.assess(facts, { ...optionsOf(sent), goals: ['everything'] });
    return true;
  } catch (error) {
    if (error instanceof FactsError) return !error.problems.some(isOfForm);
    throw error;
  }
}

/** The facts that the goal `everything` can depend on: what else is given it does not look at, and its schema does not know. */
function withinGoal({ pack: { plan } }: Program, facts: JsonObject): JsonObject {
  const used = plan.goals.find(({ name }) => name === 'everything')?.facts ?? [];
  const fieldsOf = (record: string): readonly Field[] =>
    plan.records.find(({ name }) => name === record)?.fields ?? [];
  const kept = (fields: readonly Field[], given: Json, before: string): Json => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
    const entries = fields.flatMap(({ name, type }): readonly (readonly [string, Json])[] => {
      const value = (given as JsonObject)[name];
      const path = `${before}${name}`;
      if (
        value === undefined ||
        !used.some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`))
      )
        return [];
      if (type.kind === 'record') return [[name, kept(fieldsOf(type.name), value, `${path}.`)]];
      if (type.kind !== 'list') return [[name, value]];
      const inside = (elements: Json): Json =>
        (elements as readonly Json[]).map((one) => kept(fieldsOf(type.of), one, `${path}[].`));
      if (Array.isArray(value)) return [[name, inside(value)]];
      return [
        [name, value === null ? value : { atLeast: inside((value as { readonly atLeast: Json }).atLeast) }],
      ];
    });
    return Object.fromEntries(entries);
  };
  return kept(plan.facts, facts, '') as JsonObject;
}

test('the JSON Schema accepts the facts that the interpreter accepts, and no others', () => {
  const schemas = new Map<Program, ValidateFunction>();
  const seen = { accepted: 0, refused: 0 };
  const judge = (program: Program): ValidateFunction => {
    const { plan, phrases } = program.pack;
    const goal = plan.goals.find(({ name }) => name === 'everything');
    const known =
      schemas.get(program) ?? new Ajv2020({ strict: false }).compile(factsSchema(plan, phrases, goal));
    schemas.set(program, known);
    return known;
  };
  const spoils = fc.array(spoilings, { minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(programsAndCases, spoils, ({ program, cases }, changes) => {
      const validate = judge(program);
      for (const sent of cases) {
        const whole = withinGoal(program, sent.complete);
        for (const facts of [
          whole,
          withinGoal(program, sent.partial),
          ...changes.map((spoiling) => spoilt(whole, spoiling)),
        ]) {
          const accepted = hasForm(program, facts, sent);
          seen[accepted ? 'accepted' : 'refused'] += 1;
          const judged = validate(facts);
          expect(judged === accepted ? [] : [facts, judged, validate.errors]).toEqual([]);
        }
      }
    }),
    runs,
  );
  console.log(`seed ${runs.seed}, facts for schema and interpreter:`, seen);
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(1000);
});
