import type { Scope } from '../4-bind/scope.ts';
import type { DateLiteral, Expr, Law, Section, Span } from '../ast/ast.ts';
import type { LawClauses } from '../program.ts';
import { type Checker, date } from './checker.ts';
import { checkDate } from './dates.ts';
import { dateExists } from '../calendar.ts';

/** The statements that the governing date of a section refers to, by its expression: its members refer to them too. */
export type SectionUses = ReadonlyMap<Expr, ReadonlySet<string>>;

/** The clauses that sections hand down, each once; they see the case, and no parameter of a member. */
export function checkSectionLaws(checker: Checker, sections: readonly Section[]): SectionUses {
  const uses = new Map<Expr, ReadonlySet<string>>();
  for (const { law } of sections) {
    if (law === undefined) continue;
    const scope: Scope = { variables: new Map(), self: null, uses: new Set(), factsOnly: null, lists: 0 };
    checkLaw(checker, law, scope);
    if (law.governedBy !== undefined) uses.set(law.governedBy, scope.uses);
  }
  return uses;
}

/** A statement's own clauses, where it has any. */
export function checkLaw(checker: Checker, law: Law | undefined, scope: Scope): void {
  if (law === undefined) return;
  const { symbols, findings } = checker;
  if (law.governedBy !== undefined) checker.expect(law.governedBy, scope, date);
  if (law.from !== undefined) checkDate(law.from, findings);
  if (law.ceasing !== undefined) checkDate(law.ceasing, findings);
  for (const name of law.succeededBy) {
    const successor = symbols.statements.get(name.text);
    if (successor !== undefined) checker.mentions.add(name, successor);
    else {
      const { suggestion, extra } = findings.meant(name.text, name.span, symbols.statements.keys());
      findings.report('unknown-successor', name.span, { name: name.text, suggestion }, extra);
    }
  }
}

/** Notes what the governing date of a statement refers to, and that its bounds are in order. */
export function applyLaw(checker: Checker, law: LawClauses, scope: Scope, uses: SectionUses, at: Span): void {
  if (law.governedBy !== undefined) for (const name of uses.get(law.governedBy) ?? []) scope.uses.add(name);
  checkInterval(checker, law.from, law.ceasing, at);
}

/** `from` comes before `ceasing`. */
export function checkInterval(
  checker: Checker,
  from: DateLiteral | undefined,
  ceasing: DateLiteral | undefined,
  at: Span,
): void {
  if (from === undefined || ceasing === undefined || !dateExists(from.iso) || !dateExists(ceasing.iso))
    return;
  if (from.iso < ceasing.iso) return;
  // The one that is written at the declaration is the one to point at.
  const span = [ceasing.span, from.span].find(
    (span) => span.file === at.file && span.start >= at.start && span.end <= at.end,
  );
  checker.findings.report('empty-interval', span ?? at, { from: from.iso, ceasing: ceasing.iso });
}
