/** A comparison as text. */
import { dateWords, listWords, wrap } from '@proviso/explain';
import { formatDay } from '@proviso/runtime';
import type { Role } from '../output/style.ts';
import { undecidedWords } from '../verify/words.ts';
import { readingClause } from './circumstance-words.ts';
import type { PackSide } from './sides.ts';
import type { Told, ToldClass, ToldStatement } from './told.ts';

/** How to print. */
export interface TextOptions {
  readonly style: (role: Role, text: string) => string;
  readonly width: number;
  readonly scenarios: boolean;
}

type Differing = Extract<ToldStatement, { outcome: 'differs' }>;

/** The whole of it, but for the bounds. */
export function diffText(told: Told, old: PackSide, now: PackSide, options: TextOptions): string {
  const writer = new Writer(options);
  const { statements } = told;
  const differing = statements.filter((one): one is Differing => one.outcome === 'differs');
  const byLaw = differing.filter(({ byTimeAlone }) => !byTimeAlone);
  const [own, derived] = [
    byLaw.filter(({ because }) => because.length === 0),
    byLaw.filter(({ because }) => because.length > 0),
  ];
  const follows = Map.groupBy(derived, ({ because }) => because.toSorted().join());
  const several = [...follows.values()].filter(([one]) => (one?.because.length ?? 0) > 1);
  const byTime = differing.filter(({ byTimeAlone }) => byTimeAlone);
  return [
    writer.heading(headingOf(old, now)),
    writer.section(
      'What is declared otherwise',
      told.vocabulary.map(({ says }) => writer.line(says, '  - ')),
    ),
    writer.section(
      'What differs of itself',
      own.map((one) => writer.differing(one, follows.get(one.name) ?? [])),
    ),
    writer.section(
      'What follows from several of these',
      several.map((some) => writer.following(some)),
      several.flat().length,
    ),
    writer.section(
      'What only the passing of time between the two days changes',
      listed(writer, byTime),
      byTime.length,
    ),
    writer.section('Added', titled(writer, statements, 'added')),
    writer.section('Removed', titled(writer, statements, 'removed')),
    writer.section(
      'Not comparable: of another kind, type or parameter',
      titled(writer, statements, 'another'),
    ),
    writer.section('Not decided', undecided(writer, statements)),
    writer.section(
      'What is told in other words',
      told.toldOtherwise.map((says) => writer.line(says, '  - ')),
    ),
    summary(told, writer),
  ].join('');
}

/** The sentence of a statement, and the name by which commands know it. */
function named({ name, title }: Pick<ToldStatement, 'name' | 'title'>): string {
  return `${title} (${name})`;
}

/** How a statement changes, where its sentence stands beside it: "newly so" and not "newly so: it is due". */
function briefly({ classes: [first] }: Differing): string {
  return (
    first?.says.replace(/^(.*\b(?:newly so|no longer so|no longer established)): .*$/, '$1') ??
    'of other terms'
  );
}

function titled(
  writer: Writer,
  statements: readonly ToldStatement[],
  outcome: ToldStatement['outcome'],
): readonly string[] {
  return statements.filter((one) => one.outcome === outcome).map((one) => writer.line(named(one), '  - '));
}

function undecided(writer: Writer, statements: readonly ToldStatement[]): readonly string[] {
  return statements.flatMap((one) =>
    one.outcome === 'notDecided'
      ? [writer.line(`${named(one)}: ${undecidedWords[one.because]}.`, '  - ')]
      : [],
  );
}

/** Those that change in the same way together. */
function listed(writer: Writer, statements: readonly Differing[]): readonly string[] {
  return [...Map.groupBy(statements, briefly)].map(([says, some]) => {
    const [only] = some;
    return only !== undefined && some.length === 1
      ? writer.line(`${named(only)}: ${says}`, '  - ')
      : [
          writer.line(`${says}, for instance:`, '  - '),
          ...some.map((one) => writer.line(named(one), '      - ')),
        ].join('');
  });
}

function summary({ goals, statements }: Told, writer: Writer): string {
  const count = (outcome: string): number => statements.filter((one) => one.outcome === outcome).length;
  const same = count('same');
  const goalLines = [
    ['Goals of which every answer is proved the same', 'same'],
    ['Goals that differ', 'differs'],
    ['Goals that are not decided', 'notDecided'],
    ['Goals added', 'added'],
    ['Goals removed', 'removed'],
  ] as const;
  const all = statements.length;
  const others = [
    [count('differs'), 'differs', 'differ'],
    [count('notDecided'), 'is not decided', 'are not decided'],
    [count('added'), 'is added', 'are added'],
    [count('removed'), 'is removed', 'are removed'],
    [count('another'), 'is not comparable', 'are not comparable'],
  ] as const;
  const told = others.flatMap(([n, one, several]) => (n === 0 ? [] : [`${n} ${n === 1 ? one : several}`]));
  const proved =
    same === all
      ? `All ${all} definitions and rules are proved the same.`
      : `${same} definitions and rules are proved the same; ${listWords(told)}.`;
  return [
    writer.line(proved, '', same === all ? 'good' : undefined),
    ...goalLines.flatMap(([label, outcome]) => {
      const some = goals.filter((goal) => goal.outcome === outcome);
      return some.length === 0
        ? []
        : [
            writer.line(`${label}: ${some.map(({ name }) => name).join(', ')}.`, ''),
            ...some.flatMap((goal) => askedOtherwise(goal, writer)),
          ];
    }),
    '\n',
  ].join('');
}

