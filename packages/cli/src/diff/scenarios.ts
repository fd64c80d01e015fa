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
  const text = (side: PackSide, given: Case, own: string, value: string | number, which: string): string =>
    scenarioText(side.plan, given, {
      name: `${own}, ${which}`,
      expect: [{ name: own, ...(of === undefined ? {} : { of }), value }],
      comment: `${name}: ${names.says}`,
    });
  return {
    old: text(old, witness.old, names.old, witness.oldAnswer, 'old side'),
    new: text(now, witness.new, name, witness.newAnswer, 'new side'),
  };
}
