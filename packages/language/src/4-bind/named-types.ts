import { assertNever } from '../assert-never.ts';
import type { FactDecl, TypeExpr } from '../ast/ast.ts';
import type { Program, Type } from '../program.ts';

type NumberType = Extract<Type, { readonly kind: 'number' }>;
type Types = Pick<Program, 'enums' | 'records'>;

/** The type that is written, or null where it names something that is not there (reported where it is written). */
export function typeOfExpr(type: TypeExpr, symbols: Types): Type | null {
  switch (type.kind) {
    case 'yesnoType':
      return { kind: 'yesno' };
    case 'dateType':
      return { kind: 'date' };
    case 'durationType':
      return { kind: 'duration' };
    case 'textType':
      return { kind: 'text' };
    case 'numberType':
      return {
        kind: 'number',
        places: type.places,
        ...(type.unit === undefined ? {} : { unit: type.unit.value }),
      };
    case 'setType':
      return symbols.enums.has(type.of.text) ? { kind: 'set', of: type.of.text } : null;
    case 'listType':
      return symbols.records.has(type.of.text) ? { kind: 'list', of: type.of.text } : null;
    case 'namedType': {
      const name = type.name.text;
      if (symbols.enums.has(name)) return { kind: 'enum', name };
      return symbols.records.has(name) ? { kind: 'record', name } : null;
    }
    default:
      return assertNever(type);
  }
}

/** The record or enum that a written type speaks of, alone, in a list or in a set. */
export function namedIn(type: TypeExpr | undefined): string | undefined {
  switch (type?.kind) {
    case 'namedType':
      return type.name.text;
    case 'listType':
    case 'setType':
      return type.of.text;
    default:
      return undefined;
  }
}

/** The type of a fact, event or judgement. */
export function typeOfFact(fact: FactDecl, symbols: Pick<Program, 'enums' | 'records'>): Type | null {
  if (fact.input === 'event') return { kind: 'date' };
  return fact.type === undefined ? { kind: 'yesno' } : typeOfExpr(fact.type, symbols);
}

/** Whether two types are the same. */
export function sameType(a: Type, b: Type): boolean {
  switch (a.kind) {
    case 'yesno':
    case 'date':
    case 'duration':
    case 'text':
      return a.kind === b.kind;
    case 'number':
      return b.kind === 'number' && a.places === b.places && sameUnit(a, b);
    case 'enum':
      return b.kind === 'enum' && a.name === b.name;
    case 'record':
      return b.kind === 'record' && a.name === b.name;
    case 'set':
      return b.kind === 'set' && a.of === b.of;
    case 'list':
      return b.kind === 'list' && a.of === b.of;
    default:
      return assertNever(a);
  }
}

/** Whether two numbers can be of one unit: what is written without one goes with any. */
export function sameUnit(a: NumberType, b: NumberType): boolean {
  return a.unit === undefined || b.unit === undefined || a.unit === b.unit;
}

/** A type in the author's words, for messages. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'yesno':
      return 'yes/no';
    case 'number':
      return `${type.places === 0 ? 'a number' : `a decimal(${type.places})`}${type.unit === undefined ? '' : ` in ${type.unit}`}`;
    case 'date':
      return 'a date';
    case 'duration':
      return 'a duration';
    case 'text':
      return 'text';
    case 'enum':
      return `one of \`${type.name}\``;
    case 'record':
      return `a \`${type.name}\``;
    case 'set':
      return `a set of \`${type.of}\``;
    case 'list':
      return `a list of \`${type.of}\``;
    default:
      return assertNever(type);
  }
}
