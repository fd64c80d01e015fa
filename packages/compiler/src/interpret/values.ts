/** Values and their types as the interpreter holds them. */
import {
  beforeAll,
  type Day,
  type Duration,
  formatDay,
  formatDuration,
  notYet,
  numberOf,
  packDuration,
  type ResultValue,
  type Scalar,
} from '@proviso/runtime';
import { assertNever } from '../6-plan/assert-never.ts';
import type { Definition, Expr, Literal, Type } from '../6-plan/plan.ts';

/** The value of an expression; `undefined` is ⊥. Dates are day numbers, durations packed, numbers in units. */
export type Value = Scalar | undefined;

/** The type of an expression: that of a definition, statuses included. */
export type ValueType = Definition['type'];

/** The constant that a literal stands for. */
export function valueOfLiteral(literal: Literal): Scalar {
  switch (literal.kind) {
    case 'yesno':
    case 'number':
    case 'date':
    case 'enum':
    case 'status':
    case 'text':
      return literal.value;
    case 'beforeAll':
      return beforeAll;
    case 'notYet':
      return notYet;
    case 'duration':
      return packDuration(literal.months, literal.days);
    default:
      return assertNever(literal);
  }
}

/** The type of an expression of a well-formed plan. */
export function typeOfExpr(expr: Expr, definitions: ReadonlyMap<string, Definition>): ValueType {
  switch (expr.kind) {
    case 'literal':
      return typeOfLiteral(expr.value);
    case 'fact':
      return expr.type;
    case 'ref': {
      const definition = definitions.get(expr.id);
      if (definition === undefined) throw new Error(`the plan has no definition ${expr.id}`);
      return definition.type;
    }
    case 'asOf':
    case 'addDuration':
    case 'extreme':
    case 'extremeIn':
      return { kind: 'date' };
    case 'sum':
      return typeOfExpr(expr.left, definitions);
    case 'scale':
    case 'mark':
      return typeOfExpr(expr.of, definitions);
    case 'case':
      return typeOfExpr(expr.otherwise, definitions);
    case 'has':
    case 'reading':
    case 'not':
    case 'atLeast':
    case 'atLeastIn':
    case 'le':
    case 'eq':
    case 'inForce':
      return { kind: 'yesno' };
    default:
      return assertNever(expr);
  }
}

function typeOfLiteral(literal: Literal): ValueType {
  switch (literal.kind) {
    case 'beforeAll':
    case 'notYet':
      return { kind: 'date' };
    case 'number':
      return { kind: 'number', places: literal.places };
    case 'enum':
      return { kind: 'enum', name: literal.name };
    default:
      return { kind: literal.kind };
  }
}

/** A value in its JSON form: `yes`, `no`, `unknown`, an ISO date or duration, `notYet`, a number, a member, a status. */
export function renderValue(value: Value, type: ValueType | Type): ResultValue {
  if (value === undefined) return 'unknown';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  switch (type.kind) {
    case 'number':
      return numberOf(value, type.places);
    case 'date':
      return formatDay(value as Day);
    case 'duration':
      return formatDuration(value as Duration);
    default:
      throw new Error(`a number is no value of type ${type.kind}`);
  }
}