/** What a goal asks for that it did not, and the other way round. */
function askedOtherwise(goal: Told['goals'][number], writer: Writer): readonly string[] {
  if (goal.outcome !== 'differs') return [];
  const { name, added, removed } = goal;
  const parts = [
    ...(added.length === 0 ? [] : [`now asks for ${listWords(added)}`]),
    ...(removed.length === 0 ? [] : [`no longer asks for ${listWords(removed)}`]),
  ];
  return parts.length === 0 ? [] : [writer.line(`${name} ${parts.join(', and ')}.`, '  - ')];
}

function headingOf(old: PackSide, now: PackSide): string {
  const [packs, choices] = [[old, now].map(packWords), [old, now].map(choiceWords)];
  return old.pack === now.pack
    ? `${packs[0]}: ${choices.join(', compared with ')}`
    : [old, now]
        .map((_, i) => [packs[i], choices[i]].filter((part) => part !== '').join(', '))
        .join(', compared with ');
}

/** "ico.politicalCampaigning 0.2.0 (releases/0.2.0)" */
function packWords({ path, plan: { pack } }: PackSide): string {
  return `${pack.id} ${pack.version} (${path})`;
}

/** "as of 1 January 2026, D-02 is read as …" */
function choiceWords({ pack, day, readings }: PackSide): string {
  return [
    ...(day === undefined ? [] : [`as of ${dateWords(formatDay(day))}`]),
    ...Object.entries(readings).map(([ambiguity, reading]) =>
      readingClause(pack.phrases, ambiguity, [reading]),
    ),
  ].join(', ');
}

class Writer {
  readonly #options: TextOptions;

  constructor(options: TextOptions) {
    this.#options = options;
  }

  heading(text: string): string {
    return `${this.line(text, '', 'heading')}\n`;
  }

  section(title: string, parts: readonly string[], count = parts.length): string {
    if (parts.length === 0) return '';
    return `${this.#options.style('strong', `${title} (${count})`)}\n${parts.join('')}\n`;
  }

  line(text: string, indent: string, role?: Role): string {
    const { style, width } = this.#options;
    return wrap(text, indent, ' '.repeat(indent.length), Math.max(40, width))
      .map((line) => `${role === undefined ? line : style(role, line)}\n`)
      .join('');
  }

  differing(one: Differing, derived: readonly Differing[]): string {
    const name = one.oldName === undefined ? one.name : `${one.name}, ${one.oldName} before`;
    const others = {
      false: 'There are other classes of cases; --classes tells more of them.',
      notDecided: 'Whether there are other classes was not decided.',
    } as const;
    return [
      '\n',
      this.line(named({ ...one, name }), '  ', 'strong'),
      ...(one.lawWords.length === 0 ? [] : [this.line(`The law: ${listWords(one.lawWords)}.`, '    ')]),
      ...one.termWords.map((words) => this.line(words, '    ')),
      ...one.classes.map((each) => this.#classText(each)),
      ...(one.complete === true || one.classes.length === 0
        ? []
        : [this.line(others[`${one.complete}`], '    ')]),
      ...(derived.length === 0 ? [] : [this.line('Because of it, in some cases:', '    ')]),
      ...this.#followers(derived, '      - '),
    ].join('');
  }

  /** What follows from one set of differences. */
  following(derived: readonly Differing[]): string {
    const because = derived[0]?.because ?? [];
    return [
      this.line(`Because of ${listWords(because)}, in some cases:`, '  '),
      ...this.#followers(derived, '    - '),
      '\n',
    ].join('');
  }

  #followers(derived: readonly Differing[], indent: string): readonly string[] {
    return derived.map((one) => this.line(`${named(one)}: ${briefly(one)}`, indent));
  }

  #classText({ says, wherever, whenWords, scenarios }: ToldClass): string {
    const where = wherever ? `${says}, wherever it was` : says;
    const text =
      whenWords.length === 0
        ? this.line(wherever ? where : `${where}, in every case`, '    * ')
        : [
            this.line(`${where}${wherever ? ', and' : ','} when`, '    * '),
            ...whenWords.map((words) => this.line(words, '        - ')),
          ].join('');
    if (!this.#options.scenarios) return text;
    return `${text}\n${[scenarios.old, scenarios.new].map(indented).join('\n')}\n`;
  }
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `        ${line}\n`)
    .join('');
}
