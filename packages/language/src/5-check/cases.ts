import { sameType, typeText } from '../4-bind/named-types.ts';
import type { Scope } from '../4-bind/scope.ts';
import type { Expr } from '../ast/ast.ts';
import type { Type } from '../program.ts';
import { type Checker, yesno } from './checker.ts';
import { checkCaseCovers } from './case-coverage.ts';

type Of<K extends Expr['kind']> = Extract<Expr, { readonly kind: K }>;

/** `case { C: e … otherwise: e }`: guards are conditions, all branches have one type, some branch is always taken. */
export function inferCase(checker: Checker, expr: Of<'case'>, scope: Scope, hint: Type | null): Type | null {
  for (const branch of expr.branches) checker.expect(branch.when, scope, yesno);
  const results = expr.branches.map((branch) => branch.then);
  const type = inferBranches(
    checker,
    expr.otherwise === undefined ? results : [...results, expr.otherwise],
    scope,
    hint,
  );
  if (expr.otherwise === undefined) checkCaseCovers(checker, expr);
  return type;
}

/** `by reading NAME { … }`: names every reading, each once. */
export function inferByReading(
  checker: Checker,
  expr: Of<'byReading'>,
  scope: Scope,
  hint: Type | null,
): Type | null {
  const { symbols, findings } = checker;
  const name = expr.ambiguity.text;
  if (scope.factsOnly !== null) findings.report('facts-only', expr.span, { name, where: scope.factsOnly });
  const ambiguity = symbols.ambiguities.get(name);
  if (ambiguity === undefined) {
    const { suggestion, extra } = findings.meant(name, expr.ambiguity.span, symbols.ambiguities.keys());
    findings.report('unknown-ambiguity', expr.ambiguity.span, { name, suggestion }, extra);
  } else {
    checker.mentions.add(expr.ambiguity, ambiguity);
    const readings = new Map(ambiguity.readings.map(({ name }) => [name.text, name]));
    const seen = new Set<string>();
    for (const { reading } of expr.branches) {
      const declared = readings.get(reading.text);
      if (declared !== undefined) checker.mentions.add(reading, declared);
      if (seen.has(reading.text))
        findings.report('duplicate-reading', reading.span, { reading: reading.text });
      else if (declared === undefined) {
        const { suggestion, extra } = findings.meant(reading.text, reading.span, readings.keys());
        findings.report(
          'unknown-reading',
          reading.span,
          { reading: reading.text, ambiguity: name, suggestion },
          extra,
        );
      }
      seen.add(reading.text);
    }
    const missing = [...readings.keys()].filter((reading) => !seen.has(reading));
    if (missing.length > 0) {
      const related = [{ span: ambiguity.name.span, message: 'the readings' }];
      findings.report('missing-reading', expr.ambiguity.span, { ambiguity: name, missing }, { related });
    }
  }
  return inferBranches(
    checker,
    expr.branches.map((branch) => branch.then),
    scope,
    hint,
  );
}

/** The one type of all branches. */
function inferBranches(
  checker: Checker,
  branches: readonly Expr[],
  scope: Scope,
  hint: Type | null,
): Type | null {
  let common = hint;
  let found: Type | null = null;
  for (const branch of branches) {
    const type = checker.infer(branch, scope, common);
    if (type === null) continue;
    if (found === null) {
      found = type;
      common = type;
    } else if (!sameType(type, found)) {
      checker.findings.report('type-mismatch', branch.span, {
        expected: typeText(found),
        found: typeText(type),
      });
    }
  }
  return found;
}
