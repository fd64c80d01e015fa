import { factsAlong } from '../4-bind/resolve.ts';
import { assertNever } from '../assert-never.ts';
import type {
  Claim,
  Define,
  Exception,
  ExceptionDecl,
  Expr,
  FactDecl,
  Param,
  Path,
  Rule,
  Table,
} from '../ast/ast.ts';
import type { At, Resolution } from '../program.ts';
import { unwrapped } from './case-coverage.ts';
import type { Checker } from './checker.ts';
import { aspectKey, exprKey } from './expr-key.ts';
import { createKnown, type Known } from './known.ts';

interface OnlyIfChecker extends Checker {
  /** For each rule that is asked about: see the function of that name. */
  readonly apartInDone: Map<string, readonly Apart[]>;
}

/** A walk through one statement: what its variables stand for, and what is known to hold at the place reached. */
interface Walk {
  readonly checker: OnlyIfChecker;
  readonly variables: Map<string, string>;
  readonly known: Known;
  /** Told of each fact that is used where nothing says that it exists. */
  readonly found: (apart: Apart) => void;
}

/** A fact used where nothing says that it exists. */
interface Apart {
  readonly use: Path;
  readonly fact: FactDecl;
  /** What it is a fact of. */
  readonly owner: At;
}

/**
 * A fact `only if C` exists only where C, so every use of it stands beside C: after it in a list of conditions that all
 * hold, under a `requires`, a `when` or a guard that says so. Elsewhere an answer could turn on a fact that cannot be given.
 */
export function checkOnlyIf(names: Checker): void {
  if (!hasConditionalFacts(names)) return;
  const checker: OnlyIfChecker = { ...names, apartInDone: new Map() };
  const { symbols } = checker;
  for (const fact of symbols.facts.values())
    if (fact.onlyIf !== undefined) walk(startWalk(checker, undefined), fact.onlyIf);
  for (const [record, fields] of symbols.fields) {
    for (const field of fields.values()) {
      if (field.onlyIf === undefined) continue;
      const start = startWalk(checker, undefined);
      start.variables.set('self', record);
      walk(start, field.onlyIf);
    }
  }
  for (const { law } of symbols.sections)
    if (law?.governedBy !== undefined) walk(startWalk(checker, undefined), law.governedBy);
  for (const symbol of symbols.statements.values()) {
    for (const { node } of symbol.versions) {
      if (node.kind === 'define') walkDefine(checker, node);
      else walkRule(checker, node);
    }
  }
  for (const { node } of symbols.exceptions) walkExceptionDecl(checker, node);
  for (const node of [...symbols.constraints, ...symbols.invariants])
    walkClaim(startWalk(checker, node.param), node.claim);
}

function hasConditionalFacts(checker: Checker): boolean {
  const { facts, records } = checker.symbols;
  for (const fact of facts.values()) if (fact.onlyIf !== undefined) return true;
  for (const record of records.values())
    if (record.fields.some((field) => field.onlyIf !== undefined)) return true;
  return false;
}

function startWalk(checker: OnlyIfChecker, param: Param | undefined): Walk {
  const variables = new Map(param === undefined ? [] : [[param.name.text, param.record.text]]);
  // The inputs of a table are looked at once for each row.
  const reported = new Set<Path>();
  const found = ({ use, fact }: Apart): void => {
    if (reported.has(use)) return;
    reported.add(use);
    const related =
      fact.onlyIf === undefined
        ? []
        : [{ span: fact.onlyIf.span, message: 'it exists only where this holds' }];
    checker.findings.report('only-if-apart', use.span, { name: fact.name.text }, { related });
  };
  return { checker, variables, known: createKnown(checker), found };
}

function walkDefine(checker: OnlyIfChecker, node: Define): void {
  const at = startWalk(checker, node.param);
  if (node.law?.governedBy !== undefined) walk(at, node.law.governedBy);
  enterDefine(at, node);
  walkExceptions(at, node.exceptions);
}

/** Walks all of a definition but its exceptions; afterwards what holds wherever they matter is known. */
function enterDefine(at: Walk, node: Define): void {
  for (const limb of node.requires) {
    walk(at, limb.condition);
    at.known.add(limb.condition, true);
  }
  const grounds = [...node.includes, ...node.means];
  for (const limb of grounds) walk(at, limb.condition);
  if (node.table !== undefined) walkTable(at, node.table);
  // Only where there is one ground does an exception always stand beside it.
  const [only] = grounds;
  if (only !== undefined && node.means.length === 1 && grounds.length === 1)
    at.known.add(only.condition, true);
}

