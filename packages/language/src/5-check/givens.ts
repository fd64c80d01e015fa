import { namedIn, typeText } from '../4-bind/named-types.ts';
import type { OtherwiseFields } from '../4-bind/otherwise.ts';
import { scopeOf } from '../4-bind/scope.ts';
import type { Expr, Given, GivenValue, ScenarioDecl } from '../ast/ast.ts';
import type { Extra } from '../diagnostics/define.ts';
import type { Type } from '../program.ts';
import { unitsOf } from './arithmetic.ts';
import { unwrapped } from './case-coverage.ts';
import type { Checker } from './checker.ts';
import { isConstant } from './facts.ts';
import { forgetGiven, type GivenCase, truthIn } from './given-case.ts';
import { type Place, placeOf, type Start, theCase } from './given-paths.ts';
import { isReportedWord } from './scenario-words.ts';

/** The largest number that a fact can have, in units of its last place. */
export const largestFact: bigint = 1_000_000_000_000n;

/** The facts of one scenario put on top of those of its base, which `facts` already holds. */
export function applyGivens(
  checker: Checker,
  scenario: ScenarioDecl,
  facts: GivenCase,
  otherwise: OtherwiseFields,
): void {
  const places: Place[] = [];
  put(checker, scenario.given, theCase, facts, otherwise, new Map(), places);
  checkConditions(checker, scenario, facts, places);
}

function put(
  checker: Checker,
  givens: readonly Given[],
  start: Start,
  facts: GivenCase,
  otherwise: OtherwiseFields,
  seen: Map<string, Given>,
  places: Place[],
): void {
  const { findings } = checker;
  for (const given of givens) {
    const place = placeOf(checker, given.path, start, otherwise);
    if (place === null) continue;
    const first = seen.get(place.key);
    if (first !== undefined) {
      const related = [{ span: first.path.span, message: 'first given here' }];
      findings.report('given-twice', given.path.span, { path: place.key }, { related });
      continue;
    }
    seen.set(place.key, given);
    if (!growLists(checker, given, place, facts)) continue;
    if (given.value === undefined) {
      if (!forgetGiven(facts, place.key))
        findings.report('forgets-nothing', given.path.span, { path: place.key });
      continue;
    }
    places.push(place);
    putValue(checker, given, given.value, place, facts, otherwise, seen, places);
  }
}

/** An index is one of the list's, or the next one. */
function growLists(checker: Checker, given: Given, place: Place, facts: GivenCase): boolean {
  for (const match of place.key.matchAll(/\[(\d+)\]/g)) {
    const list = place.key.slice(0, match.index);
    const index = Number(match[1]);
    const length = facts.lengths.get(list) ?? 0;
    if (index > length || (index === length && given.value === undefined)) {
      checker.findings.report('index-beyond', given.path.span, { list, index, length });
      return false;
    }
    facts.lengths.set(list, Math.max(length, index + 1));
  }
  return true;
}

function putValue(
  checker: Checker,
  given: Given,
  value: GivenValue,
  place: Place,
  facts: GivenCase,
  otherwise: OtherwiseFields,
  seen: Map<string, Given>,
  places: Place[],
): void {
  const { findings } = checker;
  const { key, type } = place;
  if (type.kind === 'record') {
    findings.report('given-record', given.path.span, { path: key });
    return;
  }
  if (type.kind === 'list') {
    if (value.kind !== 'elements') {
      findings.report('given-form', value.span, {
        path: key,
        type: typeText(type),
        form: '`[ { … }, { … } ]`',
      });
      // How many members it was to have is not known.
      facts.lengths.set(key, Number.MAX_SAFE_INTEGER);
      return;
    }
    forgetGiven(facts, key);
    facts.lengths.set(key, value.elements.length);
    for (const [index, element] of value.elements.entries()) {
      const start = { key: `${key}[${index}]`, record: type.of, along: place.along };
      put(checker, element, start, facts, otherwise, seen, places);
    }
    return;
  }
  if (type.kind === 'set') {
    if (value.kind !== 'members') {
      const extra = value.kind === 'scalar' ? inBraces(value.value) : {};
      findings.report(
        'given-form',
        value.span,
        { path: key, type: typeText(type), form: '`{ a, b }`' },
        extra,
      );
      facts.facts.set(key, { value: { kind: 'hole', span: value.span }, span: given.path.span });
      return;
    }
    checkMembers(checker, value, type.of);
    facts.facts.set(key, { value, span: given.path.span });
    return;
  }
  if (value.kind !== 'scalar') {
    findings.report('given-form', value.span, { path: key, type: typeText(type), form: 'one value' });
    return;
  }
  checkScalar(checker, value.value, type, place);
  facts.facts.set(key, { value: value.value, span: given.path.span });
}

