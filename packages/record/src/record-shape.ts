/** The shape of a record: the description that `record.schema.json` and the reader both come from. */
import {
  assessmentShape,
  assessmentShapes,
  type JsonSchema,
  schemaOfShape,
  type Shape,
  type ShapeLimits,
  type Shapes,
} from '@proviso/compiler/plan';
import { RECORD_FORMAT } from './record.ts';

type ObjectShape = Extract<Shape, { kind: 'object' }>;

/** Levels of nested JSON, values in all, and problems reported at most. */
export const recordLimits: ShapeLimits = { depth: 512, nodes: 5_000_000, problems: 10 };

const text: Shape = { kind: 'string' };
/** A digest. */
export const hex: Shape = { kind: 'string', pattern: '^[0-9a-f]{64}$', describe: '64 hexadecimal digits' };
/** A day. */
export const isoDay: Shape = {
  kind: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  describe: 'a date such as 2026-02-05',
};
/** It becomes part of a path where the version is looked for. */
const version: Shape = {
  kind: 'string',
  pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]*)?$',
  describe: 'a version such as 1.2.0',
};
const count: Shape = { kind: 'integer', min: 0, max: 1_000_000 };
const boolean: Shape = { kind: 'boolean' };
const json: Shape = { kind: 'json' };
const pointer: Shape = {
  kind: 'string',
  pattern: '^(/([^~/]|~[01])*)+$',
  describe: 'a JSON pointer such as /message/channel',
};

/** A signature, of a record or of an entry in a review. */
export const signatureShape: ObjectShape = object({
  algorithm: words('Ed25519'),
  key: hex,
  value: { kind: 'string', pattern: '^[A-Za-z0-9_-]{86}$', describe: '86 characters of base64url' },
});

const factKind = words('fact', 'event', 'judgement', 'otherwise');
const factor = object({ path: text, question: text }, { value: json, words: text });
const told = object(
  { path: text, kind: factKind, question: text },
  {
    about: text,
    value: json,
    words: text,
    who: text,
    when: isoDay,
    why: text,
    evidence: list(text),
    factors: list(factor),
  },
);
const section = object({
  heading: text,
  paragraphs: list(text),
  points: list(named('point')),
  numbered: boolean,
});
const duty = object(
  {
    rule: text,
    modality: words('must', 'mustNot', 'should', 'shouldNot', 'may'),
    status: words(
      'doesNotApply',
      'compliedWith',
      'breached',
      'departedFrom',
      'notYetDue',
      'undetermined',
      'permitted',
    ),
    says: text,
  },
  { of: text, dueOn: text },
);

/** What is sealed. */
export const recordShape: ObjectShape = object(
  {
    case: object({ title: text }),
    made: object({ on: isoDay, program: text }, { by: text }),
    pack: object({ id: text, version, title: text, meaning: hex, text: hex }),
    asOf: isoDay,
    goals: list(object({ name: text }, { title: text })),
    readings: list(object({ ambiguity: text, reading: text, chosen: boolean }, { title: text, says: text })),
    facts: { kind: 'map', of: json },
    masked: list(object({ pointer, commitment: hex })),
    told: list(told),
    lacking: list(object({ path: text, lacks: list(words('who', 'why')) })),
    assessment: assessmentShape,
    explanation: object({ sections: list(section), standing: text }),
    duties: list(duty),
    needs: list(object({ path: text, kind: text, question: text })),
  },
  {
    review: object({ approved: count, changesWanted: count, reopened: count, notReviewed: count }),
  },
);

/** A sealed record. What it names is in `recordShapes`. */
export const sealedShape: ObjectShape = object(
  {
    format: words(RECORD_FORMAT),
    record: recordShape,
    digest: object({ algorithm: words('SHA-256'), value: hex }),
  },
  { signature: signatureShape },
);

export const recordShapes: Shapes = {
  ...assessmentShapes,
  point: object({ text, points: list(named('point')) }),
};

/** The file that opens masks. */
export const openingsShape: ObjectShape = object({
  format: words(RECORD_FORMAT),
  openings: list(object({ pointer, salt: hex, value: json })),
});

/** JSON Schema 2020-12 of a record, published as `record.schema.json`. */
export function recordSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Generated from packages/record/src/record-shape.ts.',
    title: 'Decision record',
    ...schemaOfShape(sealedShape),
    $defs: Object.fromEntries(
      Object.entries(recordShapes).map(([name, shape]) => [name, schemaOfShape(shape)]),
    ),
  };
}

function object(required: Shapes, optional?: Shapes): ObjectShape {
  return optional === undefined ? { kind: 'object', required } : { kind: 'object', required, optional };
}

function list(of: Shape): Shape {
  return { kind: 'list', of };
}

function named(name: string): Shape {
  return { kind: 'named', name };
}

function words(...of: readonly (string | number | boolean)[]): Shape {
  return { kind: 'words', of };
}
