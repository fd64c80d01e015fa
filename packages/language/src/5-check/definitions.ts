import { typeText } from '../4-bind/named-types.ts';
import { type Scope, scopeOf } from '../4-bind/scope.ts';
import type { DefineSymbol, Placed } from '../4-bind/symbols.ts';
import type { Define, Expr, Limb } from '../ast/ast.ts';
import type { Type } from '../program.ts';
import { numberTypeText } from '../format/clauses.ts';
import { unwrapped } from './case-coverage.ts';
import { type Checker, yesno } from './checker.ts';
import { checkCites, checkCovers, takenCitation } from './citations.ts';
import { checkType } from './facts.ts';
import { applyLaw, checkLaw, type SectionUses } from './law.ts';
import { checkExceptions, checkLimb } from './limbs.ts';
import { checkParam } from './params.ts';
import { checkSay } from './say.ts';
import { checkTable } from './tables.ts';

/** Every version of a definition. `uses` collects the statements it refers to. */
export function checkDefine(
  checker: Checker,
  symbol: DefineSymbol,
  uses: Set<string>,
  sectionUses: SectionUses,
): void {
  for (const version of symbol.versions) checkVersion(checker, version, uses, sectionUses);
}

function checkVersion(
  checker: Checker,
  { node, law }: Placed<Define>,
  uses: Set<string>,
  sectionUses: SectionUses,
): void {
  const { findings } = checker;
  const scope = scopeOf(node.param, uses);
  if (node.param !== undefined) checkParam(checker, node.param);
  checkLaw(checker, node.law, scope);
  applyLaw(checker, law, scope, sectionUses, node.span);
  if (node.type !== undefined) checkType(checker, node.type);
  if (checkUndeclared(checker, node, scope)) return;
  const type = typeOfDefine(checker, node);
  if (type?.kind === 'set' || type?.kind === 'list' || type?.kind === 'record') {
    findings.report('definition-of-many', node.type?.span ?? node.name.span, { name: node.name.text });
  }
  const closed = type?.kind === 'yesno' ? yesno : type;
  for (const limb of node.requires) checkLimb(checker, limb, scope, yesno);
  for (const limb of node.includes) checkLimb(checker, limb, scope, yesno);
  for (const limb of node.means) {
    if (closed === null) checker.infer(limb.condition, scope, null);
    else checkLimb(checker, limb, scope, closed);
  }
  if (node.table !== undefined) checkTable(checker, node.table, scope, closed);
  checkExceptions(checker, node.exceptions, scope);
  checkForm(checker, node, type);
  checkWords(checker, node, type);
}

/** Expressions that are no conditions, and names. */
const ofValues: ReadonlySet<Expr['kind']> = new Set([
  'path',
  'number',
  'string',
  'duration',
  'dateLiteral',
  'arithmetic',
  'shift',
  'extreme',
  'extremeIn',
]);

/** Says so of a definition that speaks of a value and gives one, and does not declare its type; true where it does. */
function checkUndeclared(checker: Checker, node: Define, scope: Scope): boolean {
  const [only, ...others] = node.means;
  const isBare = [others, node.requires, node.includes, node.exceptions].every((part) => part.length === 0);
  const speaks = node.say?.value.includes('{value}') === true;
  if (node.type !== undefined || only === undefined || !isBare || !speaks) return false;
  if (!ofValues.has(unwrapped(only.condition).kind)) return false;
  const type = checker.infer(only.condition, scope, null);
  if (type === null || type.kind === 'yesno') return type === null;
  const end = node.param?.span.end ?? node.name.span.end;
  const at = { file: node.name.span.file, start: end, end };
  const written = typeWords(type);
  const edits = [{ span: at, text: `: ${written ?? ''}` }];
  const fix = { title: `add the type \`${written ?? ''}\``, safe: false, edits };
  const params = { name: node.name.text, type: typeText(type) };
  checker.findings.report('undeclared-type', node.name.span, params, written === undefined ? {} : { fix });
  return true;
}

/** How a type is written that a definition can have. */
function typeWords(type: Type): string | undefined {
  if (type.kind === 'number') return numberTypeText(type.places, type.unit);
  if (type.kind === 'enum') return type.name;
  return type.kind === 'date' || type.kind === 'duration' || type.kind === 'text' ? type.kind : undefined;
}

/** The declared type; yes/no where there is none. */
function typeOfDefine(checker: Checker, node: Define): Type | null {
  if (node.type === undefined) return yesno;
  const symbol = checker.symbols.statements.get(node.name.text);
  return symbol?.kind === 'define' ? symbol.type : null;
}

/** Which clauses go together. */
function checkForm(checker: Checker, node: Define, type: Type | null): void {
  const { findings } = checker;
  const name = node.name.text;
  const at = node.name.span;
  const first = (limbs: readonly Limb[]): Limb['span'] => limbs[0]?.span ?? at;
  const closed = node.means.length > 0 || node.table !== undefined;
  if (node.means.length > 0 && node.table !== undefined)
    findings.report('means-and-table', node.table.span, { name });
  if (type !== null && type.kind !== 'yesno') {
    if (!closed) findings.report('definition-without-limb', at, { name });
    if (node.means.length > 1) findings.report('several-values', node.means[1]?.span ?? at, { name });
    if (node.requires.length > 0)
      findings.report('limb-of-value', first(node.requires), { name, clause: 'requires' });
    if (node.includes.length > 0)
      findings.report('limb-of-value', first(node.includes), { name, clause: 'includes' });
    if (node.exceptions.length > 0)
      findings.report('limb-of-value', first(node.exceptions), { name, clause: 'except' });
    if (node.otherwise !== undefined)
      findings.report('limb-of-value', node.otherwise.span, { name, clause: 'otherwise' });
    if (node.exceptOtherwise !== undefined) {
      findings.report('limb-of-value', node.exceptOtherwise.span, { name, clause: 'except otherwise' });
    }
    return;
  }
  if (closed && node.includes.length > 0)
    findings.report('means-and-includes', first(node.includes), { name });
  if (!closed && node.includes.length === 0) {
    const code = node.requires.length > 0 ? 'requires-alone' : 'definition-without-limb';
    findings.report(code, at, { name });
  }
  if (node.otherwise !== undefined && node.includes.length === 0) {
    findings.report('otherwise-without-includes', node.otherwise.span, { name });
  }
}

/** What people read: the `say`, the citations. */
function checkWords(checker: Checker, node: Define, type: Type | null): void {
  const { findings } = checker;
  if (node.say === undefined) findings.report('missing-say', node.name.span, { name: node.name.text });
  else if (type !== null) checkSay(checker, node.say, type.kind === 'yesno' ? 'polarity' : 'value');
  checkCites(checker, node.cites);
  checkCovers(checker, node.covers);
  const limbs = [...node.requires, ...node.includes, ...node.means, ...(node.table?.rows ?? [])];
  if (node.cites.length === 0 && (limbs.length === 0 || limbs.some((limb) => limb.cites.length === 0))) {
    const extra = takenCitation([...limbs, ...node.exceptions]);
    findings.report('missing-citation', node.name.span, { what: 'a definition' }, extra);
  }
}