function walkRule(checker: OnlyIfChecker, node: Rule): void {
  const at = startWalk(checker, node.param);
  if (node.law?.governedBy !== undefined) walk(at, node.law.governedBy);
  enterRule(at, node);
  walkDone(at, node);
  walkExceptions(at, node.exceptions);
}

function walkDone(at: Walk, node: Rule): void {
  for (const expr of [node.doneWhen, node.doneBy, node.due]) if (expr !== undefined) walk(at, expr);
}

function enterRule(at: Walk, node: Rule): void {
  if (node.when === undefined) return;
  walk(at, node.when);
  at.known.add(node.when, true);
}

function walkExceptions(at: Walk, exceptions: readonly Exception[]): void {
  for (const exception of exceptions) {
    walk(at, exception.condition);
    const forget = at.known.add(exception.condition, true);
    walkExceptions(at, exception.exceptions);
    forget();
  }
}

/** An exception elsewhere stands beside what its target requires, where the target has one version. */
function walkExceptionDecl(checker: OnlyIfChecker, node: ExceptionDecl): void {
  const [first, ...labels] = node.target.segments.map((segment) => segment.text);
  const target = checker.symbols.statements.get(first ?? '');
  const at = startWalk(checker, target?.param);
  if (node.law?.governedBy !== undefined) walk(at, node.law.governedBy);
  const version = target?.versions.length === 1 ? target.versions[0]?.node : undefined;
  if (version !== undefined) {
    // The target itself has been walked: what it says wrong is not to be said again.
    const silent: Walk = { ...at, found: () => {} };
    if (version.kind === 'define') enterDefine(silent, version);
    else enterRule(silent, version);
    let exceptions = version.exceptions;
    for (const label of labels) {
      const found = exceptions.find((exception) => exception.label?.text === label);
      if (found === undefined) break;
      at.known.add(found.condition, true);
      exceptions = found.exceptions;
    }
  }
  walk(at, node.condition);
  at.known.add(node.condition, true);
  walkExceptions(at, node.exceptions);
}

function walkClaim(at: Walk, claim: Claim): void {
  if (claim.kind === 'neverBoth') inTurn(at, claim.of, true);
  else walk(at, claim.of);
}

/** Rows one by one: a cell is looked at only where those before it fit, a value only where all do. */
function walkTable(at: Walk, table: Table): void {
  for (const row of table.rows) {
    const forgets: (() => void)[] = [];
    for (const [column, cell] of row.cells.entries()) {
      const input = table.inputs[column];
      if (input === undefined || cell.kind === 'anyCell') continue;
      walk(at, input);
      const values = cell.values.map(({ op, value }) => (op === '=' ? unwrapped(value) : null));
      const [only] = values;
      if (values.length === 1 && (only?.kind === 'yes' || only?.kind === 'no')) {
        forgets.push(at.known.add(input, only.kind === 'yes'));
        continue;
      }
      const members = values.map((value) => (value?.kind === 'path' ? value.segments[0]?.text : undefined));
      const named = members.filter((member) => member !== undefined);
      if (named.length === members.length)
        forgets.push(at.known.addMembers(exprKey(input, at.checker), named));
    }
    walk(at, row.value);
    for (const forget of forgets.toReversed()) forget();
  }
}

/** Operands in turn, each beside the truth (or the falsity) of those before it. */
function inTurn(at: Walk, operands: readonly Expr[], value: boolean): void {
  const forgets = operands.map((operand) => {
    walk(at, operand);
    return at.known.add(operand, value);
  });
  for (const forget of forgets.toReversed()) forget();
}

