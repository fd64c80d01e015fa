import type { Assessment } from '@proviso/runtime';
import { expect, test } from 'vitest';
import { verdictWords } from './words.ts';

const rule = (modality: 'must' | 'should'): Assessment['rules'][string] => ({
  status: 'doesNotApply',
  modality,
  bearer: 'sender',
  because: [],
});

test.each([
  ['no rule at all', {}, 'no rule was examined that can be breached'],
  ['good practice alone', { advise: rule('should') }, 'no rule was examined that can be breached'],
  ['a rule that binds', { advise: rule('should'), pay: rule('must') }, 'no breach is found'],
])('a verdict without a breach over %s', (_, rules, words) => {
  expect(verdictWords({ verdict: 'noBreachFound', rulesExamined: Object.keys(rules), rules })).toBe(words);
});
