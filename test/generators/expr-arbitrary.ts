/** Random well-typed expressions of every kind. */
import type { Ambiguity, Definition, Expr, Literal, Mark, Path, Type } from '@proviso/compiler/plan';
import { assertNever } from './assert-never.ts';
import type { Tape } from './tape.ts';
import {
  firstDate,
  instancesIn,
  membersOf,
  type Readable,
  readables,
  type Scope,
} from './vocabulary-arbitrary.ts';

/** What expressions are built from. `definitions` are those that stand earlier. */
export interface Builder {
  readonly tape: Tape;
  readonly ambiguities: readonly Ambiguity[];
  readonly definitions: readonly Definition[];
  /** Definitions whose expressions are free of case, earliest and latest: comparisons may refer to them. */
  readonly plain: ReadonlySet<string>;
}

export const literal = (value: Literal): Expr => ({ kind: 'literal', value });
export const not = (of: Expr): Expr => ({ kind: 'not', of });
export const all = (of: readonly Expr[]): Expr => ({ kind: 'atLeast', n: of.length, of });
export const any = (of: readonly Expr[]): Expr => ({ kind: 'atLeast', n: 1, of });
export const asOf: Expr = { kind: 'asOf' };
const le = (left: Expr, right: Expr, on: 'date' | 'number'): Expr => ({ kind: 'le', left, right, on });

/** A step of the trace around an expression. */
export function marked(tape: Tape, kind: Mark['kind'], of: Expr, label?: string): Expr {
  const mark: Mark = {
    kind,
    ...(label === undefined ? {} : { label }),
    ...(tape.chance(0.3) ? { certainty: tape.pick(['likely', 'very likely']) } : {}),
    cites: tape.chance(0.5) ? [tape.below(3)] : [],
  };
  return { kind: 'mark', mark, of };
}

/** A yes/no expression. */
export function condition(b: Builder, scope: Scope, depth: number): Expr {
  const { tape } = b;
  if (depth === 0) return atom(b, scope);
  const deeper = (): Expr => condition(b, scope, depth - 1);
  switch (tape.below(12)) {
    case 1:
      return not(deeper());
    case 2:
      return all(tape.times(2 + tape.below(2), deeper));
    case 3:
      return any(tape.times(2 + tape.below(2), deeper));
    case 4: {
      const of = tape.times(2 + tape.below(2), deeper);
      return { kind: 'atLeast', n: 1 + tape.below(of.length + 1), of };
    }
    case 5:
    case 6:
      return (
        overList(b, scope, (inner, as, at) => ({
          kind: 'atLeastIn',
          n: 1 + tape.below(2),
          in: at,
          as,
          of: condition(b, inner, depth - 1),
        })) ?? atom(b, scope)
      );
    case 7:
      return choice(b, scope, deeper);
    case 8:
      return marked(tape, tape.pick(['limb', 'requires', 'exception', 'row'] as const), deeper(), 'label');
    case 9:
      return reading(b) ?? atom(b, scope);
    default:
      return atom(b, scope);
  }
}

/** A yes/no expression without yes/no parts. */
function atom(b: Builder, scope: Scope): Expr {
  const { tape } = b;
  const guards: Expr[] = [];
  const read = (type: Type['kind'], fits: (field: Readable) => boolean = () => true): Expr | undefined => {
    const found = readables(scope).filter((each) => each.field.type.kind === type && fits(each));
    if (found.length === 0) return undefined;
    const { at, field, guard } = tape.pick(found);
    if (guard !== undefined) guards.push(guard);
    return { kind: 'fact', at, type: field.type };
  };
  const built = ((): Expr | undefined => {
    switch (tape.below(11)) {
      case 1:
        return reference(b, scope, ({ type }) => type.kind === 'yesno');
      case 2:
      case 3:
        return le(plainDate(b, scope, read, 2), plainDate(b, scope, read, 2), 'date');
      case 4:
        return not(le(plainDate(b, scope, read, 1), plainDate(b, scope, read, 2), 'date'));
      case 5: {
        const places = tape.pick([0, 2]);
        return le(plainNumber(b, scope, read, places, 2), plainNumber(b, scope, read, places, 2), 'number');
      }
      case 6: {
        const sets = readables(scope).filter(({ field }) => field.type.kind === 'set');
        if (sets.length === 0) return undefined;
        const { at, guard } = tape.pick(sets);
        if (guard !== undefined) guards.push(guard);
        return { kind: 'has', at, member: tape.pick(membersOf('Channel')) };
      }
      case 7:
        return equality(b, scope, read);
      case 8:
        return inForce(b, scope);
      case 9:
        return literal({ kind: 'yesno', value: tape.chance(0.5) });
      default:
        return read('yesno');
    }
  })();
  const fallback: Expr = { kind: 'fact', at: { base: null, path: ['f0'] }, type: { kind: 'yesno' } };
  if (built === undefined) return fallback;
  return guards.length === 0 ? built : all([...guards, built]);
}

type Read = (type: Type['kind'], fits?: (field: Readable) => boolean) => Expr | undefined;

