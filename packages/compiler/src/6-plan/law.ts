/** Law and dates: governing dates, `inForce`, dated versions (`docs/semantics.md`, section 6). */
import { type Context, dayOf } from './context.ts';
import { asOf, type Branch, mark, no, notYet } from './expr.ts';
import { lowerExpr, resolve } from './lower-expr.ts';
import type { Expr, Version } from './plan.ts';
import type { AstExpr, AstLaw } from './syntax.ts';

/** One dated version of a statement, or of one aspect of it. */
export interface Dated {
  readonly law: AstLaw;
  /** Brings what this version calls its parameter to the statement's name for it. */
  readonly rename: (e: Expr) => Expr;
  /** Already renamed. */
  readonly expr: Expr;
  /** Citations for the step of the trace that names the version. */
  readonly cites: readonly number[];
}

/** The bounds of a law as day numbers. */
export function boundsOf(law: AstLaw): Version {
  return {
    from: law.from === undefined ? null : dayOf(law.from.iso),
    ceasing: law.ceasing === undefined ? null : dayOf(law.ceasing.iso),
  };
}

/**
 * The condition that the law is in force; `undefined` where nothing is said about it. A governing date without bounds
 * gives one too, always yes: by it a date outside the pack's period is found.
 */
export function inForce(law: AstLaw, context: Context): Expr | undefined {
  if (!isDated(law)) return undefined;
  return { kind: 'inForce', on: governingDate(law, context), ...boundsOf(law) };
}

function isDated(law: AstLaw): boolean {
  return law.governedBy !== undefined || law.from !== undefined || law.ceasing !== undefined;
}

/** Dated versions for the plan; absent where the statement has one version and no bounds. */
export function versionsOf(laws: readonly AstLaw[]): readonly Version[] | undefined {
  const bounds = laws.map(boundsOf);
  const undated = bounds.length === 1 && bounds.every((b) => b.from === null && b.ceasing === null);
  return undated ? undefined : bounds;
}

/** What has not happened yet is judged by the law of the day. */
function governingDate(law: AstLaw, context: Context): Expr {
  if (law.governedBy === undefined) return asOf;
  const on = lowerExpr(law.governedBy, context);
  if (!mayBeNotYet(law.governedBy, context)) return on;
  return {
    kind: 'case',
    branches: [{ when: { kind: 'eq', left: on, right: notYet, on: 'date' }, then: asOf }],
    otherwise: on,
  };
}

function mayBeNotYet(e: AstExpr, context: Context): boolean {
  switch (e.kind) {
    case 'asOf':
    case 'dateLiteral':
      return false;
    case 'group':
      return mayBeNotYet(e.of, context);
    case 'shift':
      return mayBeNotYet(e.date, context);
    case 'path': {
      const resolution = resolve(e, context);
      return resolution.kind !== 'fact' || resolution.field.input === 'event';
    }
    default:
      return true;
  }
}

/** `name@2018-05-25`, the label of a version in traces; the name alone where it has no first day. */
export function versionLabel(name: string, law: AstLaw): string {
  return law.from === undefined ? name : `${name}@${law.from.iso}`;
}

/**
 * The versions of one name, oldest first, as a `case` on the law in force. Outside every version: `outside`, or, where
 * the versions leave no day of the pack's period out, the last version, so that an unknown date on whose versions all
 * agree does not matter.
 */
export function overVersions(
  name: string,
  versions: readonly Dated[],
  outside: 'no' | 'last',
  context: Context,
): Expr {
  const last = versions.at(-1);
  if (last === undefined) throw new Error(`${name} has no version`);
  const [only] = versions;
  if (only !== undefined && versions.length === 1 && !isDated(only.law)) return only.expr;
  const branches = versions.map(({ law, rename, expr, cites }): Branch => {
    const when: Expr = { kind: 'inForce', on: rename(governingDate(law, context)), ...boundsOf(law) };
    const bounded = law.from !== undefined || law.ceasing !== undefined;
    return {
      when,
      then: bounded ? mark({ kind: 'version', label: versionLabel(name, law), cites }, expr) : expr,
    };
  });
  const lastThen = branches.at(-1)?.then ?? last.expr;
  // A law without bounds is always in force, so nothing is outside it.
  const always = versions.length === 1 && last.law.from === undefined && last.law.ceasing === undefined;
  const covered = !always && coverPeriod(branches, context);
  const otherwise = outside === 'last' || covered ? lastThen : no;
  return { kind: 'case', branches, otherwise };
}

/** Do these versions, on one and the same date, leave no day of the pack's period out? */
function coverPeriod(branches: readonly Branch[], context: Context): boolean {
  const period = periodOf(context);
  const laws = branches.map((b) => b.when).filter((when) => when.kind === 'inForce');
  const [first] = laws;
  const last = laws.at(-1);
  if (first === undefined || last === undefined || laws.length !== branches.length) return false;
  const on = JSON.stringify(first.on);
  if (laws.some((law) => JSON.stringify(law.on) !== on)) return false;
  if (first.from !== null && first.from > period.from) return false;
  if (last.ceasing !== null && (period.ceasing === null || last.ceasing < period.ceasing)) return false;
  return laws.slice(1).every((law, i) => {
    const before = laws[i]?.ceasing;
    return law.from !== null && (before === null || (before !== undefined && before >= law.from));
  });
}

/** 0001-01-01, where a pack states no first day. */
const FIRST_DAY = '0001-01-01';

/** The pack's period as day numbers. */
export function periodOf(context: Context): { readonly from: number; readonly ceasing: number | null } {
  const { from, ceasing } = context.program.pack;
  return { from: dayOf(from?.iso ?? FIRST_DAY), ceasing: ceasing === undefined ? null : dayOf(ceasing.iso) };
}
