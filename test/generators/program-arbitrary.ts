/**
 * Random well-typed packs as text, over several files and with every construct of the grammar in them, and cases of their
 * plans. Where a property fails, fast-check shrinks the tape that the program is read off, so what is printed is a small pack.
 */
import * as fc from 'fast-check';
import { condition } from './program-arbitrary-expressions.ts';
import { type Builder, type Reference, type Scope, variableFor } from './program-arbitrary-scope.ts';
import { scenarios } from './program-arbitrary-scenarios.ts';
import {
  definition,
  exceptionTo,
  governingDate,
  type Place,
  rule,
  type SectionLaw,
  type Statement,
} from './program-arbitrary-statements.ts';
import { buildVocabulary, doc } from './program-arbitrary-vocabulary.ts';
import { type Tape, tapeOf } from './tape.ts';

/** The texts of a pack by path. */
export type PackTexts = ReadonlyMap<string, string>;

/** The file that a generated pack begins with. */
export const entry = 'pack.policy';

/**
 * Tapes that shrink by losing their end alone. To compile a program takes long, and a tape without its beginning, or with
 * another number in it, is another program and hardly ever a simpler one.
 */
export function endsOfTapes(maxLength: number): fc.Arbitrary<Tape> {
  const numbers = fc.noBias(fc.array(fc.noShrink(fc.nat(0xffff)), { maxLength, size: 'max' }));
  return numbers.map((choices) => tapeOf(choices.toReversed()));
}

/** Packs without an error in them. */
export const programs: fc.Arbitrary<PackTexts> = fc
  .tuple(
    fc.array(endsOfTapes(500), { minLength: 1, maxLength: 11, size: 'max' }),
    endsOfTapes(400),
    endsOfTapes(500),
  )
  .map(([statements, rest, vocabulary]) => buildProgram(vocabulary, statements, rest));

/** The pack that tapes describe: of the vocabulary, of each statement, and of all else. Without one of its statements a pack is simpler. */
function buildProgram(tape: Tape, statementTapes: readonly Tape[], rest: Tape): PackTexts {
  const vocabulary = buildVocabulary(tape);
  const used = new Map<string, number>();
  const fresh = (prefix: string): string => {
    const n = used.get(prefix) ?? 0;
    used.set(prefix, n + 1);
    return `${prefix}${n}`;
  };
  const ambiguities = tape.times(tape.below(3), (i) => ({
    name: `ambiguity${i}`,
    readings: ['strict', 'loose', 'third'].slice(0, 2 + tape.below(2)),
  }));
  const b: Builder = { tape, vocabulary, ambiguities, fresh };
  const claims = { factsOnly: true, variables: [], references: [], lists: 0, known: [] };
  const records = [...vocabulary.records].map(
    ([name, fields]) =>
      `record ${name} "the ${name.toLowerCase()}" {\n${fields.map(({ text }) => text).join('\n')}\n}`,
  );
  const facts = [
    sources(tape),
    'enum Channel { email "e-mail", post, phone "the telephone, or a call" }\nenum Level { low, mid, high, }',
    'bearer controller "the controller"\nbearer processor "the processor"',
    ...records,
    ...(tape.chance(0.3)
      ? [`section "What is asked" {\n${vocabulary.facts.map(({ text }) => text).join('\n')}\n}`]
      : vocabulary.facts.map(({ text }) => text)),
    ...ambiguities.map((one) => ambiguity(tape, one.name, one.readings)),
    ...tape.times(tape.below(4) === 3 ? 1 : 0, () => constraint(b, claims)),
  ];
  const law = statementsOf(b, statementTapes);
  const after: Builder = { ...b, tape: rest };
  const all: Scope = { ...claims, factsOnly: false, references: law.references };
  const cases = [
    ...rest.times(rest.below(3), () => invariant(after, all)),
    ...scenarios(after, law.statements),
  ];
  const apart = rest.chance(0.7);
  const files = new Map<string, string>();
  files.set(
    entry,
    [
      head(after, law.statements, apart),
      ...(apart ? [] : [facts.join('\n'), law.text, cases.join('\n')]),
    ].join('\n'),
  );
  if (apart) {
    files.set('vocabulary/facts.policy', facts.join('\n'));
    files.set('law.policy', `import "vocabulary/facts.policy"\n${law.text}`);
    files.set('cases/scenarios.policy', `import "../law.policy"\n${cases.join('\n')}`);
  }
  return files;
}

function head({ tape }: Builder, statements: readonly Statement[], apart: boolean): string {
  const names = statements.map(({ name }) => name);
  const one = tape.pick(names);
  return [
    `pack generated.${tape.pick(['one', 'two.three'])} {`,
    'title "A generated pack"',
    'version "1.2.3"',
    `period from 2015-01-01${tape.chance(0.5) ? ' ceasing 2030-01-01' : ''}`,
    ...(tape.chance(0.3) ? ['licence "Apache-2.0"'] : []),
    '}',
    ...(apart
      ? ['import "vocabulary/facts.policy"', 'import "law.policy"', 'import "cases/scenarios.policy"']
      : []),
    ...(tape.chance(0.5) ? [`goal ${one}`] : []),
    `goal some "What is asked" { ${[tape.pick(names), tape.pick(names)].filter((each, i, all) => all.indexOf(each) === i).join(', ')} }`,
    `goal everything { ${names.join(', ')}, }`,
    ...(tape.chance(0.2)
      ? [
          'accept unused-fact on f2 because "somebody will use it"',
          'accept unused-source because "we may need it"',
        ]
      : []),
  ].join('\n');
}

