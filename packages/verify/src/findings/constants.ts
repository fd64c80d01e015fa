/** Conditions that always hold or never do, branches that are never reached, rules that never apply, are met or breached. */
import {
  children,
  dependentsOf,
  type Expr,
  mapChildren,
  type Plan,
  referrersOf,
  refsIn,
} from '@proviso/compiler/plan';
import type { Translation } from '../translate/translator.ts';
import { type Asked, askWhether, type Search, type Told } from './ask.ts';
import { isWritten, type Site, sitesOf } from './constant-sites.ts';
import { type Claim, type Finding, findingUnless } from './finding.ts';
import { type Part, partsWithin, type Root, rootsOf, valueAt, wholeOf } from './parts.ts';

/** What is constant in a plan, and the plan without it. */
export interface Constants {
  readonly findings: readonly Finding[];
  /** The same plan, in which whatever is constant may be anything: what is found of it has another cause. */
  readonly freed: Translation;
  /** What a statement says in it. */
  readonly exprOf: (root: Root) => Expr;
  /** The same, in which these parts may be anything too. */
  readonly without: (parts: readonly Part[]) => Translation;
  /** The parts that were found constant, and those of which nothing can be found within the bounds. */
  readonly parts: readonly Part[];
}

/**
 * Finds what always comes out alike. A condition is claimed to be so only where nothing that it is made of explains it: the
 * smallest are claimed first, then taken to be anything, and the others asked of again.
 */
export async function constantsOf(search: Search): Promise<Constants> {
  const { plan } = search.translation;
  const freeing = new Freeing(search.translation);
  // That a count beyond the bounds never holds there says nothing of longer lists, nor does what follows from it.
  const counts = countsBeyond(search.translation);
  freeing.parts(counts);
  for (const { id, visible, expr, type } of plan.definitions) {
    if (visible && type.kind === 'yesno' && isWritten(expr)) freeing.definition(id);
  }
  const claims = new Claims(plan);
  let open = sitesOf(search.translation);
  const parts: Part[] = [...counts];
  const undecided = new Map<Site, { readonly claim: Claim; readonly told: Told }[]>();
  while (open.length > 0) {
    const freed = freeing.translation();
    const shown = await showOf({ ...search, translation: freed }, freeing, open);
    const constant = new Map<Site, Shown>();
    for (const [i, site] of open.entries()) {
      const each = shown[i];
      if (each === undefined) continue;
      undecided.delete(site);
      if (each.always.kind === 'none' || each.never.kind === 'none') {
        // What is never asked at all is neither.
        if (each.always.kind !== each.never.kind) constant.set(site, each);
      } else undecided.set(site, undecidedOf(site, each));
    }
    const isLaden = ladenBy(plan, new Set(constant.keys()));
    const next: Site[] = [];
    for (const [site, { always, never }] of constant) {
      if (site.inner.some((inner) => constant.has(inner)) || isLaden(site)) {
        next.push(site);
        continue;
      }
      const [claim, told] =
        always.kind === 'none' ? [site.claims.always, always] : [site.claims.never, never];
      if (claim !== undefined) claims.add(site, claim, told);
      freeing.site(site);
      parts.push({ ...site.part, expr: site.asked });
    }
    if (next.length === constant.size && next.length > 0) throw new Error('conditions explain each other');
    open = next;
  }
  for (const [site, each] of undecided) for (const { claim, told } of each) claims.add(site, claim, told);
  return {
    findings: claims.findings(),
    freed: freeing.translation(),
    exprOf: (root) => freeing.in(root.expr),
    without: (more) => freeing.withParts(more).translation(),
    parts,
  };
}

/** The counts that no list within the bounds can reach. */
function countsBeyond(translation: Translation): readonly Part[] {
  const within = (part: Part): readonly Part[] => {
    const { expr } = part;
    if (expr.kind === 'atLeastIn' && expr.n > translation.bounds.listLength) return [part];
    return partsWithin(translation, part).flatMap(within);
  };
  return rootsOf(translation.plan).flatMap((root) => within(wholeOf(translation, root)));
}

/** The answers that would refute that a site always holds, and that it never does. */
interface Shown {
  readonly always: Told;
  readonly never: Told;
}

async function showOf(search: Search, freeing: Freeing, sites: readonly Site[]): Promise<readonly Shown[]> {
  const { translation } = search;
  const { form } = translation;
  const asked = sites.flatMap((site): readonly Asked[] => {
    const expr = freeing.in(site.asked);
    const values = site.part.places.map((place) => valueAt(translation, place, expr));
    const trails = site.part.places.flatMap(({ environment, versions }) =>
      [expr, ...versions].map((each) => translation.expression(each, environment).trail),
    );
    return [
      { node: form.or(values.map(({ where, value }) => form.and([where, form.not(value)]))), trails },
      { node: form.or(values.map(({ where, value }) => form.and([where, value]))), trails },
    ];
  });
  const told = await askWhether(search, asked);
  return sites.map((_, i) => ({ always: told[2 * i] as Told, never: told[2 * i + 1] as Told }));
}

