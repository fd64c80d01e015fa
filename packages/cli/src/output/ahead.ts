/** What would change an answer and what is to be done next, as flags ask for them. */
import {
  type AssessedCase,
  type Explanation,
  type NextSteps,
  nextSteps,
  whatNext,
  whatWouldChange,
} from '@proviso/explain';
import { type Assessment, type Changes, type ChangeTarget, FactsError } from '@proviso/runtime';
import { InvalidArgumentError } from 'commander';
import { UsageError } from '../exit.ts';
import type { PackInWords } from '@proviso/cases';
import type { Session } from '../session.ts';

/** An answer and how it should come out, as written: `answer@letters[0]=breached`. */
export interface WantedChange {
  readonly name: string;
  readonly of: string | undefined;
  readonly to: string | undefined;
}

/** What was looked for; a key is absent where it was not asked for. */
export interface Ahead {
  readonly changes?: readonly Changes[];
  readonly next?: NextSteps;
}

/** Reads one `--what-would-change` onto those before it. */
export function readWantedChange(
  text: string,
  before: readonly WantedChange[] = [],
): readonly WantedChange[] {
  const [, name, of, to] = /^([A-Za-z]\w*)(?:@([^=\s]+))?(?:=(\S+))?$/.exec(text) ?? [];
  if (name === undefined)
    throw new InvalidArgumentError('An answer is given as NAME, NAME=VALUE or NAME@INSTANCE=VALUE.');
  return [...before, { name, of, to }];
}

/** So many of the needs are asked what each answer to them would settle. */
const settledAhead = 12;

/** Looks for what was asked for. */
export function lookAhead(
  session: Session,
  pack: PackInWords,
  assessment: Assessment,
  of: AssessedCase,
  asked: { readonly whatWouldChange?: readonly WantedChange[]; readonly next?: true },
): Ahead {
  const { whatWouldChange: wanted, next } = asked;
  if (wanted !== undefined) session.progress.step('looking for changes');
  return {
    ...(wanted === undefined
      ? {}
      : { changes: wanted.flatMap((each) => changesOf(pack, assessment, of, each)) }),
    ...(next === undefined ? {} : { next: nextSteps(assessment, { lookAhead: settledAhead }) }),
  };
}

/** What was looked for in the words of the pack; undefined where nothing was asked for. */
export function aheadExplained(
  { phrases }: PackInWords,
  assessment: Assessment,
  { changes, next }: Ahead,
  showPaths: boolean,
): Explanation | undefined {
  const told = [
    ...(changes === undefined ? [] : [whatWouldChange(changes, assessment, phrases)]),
    ...(next === undefined ? [] : [whatNext(next, assessment, phrases, { showPaths })]),
  ];
  const [first] = told;
  return first === undefined ? undefined : { ...first, sections: told.flatMap(({ sections }) => sections) };
}

/** For the instance named, or each that there is. */
function changesOf(
  pack: PackInWords,
  { definitions, rules }: Assessment,
  { facts, options }: AssessedCase,
  { name, of, to }: WantedChange,
): readonly Changes[] {
  const all = Object.hasOwn(rules, name)
    ? rules[name]
    : Object.hasOwn(definitions, name)
      ? definitions[name]
      : undefined;
  const instances: readonly (string | undefined)[] =
    of === undefined && all !== undefined && 'instances' in all ? all.instances.map((each) => each.of) : [of];
  const isNumber = pack.plan.definitions.some(({ id, type }) => id === name && type.kind === 'number');
  return instances.map((instance) => {
    const target: ChangeTarget = {
      name,
      ...(instance === undefined ? {} : { of: instance }),
      ...(to === undefined ? {} : { to: isNumber ? Number(to) : to }),
    };
    try {
      return pack.whatWouldChange(facts, options, target);
    } catch (error) {
      if (!(error instanceof FactsError)) throw error;
      throw new UsageError('what would change it cannot be looked for', {
        problems: error.problems.map(({ message, help }) => ({
          path: '--what-would-change',
          message,
          ...(help === undefined ? {} : { help }),
        })),
      });
    }
  });
}
