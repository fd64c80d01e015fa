/** Definitions, rules and exceptions of a generated program, as text. */
import { condition, inTwoYears, value } from './program-arbitrary-expressions.ts';
import {
  type Builder,
  readables,
  type Reference,
  type Scope,
  variableFor,
  within,
} from './program-arbitrary-scope.ts';
import { cite, table } from './program-arbitrary-tables.ts';
import { doc, type Kind, typeWords } from './program-arbitrary-vocabulary.ts';

/** The clauses that a section hands to what stands in it. */
export interface SectionLaw {
  readonly text: string;
  readonly governs: boolean;
  readonly dates: boolean;
}

/** What else in the program may speak of a statement. */
export interface Statement {
  readonly name: string;
  readonly kind: 'definition' | 'rule' | 'permission';
  readonly type: Kind;
  readonly param?: { readonly name: string; readonly record: string };
  /** What the statement itself could refer to: an exception to it may refer to no more. */
  readonly before: readonly Reference[];
  /** Paths of the labels of its exceptions: `l4`, `l4.l5`. */
  readonly labels: readonly string[];
  readonly texts: readonly string[];
  /** What it adds for later statements. */
  readonly references: readonly Reference[];
  /** Names of its implicit judgements. */
  readonly grounds: readonly string[];
}

/** Where a statement stands. */
export interface Place {
  readonly references: readonly Reference[];
  readonly statements: readonly Statement[];
  readonly section?: SectionLaw;
}

const certainties = [
  'likely',
  'very likely',
  'highly likely',
  'unlikely',
  'very unlikely',
  'difficult to see',
  '"on balance"',
];

function covers(b: Builder): string {
  return `covers ${b.tape.times(1 + b.tape.below(2), () => b.fresh('DM-')).join(', ')}`;
}

/** What may follow the condition of a limb. */
function afterLimb(b: Builder, cites: boolean): string {
  const { tape } = b;
  const certainty = tape.chance(0.3) ? `, ${tape.pick(certainties)}` : '';
  const cited = cites || tape.chance(0.3) ? ` ${cite(b)}` : '';
  return `${certainty}${cited}`;
}

interface Labels {
  /** With the path that each has. */
  readonly labels: string[];
  readonly grounds: string[];
}

function limb(b: Builder, word: string, expression: string, labels: string[]): string {
  const { tape } = b;
  const label = tape.chance(0.4) ? b.fresh('l') : undefined;
  if (label !== undefined) labels.push(label);
  const clauses = [...(tape.chance(0.5) ? ['say "it {is|is not} this"'] : []), covers(b)];
  const block = tape.chance(0.15) ? ` {\n${clauses.join('\n')}\n}` : '';
  return `${word} ${label === undefined ? '' : `${label}: `}${expression}${afterLimb(b, false)}${block}`;
}

/** `except …` clauses, nested; collects the labels and the open grounds. */
function exceptions(
  b: Builder,
  scope: Scope,
  depth: number,
  path: readonly string[],
  into: Labels,
  statement: string,
): string[] {
  const { tape } = b;
  const lines: string[] = [];
  for (let i = 0, n = tape.below(depth > 1 ? 3 : 2); i < n; i++) {
    const label = tape.chance(0.75) ? b.fresh('l') : undefined;
    const own = label === undefined ? undefined : [...path, label];
    if (own !== undefined) into.labels.push(own.join('.'));
    const when = condition(b, scope, 1).text;
    const nested =
      own !== undefined && depth > 0 && tape.chance(0.4)
        ? exceptions(b, scope, depth - 1, own, into, statement)
        : [];
    const inner = [
      ...(tape.chance(0.2) ? ['say "it is excepted"'] : []),
      ...(tape.chance(0.2) ? [covers(b)] : []),
      ...nested,
    ];
    const block = inner.length > 0 ? ` {\n${inner.join('\n')}\n}` : '';
    lines.push(`except ${label === undefined ? '' : `${label}: `}${when}${afterLimb(b, true)}${block}`);
  }
  if ((path.length > 0 || depth > 1) && tape.chance(0.12)) {
    lines.push(`except otherwise${tape.chance(0.5) ? ' "Is there another exception?"' : ''}`);
    into.grounds.push(
      `${statement}${path.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('')}Except`,
    );
  }
  return lines;
}

