/** The JSON Schema of an assessment, published by the runtime as `assessment.schema.json`. */
import { ASSESSMENT_FORMAT } from '@proviso/runtime';
import { type JsonSchema, schemaOfShape, type Shape, type Shapes } from '../6-plan/shape.ts';

type ObjectShape = Extract<Shape, { kind: 'object' }>;

const text: Shape = { kind: 'string' };
const hex: Shape = { kind: 'string', pattern: '^[0-9a-f]{64}$' };
const isoDay: Shape = { kind: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
const boolean: Shape = { kind: 'boolean' };
const name: Shape = text;
const value: Shape = named('value');
const because: Shape = list(named('reason'));
const cites: Shape = list(named('cite'));
const count: Shape = { kind: 'integer', min: 0, max: 1_000_000 };
const inputKind = words('fact', 'event', 'judgement', 'otherwise');
const status = words(
  'doesNotApply',
  'compliedWith',
  'breached',
  'departedFrom',
  'notYetDue',
  'undetermined',
  'permitted',
);

/** What every result can carry beside its value or status. */
const common: Shapes = {
  certainty: list(text),
  notInForce: list(object({ name }, { from: isoDay, ceasing: isoDay, succeededBy: list(name) })),
  dependsOn: list(named('dependence')),
};

const ruleRequired: Shapes = {
  modality: words('must', 'mustNot', 'should', 'shouldNot', 'may'),
  bearer: name,
  status,
  because,
};
const ruleOptional: Shapes = { ...common, as: text, presumed: status, dueOn: text };
const resultOptional: Shapes = { ...common, presumed: value, open: words(true) };

const shapes: Shapes = {
  value: { kind: 'scalar' },
  cite: object({ source: name, pinpoint: text }, { anchor: text, basis: words('secondary') }),
  dependence: object({ ambiguity: name, reading: name, confirmed: boolean }),
};

const source = object(
  { title: text, status: text, basis: words('primary', 'secondary') },
  {
    edition: text,
    published: isoDay,
    checked: isoDay,
    from: isoDay,
    ceasing: isoDay,
    succeededBy: { kind: 'map', of: named('source') },
  },
);

const step = object({ value, cites, because }, { label: text, certainty: text });
const reason: Readonly<Record<string, ObjectShape>> = {
  fact: object({ path: text, value, input: inputKind }, { member: name }),
  list: object({ path: text, complete: boolean, length: count }),
  definition: object({ name, value }, { of: text }),
  element: object({ path: text, value, because }),
  law: object({ value, on: text, because }, { from: isoDay, ceasing: isoDay }),
  asOf: object({ value: isoDay }),
  ambiguity: object({ ambiguity: name, reading: name }),
  requires: step,
  limb: step,
  otherwise: step,
  exception: step,
  despite: step,
  row: step,
  reading: step,
  version: step,
  applies: step,
  met: step,
  late: step,
  due: step,
};

/** The shape of an assessment; what it names is in `assessmentShapes`. */
export const assessmentShape: ObjectShape = object({
  format: words(ASSESSMENT_FORMAT),
  pack: object({ id: text, version: text, meaning: hex, text: hex }),
  asOf: isoDay,
  goals: list(name),
  verdict: words('breachFound', 'undetermined', 'noBreachFound'),
  rulesExamined: list(name),
  definitions: { kind: 'map', of: named('definition') },
  rules: { kind: 'map', of: named('rule') },
  needs: list(
    object({ path: text, kind: words('fact', 'event', 'judgement', 'otherwise', 'list'), for: list(name) }),
  ),
  restsOn: object({
    judgements: list(object({ path: text, value })),
    assumptions: list(object({ path: text, value, cites })),
    readings: list(named('dependence')),
  }),
  sources: {
    kind: 'map',
    of: named('source'),
  },
});

/** The shapes that an assessment names. */
export const assessmentShapes: Shapes = {
  ...shapes,
  source,
  reason: { kind: 'union', of: reason },
  definition: oneOrInstances({ value, because }, resultOptional),
  rule: oneOrInstances(ruleRequired, ruleOptional),
};

/** JSON Schema 2020-12 of what `assess` returns, from compiled code and from the interpreter alike. */
export function assessmentSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Generated from packages/compiler/src/7-emit/assessment-schema.ts.',
    title: 'Assessment',
    ...schemaOfShape(assessmentShape),
    $defs: Object.fromEntries(
      Object.entries(assessmentShapes).map(([key, shape]) => [key, schemaOfShape(shape)]),
    ),
  };
}

/** A result by itself, or one for each instance of a record. */
function oneOrInstances(required: Shapes, optional: Shapes): Shape {
  return {
    kind: 'either',
    key: 'instances',
    having: object({ instances: list(object({ of: text, ...required }, optional)), complete: boolean }),
    lacking: object(required, optional),
  };
}

function object(required: Shapes, optional?: Shapes): ObjectShape {
  return optional === undefined ? { kind: 'object', required } : { kind: 'object', required, optional };
}

function list(of: Shape): Shape {
  return { kind: 'list', of };
}

function named(shape: string): Shape {
  return { kind: 'named', name: shape };
}

function words(...of: readonly (string | number | boolean)[]): Shape {
  return { kind: 'words', of };
}
