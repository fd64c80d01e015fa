/** The shape of a plan: the description that `plan.schema.json` and `readPlan` both come from. Kept in step with `plan.ts` by tests. */
import { PLAN_FORMAT } from './plan.ts';
import type { Shape, Shapes } from './shape.ts';

type ObjectShape = Extract<Shape, { kind: 'object' }>;

const text: Shape = { kind: 'string' };
const name: Shape = { kind: 'string', pattern: '^[A-Za-z][A-Za-z0-9_]*$', describe: 'a name' };
/** The plan's own records of implicit judgements have a dot in their names. */
const recordName: Shape = {
  kind: 'string',
  pattern: '^([A-Za-z][A-Za-z0-9_]*|([A-Za-z][A-Za-z0-9_]*)?\\.otherwise)$',
  describe: 'the name of a record',
};
const dotted: Shape = {
  kind: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*$',
  describe: 'names joined by dots',
};
/** It stands in comments of what is emitted. */
const version: Shape = {
  kind: 'string',
  pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]*)?$',
  describe: 'a version such as 1.2.0',
};
const hex: Shape = { kind: 'string', pattern: '^[0-9a-f]{64}$', describe: '64 hexadecimal digits' };
/** 0001-01-01 to 9999-12-31. */
const day: Shape = { kind: 'integer', min: -719_162, max: 2_932_896 };
const count: Shape = { kind: 'integer', min: 0, max: 1_000_000 };
const places: Shape = { kind: 'integer', min: 0, max: 15 };
const unit: Shape = { kind: 'integer', min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
const isTrue: Shape = words(true);
const expr: Shape = named('expr');
const type: Shape = named('type');
const path: Shape = named('path');
const indexes: Shape = list(count);

const param = object({ name, record: name });
const span = object({ from: nullable(day), ceasing: nullable(day) });
const claim: Shapes = { name, expr, cites: indexes };

/** The whole document. */
export const planShape: ObjectShape = object({
  format: words(PLAN_FORMAT),
  pack: object({
    id: dotted,
    version,
    period: object({ from: day, ceasing: nullable(day) }),
    meaning: hex,
    text: hex,
  }),
  enums: list(object({ name, members: list(name, 1) })),
  records: list(object({ name: recordName, fields: list(named('field')) })),
  facts: list(named('field')),
  ambiguities: list(
    object({ name, readings: list(object({ name, cites: indexes }), 2), default: name, cites: indexes }),
  ),
  sources: list(
    object(
      {
        name,
        title: text,
        status: words('draft', 'statute', 'guidance', 'superseded', 'letter'),
        basis: words('primary', 'secondary'),
      },
      { edition: text, published: day, checked: day, succeeds: name, from: day, ceasing: day, url: text },
    ),
  ),
  cites: list(object({ source: name, pinpoint: text }, { anchor: text })),
  definitions: list(
    object(
      { id: dotted, visible: { kind: 'boolean' }, type, expr, cites: indexes, covers: list(text) },
      { param, open: isTrue, versions: list(span, 1), succeededBy: list(name, 1) },
    ),
  ),
  rules: list(
    object(
      {
        name,
        modality: words('must', 'mustNot', 'should', 'shouldNot', 'may'),
        bearer: name,
        status: dotted,
        applies: dotted,
        cites: indexes,
        covers: list(text),
      },
      {
        as: text,
        param,
        met: dotted,
        late: dotted,
        due: dotted,
        versions: list(span, 1),
        succeededBy: list(name, 1),
      },
    ),
  ),
  constraints: list(object(claim, { param })),
  invariants: list(object({ ...claim, covers: list(text) }, { param })),
  scenarios: list(
    object({
      name: text,
      asOf: day,
      readings: { kind: 'map', of: name },
      facts: { kind: 'map', of: { kind: 'json' } },
      expect: list(
        object(
          { name, value: { kind: 'json' } },
          { of: text, presumed: { kind: 'json' }, dependsOn: list(name, 1) },
        ),
      ),
      cites: indexes,
      covers: list(text),
    }),
  ),
  goals: list(
    object({
      name,
      answers: list(name, 1),
      definitions: list(dotted),
      rules: list(name),
      facts: list(text),
      ambiguities: list(name),
    }),
  ),
});

/** The shapes that the document names, most of them because they contain themselves. */
export const planShapes: Shapes = {
  type: union({
    yesno: {},
    number: { places },
    date: {},
    duration: {},
    text: {},
    enum: { name },
    set: { of: name },
    record: { name: recordName },
    list: { of: name },
    status: {},
  }),
  path: object({ base: nullable(name), path: list(name) }),
  field: object(
    { name, kind: words('fact', 'event', 'judgement', 'otherwise'), type },
    {
      onlyIf: expr,
      assume: object({ value: named('literal'), cites: indexes }),
      fixed: isTrue,
      effort: { kind: 'integer', min: 1, max: 100 },
      consider: list(dotted, 1),
    },
  ),
  literal: union({
    yesno: { value: { kind: 'boolean' } },
    number: { value: unit, places },
    date: { value: day },
    beforeAll: {},
    notYet: {},
    duration: {
      months: { kind: 'integer', min: 0, max: 9999 },
      days: { kind: 'integer', min: 0, max: 99_999 },
    },
    enum: { name, value: name },
    status: {
      value: words('doesNotApply', 'compliedWith', 'breached', 'departedFrom', 'notYetDue', 'permitted'),
    },
    text: { value: text },
  }),
  mark: object(
    {
      kind: words(
        'requires',
        'limb',
        'otherwise',
        'exception',
        'despite',
        'row',
        'reading',
        'version',
        'applies',
        'met',
        'late',
        'due',
      ),
      cites: indexes,
    },
    { label: text, certainty: text },
  ),
  expr: {
    kind: 'union',
    of: {
      literal: object({ value: named('literal') }),
      fact: object({ at: path, type }),
      has: object({ at: path, member: name }),
      asOf: object({}),
      ref: object({ id: dotted }, { of: path }),
      reading: object({ ambiguity: name, reading: name }),
      not: object({ of: expr }),
      atLeast: object({ n: { kind: 'integer', min: 1, max: 1_000_000 }, of: list(expr, 1) }),
      atLeastIn: object({ n: { kind: 'integer', min: 1, max: 1_000_000 }, in: path, as: name, of: expr }),
      le: object({ left: expr, right: expr, on: words('date', 'number') }),
      eq: object({ left: expr, right: expr, on: words('yesno', 'date', 'number', 'enum', 'text') }),
      sum: object({ left: expr, right: expr }),
      scale: object({ by: unit, of: expr }),
      addDuration: object({ date: expr, duration: expr, sign: words(1, -1) }),
      extreme: object({ which: words('earliest', 'latest'), of: list(expr, 1) }),
      extremeIn: object({ which: words('earliest', 'latest'), in: path, as: name, of: expr }),
      case: object(
        { branches: list(object({ when: expr, then: expr }), 1), otherwise: expr },
        { exclusive: isTrue },
      ),
      inForce: object({ on: expr, from: nullable(day), ceasing: nullable(day) }),
      mark: object({ mark: named('mark'), of: expr }),
    },
  },
};

function object(required: Shapes, optional?: Shapes): ObjectShape {
  return optional === undefined ? { kind: 'object', required } : { kind: 'object', required, optional };
}

function list(of: Shape, min?: number): Shape {
  return min === undefined ? { kind: 'list', of } : { kind: 'list', of, min };
}

function nullable(of: Shape): Shape {
  return { kind: 'nullable', of };
}

function named(name: string): Shape {
  return { kind: 'named', name };
}

function words(...of: readonly (string | number | boolean)[]): Shape {
  return { kind: 'words', of };
}

function union(of: Readonly<Record<string, Shapes>>): Shape {
  return {
    kind: 'union',
    of: Object.fromEntries(Object.entries(of).map(([kind, required]) => [kind, object(required)])),
  };
}