/** A parameter, for about a third of the statements. */
function parameter(b: Builder): Statement['param'] {
  return b.tape.chance(0.35) ? variableFor(b, b.tape.pick(['Item', 'Person', 'Piece'])) : undefined;
}

function scopeOf(param: Statement['param'], references: readonly Reference[]): Scope {
  return { variables: param === undefined ? [] : [param], references, lists: 0, known: [], factsOnly: false };
}

/** A condition of some fact, that a statement can require first. */
function someGuard(b: Builder, scope: Scope): string | undefined {
  const guards = readables(b, scope).flatMap(({ guard }) => (guard === undefined ? [] : [guard]));
  return guards.length > 0 && b.tape.chance(0.4) ? b.tape.pick(guards) : undefined;
}

/** A governing date: mostly a bare fact. */
export function governingDate(b: Builder, scope: Scope): string {
  const { tape } = b;
  const dates = readables(b, scope).filter(({ field, guard }) => field.is === 'date' && guard === undefined);
  if (tape.chance(0.75)) return tape.pick(dates).text;
  return tape.chance(0.2) ? 'asOf' : within('sum', value(b, scope, 'date', 1));
}

/** The law of each version of a statement, oldest first; one without dates where it has none. */
function laws(
  b: Builder,
  scope: Scope,
  section: SectionLaw | undefined,
  covered: boolean,
  statements: readonly Statement[],
): readonly string[] {
  const { tape } = b;
  const governed = tape.chance(section?.governs === true ? 0.1 : 0.3)
    ? [`governed by ${governingDate(b, scope)}`]
    : [];
  const form = tape.below(10);
  const one = (...dates: readonly string[]): string => {
    const names =
      statements.length > 0 && tape.chance(0.3)
        ? [
            `succeeded by ${tape
              .times(1 + tape.below(2), () => tape.pick(statements).name)
              .filter((each, i, all) => all.indexOf(each) === i)
              .join(' and ')}`,
          ]
        : [];
    return [...governed, ...dates, ...names].join(tape.pick([', ', ' ']));
  };
  if (form < 5) return [governed.length > 0 ? one() : ''];
  if (form < 7 && !covered)
    return [
      tape.pick([
        () => one('from 2020-07-01'),
        () => one('ceasing 2021-03-26'),
        () => one('from 2020-07-01 ceasing 2021-03-26'),
      ])(),
    ];
  const [first, second] = ['2020-07-01', '2021-03-26'];
  if (form === 7)
    return [one(`ceasing ${first}`), one(`from ${first} ceasing ${second}`), one(`from ${second}`)];
  if (form === 8) return [one(`ceasing ${second}`), one(`from ${second}`)];
  return covered ? [''] : [one(`from 2020-03-01 ceasing ${first}`), one(`from ${first}`)];
}

function forParam(param: Statement['param']): string {
  return param === undefined ? '' : ` for ${param.name}: ${param.record}`;
}

function refer(
  text: string,
  kind: Kind,
  param: Statement['param'],
  more: Partial<Reference> = {},
): Reference {
  return {
    text,
    kind,
    choices: 1,
    weight: 1,
    ...(param === undefined ? {} : { record: param.record }),
    ...more,
  };
}

