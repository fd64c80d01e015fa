/** Citations, clauses and cases as elements. */
import type { JsonObject, Json, Scenario } from '@proviso/compiler/plan';
import { type Day, formatDay, type RuleResult } from '@proviso/runtime';
import {
  dateWords,
  definitionValueWords,
  factPhrases,
  factValueWords,
  fill,
  hasPlace,
  humanise,
  instanceWords,
  isTwoSided,
  listWords,
  memberWords,
  negative,
  positive,
  statusWords,
  withoutNotYet,
} from '@proviso/explain';
import { type Book, pageOf, shortName } from '../book.ts';
import { bullets, type Child, el, type Element, folded, link, several } from '../html.ts';
import type { Citation, Clause } from '../provision/outline.ts';

/** Citations as links to the list of sources. */
export function cited(book: Book, cites: readonly Citation[], up: string): Child {
  if (cites.length === 0) return null;
  const parts = cites.flatMap((cite, i): readonly Child[] => [
    i === 0 ? null : '; ',
    link(`${up}sources.html#${cite.source}`, placeOf(book, cite)),
    cite.anchor === undefined ? '' : `, “${cite.anchor}”`,
  ]);
  return el('span', { class: 'handbook-cites' }, ' [', ...parts, ']');
}

/** "draft code p.71". */
export function placeOf(book: Book, { source, pinpoint }: Citation): string {
  return `${book.phrases.sources[source]?.short ?? source} ${pinpoint}`;
}

/** A clause, linked to the statement it speaks of, with what is under it. */
export function clauseItem(book: Book, one: Clause, up: string): Element {
  const { text, to, items, cites = [], label, certainty } = one;
  const words = to === undefined ? text : link(`${up}${pageOf(to)}`, text);
  return el(
    'li',
    label === undefined ? null : { id: label },
    label === undefined ? null : el('strong', null, shortName(label), certainty === undefined ? ': ' : ''),
    certainty === undefined
      ? null
      : `${label === undefined ? 'The' : ', of which the'} source says “${certainty}”: `,
    words,
    items === undefined ? '' : ':',
    cited(book, cites, up),
    items === undefined ? null : el('ul', null, ...items.map((item) => clauseItem(book, item, up))),
  );
}

/** A scenario as a short case story: the facts, then what the source says comes of them. */
export function story(book: Book, scenario: Scenario, up: string): Element {
  const on = dateWords(formatDay(scenario.asOf as Day));
  const readings = Object.entries(scenario.readings).map(
    ([name, reading]) =>
      `taking “${humanise(name)}” to mean that ${book.phrases.ambiguities[name]?.readings[reading] ?? reading}`,
  );
  return el(
    'section',
    { class: 'handbook-story' },
    el('h3', { class: 'govuk-heading-s' }, capital(scenario.name)),
    el(
      'p',
      { class: 'govuk-body' },
      `As of ${on}${readings.length === 0 ? '' : `, ${listWords(readings)}`}.`,
    ),
    folded('The facts of the case', bullets(...factsOf(book, scenario.facts, ''))),
    el('p', { class: 'govuk-body' }, 'Then:'),
    bullets(
      ...scenario.expect.map(({ name, of, value }) =>
        several(
          name === 'verdict' ? 'the verdict' : link(`${up}${pageOf(name)}`, shortName(name)),
          of === undefined ? '' : ` (as to ${instanceWords(book.phrases, of)})`,
          `: ${outcomeWords(book, name, value)}`,
        ),
      ),
    ),
  );
}

/** The facts of a case, a sentence each. */
function factsOf(book: Book, facts: JsonObject, at: string): readonly string[] {
  const sentences: string[] = [];
  const visit = (value: Json, path: string): void => {
    if (Array.isArray(value)) visitList(value, path, true);
    else if (typeof value === 'object' && value !== null) {
      if ('atLeast' in value && Array.isArray(value['atLeast'])) visitList(value['atLeast'], path, false);
      else
        for (const [name, part] of Object.entries(value)) visit(part, path === '' ? name : `${path}.${name}`);
    } else sentences.push(factSentence(book, path, value));
  };
  const visitList = (values: readonly Json[], path: string, complete: boolean): void => {
    if (values.every((each) => typeof each === 'string')) {
      const members = values.map((each) => factValueWords(book.phrases, path, each));
      const ask = askOf(book, path);
      const none = complete ? 'none' : 'not known';
      sentences.push(
        `${aboutOf(book, path)}“${ask}” ${members.length === 0 ? none : `${listWords(members)}${complete ? '' : ', perhaps more'}`}`,
      );
      return;
    }
    values.forEach((each, i) => visit(each, `${path}[${i}]`));
    if (!complete)
      sentences.push(`there may be another ${memberWords(book.phrases, path)} than those given here`);
  };
  visit(facts, at);
  return sentences.map(capital);
}

function factSentence(book: Book, path: string, value: string | number | boolean | null): string {
  const { say } = factPhrases(book.phrases, path);
  const of = aboutOf(book, path);
  if (typeof value === 'boolean' && say !== undefined && isTwoSided(say) && !hasPlace(say))
    return `${of}${value ? positive(say) : negative(say)}`;
  const words = value === null ? 'not known' : factValueWords(book.phrases, path, value);
  if (say !== undefined && hasPlace(say) && typeof value === 'string' && value !== 'notYet')
    return `${of}${fill(positive(say), words)}`;
  return `${of}“${askOf(book, path)}” ${words}`;
}

/** "the first deposit: " before what is said of a member of a list. */
function aboutOf({ phrases }: Book, path: string): string {
  const instance = /^(.*\[\d+\])\./.exec(path)?.[1];
  return instance === undefined ? '' : `${instanceWords(phrases, instance)}: `;
}

function askOf({ phrases }: Book, path: string): string {
  return withoutNotYet(factPhrases(phrases, path).ask ?? humanise(lastPart(path)));
}

/** A field of a member is named without the member, which is named before. */
function lastPart(path: string): string {
  return path.replace(/^.*\[\d+\]\./, '');
}

/** What comes of a case: a status in the words of explanations, an answer, a day. */
function outcomeWords({ phrases }: Book, name: string, value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const { modality } = phrases.statements[name] ?? {};
  if (modality !== undefined && isStatus(text)) return statusWords({ status: text, modality }).toLowerCase();
  const day = dateWords(text);
  if (day !== text) return day;
  const told = typeof value === 'string' || typeof value === 'number';
  return told && phrases.statements[name] !== undefined
    ? definitionValueWords(phrases, name, value)
    : humanise(text);
}

const STATUSES: ReadonlySet<string> = new Set<RuleResult['status']>([
  'breached',
  'departedFrom',
  'compliedWith',
  'notYetDue',
  'doesNotApply',
  'permitted',
  'undetermined',
]);

function isStatus(text: string): text is RuleResult['status'] {
  return STATUSES.has(text);
}

/** With a capital. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
