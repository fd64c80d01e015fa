/**
 * Shapes of JSON: one description from which both the check of untrusted JSON and its JSON Schema come, so that the two
 * cannot disagree.
 */
import { isKeyed } from '@proviso/runtime';
import { assertNever } from './assert-never.ts';

export type Shape =
  | { readonly kind: 'string'; readonly pattern?: string; readonly describe?: string }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'boolean' }
  /** A string or a number. */
  | { readonly kind: 'scalar' }
  /** Exactly one of these. */
  | { readonly kind: 'words'; readonly of: readonly (string | number | boolean)[] }
  | { readonly kind: 'list'; readonly of: Shape; readonly min?: number }
  | { readonly kind: 'nullable'; readonly of: Shape }
  /** An object of these keys and no others. */
  | { readonly kind: 'object'; readonly required: Shapes; readonly optional?: Shapes }
  /** An object of names of the author's. */
  | { readonly kind: 'map'; readonly of: Shape }
  /** Objects told apart by their `kind`. */
  | { readonly kind: 'union'; readonly of: Readonly<Record<string, Shape & { readonly kind: 'object' }>> }
  /** Objects told apart by whether they have this key. */
  | {
      readonly kind: 'either';
      readonly key: string;
      readonly having: Shape & { readonly kind: 'object' };
      readonly lacking: Shape & { readonly kind: 'object' };
    }
  /** A shape by name, so that shapes can contain themselves. */
  | { readonly kind: 'named'; readonly name: string }
  /** Any JSON. */
  | { readonly kind: 'json' };

export type Shapes = Readonly<Record<string, Shape>>;

/** What is wrong, and where, as a JSON Pointer (RFC 6901). */
export interface ShapeProblem {
  readonly pointer: string;
  readonly message: string;
}

/** Bounds that keep a hostile document from hurting whoever reads it. */
export interface ShapeLimits {
  readonly depth: number;
  readonly nodes: number;
  readonly problems: number;
}

/** Everything in which `json` differs from the shape, in document order, up to the limit. */
export function checkShape(
  json: unknown,
  shape: Shape,
  named: Shapes,
  limits: ShapeLimits,
): readonly ShapeProblem[] {
  const problems: ShapeProblem[] = [];
  let nodes = 0;
  const report = (pointer: string, message: string): void => {
    if (problems.length < limits.problems) problems.push({ pointer, message });
  };
  const visit = (value: unknown, shape: Shape, pointer: string, depth: number): void => {
    nodes += 1;
    if (nodes === limits.nodes + 1) report('', `more than ${limits.nodes} values`);
    if (nodes > limits.nodes || problems.length >= limits.problems) return;
    if (depth > limits.depth) {
      report(pointer, `nested more than ${limits.depth} deep`);
      return;
    }
    const object = (required: Shapes, optional: Shapes, found: Readonly<Record<string, unknown>>): void => {
      for (const key of Object.keys(required)) {
        if (!Object.hasOwn(found, key)) report(pointer, `has no \`${key}\``);
      }
      for (const [key, part] of Object.entries(found)) {
        const at = `${pointer}/${escape(key)}`;
        const of = Object.hasOwn(required, key)
          ? required[key]
          : Object.hasOwn(optional, key)
            ? optional[key]
            : undefined;
        if (of === undefined) report(at, 'is not a key of this object');
        else visit(part, of, at, depth + 1);
      }
    };
    switch (shape.kind) {
      case 'string':
        if (typeof value !== 'string') report(pointer, `should be a string, not ${typeName(value)}`);
        else if (shape.pattern !== undefined && !pattern(shape.pattern).test(value)) {
          report(pointer, `should be ${shape.describe ?? `like ${shape.pattern}`}`);
        }
        return;
      case 'integer':
        if (!Number.isSafeInteger(value) || Number(value) < shape.min || Number(value) > shape.max) {
          report(pointer, `should be a whole number from ${shape.min} to ${shape.max}, not ${shown(value)}`);
        }
        return;
      case 'boolean':
        if (typeof value !== 'boolean') report(pointer, `should be true or false, not ${typeName(value)}`);
        return;
      case 'scalar':
        if (typeof value !== 'string' && (typeof value !== 'number' || !Number.isFinite(value)))
          report(pointer, `should be a string or a number, not ${typeName(value)}`);
        return;
      case 'words':
        if (!shape.of.some((word) => word === value)) {
          report(
            pointer,
            `should be ${shape.of.map((w) => JSON.stringify(w)).join(' or ')}, not ${shown(value)}`,
          );
        }
        return;
      case 'list':
        if (!Array.isArray(value)) report(pointer, `should be a list, not ${typeName(value)}`);
        else {
          if (value.length < (shape.min ?? 0)) report(pointer, `should have at least ${shape.min} elements`);
          for (const [i, part] of value.entries()) visit(part, shape.of, `${pointer}/${i}`, depth + 1);
        }
        return;
      case 'nullable':
        if (value !== null) visit(value, shape.of, pointer, depth);
        return;
      case 'object':
        if (isKeyed(value)) object(shape.required, shape.optional ?? {}, value);
        else report(pointer, `should be an object, not ${typeName(value)}`);
        return;
      case 'map':
        if (!isKeyed(value)) report(pointer, `should be an object, not ${typeName(value)}`);
        else {
          for (const [key, part] of Object.entries(value)) {
            visit(part, shape.of, `${pointer}/${escape(key)}`, depth + 1);
          }
        }
        return;
      case 'union': {
        if (!isKeyed(value)) {
          report(pointer, `should be an object, not ${typeName(value)}`);
          return;
        }
        const kind = Object.hasOwn(value, 'kind') ? value['kind'] : undefined;
        const variant =
          typeof kind === 'string' && Object.hasOwn(shape.of, kind) ? shape.of[kind] : undefined;
        if (variant === undefined) report(`${pointer}/kind`, `unknown kind ${shown(kind)}`);
        else {
          const required = { kind: { kind: 'json' } as const, ...variant.required };
          object(required, variant.optional ?? {}, value);
        }
        return;
      }
      case 'either':
        visit(
          value,
          isKeyed(value) && Object.hasOwn(value, shape.key) ? shape.having : shape.lacking,
          pointer,
          depth,
        );
        return;
      case 'named': {
        const of = named[shape.name];
        if (of === undefined) throw new Error(`no shape ${shape.name}`);
        visit(value, of, pointer, depth);
        return;
      }
      case 'json':
        visitJson(value, pointer, depth);
    }
  };
  const visitJson = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value === 'object' && value !== null) {
      const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
      for (const [key, part] of parts)
        visit(part, { kind: 'json' }, `${pointer}/${escape(String(key))}`, depth + 1);
    } else if (
      typeof value === 'number' ? !Number.isFinite(value) : !jsonTypes.has(typeof value) && value !== null
    ) {
      report(pointer, `${typeName(value)} is not JSON`);
    }
  };
  visit(json, shape, '', 0);
  return problems;
}