/** A definition, in all its versions. */
export function definition(b: Builder, { references, statements, section }: Place): Statement {
  const { tape } = b;
  const name = b.fresh('definition');
  const param = parameter(b);
  const kinds: readonly Kind[] = ['date', 'date', 'number', 'amount', 'Channel', 'Level', 'duration', 'text'];
  const type: Kind = section?.dates !== true && tape.chance(0.3) ? tape.pick(kinds) : 'yesno';
  const scope = scopeOf(param, references);
  const versions = laws(b, scope, section, type !== 'yesno', statements);
  const into: Labels = { labels: [], grounds: [] };
  const limbs: string[] = [];
  let choices = 1;
  let weight = 1;
  const texts = versions.map((law) => {
    const lines = [type === 'yesno' ? 'say "it {is|is not} so"' : 'say "it is {value}"', cite(b)];
    if (tape.chance(0.3)) lines.push(covers(b));
    if (type === 'yesno') lines.push(...bounds(b, scope, into, limbs, name));
    else if (tape.chance(0.3)) lines.push(table(b, scope, () => value(b, scope, type, 0).text));
    else {
      const means = value(b, scope, type, 2);
      choices = Math.max(choices, means.choices);
      weight = Math.max(weight, means.weight);
      lines.push(limb(b, 'means', means.text, []));
    }
    const typed = type === 'yesno' ? (tape.chance(0.05) ? ': yesno' : '') : `: ${typeWords[type]}`;
    return `${doc(tape, name)}define ${name}${forParam(param)}${typed} ${law} {\n${lines.join('\n')}\n}`;
  });
  // The versions of a value are themselves a choice.
  const own = refer(name, type, param, {
    choices: type === 'yesno' ? 1 : choices * versions.length * 2,
    weight,
  });
  const labelled = [...limbs, ...into.labels].map((label) => refer(`${name}.${label}`, 'yesno', param));
  return {
    name,
    kind: 'definition',
    type,
    ...(param === undefined ? {} : { param }),
    before: references,
    labels: into.labels,
    texts: versions.length > 1 && tape.chance(0.2) ? texts.toReversed() : texts,
    references: type === 'yesno' ? [own, ...labelled] : [own],
    grounds: into.grounds,
  };
}

/** The clauses of a yes/no definition: open or closed, or a table. */
function bounds(b: Builder, scope: Scope, into: Labels, limbs: string[], name: string): readonly string[] {
  const { tape } = b;
  const guard = someGuard(b, scope);
  const inside: Scope = guard === undefined ? scope : { ...scope, known: [guard] };
  const lines = guard === undefined ? [] : [limb(b, 'requires', guard, limbs)];
  for (let i = tape.below(4); i > 2; i--)
    lines.push(limb(b, 'requires', condition(b, inside, 2).text, limbs));
  const form = tape.below(10);
  if (form < 3) {
    for (let i = 0, n = 1 + tape.below(2); i < n; i++)
      lines.push(limb(b, 'includes', condition(b, inside, 2).text, limbs));
    if (tape.chance(0.5)) lines.push('otherwise "Is it so on another ground?"');
    into.grounds.push(name);
  } else if (form < 9) {
    const n = 1 + (tape.chance(0.3) ? 1 : 0);
    for (let i = 0; i < n; i++) lines.push(limb(b, 'means', condition(b, inside, 3).text, limbs));
  } else {
    lines.push(table(b, inside, () => condition(b, inside, 0).text));
  }
  return [...lines, ...exceptions(b, inside, 2, [], into, name)];
}

