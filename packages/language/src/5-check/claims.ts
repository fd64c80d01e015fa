import { type Scope, scopeOf } from '../4-bind/scope.ts';
import type { Claim } from '../ast/ast.ts';
import { assertNever } from '../assert-never.ts';
import { type Checker, yesno } from './checker.ts';
import { checkCites, checkCovers } from './citations.ts';
import { checkParam } from './params.ts';

/** Constraints (over facts alone) and invariants. */
export function checkClaims(checker: Checker): void {
  for (const node of checker.symbols.constraints) {
    if (node.param !== undefined) checkParam(checker, node.param);
    checkClaim(checker, node.claim, { ...scopeOf(node.param), factsOnly: 'a `constraint`' });
    checkCites(checker, node.cites);
  }
  for (const node of checker.symbols.invariants) {
    if (node.param !== undefined) checkParam(checker, node.param);
    checkClaim(checker, node.claim, scopeOf(node.param));
    checkCites(checker, node.cites);
    checkCovers(checker, node.covers);
    if (node.cites.length === 0)
      checker.findings.report('missing-citation', node.name.span, { what: 'an invariant' });
  }
}

function checkClaim(checker: Checker, claim: Claim, scope: Scope): void {
  switch (claim.kind) {
    case 'always':
    case 'never':
      checker.expect(claim.of, scope, yesno);
      break;
    case 'neverBoth':
      for (const one of claim.of) checker.expect(one, scope, yesno);
      if (claim.of.length !== 2)
        checker.findings.report('both-of-two', claim.span, { count: claim.of.length });
      break;
    default:
      assertNever(claim);
  }
}
