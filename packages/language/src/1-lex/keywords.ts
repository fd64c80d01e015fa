/** Words that are never identifiers. */
export const reservedWords: readonly ['and', 'or', 'not', 'yes', 'no', 'notYet', 'asOf'] = [
  'and',
  'or',
  'not',
  'yes',
  'no',
  'notYet',
  'asOf',
];

/** Words that begin a declaration. */
export const declarationWords: readonly [
  'pack', 'import', 'goal', 'source', 'enum', 'bearer', 'record', 'fact', 'event', 'judgement', 'ambiguity', 'define',
  'rule', 'exception', 'section', 'constraint', 'invariant', 'scenario', 'accept',
] = [
  'pack', 'import', 'goal', 'source', 'enum', 'bearer', 'record', 'fact', 'event', 'judgement', 'ambiguity', 'define',
  'rule', 'exception', 'section', 'constraint', 'invariant', 'scenario', 'accept',
];

/** Words that begin a clause inside a declaration's braces. */
export const clauseWords: readonly [
  'title', 'version', 'period', 'licence', 'edition', 'published', 'checked', 'status', 'basis', 'succeeds', 'url',
  'ask', 'say', 'help', 'fixed', 'consider', 'assume', 'cite', 'covers', 'reading', 'requires', 'includes', 'means',
  'otherwise', 'table', 'except', 'must', 'should', 'may', 'when', 'done', 'always', 'never', 'because', 'given',
  'expect',
] = [
  'title', 'version', 'period', 'licence', 'edition', 'published', 'checked', 'status', 'basis', 'succeeds', 'url',
  'ask', 'say', 'help', 'fixed', 'consider', 'assume', 'cite', 'covers', 'reading', 'requires', 'includes', 'means',
  'otherwise', 'table', 'except', 'must', 'should', 'may', 'when', 'done', 'always', 'never', 'because', 'given',
  'expect',
];

/** Names of types. */
export const typeWords: readonly ['yesno', 'date', 'duration', 'text', 'number', 'decimal', 'set', 'list'] = [
  'yesno', 'date', 'duration', 'text', 'number', 'decimal', 'set', 'list',
];

/** Units of a duration, singular and plural. */
export const unitWords: readonly ['day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years'] = [
  'day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years',
];

/** The words between. */
export const connectingWords: readonly [
  'from', 'ceasing', 'governed', 'by', 'succeeded', 'for', 'to', 'on', 'despite', 'as', 'of', 'but', 'only', 'if',
  'known', 'default', 'than', 'later', 'very', 'highly', 'likely', 'unlikely', 'difficult', 'see', 'both', 'forget',
  'at', 'least', 'presumed', 'depends', 'is', 'one', 'empty', 'exactly', 'after', 'before', 'all', 'any', 'some',
  'every', 'in', 'has', 'earliest', 'latest', 'case',
] = [
  'from', 'ceasing', 'governed', 'by', 'succeeded', 'for', 'to', 'on', 'despite', 'as', 'of', 'but', 'only', 'if',
  'known', 'default', 'than', 'later', 'very', 'highly', 'likely', 'unlikely', 'difficult', 'see', 'both', 'forget',
  'at', 'least', 'presumed', 'depends', 'is', 'one', 'empty', 'exactly', 'after', 'before', 'all', 'any', 'some',
  'every', 'in', 'has', 'earliest', 'latest', 'case',
];

/** A word that is never an identifier. */
export type ReservedWord = (typeof reservedWords)[number];

/** A word with a meaning of its own that may also be an identifier where one is expected. */
export type SoftWord =
  | (typeof declarationWords)[number]
  | (typeof clauseWords)[number]
  | (typeof typeWords)[number]
  | (typeof unitWords)[number]
  | (typeof connectingWords)[number];

/** Every word with a meaning of its own. */
export type Keyword = ReservedWord | SoftWord;

/** All words that may also be identifiers, each once. */
export const softWords: readonly SoftWord[] = [
  ...declarationWords, ...clauseWords, ...typeWords, ...unitWords, ...connectingWords,
];
