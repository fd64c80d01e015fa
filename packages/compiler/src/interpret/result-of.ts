/** Looking up a result in an assessment. */
import { type Assessment, checkAssessment, type Result, type RuleResult } from '@proviso/runtime';

/**
 * The result of a definition or a rule, of the instance where it has several; undefined where the assessment has none such,
 * whatever the name that is asked for.
 */
export function resultOf(
  assessment: Assessment,
  name: string,
  of: string | undefined,
): Result | RuleResult | undefined {
  checkAssessment(assessment);
  const { rules, definitions } = assessment;
  const found = Object.hasOwn(rules, name)
    ? rules[name]
    : Object.hasOwn(definitions, name)
      ? definitions[name]
      : undefined;
  if (found === undefined) return undefined;
  if (!('instances' in found)) return of === undefined ? found : undefined;
  return found.instances.find((instance) => instance.of === of);
}
