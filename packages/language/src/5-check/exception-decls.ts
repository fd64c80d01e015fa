import type { LabelTree } from '../4-bind/labels.ts';
import { scopeOf } from '../4-bind/scope.ts';
import type { Placed, StatementSymbol } from '../4-bind/symbols.ts';
import type { ExceptionDecl } from '../ast/ast.ts';
import { type Checker, yesno } from './checker.ts';
import { checkCites, checkCovers, takenCitation } from './citations.ts';
import { applyLaw, checkLaw, type SectionUses } from './law.ts';
import { checkExceptions } from './limbs.ts';
import { checkSay } from './say.ts';

/** Exceptions in provisions of their own: they see what their target sees, and the target depends on what they use. */
export function checkExceptionDecls(
  checker: Checker,
  uses: ReadonlyMap<string, Set<string>>,
  sectionUses: SectionUses,
): void {
  for (const placed of checker.symbols.exceptions) checkExceptionDecl(checker, placed, uses, sectionUses);
}

function checkExceptionDecl(
  checker: Checker,
  { node, law }: Placed<ExceptionDecl>,
  uses: ReadonlyMap<string, Set<string>>,
  sectionUses: SectionUses,
): void {
  const { symbols, findings } = checker;
  const [first] = node.target.segments;
  const target = first === undefined ? undefined : symbols.statements.get(first.text);
  checkTarget(checker, node);
  const scope = scopeOf(target?.param, target === undefined ? new Set() : uses.get(target.name));
  checkLaw(checker, node.law, scope);
  applyLaw(checker, law, scope, sectionUses, node.span);
  checker.expect(node.condition, scope, yesno);
  if (node.say !== undefined) checkSay(checker, node.say, 'plain');
  checkExceptions(checker, node.exceptions, scope);
  checkCites(checker, node.cites);
  checkCovers(checker, node.covers);
  if (node.cites.length === 0)
    findings.report(
      'missing-citation',
      node.name.span,
      { what: 'an exception' },
      takenCitation(node.exceptions),
    );
}

/** The target is a yes/no definition or a rule, or a labelled exception of one. */
function checkTarget(checker: Checker, node: ExceptionDecl): void {
  const { symbols, findings } = checker;
  const [first, ...path] = node.target.segments;
  if (first === undefined) return;
  const target = symbols.statements.get(first.text);
  if (target === undefined) {
    const { suggestion, extra } = findings.meant(first.text, first.span, symbols.statements.keys());
    findings.report('unknown-target', first.span, { name: first.text, suggestion }, extra);
    return;
  }
  checker.mentions.add(first, target);
  if (target.kind === 'define' && target.type !== null && target.type.kind !== 'yesno') {
    findings.report('limb-of-value', node.target.span, { name: target.name, clause: 'exception … to' });
  }
  let labels: ReadonlyMap<string, LabelTree> = checker.labels.get(target.name) ?? new Map();
  for (const [index, label] of path.entries()) {
    const found = labels.get(label.text);
    if (found === undefined) {
      const candidates = [...labels.keys()];
      const { suggestion, extra } = findings.meant(label.text, label.span, candidates);
      findings.report(
        'unknown-label',
        label.span,
        { label: label.text, name: target.name, suggestion, candidates },
        extra,
      );
      return;
    }
    if (index === 0 && isLimbLabel(target.versions, label.text)) {
      findings.report('exception-to-limb', label.span, { label: label.text, name: target.name });
      return;
    }
    checker.mentions.add(label, found.name);
    labels = found.children;
  }
}

/** Whether the label belongs to a `requires`, `includes` or `means`: those have no exceptions of their own. */
function isLimbLabel(versions: StatementSymbol['versions'], label: string): boolean {
  return versions.some(
    ({ node }) =>
      node.kind === 'define' &&
      [...node.requires, ...node.includes, ...node.means].some((limb) => limb.label?.text === label),
  );
}
