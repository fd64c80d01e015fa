/** A record as one page that prints: what was decided first, then on which facts and whose word, then why. */
import { capitalise, dateWords, humanise, listWords } from '@proviso/explain';
import type { DecisionRecord, RecordedPoint, SealedRecord } from '../record.ts';
import { type Child, el, htmlPage } from '@proviso/explain/html';
import { checkHas } from '../given.ts';
import { recordStyles } from './styles.ts';
import { table } from './table.ts';
import { askedOf, factsSection, judgementsSection } from './told-html.ts';

const recordKinds = {
  case: 'object',
  pack: 'object',
  made: 'object',
  explanation: 'object',
  asOf: 'text',
  goals: 'list',
  readings: 'list',
  masked: 'list',
  told: 'list',
  lacking: 'list',
  duties: 'list',
} as const;

/** The page of a record. It protects nothing: only the JSON can be verified. */
export function recordHtml(sealed: SealedRecord): string {
  checkHas(sealed, { record: 'object' }, 'a sealed record');
  checkHas(sealed.record, recordKinds, 'a sealed record');
  const { record } = sealed;
  const [outcome, ...reasons] = record.explanation.sections;
  return htmlPage(
    `Decision record: ${record.case.title}`,
    recordStyles,
    'en',
    header(record),
    outcome === undefined ? null : explanationSection(outcome, 1, 'outcome'),
    lackingSection(record),
    dutiesSection(record),
    judgementsSection(record),
    factsSection(record),
    readingsSection(record),
    ...reasonSections(reasons),
    el('h2', null, 'What this record is'),
    standing(sealed),
  );
}

function header({ case: { title }, pack, asOf, made, goals }: DecisionRecord): Child {
  const questions = goals.map((goal) => goal.title ?? goal.name);
  return el(
    'header',
    null,
    el('p', { class: 'kind' }, 'Decision record'),
    el('h1', null, title),
    el(
      'dl',
      { class: 'summary' },
      ...row('Policy pack', `${pack.title} (${pack.id}, version ${pack.version})`),
      ...row('Assessed as of', dateWords(asOf)),
      ...row(
        'Asked',
        questions.length === 1
          ? (questions[0] ?? '')
          : el('ul', null, ...questions.map((question) => el('li', null, question))),
      ),
      ...row('Recorded', `${dateWords(made.on)}${made.by === undefined ? '' : ` by ${made.by}`}`),
    ),
  );
}

function row(term: string, ...text: readonly Child[]): readonly Child[] {
  return [el('dt', null, term), el('dd', null, ...text)];
}

type Section = DecisionRecord['explanation']['sections'][number];

/** Numbers run on from section to section, since the text refers to them. */
function reasonSections(sections: readonly Section[]): readonly Child[] {
  let next = 1;
  return sections.map((section) => {
    const first = next;
    if (section.numbered) next += section.points.length;
    return explanationSection(section, first);
  });
}

function explanationSection(section: Section, first: number, style = 'reasons'): Child {
  const { heading, paragraphs, points, numbered } = section;
  const items = points.map((point, index) =>
    item(point, numbered ? { id: `paragraph-${first + index}` } : null),
  );
  return el(
    'section',
    { class: style },
    el('h2', null, heading),
    ...paragraphs.map((text) => el('p', null, text)),
    items.length === 0 ? null : numbered ? el('ol', { start: first }, ...items) : el('ul', null, ...items),
  );
}

function item({ text, points }: RecordedPoint, attributes: Readonly<Record<string, string>> | null): Child {
  return el(
    'li',
    attributes,
    ...linked(text),
    points.length === 0 ? null : el('ul', null, ...points.map((point) => item(point, null))),
  );
}

/** A sentence whose references to paragraphs, “(see 12)”, lead there. */
function linked(text: string): readonly Child[] {
  return text
    .split(/(?<=\()(see \d+)(?=\))/)
    .map((part, index) => (index % 2 === 0 ? part : el('a', { href: `#paragraph-${part.slice(4)}` }, part)));
}

function lackingSection({ lacking, told }: DecisionRecord): Child {
  if (lacking.length === 0) return null;
  const words = { who: 'who made it', why: 'why' } as const;
  const items = lacking.map(({ path, lacks }) => {
    const fact = told.find((each) => each.path === path);
    const question = fact === undefined ? path : askedOf(fact);
    return el(
      'li',
      null,
      `“${question}” does not say ${listWords(
        lacks.map((lack) => words[lack]),
        'nor',
      )}.`,
    );
  });
  return el(
    'section',
    { class: 'lacking' },
    el('h2', null, 'Judgements that lack a name or a reason'),
    el('ul', null, ...items),
  );
}

function dutiesSection({ duties }: DecisionRecord): Child {
  if (duties.length === 0) return null;
  const day = (dueOn: string | undefined): string => {
    if (dueOn === undefined) return 'no day is set';
    return dueOn === 'notYet' ? 'runs from an event still to come' : dateWords(dueOn);
  };
  const rows = duties.map(({ says, status, dueOn }) =>
    el(
      'tr',
      null,
      el('th', { scope: 'row' }, capitalise(says)),
      el('td', null, STATUS[status]),
      el('td', null, day(dueOn)),
    ),
  );
  return el(
    'section',
    null,
    el('h2', null, 'Open or broken'),
    table('Open or broken', ['What', 'How it stands', 'Due'], rows),
  );
}

const STATUS: Readonly<Record<DecisionRecord['duties'][number]['status'], string>> = {
  notYetDue: 'not yet due',
  breached: 'breached',
  departedFrom: 'departed from',
  undetermined: 'not settled',
  doesNotApply: 'does not apply',
  compliedWith: 'done',
  permitted: 'permitted',
};

function readingsSection({ readings }: DecisionRecord): Child {
  if (readings.length === 0) return null;
  const items = readings.map(({ ambiguity, title, reading, says, chosen }) => {
    const name = `The reading of “${humanise(ambiguity)}”${title === undefined ? '' : ` (${title})`}`;
    const by = chosen ? 'chosen for this case' : 'the reading the pack takes unless told';
    return el('li', null, `${name}: “${says ?? humanise(reading)}” (${by}).`);
  });
  return el('section', null, el('h2', null, 'Readings taken'), el('ul', null, ...items));
}

function standing({ record, digest, signature }: SealedRecord): Child {
  const { pack, review, explanation, made } = record;
  return el(
    'section',
    { class: 'standing' },
    el('p', null, explanation.standing),
    review === undefined ? null : el('p', null, reviewSentence(review)),
    el(
      'dl',
      null,
      ...row('Meaning of the pack', code(pack.meaning)),
      ...row('Text of the pack', code(pack.text)),
      ...row('Digest of this record', code(digest.value)),
      ...row('Signature', signature === undefined ? 'none' : `Ed25519, by the key ${signature.key}`),
      ...row('Made with', `Proviso ${made.program}`),
    ),
    el(
      'p',
      null,
      'This page is for reading. Only the record’s JSON file can be verified and replayed: the digest tells of accidents, a signature of tampering.',
    ),
  );
}

function reviewSentence({
  approved,
  changesWanted,
  reopened,
  notReviewed,
}: NonNullable<DecisionRecord['review']>): string {
  const total = approved + changesWanted + reopened + notReviewed;
  if (notReviewed === total)
    return `None of the ${total} definitions and rules that this rests on has been reviewed.`;
  return `Of the ${total} definitions and rules that this rests on, ${approved} are approved, ${changesWanted} are to be changed, ${reopened} were edited since their review and ${notReviewed} are not reviewed.`;
}

function code(text: string): Child {
  return el('code', null, text);
}
