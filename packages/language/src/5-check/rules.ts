import { scopeOf } from '../4-bind/scope.ts';
import type { Placed, RuleSymbol } from '../4-bind/symbols.ts';
import type { Rule } from '../ast/ast.ts';
import { type Checker, date, yesno } from './checker.ts';
import { checkCites, checkCovers, takenCitation } from './citations.ts';
import { applyLaw, checkLaw, type SectionUses } from './law.ts';
import { checkExceptions } from './limbs.ts';
import { checkParam } from './params.ts';

/** Every version of a rule. `uses` collects the statements it refers to. */
export function checkRule(
  checker: Checker,
  symbol: RuleSymbol,
  uses: Set<string>,
  sectionUses: SectionUses,
): void {
  for (const version of symbol.versions) checkVersion(checker, version, uses, sectionUses);
}

function checkVersion(
  checker: Checker,
  { node, law }: Placed<Rule>,
  uses: Set<string>,
  sectionUses: SectionUses,
): void {
  const { findings } = checker;
  const scope = scopeOf(node.param, uses);
  if (node.param !== undefined) checkParam(checker, node.param);
  checkLaw(checker, node.law, scope);
  applyLaw(checker, law, scope, sectionUses, node.span);
  if (node.when !== undefined) checker.expect(node.when, scope, yesno);
  if (node.doneWhen !== undefined) checker.expect(node.doneWhen, scope, yesno);
  if (node.doneBy !== undefined) checker.expect(node.doneBy, scope, date);
  if (node.due !== undefined) checker.expect(node.due, scope, date);
  checkExceptions(checker, node.exceptions, scope);
  checkBearer(checker, node);
  checkModal(checker, node);
  checkDespite(checker, node);
  checkCites(checker, node.cites);
  checkCovers(checker, node.covers);
  if (node.cites.length === 0)
    findings.report('missing-citation', node.name.span, { what: 'a rule' }, takenCitation(node.exceptions));
}

function checkBearer(checker: Checker, node: Rule): void {
  const { symbols, findings } = checker;
  if (node.bearer === undefined) {
    const bearers = [...symbols.bearers.keys()];
    const [only, ...others] = bearers;
    const { file, end } = (node.param ?? node.name).span;
    const fix = {
      title: `add \`on ${only}\``,
      safe: false,
      edits: [{ span: { file, start: end, end }, text: ` on ${only}` }],
    };
    const extra = only === undefined || others.length > 0 ? {} : { fix };
    findings.report('missing-bearer', node.name.span, { name: node.name.text, bearers }, extra);
    return;
  }
  const bearer = symbols.bearers.get(node.bearer.text);
  if (bearer !== undefined) {
    checker.mentions.add(node.bearer, bearer);
    return;
  }
  const { suggestion, extra } = findings.meant(node.bearer.text, node.bearer.span, symbols.bearers.keys());
  findings.report('unknown-bearer', node.bearer.span, { name: node.bearer.text, suggestion }, extra);
}

/** Which `done` goes with which modal. */
function checkModal(checker: Checker, node: Rule): void {
  const { findings } = checker;
  const name = node.name.text;
  const { modal } = node;
  const done = node.doneWhen ?? node.doneBy;
  switch (modal) {
    case 'must':
    case 'should':
      if (done === undefined) findings.report('missing-done', node.name.span, { name, modal });
      break;
    case 'must not':
    case 'should not':
      if (node.doneBy !== undefined) findings.report('forbidden-by-date', node.doneBy.span, { name, modal });
      if (done === undefined && node.when === undefined)
        findings.report('forbidden-without-when', node.name.span, { name, modal });
      break;
    case 'may':
      if (done !== undefined) findings.report('permission-done', done.span, { name });
      break;
  }
}

/** `despite` names rules that the permission makes an exception to. */
function checkDespite(checker: Checker, node: Rule): void {
  const { symbols, findings } = checker;
  const [firstName] = node.despite;
  if (firstName === undefined) return;
  if (node.modal !== 'may') {
    findings.report('despite-without-may', firstName.span, { name: node.name.text, modal: node.modal });
    return;
  }
  for (const name of node.despite) {
    const target = symbols.statements.get(name.text);
    if (target === undefined) {
      const rules = [...symbols.statements.values()]
        .filter((one) => one.kind === 'rule')
        .map((one) => one.name);
      const { suggestion, extra } = findings.meant(name.text, name.span, rules);
      findings.report('unknown-target', name.span, { name: name.text, suggestion }, extra);
      continue;
    }
    const related = target.versions
      .slice(0, 1)
      .map(({ node }) => ({ span: node.name.span, message: 'declared here' }));
    if (target.kind !== 'rule' || target.versions[0]?.node.modal === 'may') {
      findings.report('despite-no-duty', name.span, { name: name.text }, { related });
    } else if (node.param !== undefined && node.param.record.text !== target.param?.record.text) {
      const params = {
        name: name.text,
        record: node.param.record.text,
        of: target.param?.record.text ?? null,
      };
      findings.report('despite-other-record', name.span, params, { related });
    }
    checker.mentions.add(name, target);
  }
}
