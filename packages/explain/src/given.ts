/** What the functions of this package take, told to callers whose types nobody checked. */
import {
  type Assessment,
  checkAssessment,
  checkKeyed,
  checkPhrasebook,
  isKeyed,
  type Phrasebook,
  type PhrasebookOf,
} from '@proviso/runtime';

/** Throws a `TypeError` where these are not an assessment and the phrasebook of its pack. */
export function checkGiven(assessment: unknown, phrases: unknown): void {
  checkAssessment(assessment);
  checkPhrasebook(phrases);
  const { definitions, rules } = assessment as Assessment;
  checkOfPack(assessment as Assessment, phrases as Phrasebook);
  // A phrasebook has no statements, or all of its pack's; what a label stands for begins with its statement.
  const known = new Set(Object.keys((phrases as Phrasebook).statements));
  const names = [...Object.keys(definitions), ...Object.keys(rules)].map((name) => name.split('.', 1)[0]);
  if (known.size === 0 || names.length === 0 || names.some((name = '') => known.has(name))) return;
  checkPhrasebook(undefined);
}

/** Throws a `TypeError` where the phrasebook says that it is another pack's, or of another version or text of the pack. */
function checkOfPack({ pack }: Assessment, { of }: Phrasebook): void {
  if (of === undefined || of === null) return;
  if (of.id === pack.id && of.version === pack.version && of.text === pack.text) return;
  throw new TypeError(
    `this phrasebook is of ${of.id} ${of.version}, digest of its text ${short(of)}, and the assessment is by ${pack.id} ${pack.version}, digest of its text ${short(pack)}: take the phrases.json of the pack that made the assessment`,
  );
}

/** A few digits of a digest; of what is none, what there is. */
function short({ text }: Readonly<Record<keyof PhrasebookOf, unknown>>): string {
  return String(text).slice(0, 12);
}

/** What an option can be. */
export type OptionKind =
  | 'function'
  | 'list'
  | 'object'
  | 'text'
  | 'flag'
  | 'width'
  | 'titleLevel'
  | 'level'
  | 'length';

/** Whether a value is that, and what it is called. */
const KINDS: Readonly<Record<OptionKind, readonly [(value: unknown) => boolean, string]>> = {
  function: [(value) => typeof value === 'function', 'a function'],
  list: [Array.isArray, 'a list'],
  object: [isKeyed, 'an object'],
  text: [(value) => typeof value === 'string', 'a text'],
  flag: [(value) => typeof value === 'boolean', '`true` or `false`'],
  width: [(value) => typeof value === 'number' && value >= 1, 'a number of columns'],
  titleLevel: [(value) => isLevel(value, 5), 'a whole number from 1 to 5'],
  level: [(value) => isLevel(value, 6), 'a whole number from 1 to 6'],
  length: [
    (value) => value === 'short' || value === 'standard' || value === 'full',
    '`short`, `standard` or `full`',
  ],
};

function isLevel(value: unknown, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
}

/** What the options of an explanation are. */
export const explainKinds = {
  length: 'length',
  language: 'function',
  answers: 'list',
  needs: 'list',
  showPaths: 'flag',
  provenance: 'object',
  reassess: 'function',
} as const;

/**
 * Throws a `TypeError` where options are not what they should be: a length misspelt would say less, or more, than was meant,
 * and a heading of level 9 is none.
 */
export function checkOptions(options: unknown, kinds: Readonly<Record<string, OptionKind>>): void {
  checkKeyed(options, `an object of options (${Object.keys(kinds).join(', ')})`);
  for (const [key, kind] of Object.entries(kinds)) {
    const value = (options as Readonly<Record<string, unknown>>)[key];
    const [is, what] = KINDS[kind];
    if (value !== undefined && !is(value)) throw new TypeError(`the option \`${key}\` should be ${what}`);
  }
}

/** Throws a `TypeError` where these are not the steps that come next. */
export function checkNextSteps(steps: unknown): void {
  const { rules, needs } = isKeyed(steps) ? steps : {};
  if ([rules, needs].every((list) => Array.isArray(list) && list.every(isKeyed))) return;
  throw new TypeError('what `nextSteps` returns was expected: an object with `rules` and `needs`');
}

/** Throws a `TypeError` where this is no list of changes that were looked for. */
export function checkChanges(all: unknown): void {
  const isFound = (each: unknown): boolean =>
    isKeyed(each) && isKeyed(each['target']) && Array.isArray(each['sets']);
  if (Array.isArray(all) && all.every(isFound)) return;
  throw new TypeError('a list of what `whatWouldChange` of a pack returns was expected');
}

/** Throws a `TypeError` where this is nothing that assesses, or no case. */
export function checkAssessing(assess: unknown, of: unknown): void {
  if (typeof assess === 'function' && isKeyed(of) && isKeyed(of['options'])) return;
  throw new TypeError(
    'a function that assesses was expected, as `assess` of a pack, and a case: `{ facts, options }`',
  );
}

/** Throws a `TypeError` where this has no rules that were examined. */
export function checkExamined(assessment: unknown): void {
  const { rulesExamined, rules } = isKeyed(assessment) ? assessment : {};
  if (Array.isArray(rulesExamined) && isKeyed(rules)) return;
  throw new TypeError('an assessment was expected, with its `rules` and `rulesExamined`');
}

/** Throws a `TypeError` where the assessment says nothing of this name. */
export function checkName({ definitions, rules }: Assessment, name: unknown): void {
  if (typeof name !== 'string') throw new TypeError('the name of a definition or rule was expected');
  if (Object.hasOwn(definitions, name) || Object.hasOwn(rules, name)) return;
  throw new TypeError(`the assessment has no definition or rule \`${name}\``);
}

/** Throws a `TypeError` where this is not an explanation. */
export function checkExplanation(explanation: unknown): void {
  if (typeof (isKeyed(explanation) ? explanation : {})['title'] !== 'string') checkSections(undefined);
  checkSections(explanation);
}

/** Throws a `TypeError` where this has no sections as an explanation has them. */
export function checkSections(explanation: unknown): void {
  const { sections } = isKeyed(explanation) ? explanation : {};
  if (Array.isArray(sections) && sections.every(isSection)) return;
  throw new TypeError('an explanation was expected, as `explain` returns it');
}

function isSection(section: unknown): boolean {
  const { paragraphs, points } = isKeyed(section) ? section : {};
  return Array.isArray(paragraphs) && Array.isArray(points);
}
