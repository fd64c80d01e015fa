import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePack } from '../compile-pack.ts';
import type { Plan } from './plan.ts';
import { planSchema } from './plan-schema.ts';
import { planShape, planShapes } from './plan-shape.ts';
import { checkPlan, PlanError, planLimits, readPlan } from './read-plan.ts';
import { checkShape } from './shape.ts';

const text = `
pack trial.pack { title "Trial" version "0.1.0" period from 2018-05-25 }
source code "A code" { status draft }
enum Channel { email, post }
bearer controller "the controller"
record Letter "the letter" {
  event receivedOn { ask "When?" }
  fact channels: set of Channel { ask "Which?" }
}
fact letters: list of Letter
fact price: decimal(2) { ask "Price?" }
fact a: yesno { ask "A?" say "a {is|is not}" assume yes if not known cite code p.9 }
ambiguity period { reading long "long" default reading short "short" cite code p.3 }
define old for l: Letter { say "{is|is not}" includes l.receivedOn < 2019-01-01, likely otherwise "?" cite code p.1 }
define cheap { say "{is|is not}" means price < 12.5 or by reading period { long: a short: some l in letters has (l.old) } cite code p.1 }
define first: date { say "{value}" means earliest l in letters of l.receivedOn cite code p.1 }
rule act from 2019-01-01 on controller { must "act" when cheap done by first, no later than 1 month after first cite code p.2 }
constraint never1 { never a and some l in letters has (l.channels includes email) }
invariant inv { always cheap or a cite code p.4 covers DM-1 }
scenario "one" as of 2019-06-01 { given { a: yes } expect { cheap: unknown depends on period } }
`;
const built = compilePack(new Map([['p.policy', text]]), 'p.policy');
if (built.value === undefined) throw new Error(JSON.stringify(built.diagnostics));
const plan: Plan = JSON.parse(JSON.stringify(built.value.plan)) as Plan;
const validate = new Ajv2020({ strict: false }).compile(planSchema());

/** The plan with one place changed. */
function changed(pointer: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(plan));
  const steps = pointer.split('/').slice(1);
  let at = copy as Record<string, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const last = steps.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

function problemsOf(json: unknown): readonly string[] {
  return checkPlan(json).map((p) => `${p.pointer} ${p.message}`);
}

function partAt(value: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((at, step) => (at as Record<string, unknown>)[step], value);
}

/** The pointer to the first part of a value, outermost first, of which something is so. */
function findPointer(value: unknown, so: (part: Record<string, unknown>) => boolean): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (so(value as Record<string, unknown>)) return '';
  for (const [key, part] of Object.entries(value)) {
    const found = findPointer(part, so);
    if (found !== undefined) return `/${key}${found}`;
  }
  return undefined;
}

const definition = (id: string): number => plan.definitions.findIndex((d) => d.id === id);

