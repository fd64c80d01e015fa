/** The pages that list: questions, judgements and presumptions, sources, names, traceability, coverage, review. */
import { type Field, literalValue, type Source, sourceInfo } from '@proviso/compiler/plan';
import {
  dateWords,
  enumMemberWords,
  factPhrases,
  factValueWords,
  humanise,
  listWords,
  sourceStanding,
} from '@proviso/explain';
import { formatDay, type Day, unitWords } from '@proviso/runtime';
import { type Book, frameOf, pageOf, reviewedSentence, shortName } from '../book.ts';
import { bullets, type Child, el, heading, link, listed, page, paragraph, several, table } from '../html.ts';
import { titleOf } from '../provision/provision.ts';
import { capital } from './words.ts';
import { coversOf } from './statement.ts';

interface Question {
  readonly path: string;
  readonly field: Field;
}

/** Every question of the vocabulary, in its order. */
function questions({ plan }: Book): readonly Question[] {
  const fieldsOf = (record: string): readonly Field[] =>
    plan.records.find(({ name }) => name === record)?.fields ?? [];
  const visit = (field: Field, path: string): readonly Question[] => {
    if (field.type.kind === 'record')
      return fieldsOf(field.type.name).flatMap((each) => visit(each, `${path}.${each.name}`));
    if (field.type.kind === 'list') {
      const { of } = field.type;
      return fieldsOf(of).flatMap((each) => visit(each, `${path}[].${each.name}`));
    }
    return [{ path, field }];
  };
  return plan.facts.flatMap((field) => visit(field, field.name));
}

