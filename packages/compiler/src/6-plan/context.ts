/** What every part of the lowering shares: the checked program, the tables it fills, and the definitions made so far. */
import { parseDay } from '@proviso/runtime';
import { hasChoice } from './compare.ts';
import { depthOf, MAX_DEPTH } from './depth.ts';
import { PlanLimit } from './limits.ts';
import type { Cite, Definition, Path, Type } from './plan.ts';
import type { At, AstCite, AstExpr, AstType, Program } from './syntax.ts';

/** The state of one lowering. Tables only grow; definitions are added in plan order. */
export interface Context {
  readonly program: Program;
  readonly cites: CiteTable;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The ids of definitions in whose value a `case`, `earliest` or `latest` stands. */
  readonly choices: ReadonlySet<string>;
  /** Adds a definition; what it refers to is there already. Throws `PlanLimit` where it goes too deep. */
  readonly define: (definition: Definition) => void;
}

/** Every distinct citation, in the order in which it is first used. */
export interface CiteTable {
  /** The indexes of these citations; each only once. */
  readonly indexes: (cites: readonly AstCite[]) => readonly number[];
  readonly all: () => readonly Cite[];
}

export function createContext(program: Program): Context {
  const definitions = new Map<string, Definition>();
  const choices = new Set<string>();
  const depths = new Map<string, number>();
  const define = (definition: Definition): void => {
    const depth = depthOf(definition.expr, depths);
    if (depth > MAX_DEPTH) throw new PlanLimit('depth', MAX_DEPTH);
    depths.set(definition.id, depth);
    definitions.set(definition.id, definition);
    if (hasChoice(definition.expr, choices)) choices.add(definition.id);
  };
  return { program, cites: createCiteTable(), definitions, choices, define };
}

function createCiteTable(): CiteTable {
  const byKey = new Map<string, number>();
  const list: Cite[] = [];
  const indexOf = (written: AstCite): number => {
    const cite: Cite = {
      source: written.source.text,
      pinpoint: written.pinpoint,
      ...(written.anchor === undefined ? {} : { anchor: written.anchor.value }),
    };
    const key = JSON.stringify(cite);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, list.length);
    return list.push(cite) - 1;
  };
  return {
    indexes: (cites) => [...new Set(cites.map(indexOf))],
    all: () => list,
  };
}

/** The type that the checker gave this expression. */
export function typeOf(e: AstExpr, context: Context): AstType {
  const type = context.program.types.get(e);
  if (type === undefined) throw new Error(`the checker gave no type to this ${e.kind} at ${e.span.start}`);
  return type;
}

/** The day number of a date that the checker has found in the calendar. */
export function dayOf(iso: string): number {
  const day = parseDay(iso);
  if (day === undefined) throw new Error(`${iso} is not in the calendar`);
  return day;
}

export function pathOf(at: At): Path {
  return { base: at.base, path: at.path };
}

/** Types are the same on both sides, but for units, which are words; a new object, so that a plan holds nothing of a program. */
export function planType(type: AstType): Type {
  return type.kind === 'number' ? { kind: 'number', places: type.places } : { ...type };
}
