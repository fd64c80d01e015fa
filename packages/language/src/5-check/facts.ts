import { sameType, typeOfFact, typeText } from '../4-bind/named-types.ts';
import type { Meant } from '../4-bind/findings.ts';
import { scopeOf, type Scope } from '../4-bind/scope.ts';
import type { Expr, FactDecl, Name, TypeExpr } from '../ast/ast.ts';
import type { Checker } from './checker.ts';
import { unwrapped } from './case-coverage.ts';
import { checkCites } from './citations.ts';
import { checkSay } from './say.ts';
import { checkUnit } from './told-values.ts';

/** Decimals have at most this many places, so that a fact's largest value is still a safe integer of units. */
const mostPlaces = 9;

/** The most that an effort can be. */
const mostEffort = 100;

/** Every fact of the case and every field of a record. */
export function checkFacts(checker: Checker): void {
  const { symbols } = checker;
  for (const fact of symbols.facts.values()) checkFact(checker, fact, null);
  for (const [name, record] of symbols.records) {
    for (const field of record.fields) checkFact(checker, field, name);
  }
  checkRecordCycles(checker);
}

function checkFact(checker: Checker, fact: FactDecl, record: string | null): void {
  const { findings, symbols } = checker;
  const scope: Scope = { ...scopeOf(undefined), self: record };
  if (fact.type !== undefined) checkType(checker, fact.type);
  const type = typeOfFact(fact, symbols);
  if (fact.onlyIf !== undefined) {
    checker.expect(fact.onlyIf, { ...scope, factsOnly: 'an `only if`' }, { kind: 'yesno' });
  }
  for (const path of fact.consider) checker.infer(path, { ...scope, factsOnly: 'a `consider`' }, null);
  if (fact.consider.length > 0 && fact.input !== 'judgement') {
    findings.report('consider-without-judgement', fact.name.span, { name: fact.name.text });
  }
  if (fact.assume !== undefined) {
    if (type !== null) {
      if (type.kind === 'record' || type.kind === 'list' || type.kind === 'set') {
        findings.report('assume-of-many', fact.assume.span, { type: typeText(type) });
      } else {
        checker.expect(fact.assume.value, scope, type);
        if (!isConstant(checker, fact.assume.value))
          findings.report('not-a-constant', fact.assume.value.span, {});
      }
    }
    if (fact.cites.length === 0)
      findings.report('missing-citation', fact.assume.span, { what: 'an assumption' });
  }
  checkEffort(checker, fact);
  checkCites(checker, fact.cites);
  if (type === null) return;
  const whole = type.kind === 'record' || type.kind === 'list';
  if (fact.ask === undefined && !whole)
    findings.report('missing-ask', fact.name.span, { name: fact.name.text });
  if (type.kind === 'record' && fact.ask !== undefined)
    findings.report('ask-of-record', fact.ask.span, { name: fact.name.text });
  if (fact.say === undefined && sameType(type, { kind: 'yesno' })) {
    findings.report('missing-say', fact.name.span, { name: fact.name.text });
  }
  if (fact.say === undefined) return;
  checkSay(checker, fact.say, type.kind === 'yesno' ? 'polarity' : type.kind === 'set' ? 'member' : 'value');
}

function checkEffort({ findings }: Checker, { effort, fixed, name }: FactDecl): void {
  if (effort === undefined) return;
  const value = Number(effort.text);
  if (!Number.isInteger(value) || value < 1 || value > mostEffort)
    findings.report('no-such-effort', effort.span, { most: mostEffort });
  if (fixed) findings.report('effort-of-fixed', effort.span, { name: name.text });
}

/** Whether an expression says its value without looking at anything: a literal or an enum member. */
export function isConstant(checker: Checker, expr: Expr): boolean {
  const value = unwrapped(expr);
  switch (value.kind) {
    case 'yes':
    case 'no':
    case 'notYet':
    case 'dateLiteral':
    case 'number':
    case 'string':
    case 'duration':
      return true;
    case 'path': {
      const resolution = checker.resolutions.get(value);
      // A path that stands for nothing has been reported.
      return resolution === undefined || resolution.kind === 'enumMember';
    }
    default:
      return false;
  }
}

