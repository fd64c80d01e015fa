import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { trialRecord } from '../../../test/support/trial-record.ts';
import { readRecord } from './read/read-record.ts';
import { recordSchema } from './record-shape.ts';
import { seal } from './seal.ts';

const isRecord = new Ajv2020({ strict: false }).compile(recordSchema());
const sealed = seal(trialRecord({ mask: ['/letters/1'], readings: { term: 'narrow' } }).record);
const copy = (): any => JSON.parse(JSON.stringify(sealed));

describe('record.schema.json', () => {
  test('is satisfied by a record, masks and all', () => {
    expect(isRecord(copy()), JSON.stringify(isRecord.errors)).toBe(true);
    expect(readRecord(copy())).toEqual({ value: sealed });
  });

  test.each<readonly [string, (record: any) => void]>([
    ['another format', (r) => (r.format = 2)],
    ['a format that is text', (r) => (r.format = '1')],
    ['a key that it does not have', (r) => (r.record.approvedBy = 'somebody')],
    ['a key beside the record', (r) => (r.trusted = true)],
    ['no digest', (r) => delete r.digest],
    ['another algorithm', (r) => (r.digest.algorithm = 'MD5')],
    ['a version that is a path', (r) => (r.record.pack.version = '../../elsewhere')],
    [
      'a status that there is none of',
      (r) => (r.record.assessment.rules.answer.instances[0].status = 'fine'),
    ],
    ['a day that is none', (r) => (r.record.asOf = 'today')],
    ['a reason of no kind', (r) => (r.record.assessment.definitions.reached.because = [{ kind: 'trust' }])],
  ])('refuses %s, as the reader does', (_, change) => {
    const changed = copy();
    change(changed);
    expect(isRecord(changed)).toBe(false);
    expect(readRecord(changed)).toHaveProperty('problems');
  });

  test.each([null, [], 'record', 1, {}, { format: 1 }, { format: 1, record: {} }])('refuses %j', (json) => {
    expect(isRecord(json)).toBe(false);
    expect(readRecord(json)).toHaveProperty('problems');
  });
});

describe('the digest', () => {
  test('tells of any change, and of none in how the file is written', () => {
    const changed = copy();
    changed.record.told[0].question += ' ';
    expect(readRecord(changed)).toMatchObject({ problems: [{ pointer: '/digest' }] });
    const turned = Object.fromEntries(Object.entries(copy()).toReversed());
    expect(readRecord(turned)).toHaveProperty('value');
  });

  test('is none of half a surrogate pair, which has no bytes of its own', () => {
    const changed = copy();
    changed.record.case.title = '\ud800';
    expect(readRecord(changed)).toMatchObject({ problems: [{ pointer: '/digest' }] });
  });

  test('is refused where another format is told of first', () => {
    expect(readRecord({ ...copy(), format: 7 })).toMatchObject({
      problems: [{ pointer: '/format', message: 'is of format 7; this program reads format 1' }],
    });
  });
});
