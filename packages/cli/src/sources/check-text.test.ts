import { expect, test } from 'vitest';
import { type Anchored, checkText, type TextCheck } from './check-text.ts';
import { fingerprintOf } from './fingerprints.ts';
import { readSourceText } from './source-text.ts';

const raw = [
  'Part one. The controller’s staff must keep',
  'records of every call. It is a fine day.',
  'You should tell people early.',
  'Part two. The party cannot share the list with anyone else.',
  'Nothing is asked here. The list may be kept.',
].join('\n');

const check = (text: string, ...cites: readonly (readonly [pinpoint: string, anchor: string])[]): TextCheck =>
  checkText(
    readSourceText(text),
    cites.map(([pinpoint, anchor]): Anchored => ({ pinpoint, anchor })),
  );

test('words are found across lines, whatever the quotes, the case and the punctuation', () => {
  const { found, findings } = check(
    raw,
    ['p.1', 'must keep records of'],
    ['p.1', "controller's staff"],
    ['p.1', 'the controller'],
    ['p.2', '“Cannot share” the list'],
  );
  expect(findings).toEqual([]);
  expect(found).toBe(4);
});

test('words that are not there are told with the nearest passage and its line', () => {
  const { found, findings } = check(
    raw,
    ['p.2', 'cannot share any list with anyone'],
    ['p.2', 'wholly other words'],
  );
  expect(found).toBe(0);
  expect(findings).toEqual([
    {
      pinpoint: 'p.2',
      anchor: 'cannot share any list with anyone',
      kind: 'notFound',
      nearest: { line: 4, text: 'cannot share the list with anyone' },
      message: 'these words are not in the text',
    },
    {
      pinpoint: 'p.2',
      anchor: 'wholly other words',
      kind: 'notFound',
      message: 'these words are not in the text',
    },
  ]);
});

test('pages are told by form feeds', () => {
  const pages = raw.replace('\nPart two', '\fPart two');
  expect(check(pages, ['p.2', 'cannot share the list'], ['p.1', 'must keep']).findings).toEqual([]);
  expect(check(pages, ['p.1', 'cannot share the list']).findings).toMatchObject([
    { kind: 'elsewhere', nearest: { line: 3 } },
  ]);
});

test('paragraphs are told by their numbers, and a list within one is none', () => {
  const numbered = '1. First of all.\n2. You must act, and\n1. soon\n2. fully.\n3. You may rest.';
  expect(check(numbered, ['para.2', 'soon'], ['para.3', 'may rest']).findings).toEqual([]);
  expect(check(numbered, ['para.2 box.7', 'fully']).findings).toEqual([]);
  expect(check(numbered, ['para.1', 'soon']).findings).toMatchObject([{ kind: 'elsewhere' }]);
});

test('without pages the order of the citations shows the one that cannot be right', () => {
  const order: readonly (readonly [string, string])[] = [
    ['p.3', 'must keep'],
    ['p.4', 'tell people early'],
    ['p.7', 'cannot share'],
    ['p.7', 'may be kept'],
  ];
  expect(check(raw, ...order).findings).toEqual([]);
  expect(check(raw, ...order, ['p.2', 'anyone else']).findings).toMatchObject([
    {
      pinpoint: 'p.2',
      kind: 'outOfOrder',
      message: 'cited to p.2, and they stand after words of p.7 and before words of p.7',
    },
  ]);
  // Words that occur twice show no order.
  expect(check(raw, ...order, ['p.9', 'part']).findings).toEqual([]);
});

test('sentences of force that no citation touches are listed, across lines', () => {
  const { uncited } = check(raw, ['p.1', 'tell people early']);
  expect(uncited.map(({ line, text }) => [line, text])).toEqual([
    [1, 'The controller’s staff must keep records of every call'],
    [4, 'The party cannot share the list with anyone else'],
    [5, 'The list may be kept'],
  ]);
});

test('the number of a footnote is no part of a word', () => {
  expect(
    check('They rely upon the law8 and a referendum².', ['p.1', 'upon the law and a referendum']).findings,
  ).toMatchObject([{ kind: 'notFound' }]);
  expect(check('They rely upon the law8.', ['p.1', 'rely upon the law']).findings).toEqual([]);
});

test('an empty text and an empty list are no fault', () => {
  expect(check('')).toEqual({ found: 0, findings: [], uncited: [] });
  expect(check('', ['p.1', 'words']).findings).toHaveLength(1);
});

test('a fingerprint is of the words, not of the layout', () => {
  const print = (text: string): string => fingerprintOf(readSourceText(text), '2026-01-01').sha256;
  expect(print('You must\n  ACT.')).toBe(print('you must act'));
  expect(print('You must act')).not.toBe(print('You may act'));
});
