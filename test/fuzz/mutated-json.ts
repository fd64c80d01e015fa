/** JSON changed in a few places: a part left out, doubled, renamed, put in the place of another, or replaced by junk. */
import * as fc from 'fast-check';
import type { Json, JsonObject } from '@proviso/compiler/plan';

interface Edit {
  /** The numbers of the part that is changed, and of another one. */
  readonly at: number;
  readonly other: number;
  readonly what: 'delete' | 'double' | 'rename' | 'graft' | 'kin' | 'nudge' | 'junk';
  readonly junk: Json;
  readonly key: string;
}

const nested = (depth: number): Json => {
  let value: Json = [];
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { atLeast: value };
  return value;
};

/** JSON of no use: small values, values of the wrong type, and the ends of what numbers and texts can be. */
export const junk: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<Json>(
      null,
      true,
      false,
      0,
      -1,
      1,
      2,
      0.5,
      1e12,
      1e13,
      1e308,
      -0.001,
      719_162,
      -719_163,
      2_932_896,
      2_932_897,

      '',
      'a',
      'yes',
      'unknown',
      'notYet',
      'beforeAll',
      '2021-02-28',
      '2021-02-30',
      'P1M',
      'P',
      'P9999999999D',

      '__proto__',
      'constructor',
      'toString',
      '\u202e',
      '\u2028',
      '\ud800',
      "'",
      '*/',
      '${x}',
      'x'.repeat(10_001),
      [],
      {},
      [[]],
      [{}],
      { atLeast: [] },
      { atLeast: [{}] },
      { kind: 'literal', value: { kind: 'yesno', value: true } },
      { kind: 'asOf' },
      { kind: 'yesno' },
      { kind: 'nothing' },
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
  { weight: 1, arbitrary: fc.constantFrom(40, 700).map(nested) },
);

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(0x7fff_ffff),
  other: fc.nat(0x7fff_ffff),
  what: fc.constantFrom('delete', 'double', 'rename', 'graft', 'kin', 'kin', 'kin', 'nudge', 'junk'),
  junk,
  key: fc.constantFrom(
    'nobody',
    '__proto__',
    'constructor',
    'kind',
    'of',
    'name',
    'atLeast',
    'otherwise',
    '',
    'a b',
  ),
});

/** The values that come of `base`, with up to four changes, as JSON text. */
export function mutatedJson(base: fc.Arbitrary<Json>): fc.Arbitrary<string> {
  return fc
    .tuple(
      base,
      fc.oneof(
        fc.array(edit, { minLength: 1, maxLength: 1 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
      ),
    )
    .map(([value, edits]) => JSON.stringify(edits.reduce(edited, value)));
}

function edited(value: Json, { at, other, what, junk: put, key }: Edit): Json {
  const parts = countOf(value);
  const target = at % parts;
  switch (what) {
    case 'delete':
      return changed(value, target, () => undefined) ?? null;
    case 'double':
      return (
        changed(value, target, (part) =>
          Array.isArray(part) ? [...(part as readonly Json[]), ...(part as readonly Json[])] : [part, part],
        ) ?? null
      );
    case 'rename':
      return changed(value, target, (part) => renamed(part, other, key)) ?? null;
    case 'graft': {
      const graft = partsOf(value)[other % parts]!.part;
      return changed(value, target, () => graft) ?? null;
    }
    case 'kin': {
      const all = partsOf(value);
      const kin = all.filter(({ kind }) => kind === all[target]!.kind);
      return changed(value, target, () => kin[other % kin.length]!.part) ?? null;
    }
    case 'nudge':
      return changed(value, target, nudged) ?? null;
    case 'junk':
      return changed(value, target, () => put) ?? null;
    default:
      throw new Error(`no such edit: ${String(what satisfies never)}`);
  }
}

function childrenOf(value: Json): readonly Json[] {
  return typeof value === 'object' && value !== null ? (Object.values(value) as readonly Json[]) : [];
}

function countOf(value: Json): number {
  return childrenOf(value).reduce<number>((sum, child) => sum + countOf(child), 1);
}

/** All parts in the order of their numbers, each with what could stand in its place: a node for a node, a text for a text of the same key. */
function partsOf(value: Json, key = ''): readonly { readonly part: Json; readonly kind: string }[] {
  const isNode = typeof value === 'object' && value !== null && 'kind' in value;
  const kind = isNode ? 'node' : `${key} ${Array.isArray(value) ? 'array' : typeof value}`;
  if (typeof value !== 'object' || value === null) return [{ part: value, kind }];
  return [
    { part: value, kind },
    ...Object.entries(value).flatMap(([name, child]: [string, Json]) =>
      partsOf(child, Array.isArray(value) ? key : name),
    ),
  ];
}

/** The value with the part of a number changed, or left out where the change gives nothing. */
function changed(value: Json, n: number, change: (part: Json) => Json | undefined): Json | undefined {
  if (n === 0) return change(value);
  let before = 1;
  const next = (child: Json): Json | undefined => {
    const count = countOf(child);
    const within = n - before;
    before += count;
    return within >= 0 && within < count ? changed(child, within, change) : child;
  };
  if (Array.isArray(value)) return (value as readonly Json[]).map(next).filter((each) => each !== undefined);
  const entries = Object.entries(value as JsonObject).map(([key, child]): [string, Json | undefined] => [
    key,
    next(child),
  ]);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function renamed(part: Json, which: number, to: string): Json {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return to;
  const entries = Object.entries(part);
  const at = entries.length === 0 ? -1 : which % entries.length;
  return Object.fromEntries(entries.map(([key, value], i) => [i === at ? to : key, value]));
}

function nudged(part: Json): Json {
  if (typeof part === 'number') return part + 1;
  if (typeof part === 'boolean') return !part;
  return typeof part === 'string' ? `${part}x` : part;
}