/** `labels: fragile` */
function inBraces({ kind, span }: Expr): Extra {
  if (kind !== 'path') return {};
  const edits = [
    { span: { ...span, end: span.start }, text: '{ ' },
    { span: { ...span, start: span.end }, text: ' }' },
  ];
  return { fix: { title: 'add the braces', safe: true, edits } };
}

function checkMembers(
  checker: Checker,
  value: Extract<GivenValue, { kind: 'members' }>,
  enumName: string,
): void {
  const { symbols, findings } = checker;
  const declared = symbols.enums.get(enumName)?.members ?? [];
  const members = declared.map((member) => member.text);
  const seen = new Set<string>();
  for (const name of [...value.members, ...value.not]) {
    const member = declared.find(({ text }) => text === name.text);
    if (member !== undefined) checker.mentions.refer(name, member);
    if (member === undefined) {
      const { suggestion, extra } = findings.meant(name.text, name.span, members);
      findings.report('unknown-member', name.span, { name: name.text, type: enumName, suggestion }, extra);
    } else if (seen.has(name.text)) findings.report('duplicate-member', name.span, { name: name.text });
    seen.add(name.text);
  }
}

function checkScalar(checker: Checker, value: Expr, type: Type, place: Place): void {
  const { findings } = checker;
  if (isReportedWord(checker, value, type, 'given')) return;
  const before = findings.all().length;
  checker.expect(value, scopeOf(undefined), type);
  if (findings.all().length > before) return;
  const atom = unwrapped(value);
  if (!isConstant(checker, atom)) findings.report('given-not-constant', value.span, {});
  else if (atom.kind === 'notYet' && place.fact?.input !== 'event') {
    findings.report('not-an-event', value.span, { path: place.key });
  } else if (atom.kind === 'number' && type.kind === 'number') {
    const units = unitsOf(atom.text, type.places);
    if (units > largestFact || -units > largestFact)
      findings.report('fact-too-large', value.span, { number: atom.text });
  }
}

/** No fact is given whose `only if` is no in the case; one that the base gave has to be forgotten. */
function checkConditions(
  checker: Checker,
  scenario: ScenarioDecl,
  facts: GivenCase,
  places: readonly Place[],
): void {
  for (const place of places) {
    for (const { fact, owner } of place.along) {
      if (fact.onlyIf === undefined || truthIn(checker, facts, fact.onlyIf, owner) !== false) continue;
      const at = facts.facts.get(place.key)?.span ?? scenario.title.span;
      const related = [{ span: fact.onlyIf.span, message: 'it exists only where this holds' }];
      checker.findings.report(
        'given-against-condition',
        at,
        { path: place.key, inherited: false },
        { related },
      );
      break;
    }
  }
  const own = new Set(places.map((place) => place.key));
  for (const [key, { span }] of facts.facts) {
    if (own.has(key)) continue;
    const conditional = conditionalFact(checker, key);
    if (conditional === null || truthIn(checker, facts, conditional.condition, conditional.owner) !== false)
      continue;
    const related = [{ span, message: 'given here' }];
    checker.findings.report(
      'given-against-condition',
      scenario.title.span,
      { path: key, inherited: true },
      { related },
    );
  }
}

/** The condition of a fact, and the instance that it belongs to. */
interface Conditional {
  readonly condition: Expr;
  readonly owner: string;
}

/** What has been looked up before: most scenarios of a pack give the same facts. */
const lookedUp = new WeakMap<Checker, Map<string, Conditional | null>>();

/** The condition of the fact at a path; null where it has none. */
function conditionalFact(checker: Checker, key: string): Conditional | null {
  const known = lookedUp.get(checker) ?? new Map<string, Conditional | null>();
  lookedUp.set(checker, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = findConditional(checker, key);
  known.set(key, found);
  return found;
}

function findConditional(checker: Checker, key: string): Conditional | null {
  const { symbols } = checker;
  const parts = key.split('.');
  let fields = symbols.facts;
  let condition: Expr | undefined;
  for (const part of parts) {
    const fact = fields.get(part.replace(/\[\d+\]$/, ''));
    if (fact === undefined) return null;
    condition = fact.onlyIf;
    fields = symbols.fields.get(namedIn(fact.type) ?? '') ?? new Map();
  }
  return condition === undefined ? null : { condition, owner: parts.slice(0, -1).join('.') };
}
