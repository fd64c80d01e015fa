const knowledge =
  'nothing asks whether a fact is known: what is not known leaves the answer open; an event that has not happened is `notYet`';
const choice = 'a choice of values is a `case`: `case { condition: value  otherwise: value }`';
const count = 'members of a list are asked for: `some x in list has …`, `at least 2 x in list has …`';

/** What to write instead of words that other languages have, and this one has no name for. */
export const otherWays: ReadonlyMap<string, string> = new Map([
  ...['known', 'unknown', 'given', 'missing', 'null'].map((word) => [word, knowledge] as const),
  ...['if', 'else'].map((word) => [word, choice] as const),
  ...['count', 'exists'].map((word) => [word, count] as const),
  ['before', 'what comes first of two days is told by `<`: `a < b`'],
  ['after', 'what comes last of two days is told by `>`: `a > b`'],
  ['greater', 'numbers and days are compared by `>`: `a > b`'],
  ['less', 'numbers and days are compared by `<`: `a < b`'],
  ['neither', 'what is not so is said with `not`: `not (a or b)`'],
  ['all', 'write `all of { a, b }`, or of a list `every x in list has …`'],
  ['any', 'write `any of { a, b }`, or of a list `some x in list has …`'],
  ['by', 'a choice by readings is written `by reading NAME { a: …  b: … }`'],
  ['both', 'write `never both { a, b }`, or `all of { a, b }`'],
]);
