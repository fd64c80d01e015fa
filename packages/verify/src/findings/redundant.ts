/** Limbs, requirements and exceptions without which their statement comes out the same in every case. */
import { children, type Expr, mapChildren } from '@proviso/compiler/plan';
import { asNode } from '../translate/terms.ts';
import type { Translation } from '../translate/translator.ts';
import { type Asked, askWhether, type Search } from './ask.ts';
import { wordsOf } from './constant-sites.ts';
import type { Constants } from './constants.ts';
import { type Claim, type Finding, findingUnless } from './finding.ts';
import { isYesno, type Part, partsWithin, type Root, rootsOf, wholeOf } from './parts.ts';

/** A part that can be taken out, and what stands in its place then. */
interface Removable {
  /** The mark and what it marks. */
  readonly part: Part;
  readonly what: 'limb' | 'requirement' | 'exception';
  readonly without: boolean;
}

/** Finds what makes no difference, in the plan in which whatever is constant may be anything. */
export async function redundantOf(
  search: Search,
  constants: Constants,
): Promise<{ readonly findings: readonly Finding[]; readonly parts: readonly Part[] }> {
  const { plan } = search.translation;
  const freed = { ...search, translation: constants.freed };
  const roots = rootsOf(plan).filter(({ kind }) => kind === 'definition' || kind === 'applies');
  const candidates = roots.flatMap((root) => {
    const whole = { ...wholeOf(constants.freed, root), expr: constants.exprOf(root) };
    const found = isYesno(plan, root.expr) ? removableIn(constants.freed, whole) : [];
    return found.map((removable) => ({ root, whole, removable }));
  });
  const told = await askWhether(
    freed,
    candidates.map(({ whole, removable }) => differs(freed, whole, [removable])),
  );
  const findings: Finding[] = [];
  const parts: Part[] = [];
  const gone = new Map<Root, readonly Removable[]>();
  for (const [i, { root, whole, removable }] of candidates.entries()) {
    const first = told[i];
    if (first === undefined || first.kind === 'found' || first.kind === 'seen') continue;
    // Of two that say the same each could go, but not both: the later one goes.
    const others = candidates.filter(
      (other, j) => other.root === root && j > i && told[j]?.kind === 'none' && other.removable !== removable,
    );
    const kept = [...(gone.get(root) ?? []), ...others.map((other) => other.removable)];
    const [answer] =
      kept.length === 0
        ? [first]
        : await askWhether(freed, [differs(freed, whole, [...kept, removable], kept)]);
    if (answer === undefined || answer.kind === 'found' || answer.kind === 'seen') continue;
    if (answer.kind === 'none') gone.set(root, [...(gone.get(root) ?? []), removable]);
    const { part, what } = removable;
    const claim: Claim = { code: 'part-never-matters', params: { ...wordsOf(inner(freed, part)), what } };
    const names = namesOf(inner(freed, part));
    const { cites } = inner(freed, part);
    const finding = findingUnless(plan, answer, claim, {
      statements: [root.statement],
      names,
      ...(cites.length > 0 ? { cites } : {}),
    });
    if (finding === undefined) continue;
    findings.push(finding);
    parts.push(part);
  }
  return { findings, parts };
}

/** `sendable.byWeight` and the labels around it. */
function namesOf({ root, labels }: Part): readonly string[] {
  return labels.map((_, i) => [root.statement, ...labels.slice(0, labels.length - i)].join('.'));
}

function inner({ translation }: Search, part: Part): Part {
  return partsWithin(translation, part)[0] ?? part;
}

function removableIn(translation: Translation, part: Part): readonly Removable[] {
  const { expr } = part;
  const within = partsWithin(translation, part).flatMap((each) => removableIn(translation, each));
  // Dates and numbers have limbs too, which comparisons bring along.
  if (expr.kind !== 'mark' || !isYesno(translation.plan, expr)) return within;
  switch (expr.mark.kind) {
    case 'limb':
      return [{ part, what: 'limb', without: false }, ...within];
    case 'requires':
      return [{ part, what: 'requirement', without: true }, ...within];
    case 'exception':
      return [{ part, what: 'exception', without: false }, ...within];
    default:
      return within;
  }
}

/** Whether the statement comes out otherwise where all of these are taken out than where only `before` are. */
function differs(
  { translation }: Search,
  whole: Part,
  out: readonly Removable[],
  before: readonly Removable[] = [],
): Asked {
  const { form } = translation;
  const [one, other] = [without(whole.expr, before), without(whole.expr, out)];
  const terms = whole.places.map(({ environment, present }) => {
    const [a, b] = [one, other].map((expr) => translation.expression(expr, environment));
    if (a === undefined || b === undefined) throw new Error('a statement has no value');
    const same = form.iff(asNode(a.value), asNode(b.value));
    return { node: form.and([present, form.not(same)]), trails: [a.trail, b.trail] };
  });
  return { node: form.or(terms.map(({ node }) => node)), trails: terms.flatMap(({ trails }) => trails) };
}

function without(expr: Expr, out: readonly Removable[]): Expr {
  const removed = out.find(({ part }) => part.expr === expr);
  if (removed !== undefined) return { kind: 'literal', value: { kind: 'yesno', value: removed.without } };
  const before = children(expr);
  const after = before.map((part) => without(part, out));
  if (after.every((part, i) => part === before[i])) return expr;
  let at = 0;
  return mapChildren(expr, (part) => after[at++] ?? part);
}
