/** What the functions of this package take, told to callers whose types nobody checked. */
import { type Assessment, checkAssessment, type Phrasebook, type PhrasebookOf } from '@proviso/runtime';

/** Throws a `TypeError` where these are not an assessment and a phrasebook. */
export function checkGiven(assessment: unknown, phrases: unknown): void {
  checkAssessment(assessment);
  const { pack, facts, statements } = (phrases ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof pack === 'object' && typeof facts === 'object' && typeof statements === 'object') {
    const { definitions, rules } = assessment as Assessment;
    checkOfPack(assessment as Assessment, phrases as Phrasebook);
    // A phrasebook has no statements, or all of its pack's; what a label stands for begins with its statement.
    const known = new Set(Object.keys(statements ?? {}));
    const names = [...Object.keys(definitions), ...Object.keys(rules)].map((name) => name.split('.', 1)[0]);
    if (known.size === 0 || names.length === 0 || names.some((name = '') => known.has(name))) return;
  }
  throw new TypeError('a phrasebook was expected: the `phrases.json` of the pack that made the assessment');
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

/** Throws a `TypeError` where this is no length of an explanation: one misspelt would say less, or more, than was meant. */
export function checkLength(length: unknown): void {
  if (length === 'short' || length === 'standard' || length === 'full') return;
  throw new TypeError('a length of an explanation was expected: `short`, `standard` or `full`');
}

/** Throws a `TypeError` where the assessment says nothing of this name. */
export function checkName({ definitions, rules }: Assessment, name: string): void {
  if (Object.hasOwn(definitions, name) || Object.hasOwn(rules, name)) return;
  throw new TypeError(`the assessment has no definition or rule \`${name}\``);
}

/** Throws a `TypeError` where this is not an explanation. */
export function checkExplanation(explanation: unknown): void {
  const { title, sections } = (explanation ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof title === 'string' && Array.isArray(sections)) return;
  throw new TypeError('an explanation was expected, as `explain` returns it');
}
