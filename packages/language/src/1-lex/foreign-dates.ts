import type { Span } from '../ast/ast.ts';
import { dateExists } from '../calendar.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lexDiagnostic } from '../diagnostics/lex.ts';

const months: readonly string[] = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** `1st of January 2020` */
const dayFirst = /^(\d{1,2})[a-z]*[ \t]+(?:of[ \t]+)?([A-Za-z]{3})[a-z.,]*[ \t]+(\d{4})$/;
/** `January 1, 2020` */
const monthFirst = /^([A-Za-z]{3})[a-z.]*[ \t]+(\d{1,2})[a-z,]*[ \t]+(\d{4})$/;
/** `2020-1-2`, `01/02/2020` */
const inNumbers = /^(\d+)[-/.](\d+)[-/.](\d+)$/;

/**
 * The days that a date of another notation can mean, as this language writes them: two where it does not say which number is
 * the month, the one that comes first in Britain first; none where the calendar has no such day.
 */
export function daysMeant(image: string): readonly string[] {
  return daysWritten(image).filter(dateExists);
}

function daysWritten(image: string): readonly string[] {
  const [, day = '', month = '', year = ''] = dayFirst.exec(image) ?? [];
  if (year !== '') return [iso(year, monthOf(month), day)];
  const [, name = '', number = '', inYear = ''] = monthFirst.exec(image) ?? [];
  if (inYear !== '') return [iso(inYear, monthOf(name), number)];
  const [, first = '', second = '', third = ''] = inNumbers.exec(image) ?? [];
  if (first.length === 4) return [iso(first, second, third)];
  const full = third.length === 4 ? third : `20${third}`;
  const both = [
    ...(Number(second) <= 12 ? [iso(full, second, first)] : []),
    ...(Number(first) <= 12 ? [iso(full, first, second)] : []),
  ];
  return [...new Set(both)];
}

const monthOf = (name: string): string => String(months.indexOf(name.toLowerCase()) + 1);

const iso = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** What to say of a date in another notation; mended where it can mean one day only. */
export function foreignDate(found: string, span: Span): Diagnostic {
  const isShort = /\D\d{2}$/.test(found) && !/^\d{4}/.test(found);
  const days = isShort ? [] : daysMeant(found);
  const [only, ...others] = days;
  const fix =
    only === undefined || others.length > 0
      ? {}
      : { fix: { title: `write \`${only}\``, safe: true, edits: [{ span, text: only }] } };
  return lexDiagnostic('foreign-date', span, { found, days, isShort }, fix);
}
