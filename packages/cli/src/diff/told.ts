/** A comparison told: every difference with its words, for text and JSON alike. */
import { dateWords, humanise, instanceWords, toldOtherwise } from '@proviso/explain';
import { type Day, formatDay } from '@proviso/runtime';
import type { Circumstance, DifferenceClass, Differences, StatementDifference } from '@proviso/verify';
import { statementTitle } from '../output/statement-title.ts';
import { changeWords } from './change-words.ts';
import { circumstanceWords } from './circumstance-words.ts';
import { type ScenarioPair, scenariosOf } from './scenarios.ts';
import type { PackSide } from './sides.ts';
import { vocabularyWords } from './vocabulary-words.ts';

/** A class of cases with its words. */
export interface ToldClass extends DifferenceClass {
  /** "newly required", "as to the first letter, due later". */
  readonly says: string;
  /** It ends wherever it was so, if the conditions are met. */
  readonly wherever: boolean;
  /** The conditions of `when` but for `formerly`, each as a clause. */
  readonly whenWords: readonly string[];
  readonly scenarios: ScenarioPair;
}

/** A statement with what it says. */
export type ToldStatement = (
  | Exclude<StatementDifference, { readonly outcome: 'differs' }>
  | ToldDiffering
) & {
  /** Its words, as a sentence without a stop. */
  readonly title: string;
};

type ToldDiffering = Omit<Extract<StatementDifference, { readonly outcome: 'differs' }>, 'classes'> & {
  readonly classes: readonly ToldClass[];
  /** Whom a rule is on and of what force it is, where that changed. */
  readonly termWords: readonly string[];
  /** "a version of it ceases on 5 February 2026" */
  readonly lawWords: readonly string[];
};

/** Everything with its words. */
export interface Told {
  readonly vocabulary: readonly (Differences['vocabulary'][number] & { readonly says: string })[];
  /** Members and numbers that are told in other words, which change no answer. */
  readonly toldOtherwise: readonly string[];
  readonly goals: Differences['goals'];
  readonly statements: readonly ToldStatement[];
}

/** Puts what was found in words. */
export function tell({ vocabulary, goals, statements }: Differences, old: PackSide, now: PackSide): Told {
  const when = circumstanceWords(old.pack, now.pack, sideNames(old, now));
  const classOf = (one: DifferenceClass, name: string, oldName: string): ToldClass => {
    const about = one.of === undefined ? '' : `as to ${instanceWords(now.pack.phrases, one.of)}, `;
    const says = `${about}${changeWords(name, one, old.pack, now.pack)}`;
    return {
      ...one,
      says,
      wherever: one.when.some(({ kind }) => kind === 'formerly'),
      whenWords: one.when
        .filter((each) => isTold(each, one))
        .map((circumstance) => when(circumstance, one.of)),
      scenarios: scenariosOf(name, one, old, now, { old: oldName, says }),
    };
  };
  return {
    vocabulary: vocabulary.map((change) => ({
      ...change,
      says: vocabularyWords(change, old.pack.phrases, now.pack.phrases),
    })),
    toldOtherwise: toldOtherwise(old.pack, now.pack),
    goals,
    statements: statements.map((statement): ToldStatement => {
      const { name, oldName = name } = statement;
      const { pack } = statement.outcome === 'removed' ? old : now;
      const title = statementTitle(name, pack);
      if (statement.outcome !== 'differs') return { ...statement, title };
      return {
        ...statement,
        title,
        classes: statement.classes.map((one) => classOf(one, name, oldName)),
        lawWords: lawWords(name, old, now),
        termWords: statement.terms.map((term) =>
          term.of === 'bearer'
            ? `It was on ${bearer(term.old, old)}; it is on ${bearer(term.new, now)}.`
            : `It was a ${MODALS[term.old] ?? term.old}; it is a ${MODALS[term.new] ?? term.new}.`,
        ),
      };
    }),
  };
}

/** Not that it was so before, which is told of the change; nor that a list has a member that is spoken of anyway. */
function isTold(circumstance: Circumstance, { of = '', when }: DifferenceClass): boolean {
  if (circumstance.kind === 'formerly') return false;
  if (circumstance.kind !== 'length' || circumstance.atLeast !== 1 || circumstance.atMost !== undefined)
    return true;
  const member = `${circumstance.at.path}[0]`;
  const paths = when.map((each) => ('at' in each ? each.at.path : ''));
  return ![of, ...paths].some((path) => path.startsWith(member));
}

/** How a clause says that it is of one side: by what the sides differ in. */
function sideNames(old: PackSide, now: PackSide): { readonly old: string; readonly new: string } {
  if (old.pack !== now.pack) return { old: 'by the old version', new: 'by the new version' };
  if (old.day !== undefined && now.day !== undefined && old.day !== now.day) {
    const words = (day: Day): string => `as of ${dateWords(formatDay(day))}`;
    return { old: words(old.day), new: words(now.day) };
  }
  return { old: 'by the first reading', new: 'by the second reading' };
}

/** The dates between the two days on which the law of a statement begins or ceases. */
function lawWords(name: string, old: PackSide, now: PackSide): readonly string[] {
  const [from, to] = [old.day, now.day];
  if (from === undefined || to === undefined) return [];
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const { rules, definitions } = now.plan;
  const { versions = [] } =
    rules.find((one) => one.name === name) ?? definitions.find(({ id }) => id === name) ?? {};
  const isBetween = (day: number | null): day is number => day !== null && day > first && day <= last;
  const told = (verb: string, days: readonly (number | null)[]): readonly string[] =>
    [...new Set(days.filter(isBetween))].map((day) => `${verb} ${dateWords(formatDay(day as Day))}`);
  return [
    ...told(
      'a version of it ceases on',
      versions.map(({ ceasing }) => ceasing),
    ),
    ...told(
      'a version of it begins on',
      versions.map((version) => version.from),
    ),
  ];
}

const MODALS: Readonly<Record<string, string>> = {
  must: '“must”',
  mustNot: '“must not”',
  should: '“should”',
  shouldNot: '“should not”',
  may: '“may”',
};

function bearer(name: string, { pack }: PackSide): string {
  return pack.phrases.bearers[name]?.title ?? humanise(name);
}

/** Whether anything differs, or was not decided. */
export function isOtherOrOpen({ vocabulary, goals, statements }: Differences): boolean {
  return (
    vocabulary.length > 0 ||
    goals.some(({ outcome }) => outcome !== 'same') ||
    statements.some(({ outcome }) => outcome !== 'same')
  );
}
