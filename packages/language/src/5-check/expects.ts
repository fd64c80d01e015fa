import type { OtherwiseFields } from '../4-bind/otherwise.ts';
import { scopeOf } from '../4-bind/scope.ts';
import type { StatementSymbol } from '../4-bind/symbols.ts';
import type { Expect, Expr, Rule, ScenarioDecl } from '../ast/ast.ts';
import { unwrapped } from './case-coverage.ts';
import type { Checker } from './checker.ts';
import { isConstant } from './facts.ts';
import type { GivenCase } from './given-case.ts';
import { placeOf, theCase } from './given-paths.ts';
import { isReportedWord, meantWord, wordOf } from './scenario-words.ts';

const verdicts: readonly string[] = ['breachFound', 'undetermined', 'noBreachFound'];

/** What a scenario expects names statements, of an instance where they need one, and values that they can have. */
export function checkExpects(
  checker: Checker,
  scenario: ScenarioDecl,
  facts: GivenCase,
  otherwise: OtherwiseFields,
): void {
  const seen = new Map<string, Expect>();
  for (const expect of scenario.expect) {
    const of = checkExpect(checker, expect, facts, otherwise);
    const key = `${expect.name.text} ${of ?? ''}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, expect);
    else {
      const related = [{ span: first.name.span, message: 'first expected here' }];
      checker.findings.report('expect-twice', expect.name.span, { name: expect.name.text }, { related });
    }
  }
}

/** Checks one expectation; returns the path of its instance. */
function checkExpect(
  checker: Checker,
  expect: Expect,
  facts: GivenCase,
  otherwise: OtherwiseFields,
): string | null {
  const { symbols, findings } = checker;
  const name = expect.name.text;
  for (const ambiguity of expect.dependsOn) {
    const declared = symbols.ambiguities.get(ambiguity.text);
    if (declared !== undefined) {
      checker.mentions.refer(ambiguity, declared);
      continue;
    }
    const { suggestion, extra } = findings.meant(ambiguity.text, ambiguity.span, symbols.ambiguities.keys());
    findings.report('unknown-ambiguity', ambiguity.span, { name: ambiguity.text, suggestion }, extra);
  }
  const values = expect.presumed === undefined ? [expect.value] : [expect.value, expect.presumed];
  if (name === 'verdict') {
    if (expect.of !== undefined) findings.report('expect-of', expect.of.span, { name, record: null });
    for (const value of values) checkWord(checker, value, name, verdicts);
    return null;
  }
  const statement = symbols.statements.get(name);
  if (statement === undefined) {
    const { suggestion, extra } = findings.meant(name, expect.name.span, [
      ...symbols.statements.keys(),
      'verdict',
    ]);
    findings.report('unknown-expectation', expect.name.span, { name, suggestion }, extra);
    return null;
  }
  checker.mentions.refer(expect.name, statement);
  for (const value of values) checkValue(checker, value, statement);
  return checkInstance(checker, expect, statement, facts, otherwise);
}

function checkInstance(
  checker: Checker,
  expect: Expect,
  statement: StatementSymbol,
  facts: GivenCase,
  otherwise: OtherwiseFields,
): string | null {
  const { findings } = checker;
  const { name } = statement;
  const record = statement.param?.record.text ?? null;
  if (expect.of === undefined) {
    if (record !== null && record !== '')
      findings.report('expect-needs-of', expect.name.span, { name, record });
    return null;
  }
  if (record === null) {
    findings.report('expect-of', expect.of.span, { name, record: null });
    return null;
  }
  const place = placeOf(checker, expect.of, theCase, otherwise);
  if (place === null) return null;
  if (place.type.kind !== 'record' || place.type.name !== record) {
    findings.report('expect-of', expect.of.span, { name, record });
    return null;
  }
  const last = /^(.*)\[(\d+)\]$/.exec(place.key);
  const list = last?.[1];
  if (list !== undefined) {
    const length = facts.lengths.get(list) ?? 0;
    const index = Number(last?.[2]);
    if (index >= length) findings.report('index-beyond', expect.of.span, { list, index, length });
  }
  return place.key;
}

function checkValue(checker: Checker, value: Expr, statement: StatementSymbol): void {
  if (statement.kind === 'rule') {
    const node = statement.versions[0]?.node;
    if (node !== undefined)
      checkWord(
        checker,
        value,
        statement.name,
        statusesOf(statement.versions.map((version) => version.node)),
      );
    return;
  }
  const atom = unwrapped(value);
  if (atom.kind === 'hole' || statement.type === null || wordOf(atom) === 'unknown') return;
  if (isReportedWord(checker, value, statement.type, 'expected')) return;
  const before = checker.findings.all().length;
  checker.expect(value, scopeOf(undefined), statement.type);
  if (checker.findings.all().length === before && !isConstant(checker, value)) {
    checker.findings.report('given-not-constant', value.span, {});
  }
}

/** The statuses that a rule can have. */
function statusesOf(versions: readonly Rule[]): readonly string[] {
  const modal = versions[0]?.modal;
  if (modal === 'may') return ['permitted', 'doesNotApply', 'undetermined'];
  const failed = modal === 'must' || modal === 'must not' ? 'breached' : 'departedFrom';
  // Without a date the act is late at once.
  const waits = versions.some((version) => version.due !== undefined);
  return ['doesNotApply', 'compliedWith', failed, ...(waits ? ['notYetDue'] : []), 'undetermined'];
}

function checkWord(checker: Checker, value: Expr, name: string, words: readonly string[]): void {
  const atom = unwrapped(value);
  if (atom.kind === 'hole') return;
  const word = wordOf(atom);
  if (word !== null && words.includes(word)) return;
  const said = word ?? (atom.kind === 'string' ? atom.value : '');
  const { suggestion, extra } = meantWord(said, value.span, words, checker.findings);
  checker.findings.report('impossible-expectation', value.span, { name, words, suggestion }, extra);
}
