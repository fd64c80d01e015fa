import type { Placed, StatementSymbol } from '../4-bind/symbols.ts';
import type { ExceptionDecl, Expr, Rule } from '../ast/ast.ts';
import { unwrapped } from './case-coverage.ts';
import type { Checker } from './checker.ts';

/**
 * A dated exception, or permission, that does not say by which day it is judged is judged by the day of the assessment. Where
 * what it is an exception to goes by another day, a later exception would excuse what was done before it began.
 */
export function checkGovernedApart(checker: Checker): void {
  const { statements, exceptions } = checker.symbols;
  for (const placed of exceptions) {
    const [target] = placed.node.target.segments;
    if (target !== undefined) checkAgainst(checker, placed, statements.get(target.text));
  }
  for (const symbol of statements.values()) {
    if (symbol.kind !== 'rule') continue;
    for (const placed of symbol.versions)
      for (const target of placed.node.despite) checkAgainst(checker, placed, statements.get(target.text));
  }
}

function checkAgainst(
  { findings }: Checker,
  { node, law }: Placed<ExceptionDecl> | Placed<Rule>,
  target: StatementSymbol | undefined,
): void {
  const isDated = law.from !== undefined || law.ceasing !== undefined;
  if (!isDated || law.governedBy !== undefined || target === undefined) return;
  for (const version of target.versions) {
    const { governedBy } = version.law;
    if (governedBy === undefined || unwrapped(governedBy).kind === 'asOf') continue;
    findings.report(
      'governed-apart',
      node.name.span,
      { name: node.name.text, target: target.name, by: dayText(governedBy) },
      { related: [{ span: governedBy.span, message: 'that day' }], subjects: [node] },
    );
    return;
  }
}

/** A day as a policy writes it, where it is the name of one. */
export function dayText(expr: Expr): string | null {
  const day = unwrapped(expr);
  return day.kind === 'path' ? day.segments.map(({ text }) => text).join('.') : null;
}
