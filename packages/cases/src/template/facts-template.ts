/** A file of facts to fill in: every question that some goals can ask, with what may be answered. */
import { checkGoals, checkPack } from '../given.ts';
import { type Field, goalsNamed, type Plan, type Type, vocabularyPaths } from '@proviso/compiler/plan';
import { allowedValues, factorPaths } from '@proviso/interview';
import { listWords } from '@proviso/explain';
import { type FactPhrases, type Phrasebook, unitWords } from '@proviso/runtime';
import { onlyIfOf } from '../problems/only-if.ts';
import { questionsOf, withFactors } from './factors.ts';

/** One fact of the template. */
export interface TemplateFact {
  readonly path: string;
  readonly kind: Field['kind'] | 'record' | 'list';
  readonly type: string;
  readonly ask?: string;
  readonly help?: string;
  /** What may be given, where that is a closed list. */
  readonly allowed?: readonly string[];
  /** How those are told that the policy has words for. */
  readonly words?: Readonly<Record<string, string>>;
  /** The unit of a number: "days". */
  readonly unit?: string;
  readonly onlyIf: boolean;
  /** Where it has a meaning, and the facts that say so. */
  readonly condition?: { readonly says?: string; readonly reads: readonly string[] };
  /** The paths of the factors that are weighed in a judgement. */
  readonly consider?: readonly string[];
  /** A person cannot change it. */
  readonly fixed?: true;
}

interface Branch {
  readonly name: string;
  readonly field: Field;
  readonly path: string;
  readonly words: FactPhrases;
  readonly children: readonly Branch[];
}

/** The facts that the goals can depend on, as a tree in vocabulary order. */
function treeOf(plan: Plan, phrases: Phrasebook, goals: readonly string[]): readonly Branch[] {
  const wanted = withFactors(
    plan,
    goalsNamed(plan, goals).flatMap(({ facts }) => facts),
  );
  const isWanted = (path: string): boolean =>
    wanted.some(
      (fact) =>
        fact === path || fact === `${path}[]` || fact.startsWith(`${path}.`) || fact.startsWith(`${path}[]`),
    );
  const entries = vocabularyPaths(plan).filter(({ path }) => isWanted(path));
  const under = (prefix: string): readonly Branch[] =>
    entries
      .filter(({ path, field }) => path === `${prefix}${field.name}`)
      .map(({ path, field, key }) => ({
        name: field.name,
        field,
        path,
        words: phrases.facts[key] ?? {},
        children:
          field.type.kind === 'record'
            ? under(`${path}.`)
            : field.type.kind === 'list'
              ? under(`${path}[].`)
              : [],
      }));
  return under('');
}

/** The template as YAML with comments. */
export function factsYaml(plan: Plan, phrases: Phrasebook, goals: readonly string[]): string {
  checkPack(plan, phrases);
  checkGoals(goals);
  const lines = [
    `# Facts for ${phrases.pack.title} (${plan.pack.id} ${plan.pack.version}).`,
    `# Goals: ${goals.join(', ')}.`,
    '# null is "not known": leave it where you do not know. Dates are written 2026-01-31.',
    '# yes and no are written without quotes, or as true and false; on, off, y and n are not read so.',
  ];
  const asked = questionsOf(plan, phrases);
  const write = (branches: readonly Branch[], indent: string): void => {
    for (const branch of branches) writeBranch(branch, indent);
  };
  const writeBranch = (branch: Branch, indent: string): void => {
    const { name, field, children } = branch;
    lines.push('', ...notesOf(branch, indent, plan, phrases, asked));
    if (field.type.kind === 'record') {
      lines.push(`${indent}${name}:`);
      write(children, `${indent}  `);
    } else if (field.type.kind === 'list') {
      lines.push(
        ...comment(
          'A complete list; [] for none. For one that may have more members: { atLeast: [ … ] }.',
          indent,
        ),
        `${indent}${name}: null`,
        ...comment('one member:', indent),
        ...memberLines(children, `${indent}# - `, `${indent}#   `),
      );
    } else {
      lines.push(`${indent}${name}: null  # ${allowedWords(field, plan)}`);
    }
  };
  /** One member of a list, commented out; what is said of its facts stands behind a second mark. */
  const memberLines = (branches: readonly Branch[], first: string, indent: string): readonly string[] => {
    if (branches.length === 0) return [`${first}{}`];
    return branches.flatMap((branch, index) => {
      const { name, field, children } = branch;
      const key = `${index === 0 ? first : indent}${name}:`;
      const inner =
        field.type.kind === 'record'
          ? [key, ...memberLines(children, `${indent}  `, `${indent}  `)]
          : field.type.kind === 'list'
            ? [
                `${key} null  # a list; one member:`,
                ...memberLines(children, `${indent}# - `, `${indent}#   `),
              ]
            : [`${key} null  # ${allowedWords(field, plan)}`];
      return [...notesOf(branch, indent, plan, phrases, asked), ...inner];
    });
  };
  write(treeOf(plan, phrases, goals), '');
  return `${lines.join('\n')}\n`;
}

