import { clockWords } from '../4-bind/other-ways.ts';
import type { Findings, Meant } from '../4-bind/findings.ts';
import type { Expr, Span } from '../ast/ast.ts';
import type { Type } from '../program.ts';
import type { Checker } from './checker.ts';

/** What other words for a status or a verdict mean, by what they begin with; of several the first that there is. */
const statusWords: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:not_?|un|in)?(?:known|determin|clear|decided|answered)/, ['undetermined']],
  [/^(?:does|is)?_?(?:not?|in)_?appl|^n\/?a$|^irrelevant|^exempt/, ['doesNotApply']],
  [/^not_?(?:yet|due)|^due|^pending|^open$|^running|^waiting/, ['notYetDue']],
  [/^no_?(?:breach|violat|infring)/, ['noBreachFound', 'compliedWith']],
  [/^(?:non?_?|not_?)compl|^(?:not|un)_?met/, ['breached', 'departedFrom', 'breachFound']],
  [
    /^(?:breach|violat|broke|infring|contraven|fail|late$|overdue)/,
    ['breached', 'departedFrom', 'breachFound'],
  ],
  [/^(?:depart|deviat)/, ['departedFrom', 'breached']],
  [/^(?:compl|met$|done$|satisf|fulfil|kept|observed|ok$)/, ['compliedWith', 'noBreachFound']],
  [/^(?:permi|allow|may$|lawful)/, ['permitted']],
];

/** What other words for yes and no, and for what is not known, mean. */
const truthWords: ReadonlyMap<string, string> = new Map([
  ...['y', 't', 'yes'].map((word) => [word, 'yes'] as const),
  ...['n', 'f', 'no', 'not'].map((word) => [word, 'no'] as const),
  ...['undetermined', 'maybe', 'perhaps', 'unclear', 'open'].map((word) => [word, 'unknown'] as const),
]);

/** The word that a value consists of; null where it is anything else. */
export function wordOf(expr: Expr): string | null {
  return expr.kind === 'path' && expr.segments.length === 1 ? (expr.segments[0]?.text ?? null) : null;
}

/** Which of the words of an answer was meant by another: one in quotes, one of another language, or one misspelt. */
export function meantWord(said: string, span: Span, words: readonly string[], findings: Findings): Meant {
  const lower = said.toLowerCase().replaceAll(/[\s-]/g, '_');
  const ours = statusWords
    .filter(([pattern]) => pattern.test(lower))
    .flatMap(([, meant]) => meant)
    .find((one) => words.includes(one));
  const known = words.includes(said) ? said : ours;
  return known === undefined ? findings.meant(said, span, words) : writing(known, span);
}

/**
 * Reports a word in the place of yes or no that is neither, nor a name of the pack. What is `given` is never `unknown`: it
 * is then left out.
 */
export function isReportedWord(
  { symbols, findings }: Checker,
  value: Expr,
  type: Type,
  place: 'given' | 'expected',
): boolean {
  const word = wordOf(value);
  if (word === null || (type.kind !== 'yesno' && !clockWords.has(word))) return false;
  const isName = symbols.facts.has(word) || symbols.statements.has(word) || symbols.enumsWithMember.has(word);
  if (isName) return false;
  if (type.kind !== 'yesno') {
    const help = 'a scenario gives days: write the day out; its own stands behind `as of`';
    findings.report('unknown-name', value.span, { name: word, suggestion: null }, { help });
    return true;
  }
  const words = place === 'given' ? ['yes', 'no'] : ['yes', 'no', 'unknown'];
  const known = truthWords.get(word.toLowerCase());
  const { suggestion, extra } =
    known !== undefined && words.includes(known)
      ? writing(known, value.span)
      : findings.meant(word, value.span, words);
  const help =
    place === 'given'
      ? 'a yes/no fact is given as `yes` or `no`; one that is not known is left out'
      : 'it is one of `yes`, `no` and `unknown`';
  findings.report('unknown-name', value.span, { name: word, suggestion }, { ...extra, help });
  return true;
}

function writing(text: string, span: Span): Meant {
  return {
    suggestion: text,
    extra: { fix: { title: `write \`${text}\``, safe: false, edits: [{ span, text }] } },
  };
}