/** A rule, in all its versions. */
export function rule(b: Builder, place: Place): Statement {
  const { tape } = b;
  const name = b.fresh('rule');
  const modal = tape.pick(['must', 'must', 'must', 'must not', 'should', 'should', 'should not', 'may']);
  const duties = place.statements.filter(({ kind }) => kind === 'rule');
  const target = modal === 'may' && duties.length > 0 && tape.chance(0.7) ? tape.pick(duties) : undefined;
  // A permission despite a rule comes before it: it can refer to no more than the rule itself.
  const references = target?.before ?? place.references;
  const param =
    target === undefined
      ? parameter(b)
      : target.param === undefined || tape.chance(0.2)
        ? undefined
        : variableFor(b, target.param.record);
  const others =
    target === undefined
      ? []
      : duties.filter(
          (one) =>
            one !== target &&
            one.before.length >= target.before.length &&
            (param === undefined || one.param?.record === param.record),
        );
  const despite =
    target === undefined
      ? ''
      : ` despite ${[target, ...others.slice(0, tape.below(2))].map((one) => one.name).join(', ')}`;
  const scope = scopeOf(param, references);
  const versions = laws(b, scope, place.section, false, place.statements);
  const into: Labels = { labels: [], grounds: [] };
  const bearer = tape.pick(['controller', 'processor']);
  const as = tape.chance(0.2) ? ' as "need to"' : '';
  let guarded = false;
  const texts = versions.map((law) => {
    const lines = [`${modal} "do it"${as}`, cite(b)];
    const guard = someGuard(b, scope);
    guarded ||= guard !== undefined;
    const inside: Scope = guard === undefined ? scope : { ...scope, known: [guard] };
    const when = condition(b, inside, tape.below(5) % 3);
    if (guard !== undefined) lines.push(`when ${guard} and ${within('unary', when)}`);
    else if (tape.chance(0.85)) lines.push(`when ${when.text}`);
    lines.push(...done(b, inside, modal), ...exceptions(b, inside, 2, [], into, name));
    if (tape.chance(0.2)) lines.push(covers(b));
    return `${doc(tape, name)}rule ${name}${forParam(param)} on ${bearer}${despite} ${law} {\n${lines.join('\n')}\n}`;
  });
  const aspects = modal === 'may' ? ['applies'] : ['applies', 'met', 'breached'];
  return {
    name,
    kind: modal === 'may' ? 'permission' : 'rule',
    type: 'yesno',
    ...(param === undefined ? {} : { param }),
    before: references,
    labels: into.labels,
    texts,
    references: [...aspects, ...into.labels].map((aspect) =>
      refer(
        `${name}.${aspect}`,
        'yesno',
        param,
        aspect === 'met' && guarded ? { beside: `${name}.applies` } : {},
      ),
    ),
    grounds: into.grounds,
  };
}

function done(b: Builder, scope: Scope, modal: string): readonly string[] {
  const { tape } = b;
  if (modal === 'may') return [];
  const prohibition = modal.endsWith('not');
  if (prohibition && tape.chance(0.3)) return [];
  if (prohibition || tape.chance(0.2)) return [`done when ${condition(b, scope, 1).text}`];
  const by = value(b, scope, 'date', tape.below(2)).text;
  const due = (): string => (tape.chance(0.6) ? inTwoYears(b, scope).text : value(b, scope, 'date', 2).text);
  return [`done by ${by}${tape.chance(0.9) ? `, no later than ${due()}` : ''}`];
}

/** An exception in a provision of its own, to an earlier statement or to a labelled exception of one. */
export function exceptionTo(b: Builder, { statements, section }: Place): Statement | undefined {
  const { tape } = b;
  const targets = statements.filter(({ type }) => type === 'yesno');
  if (targets.length === 0) return undefined;
  const target = tape.pick(targets);
  const name = b.fresh('exception');
  const label = target.labels.length > 0 && tape.chance(0.5) ? tape.pick(target.labels) : undefined;
  const scope = scopeOf(target.param, target.before);
  const [law = ''] = laws(b, scope, section, false, statements).slice(0, 1);
  const into: Labels = { labels: [], grounds: [] };
  const path = [...(label === undefined ? [] : label.split('.')), name];
  const lines = [
    ...(tape.chance(0.3) ? ['say "it is excepted"'] : []),
    `when ${condition(b, scope, 2).text}${tape.chance(0.3) ? `, ${tape.pick(certainties)}` : ''}`,
    cite(b),
    ...(tape.chance(0.2) ? [covers(b)] : []),
    ...exceptions(b, scope, 1, path, into, target.name),
  ];
  const to = label === undefined ? target.name : `${target.name}.${label}`;
  const added = [path.join('.'), ...into.labels];
  return {
    ...target,
    name: target.name,
    labels: [],
    texts: [`exception ${name} to ${to} ${law} {\n${lines.join('\n')}\n}`],
    references: added.map((one) => refer(`${target.name}.${one}`, 'yesno', target.param)),
    grounds: into.grounds,
  };
}
