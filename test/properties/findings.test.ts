/** Random plans × complete cases: what a finding says is never so, the reference interpreter never shows. */
import { interpretPlan, loadPlan } from '@proviso/compiler/interpret';
import {
  children,
  type Definition,
  type Expr,
  mapChildren,
  type Plan,
  sliceOf,
} from '@proviso/compiler/plan';
import type { VerifyCode } from '@proviso/language';
import {
  conditionText,
  defaultBounds,
  type Finding,
  findingsOf,
  proverOf,
  Translation,
} from '@proviso/verify';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Case, caseOf } from '../generators/case-arbitrary.ts';
import { buildPlan } from '../generators/plan-arbitrary.ts';
import { tapes } from '../generators/tape.ts';
import { answersOf, type FlatAnswer, unlessRefused } from '../support/program-answers.ts';

type Answers = ReadonlyMap<string, FlatAnswer>;

const bounds = { ...defaultBounds, listLength: 3 };
const prover = proverOf({ solver: 'none', samples: false, enumerateUpTo: 2 ** 11 });

const plansWithCases = fc
  .tuple(tapes(500), fc.array(tapes(400), { minLength: 12, maxLength: 12 }))
  .map(([planTape, caseTapes]) => {
    const plan = buildPlan(planTape);
    return { plan, cases: caseTapes.map((tape) => caseOf(plan, tape)) };
  });

/** The answers of each case that is not refused. */
function assessed(plan: Plan, cases: readonly Case[]): readonly Answers[] {
  const pack = interpretPlan(plan);
  return cases.flatMap(({ complete, asOf, readings }) => {
    const assessment = unlessRefused(() => pack.assess(complete, { asOf, readings }));
    return assessment === undefined ? [] : [answersOf(assessment)];
  });
}

/** The results of a statement, of all its instances. */
function resultsOf(answers: Answers, name: string): readonly (string | number)[] {
  return [...answers].flatMap(([key, { value }]) =>
    key === name || key.startsWith(`${name} `) ? [value] : [],
  );
}

/** The parts of an undated statement that read like this, not within a quantifier: those are of certain cases only. */
function partsLike(
  plan: Plan,
  statement: string,
  text: string,
): readonly { readonly definition: Definition; readonly part: Expr }[] {
  const isDated = (expr: Expr): boolean => expr.kind === 'inForce' || children(expr).some(isDated);
  const within = (expr: Expr): readonly Expr[] => [
    ...(conditionText(expr) === text ? [expr] : []),
    ...(expr.kind === 'atLeastIn' || expr.kind === 'extremeIn' ? [] : children(expr).flatMap(within)),
  ];
  const definitions = plan.definitions.filter(({ id }) => id.split('.')[0] === statement);
  if (definitions.some(({ expr }) => isDated(expr))) return [];
  return definitions.flatMap((definition) => within(definition.expr).map((part) => ({ definition, part })));
}

/** What a condition comes to in the cases. */
function probed(
  plan: Plan,
  { param }: Definition,
  expr: Expr,
  cases: readonly Case[],
): readonly (string | number)[] {
  const probe: Definition = {
    id: 'probe',
    visible: true,
    type: { kind: 'yesno' },
    ...(param === undefined ? {} : { param }),
    expr,
    cites: [],
    covers: [],
  };
  const widened = { ...plan, definitions: [...plan.definitions, probe] };
  const goals = [{ name: 'probed', answers: ['probe'], ...sliceOf(widened, ['probe']) }];
  const pack = interpretPlan({ ...widened, goals });
  return cases.flatMap(({ complete, asOf, readings }) => {
    const assessment = unlessRefused(() => pack.assess(complete, { asOf, readings }));
    return assessment === undefined ? [] : resultsOf(answersOf(assessment), 'probe');
  });
}

function replaced(expr: Expr, part: Expr, by: Expr): Expr {
  return expr === part ? by : mapChildren(expr, (child) => replaced(child, part, by));
}

