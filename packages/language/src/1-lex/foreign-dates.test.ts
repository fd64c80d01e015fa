import { describe, expect, test } from 'vitest';
import { applyFix } from '../diagnostics/diagnostic.ts';
import { act, packOf } from '../diagnostics/samples.ts';
import { checkPack } from '../5-check/check-pack.ts';
import { parseFile } from '../parse-file.ts';

const published = (date: string): string => `source act "The Act" { published ${date} status statute }\n`;
const found = (text: string): ReturnType<typeof parseFile>['diagnostics'] =>
  parseFile(text, 'a.policy').diagnostics;

describe('a date of another notation', () => {
  test.each([
    ['1 January 2020', '2020-01-01'],
    ['1st January 2020', '2020-01-01'],
    ['3rd of march, 2020', '2020-03-03'],
    ['31 Dec. 2020', '2020-12-31'],
    ['Sept 9, 2020', '2020-09-09'],
    ['May 2nd 2020', '2020-05-02'],
    ['2020-1-2', '2020-01-02'],
    ['2020-01-2', '2020-01-02'],
    ['2020/01/31', '2020-01-31'],
    ['31/01/2020', '2020-01-31'],
    ['01/31/2020', '2020-01-31'],
    ['31.1.2020', '2020-01-31'],
    ['2/2/2020', '2020-02-02'],
  ])('%s is %s', (written, meant) => {
    const text = published(written);
    const [one, ...others] = found(text);
    expect([one?.code, others]).toEqual(['foreign-date', []]);
    expect(text.slice(one!.span.start, one!.span.end)).toBe(written);
    expect(one!.fix?.safe).toBe(true);
    expect(applyFix(text, one!.fix!)).toBe(published(meant));
  });

  test.each([
    ['01/02/2020', '2020-02-01', '2020-01-02'],
    ['1.2.2020', '2020-02-01', '2020-01-02'],
    ['01-02-2020', '2020-02-01', '2020-01-02'],
  ])('%s is one of two days, and nobody chooses', (written, first, second) => {
    const [one, ...others] = found(published(written));
    expect([one?.code, one?.fix, one?.otherFixes, others]).toEqual([
      'foreign-date',
      undefined,
      undefined,
      [],
    ]);
    expect(one?.help).toContain(first);
    expect(one?.help).toContain(second);
  });

  test('wants its year in full', () => {
    const [one, ...others] = found(published('31/12/19'));
    expect([one?.message, one?.fix, others]).toEqual([
      '`31/12/19` does not say its year in full',
      undefined,
      [],
    ]);
  });

  test('is one finding wherever a day stands, and nothing else is missed for it', () => {
    const pack = packOf(
      act,
      'event sentOn { ask "When was it sent?" say "it was sent on {value}" }\n',
      'define late from 1 January 2021 { say "it {is|is not} late" means sentOn > 31/12/2021 cite act s.1 }\n',
      'scenario "s" as of 1 March 2022 { given { sentOn: 2022-1-2 } expect { late: yes } cite act s.1 }\n',
    );
    const { diagnostics } = checkPack(new Map([['pack.policy', pack]]), 'pack.policy');
    expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'foreign-date'));
  });

  test.each(['2020 - 1 - 2', '2020 - 1', '1234.5 - 1 - 2', '12 - 1 - 2020'])('%s is arithmetic', (sum) => {
    expect(found(`define n: number { means ${sum} cite act s.1 }\n`)).toEqual([]);
  });
});

test.each(['31/31/2020', '2020-2-31', '31 November 2020', '29 Feb 2021', '30/02/2020', '11/31/2020'])(
  '%s is no day, told once and with no repair',
  (written) => {
    const pack = packOf(
      act,
      `define late { say "it {is|is not} late" means asOf > ${written} cite act s.1 }\n`,
    );
    const { diagnostics } = checkPack(new Map([['pack.policy', pack]]), 'pack.policy');
    expect(diagnostics).toMatchObject([
      { code: 'foreign-date', message: `\`${written}\` is no day of the calendar` },
    ]);
    expect(diagnostics[0]?.fix).toBeUndefined();
  },
);

describe('no date where one should be', () => {
  test.each([
    ['"2020-01-01"', 'delete the quotes'],
    ['January 2020', undefined],
    ['2020', undefined],
  ])('%s', (written, fix) => {
    const pack = packOf(act).replace('2020-01-01', written);
    const { diagnostics } = checkPack(new Map([['pack.policy', pack]]), 'pack.policy');
    expect(diagnostics).toMatchObject([
      { code: 'expected-something-else', help: expect.stringContaining('`2020-01-31`') as string },
    ]);
    expect(diagnostics[0]?.fix?.title).toBe(fix);
  });

  test('a scenario is judged `as of` a day', () => {
    const text = 'scenario "s" on 2022-01-01 { expect { late: yes } }\n';
    const [one, ...others] = found(text);
    expect([applyFix(text, one!.fix!), others]).toEqual([text.replace('on', 'as of'), []]);
  });
});
