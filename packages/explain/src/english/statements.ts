/** Clauses about definitions and rules, in the words of the pack's phrasebook or, where it has none, of their names. */
import type { Phrasebook, ResultValue } from '@proviso/runtime';
import { humanise } from '../identifiers.ts';
import { labelPhrase, ownerOf } from '../phrases.ts';
import { fill, hasPlace, negative, positive } from '../polarity.ts';
import { definitionValueWords } from './told-values.ts';
import { noDayPhrase, notYetPhrase, unknownPhrase, whichValue } from './values.ts';
import { asSubject, quoted } from './words.ts';

/** What a definition says with this value. `notEstablished`: its no is told so, never with the negative phrase. */
export function definitionClause(
  phrases: Phrasebook,
  name: string,
  value: ResultValue,
  notEstablished: boolean,
): string {
  const say = phrases.statements[name]?.say;
  if (say === undefined) return unnamedClause(phrases, name, value);
  if (value === 'unknown') return unknownPhrase(say);
  if (value === 'yes') return positive(say);
  if (value === 'no') return notEstablished ? `it is not established that ${positive(say)}` : negative(say);
  if (value === 'notYet') {
    const phrase = notYetPhrase(say) ?? noDayPhrase(say, value);
    if (phrase !== undefined) return phrase;
  }
  if (value === 'beforeAll') {
    const phrase = noDayPhrase(say, value);
    if (phrase !== undefined) return phrase;
  }
  const words = definitionValueWords(phrases, name, value);
  return hasPlace(say) ? fill(positive(say), words) : `${positive(say)}: ${words}`;
}

function unnamedClause(phrases: Phrasebook, name: string, value: ResultValue): string {
  const part = ownerOf(phrases, name);
  if (part !== undefined) return partClause(phrases, part.owner, part.part, value);
  const words = quoted(humanise(name));
  if (value === 'yes') return `${words} holds`;
  if (value === 'no') return `${words} does not hold`;
  return value === 'unknown'
    ? `it is not known whether ${words} holds`
    : `${words} is ${definitionValueWords(phrases, name, value)}`;
}

/** A rule's aspect (`respond.applies`) or a limb or exception used as a condition (`inform.disproportionate`). */
function partClause(phrases: Phrasebook, owner: string, label: string, value: ResultValue): string {
  const act = phrases.statements[owner]?.act;
  const duty = act === undefined ? quoted(humanise(owner)) : ruleWords(phrases, owner);
  const subject = asSubject(duty);
  const aspects: Readonly<Record<string, string>> = {
    applies: `${subject} {applies|does not apply}`,
    met: `${subject} {is|is not} met`,
    breached: `${subject} {is|is not} breached`,
  };
  const say =
    (act === undefined ? undefined : aspects[label]) ??
    labelPhrase(phrases, owner, label) ??
    `${quoted(humanise(label))} {holds|does not hold} under ${duty}`;
  if (value === 'unknown') return unknownPhrase(say);
  return value === 'yes' ? positive(say) : negative(say);
}

/** Which question a definition answers, as a subject: "whether the decision is restricted by Article 22". */
export function whether(phrases: Phrasebook, name: string): string {
  const say = phrases.statements[name]?.say;
  if (say !== undefined) return hasPlace(say) ? whichValue(positive(say)) : `whether ${positive(say)}`;
  const act = phrases.statements[name]?.act;
  return act === undefined ? quoted(humanise(name)) : ruleWords(phrases, name);
}

/** Does this rule permit, and not require or forbid? */
export function isPermission(phrases: Phrasebook, rule: string): boolean {
  return phrases.statements[rule]?.modality === 'may';
}

/** "the rule to respond to the objection"; "the rule not to send it"; "the permission to accept it". */
export function ruleWords(phrases: Phrasebook, rule: string): string {
  const { act, modality } = phrases.statements[rule] ?? {};
  const noun = modality === 'may' ? 'permission' : 'rule';
  const not = modality === 'mustNot' || modality === 'shouldNot' ? 'not ' : '';
  return act === undefined ? `the ${noun} ${quoted(humanise(rule))}` : `the ${noun} ${not}to ${act}`;
}