function undecidedOf({ claims }: Site, { always, never }: Shown): { claim: Claim; told: Told }[] {
  return [
    ...(always.kind === 'notDecided' && claims.always !== undefined
      ? [{ claim: claims.always, told: always }]
      : []),
    ...(never.kind === 'notDecided' && claims.never !== undefined
      ? [{ claim: claims.never, told: never }]
      : []),
  ];
}

/** Whether a site refers to a definition in which something is constant, through any number of others. */
function ladenBy(plan: Plan, constant: ReadonlySet<Site>): (site: Site) => boolean {
  const seeds = [...constant].flatMap(({ part, asked, frees }) => {
    const { id } = part.root;
    // That a rule is never breached explains what asks whether it is.
    const freed = frees !== undefined && 'definition' in frees ? [frees.definition] : [];
    return [...(id === undefined ? [] : [id]), ...freed.filter((each) => !refsIn(asked).has(each))];
  });
  const laden = dependentsOf(referrersOf(plan.definitions), seeds);
  return ({ asked }) => [...refsIn(asked)].some((id) => laden.has(id));
}

/** What is taken to be anything: a fact of its own, which no case has, stands in its place. */
class Freeing {
  readonly #base: Translation;
  readonly #parts = new Map<Expr, Expr>();
  readonly #definitions = new Map<string, Expr>();
  #count = 0;

  constructor(base: Translation) {
    this.#base = base;
  }

  /** Another, in which these parts are free as well. */
  withParts(parts: readonly Part[]): Freeing {
    const other = new Freeing(this.#base);
    for (const [part, free] of this.#parts) other.#parts.set(part, free);
    for (const [id, free] of this.#definitions) other.#definitions.set(id, free);
    other.#count = this.#count;
    other.parts(parts);
    return other;
  }

  parts(parts: readonly Part[]): void {
    for (const { expr, base } of parts) this.#parts.set(expr, this.#anything(base));
  }

  site({ part, frees }: Site): void {
    if (frees === undefined) return;
    if ('definition' in frees) this.definition(frees.definition);
    else if (!this.#parts.has(frees.part)) this.#parts.set(frees.part, this.#anything(part.base));
  }

  definition(id: string): void {
    const param = this.#base.plan.definitions.find((each) => each.id === id)?.param;
    this.#definitions.set(id, this.#anything(param?.name ?? null));
  }

  /** The expression with what is free in it. */
  in(expr: Expr): Expr {
    if (this.#parts.size === 0) return expr;
    const free = this.#parts.get(expr);
    if (free !== undefined) return free;
    const before = children(expr);
    const after = before.map((part) => this.in(part));
    if (after.every((part, i) => part === before[i])) return expr;
    let at = 0;
    return mapChildren(expr, (part) => after[at++] ?? part);
  }

  translation(): Translation {
    const overrides = new Map(this.#definitions);
    for (const { id, expr } of this.#base.plan.definitions) {
      const free = this.in(expr);
      if (free !== expr && !overrides.has(id)) overrides.set(id, free);
    }
    return overrides.size === 0 ? this.#base : this.#base.with(overrides);
  }

  #anything(base: string | null): Expr {
    this.#count += 1;
    return { kind: 'fact', at: { base, path: [`.free${this.#count}`] }, type: { kind: 'yesno' } };
  }
}

/** Claims, those that say the same of the same condition made once. */
class Claims {
  readonly #plan: Plan;
  readonly #claims = new Map<
    string,
    { readonly claim: Claim; readonly told: Told; readonly sites: Site[] }
  >();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  add(site: Site, claim: Claim, told: Told): void {
    const condition = 'condition' in claim.params ? claim.params.condition : '';
    const { param, statement } = site.part.root;
    // A condition that stands in several statements is constant for the same reason in all of them.
    const key = JSON.stringify(
      condition === '' ? [claim.code, claim.params] : [claim.code, site.asked, param?.record ?? statement],
    );
    const known = this.#claims.get(key);
    if (known === undefined) this.#claims.set(key, { claim, told, sites: [site] });
    else known.sites.push(site);
  }

  findings(): readonly Finding[] {
    return [...this.#claims.values()].flatMap(({ claim, told, sites }): readonly Finding[] => {
      if (told.kind === 'seen') return [];
      const statements = [...new Set(sites.map(({ part }) => part.root.statement))];
      const names = sites.flatMap(({ part }) =>
        part.labels.map((_, i) => [part.root.statement, ...part.labels.slice(0, i + 1)].join('.')),
      );
      const cites = sites[0]?.part.cites ?? [];
      const finding = findingUnless(this.#plan, told, claim, {
        statements,
        names,
        ...(cites.length > 0 ? { cites } : {}),
      });
      return finding === undefined ? [] : [finding];
    });
  }
}