function sources(tape: Tape): string {
  return [
    'source older "An older Act" { status superseded basis primary from 2010-01-01 ceasing 2019-01-01 published 2010-01-02 }',
    `source act "An Act" {\nstatus statute\nchecked 2021-01-01\nsucceeds older\nfrom 2019-01-01\nurl "https://example.org/act"\n}`,
    `source note "A note" { ${tape.pick(['status guidance', 'status draft', 'status letter'])} basis secondary short "the note" edition "second" }`,
    ...(tape.chance(0.2) ? ['source spare "Not cited" { status letter }'] : []),
  ].join('\n');
}

function ambiguity(tape: Tape, name: string, readings: readonly string[]): string {
  const chosen = tape.below(readings.length);
  const lines = readings.map(
    (one, i) =>
      `reading ${one} "it is read ${one}"${i === chosen ? ' default' : ''}${tape.chance(0.3) ? ' cite note p.3' : ''}`,
  );
  return `${doc(tape, name)}ambiguity ${name}${tape.chance(0.5) ? ' "D-01"' : ''} {\ncite act s.4\n${tape.chance(0.3) ? 'covers AM-1\n' : ''}${lines.join('\n')}\n}`;
}

function claim(b: Builder, scope: Scope): string {
  const { tape } = b;
  switch (tape.below(3)) {
    case 0:
      return `never both { ${tape.times(2, () => condition(b, scope, 1).text).join(', ')} }`;
    case 1:
      return `always ${condition(b, scope, 1).text}`;
    default:
      return `never ${condition(b, scope, 1).text}`;
  }
}

function parameter(b: Builder): { readonly text: string; readonly variables: Scope['variables'] } {
  if (!b.tape.chance(0.4)) return { text: '', variables: [] };
  const variable = variableFor(b, b.tape.pick(['Item', 'Piece', 'Person']));
  return { text: ` for ${variable.name}: ${variable.record}`, variables: [variable] };
}

/** Claims about facts that most cases meet. */
function constraint(b: Builder, scope: Scope): string {
  const { tape } = b;
  const { text, variables } = parameter(b);
  const inside = { ...scope, variables };
  const claimed = tape.chance(0.5)
    ? `never ${tape.chance(0.5) ? 'all of' : 'at least 3 of'} { ${tape.times(4, () => condition(b, inside, 0).text).join(', ')} }`
    : tape.chance(0.5)
      ? `always any of { ${tape.times(4, () => condition(b, inside, 0).text).join(', ')} }`
      : `never ${condition(b, inside, 0).text === 'yes' ? 'no' : 'f1 < 2012-01-01'}`;
  return `constraint ${b.fresh('constraint')}${text} {\n${claimed}\n${tape.chance(0.5) ? 'because "it cannot be"\n' : ''}${tape.chance(0.5) ? 'cite act s.5\n' : ''}}`;
}

function invariant(b: Builder, scope: Scope): string {
  const { tape } = b;
  const { text, variables } = parameter(b);
  return `invariant ${b.fresh('invariant')}${text} {\n${claim(b, { ...scope, variables })}\n${tape.chance(0.5) ? 'because "so it is"\n' : ''}cite act s.6\n${tape.chance(0.5) ? `covers ${b.fresh('DM-')}\n` : ''}}`;
}

interface Law {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly references: readonly Reference[];
}

/** Statements, some of them in sections, each of which can refer to those before it. */
function statementsOf(all: Builder, tapes: readonly Tape[]): Law {
  const lines: string[] = [];
  const statements: Statement[] = [];
  const references: Reference[] = [];
  let section: SectionLaw | undefined;
  let depth = 0;
  const close = (): void => {
    for (; depth > 0; depth--) lines.push('}');
    section = undefined;
  };
  for (const [i, tape] of tapes.entries()) {
    const b: Builder = { ...all, tape };
    if (depth > 0 && tape.chance(0.4)) close();
    if (depth < 2 && tape.chance(0.25)) {
      section = sectionLaw(b, section);
      lines.push(`${doc(tape, 'a section')}section "Part ${i}" ${section.text} {`);
      depth += 1;
    }
    const place: Place = {
      references: [...references],
      statements,
      ...(section === undefined ? {} : { section }),
    };
    const made = oneStatement(b, place, i);
    lines.push(...made.texts);
    references.push(...made.references);
    if (statements.every(({ name }) => name !== made.name)) statements.push(made);
    else noteGrounds(statements, made);
  }
  close();
  return { text: lines.join('\n'), statements, references };
}

function noteGrounds(statements: Statement[], made: Statement): void {
  const at = statements.findIndex(({ name }) => name === made.name);
  const target = statements[at]!;
  statements[at] = { ...target, grounds: [...target.grounds, ...made.grounds] };
}

function oneStatement(b: Builder, place: Place, i: number): Statement {
  const { tape } = b;
  if (i > 1 && tape.chance(0.15)) {
    const exception = exceptionTo(b, place);
    if (exception !== undefined) return exception;
  }
  return i > 0 && tape.chance(0.5) ? rule(b, place) : definition(b, place);
}

/** What a section hands down; what an outer section hands down goes on, clause by clause. */
function sectionLaw(b: Builder, outer: SectionLaw | undefined): SectionLaw {
  const { tape } = b;
  const scope: Scope = { variables: [], references: [], lists: 0, known: [], factsOnly: false };
  const governs = tape.chance(0.4);
  const form = tape.below(6);
  const dates = ['from 2020-01-01 ceasing 2021-10-01', 'from 2019-06-01', 'ceasing 2021-10-01'][form];
  const clauses = [
    ...(governs ? [`governed by ${governingDate(b, scope)}`] : []),
    ...(dates === undefined ? [] : [dates]),
  ];
  return {
    text: clauses.join(tape.pick([', ', ' '])),
    governs: governs || outer?.governs === true,
    dates: dates !== undefined || outer?.dates === true,
  };
}