/** What the cases show against a finding; undefined where the finding is not of a kind that they can speak to. */
function against(plan: Plan, cases: readonly Case[], finding: Finding): readonly unknown[] | undefined {
  const all = (name: string): readonly (string | number)[] =>
    assessed(plan, cases).flatMap((answers) => resultsOf(answers, name));
  switch (finding.code) {
    case 'rule-never-applies':
      return all(finding.params.rule).filter(
        (status) => status !== 'doesNotApply' && status !== 'undetermined',
      );
    case 'rule-never-met':
      return all(finding.params.rule).filter((status) => status === 'compliedWith');
    case 'rule-never-breached':
      return all(finding.params.rule).filter((status) => status === 'breached' || status === 'departedFrom');
    case 'definitions-alike': {
      const { first, second, negated } = finding.params;
      const [a, b] = [all(first), all(second)];
      const opposite = (value: unknown): unknown => (value === 'yes' ? 'no' : value === 'no' ? 'yes' : value);
      return a.filter(
        (value, i) =>
          b[i] !== 'unknown' && value !== 'unknown' && b[i] !== (negated ? opposite(value) : value),
      );
    }
    case 'condition-always-holds':
    case 'condition-never-holds': {
      const { statement, condition } = finding.params;
      const parts = partsLike(plan, statement, condition);
      if (parts.length === 0 || condition.endsWith('…')) return undefined;
      const wrong = finding.code === 'condition-always-holds' ? 'no' : 'yes';
      return parts.flatMap(({ definition, part }) =>
        probed(plan, definition, part, cases).filter((value) => value === wrong),
      );
    }
    case 'part-never-matters': {
      const { statement, condition, what } = finding.params;
      const marks = partsLike(plan, statement, condition).filter(
        ({ part }) => part.kind === 'mark' && ['limb', 'requires', 'exception'].includes(part.mark.kind),
      );
      const [one] = marks;
      if (marks.length !== 1 || one === undefined) return undefined;
      const by: Expr = { kind: 'literal', value: { kind: 'yesno', value: what === 'requirement' } };
      const definitions = plan.definitions.map((each) =>
        each === one.definition ? { ...each, expr: replaced(each.expr, one.part, by) } : each,
      );
      const before = all(statement);
      const after = assessed({ ...plan, definitions }, cases).flatMap((answers) =>
        resultsOf(answers, statement),
      );
      return before.length === after.length
        ? before.filter((value, i) => value !== after[i] && value !== 'unknown' && after[i] !== 'unknown')
        : undefined;
    }
    case 'fact-never-matters': {
      const { fact } = finding.params;
      if (!plan.facts.some(({ name, type }) => name === fact && type.kind !== 'list')) return undefined;
      const pack = loadPlan(plan);
      const values = cases.map(({ complete }) => complete[fact]);
      return cases.flatMap(({ complete, asOf, readings }, i) => {
        const other = values[(i + 1) % values.length];
        if (complete[fact] === undefined || other === undefined) return [];
        const [a, b] = [complete, { ...complete, [fact]: other }].map((facts) =>
          unlessRefused(() => answersOf(pack.assess(facts, { asOf, readings }))),
        );
        if (a === undefined || b === undefined) return [];
        return [...a].filter(([key, { value }]) => value !== b.get(key)?.value);
      });
    }
    default:
      return undefined;
  }
}

test('no case shows otherwise than a finding says', async () => {
  const seen = new Map<VerifyCode, number>();
  await fc.assert(
    fc.asyncProperty(plansWithCases, async ({ plan, cases }) => {
      const findings = await findingsOf(Translation.of(plan, bounds), prover);
      for (const finding of findings) {
        if (!finding.decided) continue;
        const shown = against(plan, cases, finding);
        if (shown === undefined) continue;
        seen.set(finding.code, (seen.get(finding.code) ?? 0) + 1);
        expect([finding.code, finding.params, shown]).toEqual([finding.code, finding.params, []]);
      }
    }),
    { numRuns: 300 },
  );
  for (const code of [
    'condition-always-holds',
    'condition-never-holds',
    'part-never-matters',
    'rule-never-applies',
    'rule-never-breached',
    'definitions-alike',
    'fact-never-matters',
  ] as const) {
    expect([code, (seen.get(code) ?? 0) > 0]).toEqual([code, true]);
  }
});
