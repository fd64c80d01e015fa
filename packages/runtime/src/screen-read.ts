/**
 * Reading facts for a screening. A case gives few of the facts that a whole pack has, so only what is given is looked at: it
 * is put into a copy of the case of which nothing is known.
 */
import { dayOf, durationOf, isRecord, listOf, memberOf, setOf, textOf, unitsGiven } from './assess-read.ts';
import { type Truth, truthOf } from './assess-truth.ts';
import { type Cells, type FactPlaces, giveTruth, mark, type Network } from './screen-network.ts';
import { sameValues } from './screen-run.ts';
import { splitFactType, type Vocabulary } from './vocabulary.ts';

/** How emitted code holds the facts of a record. */
export interface InsideRecord {
  /** One of which nothing is known. */
  readonly unknown: (path: string) => object;
  /** The properties of the case that hold its instances, and the lists that may have more, where statements range over it. */
  readonly every?: readonly [instances: string, open: string];
  /** The properties of facts that are not named as the fact is (a date's text: with `Text` after it). */
  readonly renamed?: Readonly<Record<string, readonly [property: string, text?: string]>>;
}

/** Reads cases. */
export interface FactsReader<Inside> {
  /** The case of which nothing is known. */
  readonly nothing: Inside;
  /** Undefined where something is not as expected. Gives truths their cells, and marks what turns on what is given. */
  readonly read: (given: unknown, cells: Cells) => Inside | undefined;
}

type Known = Record<string, unknown>;

/** The facts of a record at one place, or of the members of its lists. */
interface Shape {
  readonly fields: ReadonlyMap<string, Field>;
  readonly of: InsideRecord;
  /** The fields that lead to instances which statements range over, in the order of the vocabulary. */
  leads: readonly Field[];
}

interface Field {
  readonly key: string;
  readonly property: string;
  /** The property of a date as it was given. */
  readonly text: string;
  readonly kind: string;
  /** The decimals of a number. */
  readonly places: number;
  /** The members of an enum. */
  readonly members: readonly string[];
  /** The record of a record or list. */
  readonly record: string;
  /** What is read of a record that stands here. */
  readonly inner: Shape | undefined;
  /** Its place in the network; -1 where nothing turns on it alone. */
  readonly place: number;
}

/** Instances of the records that statements range over, and the lists that may have more, by record. */
type Instances = ReadonlyMap<string, { readonly all: Known[]; readonly open: string[] }>;

/** Facts of the case that lead to instances of the same records: if one is given, all of them are gone through in order. */
interface Family {
  readonly fields: readonly Field[];
  readonly records: readonly string[];
}

