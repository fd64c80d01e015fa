/** What is wrong with facts, in the words of the pack: what the runtime cannot say, since it knows no words. */
import { type Plan, vocabularyPaths } from '@proviso/compiler/plan';
import { checkKeyed, declaredPath, type FactProblem, type Phrasebook } from '@proviso/runtime';
import { checkPack } from '../given.ts';
import { onlyIfOf } from './only-if.ts';
import { readsOf } from './reads.ts';

/** A problem as it is told, and the fact to correct first, where that is another than the one it is about. */
export type ToldProblem = FactProblem & { readonly at?: string };

/** Tells a problem with what the policy says of it. */
export function toldProblem(problem: FactProblem, plan: Plan, phrases: Phrasebook): ToldProblem {
  checkPack(plan, phrases);
  checkKeyed(problem, 'one of the `problems` of a `FactsError`');
  switch (problem.code) {
    case 'constraint-violated':
      return violated(problem, plan, phrases);
    case 'only-if':
      return withoutMeaning(problem, plan, phrases);
    case 'unknown-fact':
      return notNested(problem, plan);
    case 'wrong-type':
      return problem.message.startsWith('expected true or false,') ? notYesOrNo(problem) : problem;
    default:
      return problem;
  }
}

function violated(problem: FactProblem, plan: Plan, phrases: Phrasebook): ToldProblem {
  const constraint = plan.constraints.find(({ name }) => problem.message.endsWith(`\`${name}\``));
  if (constraint === undefined) return problem;
  // A path from the variable of a quantifier stands in the list that it ranges over, which is read as well.
  const paths = readsOf(constraint.expr, plan, ({ base, path }) =>
    base === null ? path.join('.') : base === constraint.param?.name ? [problem.path, ...path].join('.') : '',
  );
  const because = phrases.constraints[constraint.name]?.because;
  const [at] = paths;
  return {
    ...problem,
    ...(because === undefined ? {} : { message: `${problem.message}: ${because}` }),
    ...(problem.help === undefined ? {} : { help: `${problem.help}: ${paths.join(', ')}` }),
    ...(at === undefined ? {} : { at }),
  };
}

function withoutMeaning(problem: FactProblem, plan: Plan, phrases: Phrasebook): ToldProblem {
  const condition = onlyIfOf(problem.path, plan, phrases);
  if (condition === undefined) return problem;
  const { says, reads } = condition;
  return {
    ...problem,
    ...(says === undefined ? {} : { message: `given, though it has a meaning only where ${says}` }),
    help: `leave it out, or correct ${reads.join(', ')}`,
  };
}

/** A path, as messages write it, given as the name of a fact. */
function notNested(problem: FactProblem, plan: Plan): ToldProblem {
  const declared = declaredPath(problem.path);
  const [, key = ''] = /`([^`]+)` here$/.exec(problem.message) ?? [];
  if (!key.includes('.') || !vocabularyPaths(plan).some(({ path }) => path === declared)) return problem;
  const within = key.slice(0, key.lastIndexOf('.'));
  return {
    ...problem,
    message: `\`${key}\` is given as one name`,
    help: `facts are nested: give \`${key.slice(within.length + 1)}\` inside \`${within}\``,
  };
}

/** Facts are filled in as YAML, with yes and no; JSON has no such words. */
function notYesOrNo(problem: FactProblem): ToldProblem {
  const [, got = ''] = problem.message.split(',');
  return {
    ...problem,
    message: `expected yes or no (in JSON true or false),${problem.message.slice('expected true or false,'.length)}`,
    help: `${got.startsWith(' got the text') ? 'write it without quotes; ' : ''}leave out what is not known`,
  };
}
