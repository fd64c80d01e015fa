/**
 * A Bill that fell in 2024 would have made democratic engagement a condition for political opinions (a paragraph 21A of
 * Schedule 1) and a recognised legitimate interest. The pack must know neither, under whatever name or number.
 */
import { join } from 'node:path';
import { sliceOf } from '@proviso/compiler/plan';
import { describe, expect, test } from 'vitest';
import { policyTexts, readPack, repository } from '../support/read-pack.ts';

const { plan, phrases } = readPack('ico-political-campaigning');
const texts = [...policyTexts(join(repository, 'policies/ico-political-campaigning'))].map(
  ([path, text]) => [path, text.replaceAll(/(^|\s)\/\/.*$/gm, '$1')] as const,
);

/** Names of the Bill and of the paragraph, as someone might spell them. */
const spellings = [
  /\bpara(?:graph)?s?[.\s]*21[\s(]*A\b/i,
  /\bDPDI\b/i,
  /data protection and digital information/i,
  /digital information bill/i,
  /\bbill\b(?!ing|s? (?:of|to))/i,
  /\bNC\s?48\b/,
];

describe('the lapsed paragraph on democratic engagement', () => {
  test.each(spellings)('%s is nowhere', (spelling) => {
    expect(texts.filter(([, text]) => spelling.test(text)).map(([path]) => path)).toEqual([]);
  });

  test('what is looked for is found in the spellings that it could have', () => {
    const found = (text: string): boolean => spellings.some((spelling) => spelling.test(text));
    for (const text of [
      'sch.1 para.21A',
      'Schedule 1, paragraph 21A(2)',
      'paragraphs 21 (A)',
      'Data Protection and Digital Information (No. 2) Bill',
      'the DPDI Bill',
      'amendment NC48',
    ])
      expect(found(text), text).toBe(true);
    for (const text of ['pecr reg.21(A1)', 'reg.21A', 'sch.1 para.21', 'billing'])
      expect(found(text), text).toBe(false);
  });

  /** Paragraphs 5 and 39 to 41 are about the policy document, 22 about parties, 23 and 24 about elected representatives. */
  test('of Schedule 1 the pack cites what is in force, and no paragraph by another number', () => {
    const cited = plan.cites
      .filter(({ source, pinpoint }) => source.startsWith('dpa2018') && /\bsch/i.test(pinpoint))
      .map(({ pinpoint }) => /^sch\.1 para\.(\w+)/.exec(pinpoint)?.[1] ?? pinpoint);
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((number) => !['5', '22', '23', '24', '39', '40', '41'].includes(number))).toEqual([]);
  });

  test('no question of democratic engagement leads to a condition of Article 9', () => {
    const { definitions, facts } = sliceOf(plan, ['article9Condition', 'paragraph22', 'article9Body']);
    const asked = facts.flatMap((path) => [path, phrases.facts[path]?.ask ?? '']);
    const told = definitions.flatMap((id) => [id, phrases.statements[id]?.say ?? '']);
    expect(definitions.length).toBeGreaterThan(5);
    expect([...asked, ...told].filter((words) => /democra|engage/i.test(words))).toEqual([]);
  });

  test('the recognised legitimate interests are the five of Annex 1', () => {
    const members = plan.enums.find(({ name }) => name === 'RecognisedInterest')?.members ?? [];
    expect(members).toHaveLength(5);
    expect(members.filter((name) => /democra|engag|politic|campaign|elect|party/i.test(name))).toEqual([]);
  });
});