/** A reader of the facts of a vocabulary; `''` is the case itself. */
export function factsReader<Inside extends object>(
  { facts, records, enums }: Vocabulary,
  insides: Readonly<Record<string, InsideRecord>>,
  network: Network,
): FactsReader<Inside> {
  /** By record, of members of lists: nothing turns on one fact of one of them. */
  const shapes = new Map<string, Shape>();
  for (const name of Object.keys(insides)) shapes.set(name, shapeAt(name, {}));
  const ofCase = shapeAt('', network.facts);
  const reach = reached(shapes);
  for (const shape of shapes.values())
    shape.leads = [...shape.fields.values()].filter(({ record }) => (reach.get(record)?.length ?? 0) > 0);
  const families = familiesOf(shapeOf('').leads, reach);
  const nothing = shapeOf('').of.unknown('') as Known;
  /** The records that every case shares where nothing of them is given. */
  const shared = new Set<unknown>();
  share(nothing, '');
  for (const family of families) register(nothing, family, undefined);

  return {
    nothing: nothing as Inside,
    read(given, cells): Inside | undefined {
      const inside = { ...nothing };
      if (!readInto(inside, given, ofCase, '', cells)) return undefined;
      for (const family of families)
        if (family.fields.some(({ property }) => inside[property] !== nothing[property]))
          register(inside, family, cells);
      return inside as Inside;
    },
  };

  function share(inside: Known, record: string): void {
    for (const field of shapeOf(record).fields.values()) {
      if (field.kind !== 'record') continue;
      const one = inside[field.property] as Known;
      shared.add(one);
      share(one, field.record);
    }
  }

  function shapeAt(record: string, at: FactPlaces): Shape {
    const of = insides[record];
    if (of === undefined) throw new Error(`no facts of \`${record}\``);
    const { renamed = {} } = of;
    const fields = new Map<string, Field>();
    for (const [key, type] of Object.entries(record === '' ? facts : (records[record] ?? {}))) {
      const [kind, argument] = splitFactType(type);
      const [property = key, text = `${property}Text`] = (Object.hasOwn(renamed, key) && renamed[key]) || [];
      const place = Object.hasOwn(at, property) ? at[property] : undefined;
      const isDate = kind === 'date' || kind === 'event';
      const isOfRecord = kind === 'record' || kind === 'list';
      fields.set(key, {
        key,
        property,
        text: isDate ? text : '',
        kind,
        places: kind === 'number' ? Number(argument) : 0,
        members: (kind === 'enum' || kind === 'set' ? enums[argument] : undefined) ?? [],
        record: isOfRecord ? argument : '',
        inner: kind === 'record' ? shapeAt(argument, typeof place === 'object' ? place : {}) : undefined,
        place: typeof place === 'number' ? place : -1,
      });
    }
    return { fields, of, leads: [] };
  }

  function shapeOf(record: string): Shape {
    const shape = shapes.get(record);
    if (shape === undefined) throw new Error(`no shape of \`${record}\``);
    return shape;
  }

  /** Says whether all is as expected. */
  function readInto(inside: Known, given: unknown, { fields }: Shape, path: string, cells: Cells): boolean {
    if (!isRecord(given)) return false;
    const keys = Object.keys(given);
    // What is hidden is not looked at here, nor passed over.
    if (Object.getOwnPropertyNames(given).length !== keys.length) return false;
    for (const key of keys) {
      const field = fields.get(key);
      if (field === undefined) return false;
      const value = given[key];
      if (value === undefined || value === null || field.kind === 'other') continue;
      const read = valueOf(field, value, path, cells);
      if (read === null) return false;
      if (field.place >= 0) {
        if (field.kind === 'yesno' && 2 * field.place < cells.cells.length)
          giveTruth(cells, field.place, read as Truth);
        else mark(cells, field.place);
      }
      inside[field.property] = read;
      if (field.text !== '') inside[field.text] = value;
    }
    return true;
  }

  /** A value inside; null where it is not as expected. */
  function valueOf(field: Field, given: unknown, path: string, cells: Cells): unknown {
    switch (field.kind) {
      case 'yesno': {
        const truth: Truth = truthOf(given);
        return truth < 0 ? null : truth;
      }
      case 'number':
        return unitsGiven(given, field.places);
      case 'date':
        return dayOf(given, false);
      case 'event':
        return dayOf(given, true);
      case 'duration':
        return durationOf(given);
      case 'text':
        return textOf(given);
      case 'enum':
        return memberOf(given, field.members);
      case 'set':
        return setOf(given, field.members);
      case 'record':
        return recordOf(given, field, field.inner, pathOf(path, field.key), cells);
      default: {
        const list = listOf(given);
        if (list === null) return null;
        const elements: Known[] = [];
        for (const member of list.members) {
          const at = `${pathOf(path, field.key)}[${elements.length}]`;
          const one = recordOf(member, field, shapeOf(field.record), at, cells);
          if (one === null) return null;
          elements.push(one);
        }
        return { elements, complete: list.complete };
      }
    }
  }

  function recordOf(
    given: unknown,
    { record }: Field,
    shape: Shape | undefined,
    path: string,
    cells: Cells,
  ): Known | null {
    const one = insides[record]?.unknown(path) as Known;
    return shape !== undefined && readInto(one, given, shape, path, cells) ? one : null;
  }

  /** Puts instances in order. Arrays that are those of the case of which nothing is known are its arrays. */
  function register(inside: Known, { fields, records }: Family, cells: Cells | undefined): void {
    const into: Instances = new Map(records.map((record) => [record, { all: [], open: [] }]));
    for (const field of fields)
      inside[field.property] = enterField(inside[field.property], field, field.key, into);
    for (const [record, { all, open }] of into) {
      const [every, lists] = shapeOf(record).of.every ?? ['', ''];
      put(inside, every, sameValues(inside[every], all), cells);
      put(inside, lists, sameValues(inside[lists], open), cells);
    }
  }

  function put(inside: Known, property: string, value: unknown, cells: Cells | undefined): void {
    if (inside[property] === value) return;
    inside[property] = value;
    const place = network.facts[property];
    if (cells !== undefined && typeof place === 'number') mark(cells, place);
  }

  /** Enters the instances that a field leads to; gives its value, another where an instance has another place now. */
  function enterField(value: unknown, { kind, record }: Field, path: string, into: Instances): unknown {
    if (kind === 'record') return enter(value as Known, record, path, into);
    const { elements, complete } = value as { readonly elements: Known[]; readonly complete: boolean };
    if (!complete) for (const held of reach.get(record) ?? []) into.get(held)?.open.push(path);
    elements.forEach((element, i) => enter(element, record, `${path}[${i}]`, into));
    return value;
  }

  /** Enters an instance and those that it holds; gives the instance, or a copy of one that all cases share. */
  function enter(instance: Known, record: string, path: string, into: Instances): Known {
    const { leads } = shapeOf(record);
    const all = into.get(record)?.all ?? [];
    const index = all.length;
    let own = instance;
    const set = (property: string, value: unknown): void => {
      if (shared.has(own)) own = { ...own };
      own[property] = value;
    };
    if (own['index'] !== index) set('index', index);
    all.push(own);
    for (const field of leads) {
      const before = own[field.property];
      const now = enterField(before, field, `${path}.${field.key}`, into);
      if (now !== before) set(field.property, now);
    }
    all[index] = own;
    return own;
  }
}

function pathOf(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** By record: the records that statements range over of which an instance of it may hold more, or be one. */
function reached(shapes: ReadonlyMap<string, Shape>): ReadonlyMap<string, readonly string[]> {
  const reach = new Map<string, readonly string[]>();
  for (const name of shapes.keys()) {
    const seen = new Set<string>();
    const visit = (record: string): void => {
      if (record === '' || seen.has(record)) return;
      seen.add(record);
      for (const field of shapes.get(record)?.fields.values() ?? []) visit(field.record);
    };
    visit(name);
    reach.set(
      name,
      [...seen].filter((record) => shapes.get(record)?.of.every !== undefined),
    );
  }
  return reach;
}

function familiesOf(
  fields: readonly Field[],
  reach: ReadonlyMap<string, readonly string[]>,
): readonly Family[] {
  let families: Family[] = [];
  for (const field of fields) {
    const records = reach.get(field.record) ?? [];
    const isKin = (family: Family): boolean => family.records.some((record) => records.includes(record));
    const kin = families.filter(isKin);
    const joined: Family = {
      fields: fields.filter((each) => each === field || kin.some((family) => family.fields.includes(each))),
      records: [...new Set([...kin.flatMap((family) => family.records), ...records])],
    };
    families = [...families.filter((family) => !isKin(family)), joined];
  }
  return families;
}