/** The questions by the things they are about. */
export function questionsPage(book: Book): string {
  const all = questions(book).filter(({ field }) => field.kind !== 'otherwise');
  const byThing = Map.groupBy(all, ({ path }) => path.split(/[.[]/)[0] ?? '');
  return page(
    frameOf(book, 'Questions'),
    heading(1, 'What is asked'),
    paragraph(
      '“I do not know” is an answer to each of them. A judgement is made by a person, who is named with the reasons in a record.',
    ),
    ...[...byThing].flatMap(([thing, list]) => [
      heading(2, capital(humanise(thing))),
      table(
        capital(humanise(thing)),
        ['Question', 'Kind', 'Help'],
        list.map(({ path, field }) => {
          const { ask, help } = factPhrases(book.phrases, path);
          return [ask ?? path, several(kindWords(field), ...answersOf(book, path, field)), help ?? ''];
        }),
        list.map(({ path }) => path),
      ),
    ]),
  );
}

/** In which unit a number is asked for, and what can be chosen: the words are reviewed too. */
function answersOf({ plan, phrases }: Book, path: string, { type }: Field): readonly Child[] {
  const { unit, enum: told } = factPhrases(phrases, path);
  if (unit !== undefined) return [`, in ${unitWords(unit, false)}`];
  const name = type.kind === 'enum' ? type.name : type.kind === 'set' ? type.of : undefined;
  const members = plan.enums.find((each) => each.name === name)?.members ?? [];
  if (members.length === 0) return [];
  const of = type.kind === 'enum' ? 'one of' : 'any of';
  return [`, ${of}:`, bullets(...members.map((member) => enumMemberWords(phrases, told, member)))];
}

function kindWords(field: Field): string {
  const kind = {
    fact: 'a fact',
    event: 'a date, or not yet',
    judgement: 'a judgement',
    otherwise: 'a judgement',
  }[field.kind];
  return `${kind}${field.fixed === true ? ', which cannot be changed' : ''}`;
}

/** What people judge, and what is presumed where nothing is known. */
export function judgementsPage(book: Book): string {
  const all = questions(book);
  const judged = all.filter(({ field }) => field.kind === 'judgement');
  const open = all.filter(({ field }) => field.kind === 'otherwise');
  const presumed = all.filter(({ field }) => field.assume !== undefined);
  const ask = (path: string): string => factPhrases(book.phrases, path).ask ?? humanise(path);
  return page(
    frameOf(book, 'Judgements and presumptions'),
    heading(1, 'Judgements and presumptions'),
    heading(2, `What a person judges (${judged.length})`),
    table(
      'Judgements',
      ['Question', 'What is considered'],
      judged.map(({ path, field }) => {
        const holder = path.slice(0, path.lastIndexOf('.'));
        const factors = (field.consider ?? []).map((factor) =>
          ask(factor.startsWith('self.') ? `${holder}.${factor.slice('self.'.length)}` : factor),
        );
        return [ask(path), factors.length === 0 ? 'nothing in particular' : bullets(...factors)];
      }),
    ),
    heading(2, `What the source leaves open (${open.length})`),
    paragraph(
      'The lists of the source are often not closed. That nothing on a list is so then answers nothing by itself; these questions are asked.',
    ),
    bullets(...open.map(({ path }) => ask(path))),
    heading(2, `What is presumed where it is not known (${presumed.length})`),
    presumed.length === 0
      ? paragraph('Nothing.')
      : table(
          'Presumptions',
          ['Question', 'Presumed'],
          presumed.map(({ path, field }) => [
            ask(path),
            JSON.stringify(field.assume?.value) === undefined ? '' : presumedWords(book, path, field),
          ]),
        ),
  );
}

function presumedWords({ phrases }: Book, path: string, { assume }: Field): string {
  const literal = assume?.value;
  if (literal === undefined) return '';
  return factValueWords(phrases, path, literalValue(literal));
}

/** What is cited. */
export function sourcesPage(book: Book): string {
  const count = Map.groupBy(book.plan.cites, ({ source }) => source);
  return page(
    frameOf(book, 'Sources'),
    heading(1, 'Sources'),
    table(
      'What is cited',
      ['Source', 'Cited as', 'What it is', 'Checked', 'Places cited'],
      book.plan.sources.map((source) => [
        source.url === undefined || !/^https?:/.test(source.url)
          ? source.title
          : link(source.url, source.title),
        citedAs(source.name, book),
        standing(source, book),
        source.checked === undefined ? 'never' : dateWords(formatDay(source.checked as Day)),
        String(count.get(source.name)?.length ?? 0),
      ]),
      book.plan.sources.map(({ name }) => name),
    ),
  );
}

/** Its short name; where others have the same, with what is cited of this one. */
function citedAs(name: string, { plan, phrases }: Book): string {
  const short = (one: string): string => phrases.sources[one]?.short ?? one;
  const isShared = plan.sources.some((other) => other.name !== name && short(other.name) === short(name));
  const places = plan.cites.filter(({ source }) => source === name).map(({ pinpoint }) => pinpoint);
  return isShared && places.length > 0
    ? `${short(name)} ${listWords([...new Set(places)].toSorted(byNumber.compare))}`
    : short(name);
}

/** So that article 9 comes before article 12. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** What a source is worth, and what takes its place where it ceases. */
function standing(source: Source, { plan, phrases }: Book): Child {
  const { checked: _, succeededBy = {}, ...info } = sourceInfo(source, plan.sources);
  const names = Object.keys(succeededBy);
  return several(
    sourceStanding(info).join('; '),
    ...names.flatMap((name) => ['; in its place: ', link(`#${name}`, phrases.sources[name]?.title ?? name)]),
  );
}

/** Every definition and rule by its words. */
export function namesPage(book: Book): string {
  const all = [...book.program.statements.keys()]
    .map((name) => ({ name, title: capital(titleOf(name, book)) }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
  return page(
    frameOf(book, 'Index'),
    heading(1, 'Index'),
    el(
      'ul',
      { class: 'govuk-list' },
      ...all.map(({ name, title }) => el('li', null, link(pageOf(name), title), ` (${name})`)),
    ),
  );
}

/** From each statement of the source to what encodes it. */
export function traceabilityPage(book: Book): string {
  const encoders = new Map<string, string[]>();
  for (const name of book.program.statements.keys())
    for (const id of coversOf(book, name)) encoders.set(id, [...(encoders.get(id) ?? []), name]);
  return page(
    frameOf(book, 'Traceability'),
    heading(1, 'From the source to the rules'),
    book.register.length === 0 ? paragraph('The pack has no register of the source’s statements.') : null,
    ...book.register.flatMap(({ title, statements }) => [
      heading(2, title),
      table(
        title,
        ['Statement', 'Where', 'In the source’s words', 'What it says, in ours', 'Encoded by', 'Cases'],
        statements.map((each): readonly Child[] => {
          const names = encoders.get(each.id) ?? [];
          const cases = new Set(
            names.flatMap((name) => (book.scenariosOf.get(name) ?? []).map((one) => one.name)),
          );
          return [
            each.id,
            `${each.source} ${each.pinpoint}`,
            each.strength.verbatim.map((word) => `“${word}”`).join(', '),
            each.wording,
            each.disposition === 'setAside'
              ? `set aside: ${humanise(each.reason ?? 'no reason')}${each.duplicateOf === undefined ? '' : ` of ${each.duplicateOf}`}`
              : listed(
                  names.map((name) => link(pageOf(name), shortName(name))),
                  'nothing',
                ),
            String(cases.size),
          ];
        }),
        statements.map(({ id }) => id),
      ),
    ]),
  );
}

/** What the scenarios exercise. */
export function coveragePage(book: Book): string {
  const kinds = [...Map.groupBy(book.coverage, ({ kind }) => kind)];
  return page(
    frameOf(book, 'Coverage'),
    heading(1, 'What the cases try'),
    table(
      'Coverage by cases',
      ['What', 'Tried', 'Of'],
      kinds.map(([kind, lines]) => [
        `${kind}s`,
        String(lines.filter(({ covered }) => covered).length),
        String(lines.length),
      ]),
    ),
    ...kinds.flatMap(([kind, lines]) => {
      const missing = lines.filter(({ covered }) => !covered);
      return missing.length === 0
        ? []
        : [heading(2, `No case tries these ${kind}s`), bullets(...missing.map(({ name }) => name))];
    }),
  );
}

/** How far it is reviewed. */
export function reviewPage(book: Book): string {
  const states = [...book.program.statements.keys()].map((name) => ({
    name,
    review: book.reviews.get(name),
  }));
  const words = {
    approved: 'approved',
    changesWanted: 'changes wanted',
    reopened: 'changed since it was reviewed',
    notReviewed: 'not reviewed',
  };
  return page(
    frameOf(book, 'Review'),
    heading(1, 'How far it is reviewed'),
    paragraph(reviewedSentence(book)),
    paragraph(
      'A reviewer records a judgement on a definition or rule with the command ',
      el('code', null, 'proviso review'),
      '. It is held to the wording and the meaning that were reviewed: a change to either, or to anything they rest on, reopens it.',
    ),
    table(
      'Definitions and rules',
      ['Definition or rule', 'State', 'Note'],
      states.map(({ name, review }) => [
        link(pageOf(name), shortName(name)),
        words[review?.state ?? 'notReviewed'],
        review?.note ?? '',
      ]),
      states.map(({ name }) => name),
    ),
    several(),
  );
}
