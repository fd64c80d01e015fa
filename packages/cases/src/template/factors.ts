/** The factors of judgements: facts that a person weighs, which are asked and recorded and decide nothing by themselves. */
import { type Plan, vocabularyPaths } from '@proviso/compiler/plan';
import { question } from '@proviso/explain';
import { factorPaths } from '@proviso/interview';
import type { Phrasebook } from '@proviso/runtime';

/** These facts and the factors of their judgements, to any depth. */
export function withFactors(plan: Plan, facts: readonly string[]): readonly string[] {
  const fields = new Map(vocabularyPaths(plan).map(({ path, field }) => [path, field]));
  const found = new Set(facts);
  // A set hands out what is added while it is walked.
  for (const path of found) {
    const field = fields.get(path);
    for (const factor of field === undefined ? [] : factorPaths(field, path)) found.add(factor);
  }
  return [...found];
}

/** The question of every fact, by its path. */
export function questionsOf(plan: Plan, phrases: Phrasebook): ReadonlyMap<string, string> {
  return new Map(vocabularyPaths(plan).map(({ path }) => [path, question(phrases, path)]));
}