/** The template for machines: every fact, flat. */
export function factsList(
  plan: Plan,
  phrases: Phrasebook,
  goals: readonly string[],
): readonly TemplateFact[] {
  checkPack(plan, phrases);
  checkGoals(goals);
  const flatten = (branches: readonly Branch[]): readonly TemplateFact[] =>
    branches.flatMap((branch) => {
      const { field, path, words } = branch;
      const allowed = allowedValues(field, plan);
      const container =
        field.type.kind === 'record' || field.type.kind === 'list' ? field.type.kind : undefined;
      const fact: TemplateFact = {
        path,
        kind: container ?? field.kind,
        type: typeName(field.type),
        ...(words.ask === undefined ? {} : { ask: words.ask }),
        ...(words.help === undefined ? {} : { help: words.help }),
        ...(allowed === undefined ? {} : { allowed }),
        ...wordsOf(words, phrases),
        ...(words.unit === undefined ? {} : { unit: unitWords(words.unit, false) }),
        onlyIf: field.onlyIf !== undefined,
        ...conditionOf(path, plan, phrases),
        ...(field.consider === undefined ? {} : { consider: factorPaths(field, path) }),
        ...(field.fixed === undefined ? {} : { fixed: field.fixed }),
      };
      return [...(container === 'record' ? [] : [fact]), ...flatten(branch.children)];
    });
  return flatten(treeOf(plan, phrases, goals));
}

/** The members that have words, with them. */
function wordsOf({ enum: of }: FactPhrases, phrases: Phrasebook): Pick<TemplateFact, 'words'> {
  const told = Object.entries((of === undefined ? undefined : phrases.enums[of]?.members) ?? {}).flatMap(
    ([member, { words }]): [string, string][] => (words === undefined ? [] : [[member, words]]),
  );
  return told.length === 0 ? {} : { words: Object.fromEntries(told) };
}

function conditionOf(path: string, plan: Plan, phrases: Phrasebook): Pick<TemplateFact, 'condition'> {
  const { says, reads } = onlyIfOf(path, plan, phrases) ?? {};
  return reads === undefined ? {} : { condition: { ...(says === undefined ? {} : { says }), reads } };
}

/** Where a fact has a meaning; undefined where it always has. */
function onlyWhere(path: string, plan: Plan, phrases: Phrasebook): string | undefined {
  const condition = onlyIfOf(path, plan, phrases);
  if (condition === undefined) return undefined;
  const { says, reads } = condition;
  const where = says ?? `it has a meaning, which turns on ${listWords(reads)}`;
  return `Only where ${where}: otherwise leave it out.`;
}

/** What is said of a fact, as comments: its title, question, help and nature, and what a judgement weighs. */
function notesOf(
  { field, words, path }: Branch,
  indent: string,
  plan: Plan,
  phrases: Phrasebook,
  asked: ReadonlyMap<string, string>,
): readonly string[] {
  const isOpenGrounds = field.type.kind === 'record' && field.name === 'otherwise';
  const factors = factorPaths(field, path).map((factor) => asked.get(factor) ?? factor);
  return [
    containerTitle(field.type, phrases),
    words.ask ?? (field.kind === 'otherwise' && !isOpenGrounds ? asked.get(path) : undefined),
    words.help,
    field.kind === 'judgement' ? 'A judgement: a person decides it.' : undefined,
    isOpenGrounds ? 'Judgements on what the source leaves open; normally not known.' : undefined,
    factors.length === 0 ? undefined : `Consider: ${factors.join(' ')}`,
    field.fixed === undefined ? undefined : '(fixed: it cannot be changed)',
    onlyWhere(path, plan, phrases),
    ...Object.entries(wordsOf(words, phrases).words ?? {}).map(([member, told]) => `${member}: ${told}`),
    words.unit === undefined ? undefined : `In ${unitWords(words.unit, false)}.`,
  ].flatMap((note) => (note === undefined ? [] : comment(note, indent)));
}

function containerTitle(type: Type, phrases: Phrasebook): string | undefined {
  const name = type.kind === 'record' ? type.name : type.kind === 'list' ? type.of : undefined;
  const title = name === undefined ? undefined : phrases.records[name]?.title;
  return title === undefined ? undefined : title.slice(0, 1).toUpperCase() + title.slice(1);
}

function comment(text: string, indent: string): readonly string[] {
  return text.split('\n').map((line) => `${indent}# ${line}`.trimEnd());
}

/** The type in the words of the policy. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'number':
      return type.places === 0 ? 'number' : `decimal(${type.places})`;
    case 'enum':
    case 'record':
      return type.name;
    case 'set':
      return `set of ${type.of}`;
    case 'list':
      return `list of ${type.of}`;
    default:
      return type.kind;
  }
}

function allowedWords(field: Field, plan: Plan): string {
  const { type, kind } = field;
  const allowed = allowedValues(field, plan) ?? [];
  switch (type.kind) {
    case 'yesno':
      return 'yes or no';
    case 'enum':
      return `one of ${allowed.join(', ')}`;
    case 'set':
      return `[] or some of [${allowed.join(', ')}]`;
    case 'date':
      return kind === 'event' ? 'a date, or notYet' : 'a date';
    case 'duration':
      return 'a duration: P1M is a month, P28D 28 days';
    case 'number':
      return type.places === 0 ? 'a whole number' : `a number with at most ${type.places} decimals`;
    case 'text':
      return 'text, in quotes';
    default:
      return typeName(type);
  }
}
