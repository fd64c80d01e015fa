/** The values of facts and definitions, in the words that the policy has for them: of members of enums, and of units. */
import { type Phrasebook, unitWords, type ValuePhrases } from '@proviso/runtime';
import { humanise } from '../identifiers.ts';
import { factPhrases } from '../phrases.ts';
import { valueWords } from './values.ts';

/** A value of a fact; of one member of a set, that member. */
export function factValueWords(phrases: Phrasebook, path: string, value: string | number | boolean): string {
  return toldValue(phrases, factPhrases(phrases, path), value);
}

/** The value of a definition. */
export function definitionValueWords(phrases: Phrasebook, name: string, value: string | number): string {
  return toldValue(phrases, phrases.statements[name] ?? {}, value);
}

/** A member of an enum, wherever it stands; `of` is the enum. */
export function enumMemberWords(phrases: Phrasebook, of: string | undefined, member: string): string {
  return ownWords(phrases, of, member) ?? humanise(member);
}

/** A value as those of a fact or a definition are told. */
export function toldValue(phrases: Phrasebook, told: ValuePhrases, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return told.unit === undefined ? valueWords(value) : amountWords(value, told);
  return ownWords(phrases, told.enum, value) ?? valueWords(value);
}

/** The words that the policy has for a member of an enum. */
function ownWords(phrases: Phrasebook, of: string | undefined, member: string): string | undefined {
  const members = (of === undefined ? undefined : phrases.enums[of]?.members) ?? {};
  return Object.hasOwn(members, member) ? members[member]?.words : undefined;
}

/**
 * A number with its unit: "£1,500.00", "12.50 kg", "1 day". A currency's sign stands before the number, a sign like "%"
 * right after it, any other unit after a space.
 */
export function amountWords(
  value: number,
  { unit = '', places = 0 }: Pick<ValuePhrases, 'unit' | 'places'>,
): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(places).split('.');
  const digits = `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
  const sign = value < 0 ? '-' : '';
  const words = unitWords(unit, value === 1);
  if (standsBefore(words)) return `${sign}${words}${digits}`;
  return `${sign}${digits}${/^[%‰°]/.test(words) ? '' : ' '}${words}`;
}

/** Whether a unit is told before its number, as the sign of a currency is. */
export function standsBefore(unit: string): boolean {
  return /\p{Sc}$/u.test(unit);
}