/** Types by the names that other languages give them. */
const foreignTypes: ReadonlyMap<string, string> = new Map([
  ...['bool', 'boolean', 'truth'].map((name) => [name, 'yesno'] as const),
  ...['int', 'integer', 'whole'].map((name) => [name, 'number'] as const),
  ...['money', 'currency', 'float', 'percentage'].map((name) => [name, 'decimal(2)'] as const),
  ...['string', 'str'].map((name) => [name, 'text'] as const),
  ...['day', 'datetime'].map((name) => [name, 'date'] as const),
]);

function foreignType(type: TypeExpr, name: Name): Meant | undefined {
  const suggestion = type.kind === 'namedType' ? foreignTypes.get(name.text.toLowerCase()) : undefined;
  if (suggestion === undefined) return undefined;
  const fix = {
    title: `write \`${suggestion}\``,
    safe: false,
    edits: [{ span: name.span, text: suggestion }],
  };
  return { suggestion, extra: { fix } };
}

/** The names in a written type, enums for sets, records for lists, either alone; and the unit of a number. */
export function checkType(checker: Checker, type: TypeExpr): void {
  const { symbols, findings } = checker;
  const { enums, records } = symbols;
  const unknown = (name: Name, what: string, candidates: Iterable<string>): void => {
    const { suggestion, extra } = foreignType(type, name) ?? findings.meant(name.text, name.span, candidates);
    findings.report('unknown-type', name.span, { name: name.text, what, suggestion }, extra);
  };
  const used = (name: Name, declaration: object | undefined): boolean => {
    if (declaration !== undefined) checker.mentions.add(name, declaration);
    return declaration !== undefined;
  };
  if (type.kind === 'setType') {
    if (!used(type.of, enums.get(type.of.text))) unknown(type.of, 'an enum', enums.keys());
  } else if (type.kind === 'listType') {
    if (!used(type.of, records.get(type.of.text))) unknown(type.of, 'a record', records.keys());
  } else if (type.kind === 'namedType') {
    const declaration = enums.get(type.name.text) ?? records.get(type.name.text);
    if (!used(type.name, declaration)) unknown(type.name, 'a type', [...enums.keys(), ...records.keys()]);
  } else if (type.kind === 'numberType') {
    if (type.places > mostPlaces) findings.report('too-many-places', type.span, { most: mostPlaces });
    if (type.unit !== undefined) checkUnit(type.unit, findings);
  }
}

/** A record that contains itself, at any depth, would have no end. */
function checkRecordCycles(checker: Checker): void {
  const { symbols, findings } = checker;
  const state = new Map<string, 'open' | 'done'>();
  for (const start of symbols.records.keys()) {
    if (state.has(start)) continue;
    // Depth first by hand: records may nest thousands deep.
    const path: { readonly record: string; readonly fields: Iterator<FactDecl> }[] = [];
    const open = (record: string): void => {
      state.set(record, 'open');
      path.push({ record, fields: (symbols.fields.get(record) ?? new Map<string, FactDecl>()).values() });
    };
    open(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.fields.next();
      if (next.done === true) {
        state.set(top.record, 'done');
        path.pop();
        continue;
      }
      const type = typeOfFact(next.value, symbols);
      const inner = type?.kind === 'record' ? type.name : type?.kind === 'list' ? type.of : null;
      if (inner === null) continue;
      if (state.get(inner) === undefined) open(inner);
      else if (state.get(inner) === 'open') {
        const names = path.map((step) => step.record);
        findings.report('record-in-itself', next.value.name.span, {
          path: [...names.slice(names.indexOf(inner)), inner],
        });
      }
    }
  }
}
