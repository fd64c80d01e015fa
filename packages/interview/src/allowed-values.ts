/** What may be given for a fact, where that is a closed list. */
import type { Field, Plan } from '@proviso/compiler/plan';

/** The members that may be given; undefined where the type is not a closed list. */
export function allowedValues(
  { type, kind }: Field,
  plan: Pick<Plan, 'enums'>,
): readonly string[] | undefined {
  if (type.kind === 'yesno') return ['yes', 'no'];
  if (type.kind === 'enum') return plan.enums.find(({ name }) => name === type.name)?.members;
  if (type.kind === 'set') return plan.enums.find(({ name }) => name === type.of)?.members;
  return kind === 'event' ? ['notYet'] : undefined;
}
