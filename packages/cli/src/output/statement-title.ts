/** What a definition or rule says, as a sentence. */
import type { PackInWords } from '@proviso/cases';
import { capitalise, definitionClause, dutySentence, hasPlace, positive, whichValue } from '@proviso/explain';

/** The sentence without its stop: "The controller must tell the individual what has been done". */
export function statementTitle(
  name: string,
  { plan, phrases }: Pick<PackInWords, 'plan' | 'phrases'>,
): string {
  const rule = plan.rules.find((one) => one.name === name);
  if (rule !== undefined) return capitalise(dutySentence(name, rule, phrases));
  const { say } = phrases.statements[name] ?? {};
  if (say !== undefined && hasPlace(say)) return capitalise(whichValue(positive(say)));
  return capitalise(definitionClause(phrases, name, 'yes', false));
}
