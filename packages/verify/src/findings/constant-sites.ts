/** The conditions of a plan that should come out now one way and now the other. */
import { type Expr, type Plan, type Rule, unmarked } from '@proviso/compiler/plan';
import type { Translation } from '../translate/translator.ts';
import { conditionText } from '../words/write-expr.ts';
import type { Claim } from './finding.ts';
import { isYesno, type Part, partsWithin, repeats, type Root, rootsOf, wholeOf } from './parts.ts';

/** A condition, and what is claimed where it always comes out alike. */
export interface Site {
  readonly part: Part;
  /** What is asked: the part itself, or a condition made of it and of others. */
  readonly asked: Expr;
  /** By what it always comes to; nothing is claimed of what others explain. */
  readonly claims: { readonly always?: Claim; readonly never?: Claim };
  /** What may be anything once the claim is made, so that what follows from it is not claimed as well. */
  readonly frees?: { readonly part: Expr } | { readonly definition: string };
  /** The sites of its parts. */
  readonly inner: readonly Site[];
}

/** Every site of a plan, in plan order, parts before what they are parts of. */
export function sitesOf(translation: Translation): readonly Site[] {
  const { plan } = translation;
  const sites: Site[] = [];
  for (const root of rootsOf(plan)) {
    const whole = wholeOf(translation, root);
    if (whole.places.length === 0 || isWritten(root.expr)) continue;
    const walk = walker(translation, sites);
    if (root.kind === 'invariant') walk.invariant(whole);
    else walk.top(whole);
  }
  for (const rule of plan.rules) sites.push(...outcomesOf(translation, rule));
  return sites;
}

/** Whether it was written as a constant: `yes`, `no`, or a law without any condition. */
export function isWritten(expr: Expr): boolean {
  switch (expr.kind) {
    case 'literal':
    case 'inForce':
      return true;
    case 'mark':
      return isWritten(expr.of);
    case 'case':
      return (
        expr.branches.every(({ when, then }) => when.kind === 'inForce' && isWritten(then)) &&
        isWritten(expr.otherwise)
      );
    default:
      return false;
  }
}

interface Walker {
  /** The whole of a statement or aspect, or of one version of it. */
  top(part: Part): void;
  invariant(part: Part): void;
}