describe('readPlan', () => {
  test('reads what was built', () => {
    expect(problemsOf(plan)).toEqual([]);
    expect(readPlan(plan)).toBe(plan);
    expect([validate(plan), validate.errors]).toEqual([true, null]);
  });

  test.each([
    [2, 'not 2'],
    [0, 'not 0'],
    ['1', 'not "1"'],
    [null, 'and this names none'],
    [undefined, 'and this names none'],
  ])('refuses the format %s before all else', (format, said) => {
    expect(problemsOf({ format })).toEqual([`/format this build reads plans of format 1, ${said}`]);
    expect(problemsOf({})).toEqual(problemsOf({ format: null }));
  });

  test.each([null, undefined, 1, 'plan', [], {}, new Map(), () => 1])('refuses %s', (json) => {
    expect(() => readPlan(json)).toThrow(PlanError);
  });

  test.each([null, 1, []])('says of %j that the whole is no plan, and not that a key of it is', (json) => {
    expect(checkPlan(json)).toEqual([{ pointer: '', message: 'should be an object' }]);
  });

  test('reports everything at once, each with its pointer', () => {
    const broken = { ...plan, enums: [{ name: 'a b', members: 'x' }], goals: 3, extra: 1 };
    expect(problemsOf(broken)).toEqual([
      '/enums/0/name should be a name',
      '/enums/0/members should be a list, not a string',
      '/goals should be a list, not a number',
      '/extra is not a key of this object',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['/definitions/0/expr/kind', 'magic', '/definitions/0/expr/kind unknown kind "magic"'],
    ['/definitions/0/expr/kind', '__proto__', '/definitions/0/expr/kind unknown kind "__proto__"'],
    ['/definitions/0/id', {}, '/definitions/0/id should be a string, not an object'],
    ['/definitions/0/cites', [99], '/definitions/0/cites/0 there is no citation 99'],
    ['/definitions/0/id', 'other', 'there is no definition `old`'],
    ['/cites/0/source', 'nowhere', '/cites/0/source there is no source `nowhere`'],
    ['/rules/0/status', 'cheap', '/rules/0/status `cheap` is not a status'],
    ['/rules/0/applies', 'gone', '/rules/0/applies there is no definition `gone`'],
    ['/facts/0/type', { kind: 'list', of: 'Nobody' }, '/facts/0/type there is no record `Nobody`'],
    ['/facts/2/assume/value', { kind: 'notYet' }, '/facts/2/assume/value should be a yesno'],
    ['/records/0/fields/1/type', { kind: 'record', name: 'Letter' }, '/records/0 `Letter` contains itself'],
    ['/records/0/fields/1/name', 'receivedOn', '/records/0/fields/1 a second field `receivedOn`'],
    ['/ambiguities/0/default', 'middle', '/ambiguities/0/default there is no reading `middle`'],
    ['/constraints/0/expr', { kind: 'asOf' }, '/constraints/0/expr should be a yesno, is a date'],
    [
      '/constraints/0/expr',
      { kind: 'ref', id: 'old' },
      '/constraints/0/expr `old` needs an instance of Letter',
    ],
    ['/goals/0/answers', ['nothing'], '/goals/0/answers/0 there is no statement `nothing`'],
    ['/goals/0/answers', ['old', 'cheap', 'old'], '/goals/0/answers/2 a second answer `old`'],
    ['/goals/0/facts', [], '/goals/0/facts is not what the answers depend on'],
    ['/format', 3, '/format this build reads plans of format 1, not 3'],
  ])('%s %j', (pointer, value, expected) => {
    expect(problemsOf(changed(pointer, value)).join('\n')).toContain(expected);
  });

  test('refuses sources that follow themselves, however many steps back', () => {
    const [first] = plan.sources;
    if (first === undefined) throw new Error('the plan has no source');
    const source = (name: string, succeeds: string): object => ({ ...first, name, succeeds });
    const chain = (succeeds: string): unknown => ({
      ...plan,
      sources: [source(first.name, succeeds), source('b', 'c'), source('c', first.name)],
    });
    expect(problemsOf(chain('b'))).toContain(`/sources/0/succeeds \`${first.name}\` follows itself`);
    expect(problemsOf({ ...plan, sources: [first, source('b', 'c'), source('c', first.name)] })).toEqual([]);
  });

  test('refuses aspects of a rule that are visible, and a visible status', () => {
    const visible = (id: string): readonly string[] =>
      problemsOf(changed(`/definitions/${definition(id)}/visible`, true));
    expect(visible('act.applies')).toEqual([
      '/rules/0/applies `act.applies` is visible, and a rule speaks for its aspects',
    ]);
    expect(visible('act.status')[0]).toBe(
      `/definitions/${definition('act.status')}/visible a status is told by its rule, and hidden by itself`,
    );
  });

  test('refuses definitions out of order, and circles', () => {
    const [first, ...rest] = plan.definitions;
    expect(problemsOf({ ...plan, definitions: [...rest, first] }).join('\n')).toContain(
      'refers forward or to itself: definition `old`',
    );
    const at = definition('cheap');
    const circular = changed(`/definitions/${at}/expr`, { kind: 'ref', id: 'cheap' });
    expect(problemsOf(circular)[0]).toContain('refers forward or to itself');
  });

  test('refuses comparisons that were not distributed', () => {
    const comparison = {
      kind: 'le',
      left: { kind: 'asOf' },
      right: { kind: 'ref', id: 'first' },
      on: 'date',
    };
    const json = changed('/constraints/0/expr', comparison);
    expect(problemsOf(json)).toEqual([
      '/constraints/0/expr/right a comparison has no case and no earliest or latest below it',
    ]);
  });

  test('refuses a case of which one guard holds where its last expression is another', () => {
    const expr = `/definitions/${definition('cheap')}/expr`;
    const at = findPointer(plan.definitions[definition('cheap')]?.expr, (e) => e['exclusive'] === true);
    const no = { kind: 'literal', value: { kind: 'yesno', value: false } };
    expect(problemsOf(changed(`${expr}${at}/otherwise`, no))).toEqual([
      `${expr}${at}/otherwise is not the last branch again, as it is where exactly one guard holds`,
    ]);
    // Members of lists may be called otherwise there, as where a comparison was distributed over the case.
    const last = JSON.stringify(partAt(plan, `${expr}${at}/otherwise`));
    expect(last).toContain('"base":"l"');
    const renamed: unknown = JSON.parse(
      last.replaceAll('"as":"l"', '"as":"l2"').replaceAll('"base":"l"', '"base":"l2"'),
    );
    expect(problemsOf(changed(`${expr}${at}/otherwise`, renamed))).toEqual([]);
  });

  test('refuses unlike numbers, unbound variables and unknown facts', () => {
    const literal = { kind: 'literal', value: { kind: 'number', value: 1, places: 0 } };
    const price = { kind: 'fact', at: { base: null, path: ['price'] }, type: { kind: 'number', places: 2 } };
    const sides = changed('/constraints/0/expr', { kind: 'le', left: literal, right: price, on: 'number' });
    expect(problemsOf(sides)).toEqual(['/constraints/0/expr 0 places beside 2']);
    const fact = (base: string | null, path: readonly string[]): unknown =>
      changed('/constraints/0/expr', { kind: 'fact', at: { base, path }, type: { kind: 'yesno' } });
    expect(problemsOf(fact('l', ['a']))[0]).toContain('there is no variable `l` here');
    expect(problemsOf(fact(null, ['constructor']))[0]).toContain('there is no fact `constructor`');
    expect(problemsOf(fact(null, []))[0]).toContain('is empty');
  });

  test('refuses what is nested too deep or too large, without falling over', () => {
    let deep: unknown = { kind: 'asOf' };
    for (let i = 0; i < 100_000; i += 1) deep = { kind: 'not', of: deep };
    expect(problemsOf({ ...plan, constraints: [{ name: 'deep', expr: deep, cites: [] }] })[0]).toMatch(
      /nested more than 600 deep$/u,
    );
    const shape = checkShape([1, 2, 3, 4], { kind: 'json' }, {}, { ...planLimits, nodes: 3 });
    expect(shape).toEqual([{ pointer: '', message: 'more than 3 values' }]);
  });
});

describe('plan.schema.json', () => {
  const file = new URL('../../schema/plan.schema.json', import.meta.url);

  test('is current', () => {
    const schema = `${JSON.stringify(planSchema(), null, 2)}\n`;
    if (process.env['PROVISO_UPDATE'] === '1') writeFileSync(file, schema);
    expect(readFileSync(file, 'utf8')).toBe(schema);
  });

  test('allows just what the shape check allows: changed plans are judged alike', () => {
    const pointers: string[] = [];
    const visit = (value: unknown, pointer: string): void => {
      if (pointer !== '') pointers.push(pointer);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value)) visit(part, `${pointer}/${key}`);
    };
    visit(plan, '');
    const values = fc.oneof(
      fc.constant(undefined),
      fc.constant(null),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(
        1.5,
        'x',
        'a b',
        'yesno',
        'date',
        true,
        [],
        {},
        [{}],
        { kind: 'asOf' },
        { kind: 'date' },
        [0],
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...pointers), values, (pointer, value) => {
        const json = changed(pointer, value);
        const shape = checkShape(json, planShape, planShapes, planLimits);
        expect([pointer, value, validate(json)]).toEqual([pointer, value, shape.length === 0]);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});
