import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatText, parseFile, ruleNames } from '@proviso/language';

const grammar = join(import.meta.dirname, '../../grammar');
const withoutComments = readFileSync(join(grammar, 'policy.ebnf'), 'utf8').replaceAll(/\(\*.*?\*\)/gs, '');

describe('policy.ebnf', () => {
  const defined = [...withoutComments.matchAll(/^([A-Za-z]+)\s*=/gm)].map(([, name]) => name ?? '');

  test('has the rules of the parser', () => {
    expect(defined.toSorted()).toEqual([...ruleNames()].toSorted());
  });

  test('uses only rules and tokens that there are', () => {
    const tokens = new Set(['Identifier', 'String', 'Date', 'Number', 'Pinpoint', 'StatementId']);
    const used = withoutComments.replaceAll(/"[^"]*"/g, ' ').match(/[A-Za-z]+/g) ?? [];
    expect([...new Set(used)].filter((name) => !defined.includes(name) && !tokens.has(name))).toEqual([]);
  });

  test('has a diagram of each rule, where what is used leads to its own', () => {
    const page = readFileSync(join(grammar, 'diagrams.html'), 'utf8');
    const drawn = [...page.matchAll(/<section id="(\w+)">\n<h2>\1<\/h2>\n<svg /g)].map(([, name]) => name);
    expect(drawn).toEqual(defined);
    const leads = new Set([...page.matchAll(/<a href="#(\w+)">/g)].map(([, name]) => name));
    expect(leads).toEqual(new Set(defined));
  });
});

describe('reference.md', () => {
  const text = readFileSync(join(grammar, 'reference.md'), 'utf8');
  const samples = [...text.matchAll(/^```policy\n(.*?)^```$/gms)].map((match): [number, string] => [
    text.slice(0, match.index).split('\n').length,
    match[1] ?? '',
  ]);

  test('shows samples', () => {
    expect(samples.length).toBeGreaterThanOrEqual(15);
  });

  test.each(samples)('the sample on line %i is right, and formatted', (_, sample) => {
    expect(parseFile(sample, 'reference.md').diagnostics).toEqual([]);
    expect(formatText(sample, 'reference.md').value).toBe(sample);
  });

  test('speaks of every clause and declaration', () => {
    const words = [
      ...new Set([...withoutComments.matchAll(/"([a-z][A-Za-z]*)"/g)].map(([, word]) => word ?? '')),
    ];
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(text))).toEqual([]);
  });
});
