/** Types of expressions in a plan that nobody has checked yet. */
import { assertNever } from './assert-never.ts';
import type { Definition, Expr, Field, Literal, Path, Type } from './plan.ts';

/** The type of an expression; `null` where it has none, which has been reported. */
export type ExprType = Definition['type'] | null;

/** What an expression can refer to. */
export interface Surroundings {
  readonly enums: ReadonlyMap<string, readonly string[]>;
  /** Fields by record; those of the case under null. */
  readonly fields: ReadonlyMap<string | null, ReadonlyMap<string, Field>>;
  readonly ambiguities: ReadonlyMap<string, readonly string[]>;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The ids that may be referred to: those defined earlier. */
  readonly earlier: ReadonlySet<string>;
  /** The ids of earlier definitions in whose value a choice stands. */
  readonly choices: ReadonlySet<string>;
  readonly citeCount: number;
  readonly report: (pointer: string, message: string) => void;
}

type Variables = ReadonlyMap<string, string>;

/** The type of `e`, after reporting everything wrong in it. `variables`: the record of each. */
export function checkExpr(e: Expr, pointer: string, variables: Variables, s: Surroundings): ExprType {
  const visit = (part: Expr, at: string, inner: Variables = variables): ExprType =>
    checkExpr(part, `${pointer}/${at}`, inner, s);
  const expect = (part: Expr, at: string, kind: string, inner: Variables = variables): ExprType => {
    const type = visit(part, at, inner);
    if (type === null || type.kind === kind) return type;
    s.report(`${pointer}/${at}`, `should be a ${kind}, is a ${type.kind}`);
    return null;
  };
  switch (e.kind) {
    case 'literal':
      return literalType(e.value, `${pointer}/value`, s);
    case 'fact': {
      const type = pathType(e.at, `${pointer}/at`, variables, s);
      if (type !== null && !sameType(type, e.type)) {
        s.report(`${pointer}/type`, `${textOf(e.at)} is a ${type.kind}, not this ${e.type.kind}`);
      }
      if (type?.kind === 'list' || type?.kind === 'record' || type?.kind === 'set') {
        s.report(`${pointer}/at`, `${textOf(e.at)} is a ${type.kind}, which has no single value`);
      }
      return e.type;
    }
    case 'has': {
      const type = pathType(e.at, `${pointer}/at`, variables, s);
      if (type === null) return yesno;
      if (type.kind !== 'set') s.report(`${pointer}/at`, `${textOf(e.at)} is a ${type.kind}, not a set`);
      else if (s.enums.get(type.of)?.includes(e.member) !== true) {
        s.report(`${pointer}/member`, `${type.of} has no member \`${e.member}\``);
      }
      return yesno;
    }
    case 'asOf':
      return date;
    case 'ref':
      return refType(e, pointer, variables, s);
    case 'reading':
      if (s.ambiguities.get(e.ambiguity)?.includes(e.reading) !== true) {
        s.report(pointer, `no reading \`${e.ambiguity}.${e.reading}\``);
      }
      return yesno;
    case 'not':
      expect(e.of, 'of', 'yesno');
      return yesno;
    case 'atLeast':
      for (const [i, part] of e.of.entries()) expect(part, `of/${i}`, 'yesno');
      return yesno;
    case 'atLeastIn':
      expect(e.of, 'of', 'yesno', bind(e, pointer, variables, s));
      return yesno;
    case 'le':
      sameUnits(expect(e.left, 'left', e.on), expect(e.right, 'right', e.on), pointer, s);
      for (const side of ['left', 'right'] as const) {
        if (hasChoice(e[side], s)) {
          s.report(`${pointer}/${side}`, 'a comparison has no case and no earliest or latest below it');
        }
      }
      return yesno;
    case 'eq':
      sameUnits(expect(e.left, 'left', e.on), expect(e.right, 'right', e.on), pointer, s);
      return yesno;
    case 'sum': {
      const left = expect(e.left, 'left', 'number');
      sameUnits(left, expect(e.right, 'right', 'number'), pointer, s);
      return left;
    }
    case 'scale':
      return expect(e.of, 'of', 'number');
    case 'addDuration':
      expect(e.date, 'date', 'date');
      expect(e.duration, 'duration', 'duration');
      return date;
    case 'extreme':
      for (const [i, part] of e.of.entries()) expect(part, `of/${i}`, 'date');
      return date;
    case 'extremeIn':
      expect(e.of, 'of', 'date', bind(e, pointer, variables, s));
      return date;
    case 'case': {
      const type = visit(e.otherwise, 'otherwise');
      for (const [i, branch] of e.branches.entries()) {
        expect(branch.when, `branches/${i}/when`, 'yesno');
        const then = visit(branch.then, `branches/${i}/then`);
        if (type !== null && then !== null && !sameType(type, then)) {
          s.report(
            `${pointer}/branches/${i}/then`,
            `is a ${then.kind}, while \`otherwise\` is a ${type.kind}`,
          );
        }
      }
      if (e.exclusive === true && !isSame(e.otherwise, e.branches.at(-1)?.then)) {
        s.report(
          `${pointer}/otherwise`,
          'is not the last branch again, as it is where exactly one guard holds',
        );
      }
      return type;
    }
    case 'inForce':
      expect(e.on, 'on', 'date');
      return yesno;
    case 'mark':
      checkCites(e.mark.cites, `${pointer}/mark/cites`, s);
      return visit(e.of, 'of');
    default:
      return assertNever(e);
  }
}

const yesno: Type = { kind: 'yesno' };
const date: Type = { kind: 'date' };

/** Citations are indexes into the plan's list. */
export function checkCites(
  cites: readonly number[],
  pointer: string,
  s: Pick<Surroundings, 'citeCount' | 'report'>,
): void {
  for (const [i, cite] of cites.entries()) {
    if (cite >= s.citeCount) s.report(`${pointer}/${i}`, `there is no citation ${cite}`);
  }
}