function plainDate(b: Builder, scope: Scope, read: Read, depth: number): Expr {
  const { tape } = b;
  switch (tape.below(8)) {
    case 1:
    case 2:
      return asOf;
    case 3:
      return literal(
        tape.pick([
          { kind: 'date', value: firstDate + 20 },
          { kind: 'notYet' },
          { kind: 'beforeAll' },
          { kind: 'date', value: firstDate },
        ]),
      );
    case 4:
    case 5:
      if (depth === 0) return asOf;
      return {
        kind: 'addDuration',
        date: plainDate(b, scope, read, depth - 1),
        duration: duration(tape, read),
        sign: tape.pick([1, -1]),
      };
    case 6:
      return reference(b, scope, ({ type, id }) => type.kind === 'date' && b.plain.has(id)) ?? asOf;
    default:
      return read('date') ?? asOf;
  }
}

function duration(tape: Tape, read: Read): Expr {
  const fixed = literal({ kind: 'duration', months: tape.below(2), days: tape.below(15) });
  return tape.chance(0.5) ? (read('duration') ?? fixed) : fixed;
}

function plainNumber(b: Builder, scope: Scope, read: Read, places: number, depth: number): Expr {
  const { tape } = b;
  const fixed = literal({ kind: 'number', value: tape.below(7) - 2, places });
  const fact = (): Expr =>
    read('number', ({ field: { type } }) => type.kind === 'number' && type.places === places) ?? fixed;
  if (depth === 0) return fact();
  switch (tape.below(6)) {
    case 1:
      return fixed;
    case 2:
      return {
        kind: 'sum',
        left: plainNumber(b, scope, read, places, depth - 1),
        right: plainNumber(b, scope, read, places, depth - 1),
      };
    case 3:
      return { kind: 'scale', by: tape.below(5) - 2, of: plainNumber(b, scope, read, places, depth - 1) };
    case 4:
      return (
        reference(
          b,
          scope,
          ({ type, id }) => type.kind === 'number' && type.places === places && b.plain.has(id),
        ) ?? fact()
      );
    default:
      return fact();
  }
}

function equality(b: Builder, scope: Scope, read: Read): Expr | undefined {
  const { tape } = b;
  const on = tape.pick(['enum', 'yesno', 'text', 'date', 'number'] as const);
  const other = (left: Expr): Expr => {
    switch (on) {
      case 'enum': {
        const name = left.kind === 'fact' && left.type.kind === 'enum' ? left.type.name : 'Side';
        const same = read('enum', ({ field: { type } }) => type.kind === 'enum' && type.name === name);
        return tape.chance(0.3) && same !== undefined
          ? same
          : literal({ kind: 'enum', name, value: tape.pick(membersOf(name)) });
      }
      case 'yesno':
        return read('yesno') ?? literal({ kind: 'yesno', value: true });
      case 'text':
        return tape.chance(0.5)
          ? (read('text') ?? left)
          : literal({ kind: 'text', value: tape.pick(['a', 'b']) });
      case 'date':
        return plainDate(b, scope, read, 1);
      case 'number': {
        const places = left.kind === 'fact' && left.type.kind === 'number' ? left.type.places : 0;
        return plainNumber(b, scope, read, places, 1);
      }
      default:
        return assertNever(on);
    }
  };
  const left = read(on);
  return left === undefined ? undefined : { kind: 'eq', left, right: other(left), on };
}

/** The governing date is `asOf`, a date, or an event that is `asOf` where it has not happened. */
export function inForce(b: Builder, scope: Scope): Expr {
  const { tape } = b;
  const dates = readables(scope).filter(
    ({ field, guard }) => field.type.kind === 'date' && guard === undefined,
  );
  const from = tape.chance(0.8) ? firstDate + 5 + tape.below(15) : null;
  const ceasing = tape.chance(0.6) ? firstDate + 20 + tape.below(15) : null;
  if (dates.length === 0 || tape.chance(0.3)) return { kind: 'inForce', on: asOf, from, ceasing };
  const { at, field } = tape.pick(dates);
  const date: Expr = { kind: 'fact', at, type: field.type };
  const happened: Expr = {
    kind: 'case',
    branches: [
      { when: { kind: 'eq', left: date, right: literal({ kind: 'notYet' }), on: 'date' }, then: asOf },
    ],
    otherwise: date,
  };
  return { kind: 'inForce', on: field.kind === 'event' ? happened : date, from, ceasing };
}

function reading({ tape, ambiguities }: Builder): Expr | undefined {
  if (ambiguities.length === 0) return undefined;
  const { name, readings } = tape.pick(ambiguities);
  return { kind: 'reading', ambiguity: name, reading: tape.pick(readings).name };
}

/** A reference to an earlier definition that can be named here. */
export function reference(
  b: Builder,
  scope: Scope,
  fits: (definition: Definition) => boolean,
): Expr | undefined {
  const found = b.definitions.filter(fits).flatMap((definition): readonly Expr[] => {
    if (definition.param === undefined) return [{ kind: 'ref', id: definition.id }];
    return instancesIn(scope, definition.param.record).map((of) => ({ kind: 'ref', id: definition.id, of }));
  });
  return found.length === 0 ? undefined : b.tape.pick(found);
}

