const knowledge =
  'nothing asks whether a fact is known: what is not known leaves the answer open; an event that has not happened is `notYet`';
const event = 'an event that has not happened is `notYet`';
const choice =
  'a choice of values is a `case`: `case { condition: value  otherwise: value }`; a condition stands by itself after `when`, `means` or `except`';
const branches = 'the conditions of a `case` stand in its branches: `case { x is small: 1  x is large: 2 }`';
const count = 'members of a list are asked for: `some x in list has …`, `at least 2 x in list has …`';

const extreme =
  'of several days write `latest of { a, b }` or `earliest of { a, b }`; of numbers a `case`: `case { a > b: a  otherwise: b }`';

/** Words for the day on which it is asked; which day that is, the source says, and a fact may be called so. */
export const clockWords: ReadonlySet<string> = new Set(['today', 'now', 'Today', 'Now', 'TODAY', 'NOW']);

/** What to write instead of words that other languages have, and this one has no name for. */
export const otherWays: ReadonlyMap<string, string> = new Map([
  ...['known', 'unknown', 'given', 'missing', 'null'].map((word) => [word, knowledge] as const),
  ...['if', 'else'].map((word) => [word, choice] as const),
  ...['count', 'exists'].map((word) => [word, count] as const),
  ...['never', 'none', 'nil'].map((word) => [word, event] as const),
  ...['max', 'min'].map((word) => [word, extreme] as const),
  ['default', 'the last branch of a `case` begins with `otherwise`'],
  ...['case', 'match', 'switch'].map((word) => [word, branches] as const),
  ['at', '"at most" is said by `<=` of numbers, and of a list by `not (at least 3 x in list has …)`'],
  ['exactly', 'write `at least 2 x in list has …` and `not (at least 3 x in list has …)`'],
  ['unless', 'what is not so is said with `not` and brackets, or by an exception: `except label: condition`'],
  ['that', 'a condition stands by itself after `means`'],
  ['number', count],
  ['for', 'write `every x in list has (x.a and x.b)`'],
  ['when', 'a condition stands by itself: `except label: condition`'],
  ['each', 'write `every x in list has …`'],
  ['some', 'write `some x in list has …`'],
  ['more', 'write `at least 4 x in list has …`'],
  ['sum', 'nothing is added up over a list: ask for the sum, and say in its `help` what counts'],
  ['on', '"on or before" is said by `<=`, "on or after" by `>=`'],
  ['either', 'write `a or b`; of values, `x is one of { a, b }`'],
  ['before', 'what comes first of two days is told by `<`: `a < b`'],
  ['after', 'what comes last of two days is told by `>`: `a > b`'],
  ['greater', 'numbers and days are compared by `>`: `a > b`'],
  ['less', 'numbers and days are compared by `<`: `a < b`'],
  ['neither', 'what is not so is said with `not`: `not (a or b)`'],
  ['all', 'write `all of { a, b }`, or of a list `every x in list has …`'],
  ['any', 'write `any of { a, b }`, or of a list `some x in list has …`'],
  ['by', 'a choice by readings is written `by reading NAME { a: …  b: … }`'],
  ['both', 'write `a and b`; in a claim, `never both { a, b }`'],
  ...['earliest', 'latest'].map((word) => [word, `write \`${word} of { a, b }\``] as const),
  ...['day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years'].map(
    (word) => [word, 'a duration is a number and its unit: `7 days`'] as const,
  ),
  ...['likely', 'unlikely', 'very', 'highly'].map(
    (word) => [word, 'a certainty stands behind its condition: `label: condition, likely`'] as const,
  ),
  ...['the', 'a', 'an'].map((word) => [word, 'names stand without an article'] as const),
  ['reading', 'a choice by readings is written `by reading NAME { a: …  b: … }`'],
]);