function walk(at: Walk, expr: Expr): void {
  switch (expr.kind) {
    case 'path':
      checkUse(at, expr);
      return;
    case 'group':
    case 'not':
      walk(at, expr.of);
      return;
    case 'and':
      inTurn(at, expr.of, true);
      return;
    case 'or':
      inTurn(at, expr.of, false);
      return;
    case 'nOf':
      if (expr.quantity.kind === 'atLeast') for (const operand of expr.of) walk(at, operand);
      else inTurn(at, expr.of, expr.quantity.kind === 'all');
      return;
    case 'quantified':
    case 'extremeIn': {
      walk(at, expr.list);
      const type = at.checker.types.get(expr.list);
      if (type?.kind !== 'list') return;
      at.variables.set(expr.variable.text, type.of);
      walk(at, expr.of);
      at.variables.delete(expr.variable.text);
      return;
    }
    case 'compare':
    case 'arithmetic':
      walk(at, expr.left);
      walk(at, expr.right);
      return;
    case 'oneOf':
      walk(at, expr.left);
      return;
    case 'includes':
      walk(at, expr.set);
      walk(at, expr.member);
      return;
    case 'isExactly':
    case 'isEmpty':
      walk(at, expr.set);
      return;
    case 'shift':
      walk(at, expr.duration);
      walk(at, expr.date);
      return;
    case 'extreme':
      for (const operand of expr.of) walk(at, operand);
      return;
    case 'case': {
      const forgets: (() => void)[] = [];
      for (const { when, then } of expr.branches) {
        walk(at, when);
        const forget = at.known.add(when, true);
        walk(at, then);
        forget();
        forgets.push(at.known.add(when, false));
      }
      if (expr.otherwise !== undefined) walk(at, expr.otherwise);
      for (const forget of forgets.toReversed()) forget();
      return;
    }
    case 'byReading':
      for (const { then } of expr.branches) walk(at, then);
      return;
    case 'yes':
    case 'no':
    case 'asOf':
    case 'notYet':
    case 'dateLiteral':
    case 'number':
    case 'string':
    case 'duration':
    case 'hole':
      return;
    default:
      assertNever(expr);
  }
}

/** Every fact along the path of a use has its condition beside it; so has every one that a rule is met by. */
function checkUse(at: Walk, use: Path): void {
  const { checker } = at;
  const resolution = checker.resolutions.get(use);
  if (resolution === undefined || resolution.kind === 'enumMember') return;
  if (resolution.kind === 'aspect' && resolution.aspect === 'met') checkMet(at, use, resolution);
  const place = resolution.kind === 'fact' || resolution.kind === 'variable' ? resolution.at : resolution.of;
  if (place === undefined) return;
  const root = place.base === null ? null : (at.variables.get(place.base) ?? null);
  if (place.base !== null && root === null) return;
  for (const [index, fact] of factsAlong(place, root, checker.symbols).entries()) {
    const owner: At = { base: place.base, path: place.path.slice(0, index) };
    if (exists(at, fact, owner)) continue;
    at.found({ use, fact, owner });
    return;
  }
}

function exists({ checker, known }: Walk, { onlyIf }: FactDecl, owner: At): boolean {
  const place = (inner: At): At => (inner.base === 'self' ? within(owner, inner) : inner);
  return onlyIf === undefined || known.implies(onlyIf, { resolutions: checker.resolutions, place });
}

function within(owner: At, inner: At): At {
  return { base: owner.base, path: [...owner.path, ...inner.path] };
}

/** What a rule is met by stands beside its `when`; that it is met is also asked where the rule does not apply. */
function checkMet(at: Walk, use: Path, aspect: Extract<Resolution, { kind: 'aspect' }>): void {
  if (at.known.holds(aspectKey({ ...aspect, aspect: 'applies' }))) return;
  for (const { fact, owner } of apartInDone(at.checker, aspect.rule)) {
    const seen = owner.base === null || aspect.of === undefined ? owner : within(aspect.of, owner);
    if (exists(at, fact, seen)) continue;
    at.found({ use, fact, owner: seen });
    return;
  }
}

/** The facts that say whether a rule is met, and that exist because its `when` says so; as its parameter has them. */
function apartInDone(checker: OnlyIfChecker, rule: string): readonly Apart[] {
  const known = checker.apartInDone.get(rule);
  if (known !== undefined) return known;
  const apart: Apart[] = [];
  // There already while it is filled: a rule that refers to itself is reported elsewhere.
  checker.apartInDone.set(rule, apart);
  for (const { node } of checker.symbols.statements.get(rule)?.versions ?? []) {
    if (node.kind !== 'rule') continue;
    // What stands apart in the rule itself is reported there.
    const always = new Set<Path>();
    const ruled: Walk = { ...startWalk(checker, node.param), found: ({ use }) => always.add(use) };
    enterRule(ruled, node);
    walkDone(ruled, node);
    const found = (each: Apart): void => {
      if (!always.has(each.use)) apart.push(each);
    };
    walkDone({ ...startWalk(checker, node.param), found }, node);
  }
  return apart;
}
