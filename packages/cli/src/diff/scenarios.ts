/** The witness of a class as scenarios: one for each side. */
import { type Case, type DifferenceClass, scenarioText } from '@proviso/verify';
import type { PackSide } from './sides.ts';

/** Scenarios that can be pasted, one into each side's pack. */
export interface ScenarioPair {
  readonly old: string;
  readonly new: string;
}

/** `says`: what changes, in words. */
export function scenariosOf(
  name: string,
  { of, witness }: DifferenceClass,
  old: PackSide,
  now: PackSide,
  names: { readonly old: string; readonly says: string },
): ScenarioPair {
  const text = (side: PackSide, given: Case, own: string, which: string): string =>
    scenarioText(side.plan, given, {
      name: `${own}, ${which}`,
      expect: [{ name: own, ...(of === undefined ? {} : { of }), value: valueIn(side, given, own, of) }],
      comment: `${name}: ${names.says}`,
    });
  return {
    old: text(old, witness.old, names.old, 'old side'),
    new: text(now, witness.new, name, 'new side'),
  };
}

/** What the pack answers: of a rule its status, whichever aspect of it differs. */
function valueIn({ pack }: PackSide, given: Case, name: string, of: string | undefined): string | number {
  const { asOf, readings } = given;
  const assessment = pack.assess(given.facts, { asOf, readings, goals: [name] });
  const found = assessment.rules[name] ?? assessment.definitions[name];
  const result =
    found !== undefined && 'instances' in found ? found.instances.find((each) => each.of === of) : found;
  if (result === undefined) throw new Error(`there is no result of ${name}`);
  return 'status' in result ? result.status : result.value;
}
