import type { Reason, Result, StepReason } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { isNotEstablished } from './established.ts';

const step = (kind: StepReason['kind'], value: string, because: readonly Reason[] = []): Reason => ({
  kind,
  value,
  cites: [],
  because,
});
const fact: Reason = { kind: 'fact', path: 'f', value: 'no', input: 'fact' };
const about = (name: string): Reason => ({ kind: 'definition', name, value: 'no' });
const no = (...because: readonly Reason[]): Result => ({ value: 'no', open: true, because });
/** No ground that is listed, and no other. */
const noGround = [step('limb', 'no', [fact]), step('otherwise', 'no')];

const known: Readonly<Record<string, Result>> = {
  closed: { value: 'no', because: [fact] },
  unlisted: no(...noGround),
  excepted: no(step('exception', 'yes', [fact])),
};

test.each<[string, Result, boolean]>([
  ['no ground is made out', no(...noGround), true],
  ['an exception applies', no(step('exception', 'yes', [fact])), false],
  ['no ground is made out, and an exception applies', no(...noGround, step('exception', 'yes')), false],
  ['it is excepted for a reason that is not listed', no(step('otherwise', 'yes')), false],
  ['a requirement is missing', no(step('requires', 'no', [fact])), false],
  ['a requirement is firmly not so', no(step('requires', 'no', [about('excepted')])), false],
  ['a requirement is closed', no(step('requires', 'no', [about('closed')])), false],
  ['a requirement is itself not established', no(step('requires', 'no', [about('unlisted')])), true],
  [
    'either of two would do, and one of them is not established',
    no(step('requires', 'no', [fact, about('unlisted')])),
    true,
  ],
  ['a requirement is not at hand', no(step('requires', 'no', [about('elsewhere')])), true],
  ['the version that applies is closed', no(step('version', 'no', [step('limb', 'no', [fact])])), false],
  ['the version that applies is open', no(step('version', 'no', noGround)), true],
  [
    'of two versions that may apply one denies it',
    no(step('version', 'no', [step('exception', 'yes')]), step('version', 'no', noGround)),
    true,
  ],
  ['it is so', { value: 'yes', open: true, because: [step('limb', 'yes')] }, false],
  ['it is closed', { value: 'no', because: noGround }, false],
])('%s', (_, result, expected) => {
  expect(isNotEstablished(result, (name) => known[name])).toBe(expected);
});
