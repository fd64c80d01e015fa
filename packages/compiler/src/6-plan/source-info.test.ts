import { parseDay } from '@proviso/runtime';
import { expect, test } from 'vitest';
import type { Source } from './plan.ts';
import { sourceInfo } from './source-info.ts';

const day = (iso: string): number => {
  const found = parseDay(iso);
  if (found === undefined) throw new Error(iso);
  return found;
};
const statute = (name: string, more: Partial<Source>): Source => ({
  name,
  title: `The ${name}`,
  status: 'statute',
  basis: 'primary',
  ...more,
});

const oldest = statute('oldest', { from: day('1950-01-01'), ceasing: day('2000-01-01') });
const middle = statute('middle', { succeeds: 'oldest', ceasing: day('2020-01-01'), basis: 'secondary' });
const newest = statute('newest', { succeeds: 'middle', published: day('2019-06-01'), edition: 'as made' });
const amended = statute('amended', { succeeds: 'newest', from: day('2024-01-01') });
const all = [amended, newest, middle, oldest];

test('a source that ceases holds what takes its place, and so does that', () => {
  expect(sourceInfo(oldest, all)).toEqual({
    title: 'The oldest',
    status: 'statute',
    basis: 'primary',
    from: '1950-01-01',
    ceasing: '2000-01-01',
    succeededBy: {
      middle: {
        title: 'The middle',
        status: 'statute',
        basis: 'secondary',
        ceasing: '2020-01-01',
        succeededBy: {
          newest: {
            title: 'The newest',
            status: 'statute',
            basis: 'primary',
            edition: 'as made',
            published: '2019-06-01',
          },
        },
      },
    },
  });
});

test('of a source that goes on beside its successor none is told', () => {
  expect(sourceInfo(newest, all)).not.toHaveProperty('succeededBy');
});