/** The type of a constant, after checking that an enum has it. */
export function literalType(
  value: Literal,
  pointer: string,
  s: Pick<Surroundings, 'enums' | 'report'>,
): Definition['type'] {
  switch (value.kind) {
    case 'yesno':
    case 'duration':
    case 'text':
    case 'status':
    case 'date':
      return { kind: value.kind };
    case 'beforeAll':
    case 'notYet':
      return date;
    case 'number':
      return { kind: 'number', places: value.places };
    case 'enum':
      if (s.enums.get(value.name)?.includes(value.value) !== true) {
        s.report(pointer, `${value.name} has no member \`${value.value}\``);
      }
      return { kind: 'enum', name: value.name };
    default:
      return assertNever(value);
  }
}

export function sameType(a: Definition['type'], b: Definition['type']): boolean {
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && a.places === b.places;
    case 'enum':
    case 'record':
      return b.kind === a.kind && a.name === b.name;
    case 'set':
    case 'list':
      return b.kind === a.kind && a.of === b.of;
    default:
      return true;
  }
}

function textOf(path: Path): string {
  return `\`${[...(path.base === null ? [] : [path.base]), ...path.path].join('.')}\``;
}

/** The type of what stands at a path; `null`, and a report, where nothing does. */
function pathType(path: Path, pointer: string, variables: Variables, s: Surroundings): Type | null {
  const start = path.base === null ? null : variables.get(path.base);
  if (start === undefined) {
    s.report(`${pointer}/base`, `there is no variable \`${path.base}\` here`);
    return null;
  }
  let type: Type | null = start === null ? null : { kind: 'record', name: start };
  for (const [i, step] of path.path.entries()) {
    const record: string | null | undefined =
      type === null ? null : type.kind === 'record' ? type.name : undefined;
    const field: Field | undefined = record === undefined ? undefined : s.fields.get(record)?.get(step);
    if (field === undefined) {
      s.report(`${pointer}/path/${i}`, `there is no fact ${textOf(path)}`);
      return null;
    }
    type = field.type;
  }
  if (type === null) s.report(`${pointer}/path`, 'is empty');
  return type;
}

function refType(
  e: Extract<Expr, { kind: 'ref' }>,
  pointer: string,
  variables: Variables,
  s: Surroundings,
): ExprType {
  const definition = s.definitions.get(e.id);
  if (definition === undefined || !s.earlier.has(e.id)) {
    const what =
      definition === undefined ? 'there is no definition' : 'refers forward or to itself: definition';
    s.report(`${pointer}/id`, `${what} \`${e.id}\``);
    return null;
  }
  const of = e.of === undefined ? undefined : pathType(e.of, `${pointer}/of`, variables, s);
  const record = definition.param?.record;
  if (record === undefined && e.of !== undefined) s.report(`${pointer}/of`, `\`${e.id}\` has no parameter`);
  if (record !== undefined && e.of === undefined)
    s.report(pointer, `\`${e.id}\` needs an instance of ${record}`);
  if (
    record !== undefined &&
    of !== undefined &&
    of !== null &&
    (of.kind !== 'record' || of.name !== record)
  ) {
    s.report(`${pointer}/of`, `\`${e.id}\` needs an instance of ${record}`);
  }
  return definition.type;
}

function bind(
  e: Extract<Expr, { kind: 'atLeastIn' | 'extremeIn' }>,
  pointer: string,
  variables: Variables,
  s: Surroundings,
): Variables {
  const type = pathType(e.in, `${pointer}/in`, variables, s);
  if (type !== null && type.kind !== 'list')
    s.report(`${pointer}/in`, `${textOf(e.in)} is a ${type.kind}, not a list`);
  return type?.kind === 'list' ? new Map([...variables, [e.as, type.of]]) : variables;
}

/**
 * Whether two parts of a plan are alike, in whatever order their keys stand, and whatever the members of lists are called: a
 * comparison that is distributed over a case names them apart. `names` are those bound around the two.
 */
function isSame(a: unknown, b: unknown, names: ReadonlyMap<unknown, unknown> = new Map()): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const right = new Map<string, unknown>(Object.entries(b));
  const left = Object.entries(a);
  const bound = 'as' in a ? new Map([...names, [a.as, right.get('as')]]) : names;
  return (
    left.length === right.size &&
    left.every(([key, value]) =>
      key === 'as' || key === 'base'
        ? (bound.get(value) ?? value) === right.get(key)
        : isSame(value, right.get(key), bound),
    )
  );
}

/** Numbers that meet have the same places, enum members are of the same enum. */
function sameUnits(l: ExprType, r: ExprType, pointer: string, s: Surroundings): void {
  if (l === null || r === null) return;
  if (l.kind === 'number' && r.kind === 'number' && l.places !== r.places) {
    s.report(pointer, `${l.places} places beside ${r.places}`);
  }
  if (l.kind === 'enum' && r.kind === 'enum' && l.name !== r.name)
    s.report(pointer, `${l.name} beside ${r.name}`);
}

/** A choice in value position: what comparisons must have been distributed over. */
export function hasChoice(e: Expr, s: Pick<Surroundings, 'choices'>): boolean {
  switch (e.kind) {
    case 'case':
    case 'extreme':
    case 'extremeIn':
      return true;
    case 'mark':
    case 'scale':
      return hasChoice(e.of, s);
    case 'sum':
      return hasChoice(e.left, s) || hasChoice(e.right, s);
    case 'addDuration':
      return hasChoice(e.date, s) || hasChoice(e.duration, s);
    case 'ref':
      return s.choices.has(e.id);
    default:
      return false;
  }
}