function walker(translation: Translation, sites: Site[]): Walker {
  const { plan } = translation;
  const add = (
    part: Part,
    claims: Site['claims'],
    inner: readonly Site[],
    asked = part.expr,
    frees: Site['frees'] = { part: part.expr },
  ): readonly Site[] => {
    const site = { part, asked, claims, frees, inner };
    sites.push(site);
    return [site];
  };
  /** The sites directly within an unmarked part. */
  const within = (part: Part): readonly Site[] => {
    const { expr } = part;
    if (expr.kind === 'case' && !isVersions(expr)) return choice(part, expr);
    // The sides of an equation are no conditions.
    if (expr.kind === 'eq') return [];
    // What is negated is no site of its own: the negation is, unless an exception is.
    return partsWithin(translation, part).flatMap((inner) =>
      expr.kind === 'not' && inner.expr.kind !== 'mark' ? within(inner) : condition(inner),
    );
  };
  const condition = (part: Part, claimsOf = usualClaims): readonly Site[] => {
    const bare = unmarkedPart(translation, part);
    const inner = within(bare);
    return isSite(plan, bare.expr) ? add(bare, claimsOf(bare), inner) : inner;
  };
  const choice = (part: Part, expr: Extract<Expr, { kind: 'case' }>): readonly Site[] => {
    const what = expr.exclusive === true ? 'row' : 'branch';
    const guards: Expr[] = [];
    const all: Site[] = [];
    for (const { when, then } of expr.branches) {
      const guard: Part = { ...part, expr: when };
      const never = claim(guard, what);
      const inner = condition(guard, (bare) =>
        expr.exclusive === true ? { never } : { ...usualClaims(bare), never },
      );
      if (expr.exclusive !== true && guards.length > 0) {
        const before = [...all];
        add(guard, { never }, [...before, ...inner], all_([...guards.map(not), when]));
      }
      all.push(...inner, ...condition({ ...part, expr: then }));
      guards.push(when);
    }
    if (expr.exclusive === true || repeats(expr)) return all;
    const last: Part = { ...part, expr: expr.otherwise };
    all.push(...condition(last));
    const site = {
      part: last,
      asked: all_(guards.map(not)),
      claims: { never: claim(last, 'otherwise') },
      inner: [...all],
    };
    sites.push(site);
    return all;
  };
  const top = (part: Part, claimsOf = topClaims): readonly Site[] => {
    const bare = unmarkedPart(translation, part);
    const { expr } = bare;
    if (expr.kind === 'case' && isVersions(expr)) {
      const versions = partsWithin(translation, bare).filter(({ expr: of }) => !isWritten(of));
      const inner = versions.flatMap((version) =>
        top(version, expr.branches.length > 1 ? versionClaims : claimsOf),
      );
      return isSite(plan, expr) ? add(bare, claimsOf(bare), inner) : inner;
    }
    const inner = within(bare);
    return isSite(plan, expr) && !isWritten(expr) ? add(bare, claimsOf(bare), inner) : inner;
  };
  /**
   * What an invariant rests on: of conditions that are never to come together, that each can; of `A or B`, that neither says
   * it all. The whole is meant always to come out alike.
   */
  const invariant = (part: Part, wanted: boolean): void => {
    const bare = unmarkedPart(translation, part);
    const { expr } = bare;
    if (expr.kind === 'not') {
      for (const inner of partsWithin(translation, bare)) invariant(inner, !wanted);
    } else if (expr.kind === 'atLeast' && (expr.n === 1 || expr.n === expr.of.length)) {
      const isOr = expr.n === 1;
      for (const inner of partsWithin(translation, bare)) {
        if (isOr === wanted) premise(inner, wanted);
        else invariant(inner, wanted);
      }
    }
  };
  const premise = (part: Part, always: boolean): void => {
    const { expr, root } = part;
    const params = { invariant: root.statement, condition: conditionText(expr), always };
    const claim = { code: 'invariant-vacuous', params } as const;
    add(part, always ? { always: claim } : { never: claim }, []);
  };
  return { top: (part) => void top(part), invariant: (part) => invariant(part, true) };
}

/** What is claimed of a rule as a whole: that it is never met, never breached. */
function outcomesOf(translation: Translation, rule: Rule): readonly Site[] {
  const { plan } = translation;
  const { name, param, applies, met, late, modality, cites } = rule;
  const definition = plan.definitions.find(({ id }) => id === met);
  if (met === undefined || definition === undefined) return [];
  const root: Root = {
    statement: name,
    kind: 'met',
    ...(param === undefined ? {} : { param }),
    expr: definition.expr,
    cites,
  };
  const part = wholeOf(translation, root);
  if (part.places.length === 0) return [];
  const of = param === undefined ? undefined : { base: param.name, path: [] };
  const ref = (id: string): Expr => ({ kind: 'ref', id, ...(of === undefined ? {} : { of }) });
  const departed = modality === 'should' || modality === 'shouldNot';
  const failed = all_([ref(applies), not(ref(met)), ...(late === undefined ? [] : [ref(late)])]);
  const breached = plan.definitions.some(({ id }) => id === `${name}.breached`);
  return [
    // A prohibition without `done` forbids what its `when` describes: it is not meant to be met.
    ...(isWritten(definition.expr)
      ? []
      : [
          {
            part,
            asked: all_([ref(applies), ref(met)]),
            claims: { never: { code: 'rule-never-met', params: { rule: name } } as const },
            frees: { definition: met },
            inner: [],
          },
        ]),
    {
      part,
      asked: failed,
      claims: { never: { code: 'rule-never-breached', params: { rule: name, departed } } as const },
      ...(breached ? { frees: { definition: `${name}.breached` } } : {}),
      inner: [],
    },
  ];
}

