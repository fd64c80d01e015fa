import { expect, test } from 'vitest';
import { schemaRecords } from './schema-records.ts';

const date = { type: ['string', 'null'], pattern: 'a date' };
const letters = { anyOf: [{ type: 'array', items: { $ref: '#/$defs/Letter' } }, { type: 'null' }] };
const schema = {
  title: 'Facts',
  description: 'All facts.',
  type: 'object',
  properties: {
    letters: { title: 'Which?', ...letters },
    madeOn: { description: 'When?', ...date },
    kind: { $ref: '#/$defs/Kind' },
  },
  $defs: {
    Kind: { type: 'string', enum: ['a', 'b'] },
    Letter: {
      type: 'object',
      properties: { receivedOn: date, answers: letters, kind: { $ref: '#/$defs/Kind' } },
    },
    Unused: { type: 'object', properties: { lost: date } },
  },
};

test('records as they are first met, each with its fields; what has the same type, whatever is said of it, names one type', () => {
  const { records, types } = schemaRecords(schema);
  expect(records).toEqual([
    {
      name: 'Facts',
      description: 'All facts.',
      fields: [
        { name: 'letters', description: undefined, type: 'type0' },
        { name: 'madeOn', description: 'When?', type: 'type1' },
        { name: 'kind', description: undefined, type: 'type2' },
      ],
    },
    {
      name: 'Letter',
      description: undefined,
      fields: [
        { name: 'receivedOn', description: undefined, type: 'type1' },
        { name: 'answers', description: undefined, type: 'type0' },
        { name: 'kind', description: undefined, type: 'type2' },
      ],
    },
  ]);
  expect(types).toMatchObject({ title: 'Facts', properties: { type0: letters, type1: date } });
  expect(Object.keys(types['properties'] ?? {})).toEqual(['type0', 'type1', 'type2']);
});

test('for what refers to them records are there, without their fields', () => {
  expect(schemaRecords(schema).types['$defs']).toEqual({
    Kind: schema.$defs.Kind,
    Letter: { type: 'object', properties: {}, additionalProperties: false },
    Unused: { type: 'object', properties: {}, additionalProperties: false },
  });
});