/** The expressions of patterns, each made once: there are few of them and many texts. */
const patterns = new Map<string, RegExp>();

function pattern(source: string): RegExp {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  const made = new RegExp(source, 'u');
  patterns.set(source, made);
  return made;
}

const jsonTypes: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return value === undefined ? 'missing' : `a ${typeof value}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string')
    return value.length > 60 ? `${JSON.stringify(value.slice(0, 60))}…` : JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeName(value);
}

/** A key as a reference token of a JSON Pointer. */
export function escape(key: string): string {
  // Nearly all are names.
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** A JSON Schema, as data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The JSON Schema (2020-12) of a shape; named shapes become `$defs`. */
export function schemaOfShape(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'string':
      return { type: 'string', ...(shape.pattern === undefined ? {} : { pattern: shape.pattern }) };
    case 'integer':
      return { type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'boolean':
      return { type: 'boolean' };
    case 'scalar':
      return { type: ['string', 'number'] };
    case 'words':
      return shape.of.length === 1 ? { const: shape.of[0] } : { enum: shape.of };
    case 'list':
      return {
        type: 'array',
        items: schemaOfShape(shape.of),
        ...(shape.min === undefined ? {} : { minItems: shape.min }),
      };
    case 'nullable':
      return { anyOf: [schemaOfShape(shape.of), { type: 'null' }] };
    case 'object':
      return objectSchema(shape.required, shape.optional ?? {});
    case 'map':
      return { type: 'object', additionalProperties: schemaOfShape(shape.of) };
    case 'union':
      return {
        oneOf: Object.entries(shape.of).map(([kind, variant]) =>
          objectSchema({ kind: { kind: 'words', of: [kind] }, ...variant.required }, variant.optional ?? {}),
        ),
      };
    case 'either':
      return { anyOf: [schemaOfShape(shape.lacking), schemaOfShape(shape.having)] };
    case 'named':
      return { $ref: `#/$defs/${shape.name}` };
    case 'json':
      return {};
    default:
      return assertNever(shape);
  }
}

function objectSchema(required: Shapes, optional: Shapes): JsonSchema {
  const properties = Object.entries({ ...required, ...optional }).map(([key, of]) => [
    key,
    schemaOfShape(of),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: Object.keys(required),
    additionalProperties: false,
  };
}
