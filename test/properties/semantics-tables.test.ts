/**
 * Runs every row of the tables marked *(tested)* in `docs/semantics.md` through the back ends. A row is a case of a plan in
 * which each column of the table is a fact or a definition of the same name.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitPack } from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { type Definition, type Expr, PLAN_FORMAT, type Plan, sliceOf } from '@proviso/compiler/plan';
import { parseDay, type Result } from '@proviso/runtime';
import { describe, expect, test } from 'vitest';
import { statusExpr } from '../generators/status.ts';
import { expectSameAssessment } from '../support/emit-check.ts';
import { loadEmitted } from '../support/load-emitted.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/semantics.md'), 'utf8');

/** A table of the page: its heading cells, and its rows as cells by heading. */
interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** The tables that follow a paragraph beginning *(tested)*. */
function testedTables(): readonly Table[] {
  return page
    .split(/^\*\(tested\)\*/m)
    .slice(1)
    .map((rest) => {
      const lines = rest.split('\n');
      const start = lines.findIndex((line) => line.startsWith('|'));
      const after = lines.slice(start);
      const end = after.findIndex((line) => !line.startsWith('|'));
      const cells = (line: string): readonly string[] =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim());
      const [head = '', , ...body] = after.slice(0, end);
      const columns = cells(head);
      const rows = body.map((line) =>
        Object.fromEntries(cells(line).map((cell, i) => [columns[i] ?? '', cell])),
      );
      return { columns, rows };
    });
}

type Branch = Extract<Expr, { kind: 'case' }>['branches'][number];

const yesno = { kind: 'yesno' } as const;
const date = { kind: 'date' } as const;
const fact = (name: string, type: typeof yesno | typeof date = yesno): Expr => ({
  kind: 'fact',
  at: { base: null, path: [name] },
  type,
});
const not = (of: Expr): Expr => ({ kind: 'not', of });
const all = (...of: readonly Expr[]): Expr => ({ kind: 'atLeast', n: of.length, of });
const any = (...of: readonly Expr[]): Expr => ({ kind: 'atLeast', n: 1, of });
const common = { cites: [], covers: [] };

/** A plan of yes/no facts and dates in which these expressions are visible definitions, and rules have these statuses. */
function planOf(
  facts: readonly string[],
  definitions: Readonly<Record<string, Expr>>,
  rules: readonly ('must' | 'mustNot' | 'should' | 'shouldNot')[] = [],
  dates: readonly string[] = [],
): Plan {
  const aspects = rules.flatMap((rule): readonly Definition[] => [
    ...(['applies', 'met', 'late'] as const).map(
      (aspect): Definition => ({
        id: `${rule}.${aspect}`,
        visible: false,
        type: yesno,
        expr: { kind: 'mark', mark: { kind: aspect, label: rule, cites: [] }, of: fact(aspect) },
        ...common,
      }),
    ),
    {
      id: `${rule}.status`,
      visible: false,
      type: { kind: 'status' },
      expr: statusExpr(rule, rule, true),
      ...common,
    },
  ]);
  const parts = {
    facts: [
      ...facts.map((name) => ({ name, kind: 'fact', type: yesno }) as const),
      ...dates.map((name) => ({ name, kind: 'fact', type: date }) as const),
    ],
    records: [],
    ambiguities: [],
    definitions: [
      ...Object.entries(definitions).map(
        ([id, expr]): Definition => ({ id, visible: true, type: yesno, expr, ...common }),
      ),
      ...aspects,
    ],
    rules: rules.map((rule) => ({
      name: rule,
      modality: rule,
      bearer: 'anyone',
      status: `${rule}.status`,
      applies: `${rule}.applies`,
      met: `${rule}.met`,
      late: `${rule}.late`,
      ...common,
    })),
  };
  const answers = [...Object.keys(definitions), ...rules];
  return {
    format: PLAN_FORMAT,
    pack: {
      id: 'tables',
      version: '1.0.0',
      period: { from: 0, ceasing: null },
      meaning: '0'.repeat(64),
      text: '0'.repeat(64),
    },
    enums: [],
    sources: [],
    cites: [],
    constraints: [],
    invariants: [],
    scenarios: [],
    goals: [{ name: 'all', answers, ...sliceOf(parts, answers) }],
    ...parts,
  };
}

/** The facts of a row: cells under the names of facts, what is unknown left out. */
function factsOf(row: Readonly<Record<string, string>>, names: readonly string[]): Record<string, boolean> {
  const known = names.filter((name) => row[name] !== 'unknown');
  return Object.fromEntries(known.map((name) => [name, row[name] === 'yes']));
}

