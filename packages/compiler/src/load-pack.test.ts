import { describe, expect, it } from 'vitest';
import { loadPack } from './load-pack.ts';

const text = `pack example.adults { title "Adults" version "1.0.0" period from 2020-01-01 }
source act "An Act" { status statute }
fact age: number { ask "How old?" say "the age is {value}" }
define adult {
  say "the person {is|is not} an adult"
  means age >= 18
  cite act s.1
}
`;

describe('loadPack', () => {
  it('assesses cases of a pack given as text', () => {
    const { value, diagnostics } = loadPack(new Map([['pack.policy', text]]), 'pack.policy');
    expect(diagnostics).toEqual([]);
    expect(value?.assess({ age: 18 }, { asOf: '2024-01-01' }).definitions).toMatchObject({
      adult: { value: 'yes' },
    });
    expect(value?.assess({}, { asOf: '2024-01-01' }).needs).toMatchObject([{ path: 'age' }]);
    expect(value?.phrases.statements['adult']?.say).toBe('the person {is|is not} an adult');
  });

  it('returns what is wrong with the text', () => {
    const { value, diagnostics } = loadPack(
      new Map([['pack.policy', text.replace('age >= 18', 'agee >= 18')]]),
      'pack.policy',
    );
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-name']);
  });
});