/** Whether a part is a condition that should come out both ways. */
function isSite(plan: Plan, expr: Expr): boolean {
  if (expr.kind === 'literal' || expr.kind === 'inForce' || expr.kind === 'reading') return false;
  if (expr.kind === 'not' && expr.of.kind === 'mark') return false;
  return isYesno(plan, expr) && !isPlumbing(expr);
}

/**
 * Whether it comes of a comparison that was taken apart: one with the day before all days or after all that can only come
 * out one way, or one of several conditions of which another does.
 */
function isPlumbing(expr: Expr): boolean {
  const bare = unmarked(expr);
  switch (bare.kind) {
    case 'not':
      return isPlumbing(bare.of);
    case 'atLeast':
      return bare.of.some(isPlumbing);
    case 'case':
      return (
        [...bare.branches.map(({ then }) => then), bare.otherwise].every(
          (then) => isPlumbing(then) || isWritten(then),
        ) && bare.branches.some(({ then }) => isPlumbing(then))
      );
    case 'le': {
      const [left, right] = [unmarked(bare.left), unmarked(bare.right)];
      if (isLiteral(right, 'notYet') || isLiteral(left, 'beforeAll')) return true;
      return (isLiteral(left, 'notYet') && isDay(right)) || (isLiteral(right, 'beforeAll') && isDay(left));
    }
    default:
      return false;
  }
}

function isLiteral(expr: Expr, kind: 'notYet' | 'beforeAll'): boolean {
  return expr.kind === 'literal' && expr.value.kind === kind;
}

function isDay(expr: Expr): boolean {
  return expr.kind === 'asOf' || (expr.kind === 'literal' && expr.value.kind === 'date');
}

function isVersions({ branches }: Extract<Expr, { kind: 'case' }>): boolean {
  return branches.every(({ when }) => when.kind === 'inForce');
}

function unmarkedPart(translation: Translation, part: Part): Part {
  const [inner] = part.expr.kind === 'mark' ? partsWithin(translation, part) : [];
  return inner === undefined ? part : unmarkedPart(translation, inner);
}

function usualClaims(part: Part): Site['claims'] {
  const params = wordsOf(part);
  return {
    always: { code: 'condition-always-holds', params },
    never: { code: 'condition-never-holds', params },
  };
}

function topClaims(part: Part): Site['claims'] {
  const { kind, statement } = part.root;
  switch (kind) {
    case 'applies':
      return {
        ...usualClaims(part),
        never: { code: 'rule-never-applies', params: { rule: statement } },
      };
    case 'late': {
      const { always } = usualClaims(part);
      return always === undefined ? {} : { always };
    }
    // Of these the rule is spoken of, or the limb of that label.
    case 'met':
    case 'label':
      return {};
    default:
      return usualClaims(part);
  }
}

/** Of one version among several, the rule as a whole is not spoken of. */
function versionClaims(part: Part): Site['claims'] {
  const { kind } = part.root;
  return kind === 'met' || kind === 'label' ? {} : usualClaims(part);
}

function claim(part: Part, what: 'branch' | 'row' | 'otherwise'): Claim {
  return { code: 'branch-never-reached', params: { ...wordsOf(part), what } };
}

/** What a message says of a part. */
export function wordsOf({ root, labels, expr }: Part): {
  readonly statement: string;
  readonly label?: string;
  readonly condition: string;
} {
  return {
    statement: root.statement,
    ...(labels.length === 0 ? {} : { label: labels.join('.') }),
    condition: conditionText(expr),
  };
}

function all_(of: readonly Expr[]): Expr {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: 'atLeast', n: of.length, of };
}

function not(of: Expr): Expr {
  return { kind: 'not', of };
}
