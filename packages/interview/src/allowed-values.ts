/** What may be given for a fact, where that is a closed list. */
import { checkField, checkVocabulary } from './given.ts';
import type { Field, Plan } from '@proviso/compiler/plan';

/** The members that may be given; undefined where the type is not a closed list. */
export function allowedValues(field: Field, plan: Pick<Plan, 'enums'>): readonly string[] | undefined {
  checkField(field);
  checkVocabulary(plan, ['enums']);
  const { type, kind } = field;
  if (type.kind === 'yesno') return ['yes', 'no'];
  if (type.kind === 'enum') return plan.enums.find(({ name }) => name === type.name)?.members;
  if (type.kind === 'set') return plan.enums.find(({ name }) => name === type.of)?.members;
  return kind === 'event' ? ['notYet'] : undefined;
}