/** A case on guards, on a reading, on an enum or on two conditions; exclusive where it is a table. */
export function choice(b: Builder, scope: Scope, value: () => Expr): Expr {
  const { tape } = b;
  switch (tape.below(4)) {
    case 1: {
      if (b.ambiguities.length === 0) return value();
      const { name, readings } = tape.pick(b.ambiguities);
      return table(
        readings.map((each) => ({ kind: 'reading', ambiguity: name, reading: each.name })),
        (i) => marked(tape, 'reading', value(), `${name}.${readings[i]!.name}`),
      );
    }
    case 2: {
      const found = readables(scope).filter(
        ({ field, guard }) => field.type.kind === 'enum' && guard === undefined,
      );
      if (found.length === 0) return value();
      const { at, field } = tape.pick(found);
      const { type } = field;
      const name = type.kind === 'enum' ? type.name : '';
      const rows = membersOf(name).map((member): Expr => {
        const right = literal({ kind: 'enum', name, value: member });
        return marked(
          tape,
          'row',
          { kind: 'eq', left: { kind: 'fact', at, type }, right, on: 'enum' },
          member,
        );
      });
      return table(rows, value);
    }
    case 3: {
      const [one, other] = [condition(b, scope, 1), condition(b, scope, 1)];
      const not = (of: Expr): Expr => ({ kind: 'not', of });
      const both = (of: Expr): Expr => ({ kind: 'atLeast', n: 2, of: [not(one), of] });
      const rows: readonly Expr[] = [one, both(other), both(not(other))];
      const first = tape.below(rows.length);
      return table([...rows.slice(first), ...rows.slice(0, first)], value);
    }
    default: {
      const guard = (): Expr => condition(b, scope, 1);
      return {
        kind: 'case',
        branches: tape.times(1 + tape.below(2), () => ({ when: guard(), then: value() })),
        otherwise: value(),
      };
    }
  }
}

/** Exactly one of these guards holds. */
function table(guards: readonly Expr[], value: (i: number) => Expr): Expr {
  const branches = guards.map((when, i) => ({ when, then: value(i) }));
  return { kind: 'case', branches, otherwise: branches.at(-1)!.then, exclusive: true };
}

/** Something over a list that can be read here; undefined where there is none, or two lists surround it already. */
export function overList(
  { tape }: Builder,
  scope: Scope,
  build: (inner: Scope, as: string, at: Path) => Expr,
): Expr | undefined {
  const lists = readables(scope).filter(({ field }) => field.type.kind === 'list');
  if (lists.length === 0 || scope.lists >= 2) return undefined;
  const { at, field } = tape.pick(lists);
  const as = `x${scope.variables.length}`;
  const record = field.type.kind === 'list' ? field.type.of : '';
  const variables = [...scope.variables, { name: as, record }];
  return build({ ...scope, variables, lists: scope.lists + 1 }, as, at);
}

/** A valued expression of a type, with everything that a definition may have and an operand may not. */
export function valued(b: Builder, scope: Scope, type: Type, depth: number): Expr {
  const { tape } = b;
  // Facts under an `only if` need a guard beside them, for which a value has no room.
  const read: Read = (kind, fits = () => true) => {
    const found = readables(scope).filter(
      (each) => each.field.type.kind === kind && each.guard === undefined && fits(each),
    );
    if (found.length === 0) return undefined;
    const { at, field } = tape.pick(found);
    return { kind: 'fact', at, type: field.type };
  };
  const plain = (): Expr => {
    switch (type.kind) {
      case 'date':
        return plainDate(b, scope, read, 1);
      case 'number':
        return plainNumber(b, scope, read, type.places, 1);
      case 'enum': {
        const fact = read('enum', ({ field }) => field.type.kind === 'enum' && field.type.name === type.name);
        const member = literal({ kind: 'enum', name: type.name, value: tape.pick(membersOf(type.name)) });
        return tape.chance(0.5) ? (fact ?? member) : member;
      }
      case 'text':
        return read('text') ?? literal({ kind: 'text', value: 'a' });
      default:
        return duration(tape, read);
    }
  };
  if (depth === 0) return plain();
  const deeper = (): Expr => valued(b, scope, type, depth - 1);
  const which = tape.pick(['earliest', 'latest'] as const);
  switch (tape.below(6)) {
    case 1:
    case 2:
      return choice(b, scope, deeper);
    case 3:
      if (type.kind !== 'date') return deeper();
      return { kind: 'extreme', which, of: tape.times(2 + tape.below(2), deeper) };
    case 4:
    case 5:
      if (type.kind !== 'date') return deeper();
      return (
        overList(b, scope, (inner, as, at) => ({
          kind: 'extremeIn',
          which,
          in: at,
          as,
          of: valued(b, inner, type, depth - 1),
        })) ?? deeper()
      );
    default:
      return plain();
  }
}
