import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatText, parseFile, type PolicyFile } from '@proviso/language';
import { commentedText, policyText, tokenSoup } from '../generators/policy-arbitrary.ts';

const numRuns = 1000;

/** The tree without its places. */
function bare(file: PolicyFile): unknown {
  return JSON.parse(JSON.stringify(file, (key, value: unknown) => (key === 'span' ? undefined : value)));
}

const commentsOf = (text: string): readonly string[] =>
  text.split(/\r\n|\r|\n/).flatMap((line) => {
    const outside = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
    const found = /\/\/.*$/.exec(outside);
    return found === null ? [] : [found[0].trim()];
  });

function formatted(text: string): string {
  const { value, diagnostics } = formatText(text, 'generated.policy');
  if (value === undefined)
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return value;
}

describe('generated files', () => {
  test('are read without an error', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        expect(parseFile(text, 'generated.policy').diagnostics).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('mean the same formatted', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const result = formatted(text);
        expect(bare(parseFile(result, 'generated.policy').value)).toEqual(
          bare(parseFile(text, 'generated.policy').value),
        );
      }),
      { numRuns },
    );
  });

  test('formatted twice are as formatted once', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const once = formatted(text);
        expect(formatted(once)).toBe(once);
      }),
      { numRuns },
    );
  });

  test('keep every comment, in order', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        expect(commentsOf(formatted(text))).toEqual(commentsOf(text));
      }),
      { numRuns },
    );
  });

  test('have no trailing spaces, tabs or doubled empty lines', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        expect(formatted(text)).not.toMatch(/[ \t]\n|\t|\n\n\n|^\n|[^\n]$(?!\n)/);
      }),
      { numRuns },
    );
  });
});

describe('files with comments between any words', () => {
  test('mean the same formatted, keep their comments, and are not formatted again', () => {
    fc.assert(
      fc.property(commentedText, (text) => {
        const once = formatted(text);
        expect(bare(parseFile(once, 'generated.policy').value)).toEqual(
          bare(parseFile(text, 'generated.policy').value),
        );
        expect(commentsOf(once).toSorted()).toEqual(commentsOf(text).toSorted());
        expect(formatted(once)).toBe(once);
      }),
      { numRuns },
    );
  });
});

describe('any text', () => {
  test.each([
    ['characters', fc.string({ unit: 'binary', maxLength: 400 })],
    ['words of the language', tokenSoup],
    [
      'files with a piece cut out',
      fc.tuple(policyText, fc.nat(), fc.nat(60)).map(([text, at, length]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + text.slice(start + length);
      }),
    ],
  ])('of %s is read without an exception', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { diagnostics } = parseFile(text, 'any.policy');
        for (const { span, message, help } of diagnostics) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(message).not.toMatch(/\.$|undefined|\[object|NaN/);
          expect(help ?? '').not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
