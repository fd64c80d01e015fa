import { isInherited } from '../4-bind/inherited-names.ts';
import type { Scope } from '../4-bind/scope.ts';
import type { Exception, Limb, Name } from '../ast/ast.ts';
import type { Type } from '../program.ts';
import { type Checker, yesno } from './checker.ts';
import { checkCites, checkCovers } from './citations.ts';
import { checkSay } from './say.ts';

/** Labels that would hide something else: the aspects of a rule and the reserved field. */
const reservedLabels: ReadonlySet<string> = new Set(['applies', 'met', 'breached', 'otherwise']);

/** A limb: its condition, or its value, and what stands around it. */
export function checkLimb(checker: Checker, limb: Limb, scope: Scope, type: Type): void {
  checker.expect(limb.condition, scope, type);
  if (limb.label !== undefined) checkLabel(checker, limb.label);
  if (limb.say !== undefined) checkSay(checker, limb.say, 'plain');
  checkCites(checker, limb.cites);
  checkCovers(checker, limb.covers);
}

/** Exceptions, and the exceptions to them: each with its own citation. */
export function checkExceptions(checker: Checker, exceptions: readonly Exception[], scope: Scope): void {
  for (const exception of exceptions) {
    checkLimb(checker, exception, scope, yesno);
    if (exception.cites.length === 0) {
      checker.findings.report('missing-citation', exception.label?.span ?? exception.span, {
        what: 'an exception',
      });
    }
    if (exception.exceptOtherwise !== undefined && exception.label === undefined) {
      checker.findings.report('open-exception-without-label', exception.exceptOtherwise.span, {});
    }
    checkExceptions(checker, exception.exceptions, scope);
  }
}

function checkLabel(checker: Checker, label: Name): void {
  if (reservedLabels.has(label.text) || isInherited(label.text))
    checker.findings.report('reserved-label', label.span, { label: label.text });
}