const tables = testedTables();

test('the page has the five tables', () => {
  expect(tables.map(({ columns, rows }) => [columns.join(' '), rows.length])).toEqual([
    ['a not a', 3],
    ['a b a and b a or b', 9],
    ['R P E otherwise result', 14],
    ['applies met late status', 13],
    ['older newer older says newer says answer out of force', 9],
  ]);
});

const asOf = '2026-01-01';

/** The values that the definitions of a plan have. */
function valuesOf(plan: Plan, facts: Record<string, boolean>): Readonly<Record<string, unknown>> {
  const { definitions } = loadPlan(plan).assess(facts, { asOf });
  const values = Object.entries(definitions).map(([name, result]) => [
    name,
    'value' in result ? result.value : undefined,
  ]);
  return Object.fromEntries(values);
}

describe('negation', () => {
  test.each(tables[0]!.rows)('not $a', (row) => {
    expect(valuesOf(planOf(['a'], { result: not(fact('a')) }), factsOf(row, ['a']))).toEqual({
      result: row['not a'],
    });
  });
});

describe('conjunction and disjunction', () => {
  test.each(tables[1]!.rows)('$a, $b', (row) => {
    const plan = planOf(['a', 'b'], {
      conjunction: all(fact('a'), fact('b')),
      disjunction: any(fact('a'), fact('b')),
    });
    expect(valuesOf(plan, factsOf(row, ['a', 'b']))).toEqual({
      conjunction: row['a and b'],
      disjunction: row['a or b'],
    });
  });
});

describe('definitions are bounds', () => {
  const names = ['R', 'P', 'E', 'otherwise'];
  test.each(tables[2]!.rows)('R $R, P $P, E $E, otherwise $otherwise', (row) => {
    const bounds = all(fact('R'), any(fact('P'), fact('otherwise')), not(fact('E')));
    expect(valuesOf(planOf(names, { result: bounds }), factsOf(row, names))).toEqual({
      result: row['result'],
    });
  });
});

describe('rules are norms', () => {
  const names = ['applies', 'met', 'late'];
  const plan = planOf(names, {}, ['must', 'mustNot', 'should', 'shouldNot']);
  test.each(tables[3]!.rows)('applies $applies, met $met, late $late', (row) => {
    const { rules } = loadPlan(plan).assess(factsOf(row, names), { asOf });
    const binding = row['status'];
    const advisory = binding === 'breached' ? 'departedFrom' : binding;
    expect(rules).toMatchObject({
      must: { status: binding },
      mustNot: { status: binding },
      should: { status: advisory },
      shouldNot: { status: advisory },
    });
  });
});

describe('laws left open', () => {
  const [ceased, begun] = ['2019-12-31', '2020-01-01'];
  const day = parseDay(begun) ?? null;
  const version = (name: string, from: number | null, ceasing: number | null): Branch => ({
    when: { kind: 'inForce', on: fact(`${name}On`, date), from, ceasing },
    then: fact(`${name}Says`),
  });
  const answer: Expr = {
    kind: 'case',
    branches: [version('older', null, day), version('newer', day, null)],
    otherwise: { kind: 'literal', value: { kind: 'yesno', value: false } },
  };
  const plan = planOf(['olderSays', 'newerSays'], { answer }, [], ['olderOn', 'newerOn']);
  const loaded = loadPlan(plan);
  const text = emitPack(plan).find(({ path }) => path === 'goal/all.ts')?.text ?? '';
  const emitted = loadEmitted(text);
  const outOfForce = new Map([
    ['none', undefined],
    [
      'both',
      [
        { name: 'answer', ceasing: begun },
        { name: 'answer', from: begun },
      ],
    ],
  ]);

  test.each(tables[4]!.rows)('older $older, newer $newer', (row) => {
    const on = (inForce: string | undefined, yes: string, no: string): string | null =>
      inForce === 'unknown' ? null : inForce === 'yes' ? yes : no;
    const facts = {
      ...factsOf({ olderSays: row['older says'] ?? '', newerSays: row['newer says'] ?? '' }, [
        'olderSays',
        'newerSays',
      ]),
      olderOn: on(row['older'], ceased, begun),
      newerOn: on(row['newer'], begun, ceased),
    };
    const { value, notInForce } = loaded.assess(facts, { asOf }).definitions['answer'] as Result;
    expect({ value, notInForce }).toEqual({
      value: row['answer'],
      notInForce: outOfForce.get(row['out of force'] ?? ''),
    });
    expectSameAssessment(loaded, emitted, 'all', { facts, asOf, readings: {} });
  });
});
