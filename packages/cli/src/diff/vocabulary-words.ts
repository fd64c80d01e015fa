/** What two versions declare otherwise, in words. */
import { type Literal, literalValue, type Type } from '@proviso/compiler/plan';
import { dateWords, factValueWords, listWords, question } from '@proviso/explain';
import type { Phrasebook } from '@proviso/runtime';
import type { Period, VocabularyChange } from '@proviso/verify';

/** One change as a sentence. */
export function vocabularyWords(change: VocabularyChange, old: Phrasebook, now: Phrasebook): string {
  switch (change.kind) {
    case 'period':
      return `The period was ${periodWords(change.old)}; it is ${periodWords(change.new)}. Only days in both are compared.`;
    case 'fact': {
      const asked = question(change.change === 'added' ? now : old, change.path);
      return `Fact ${change.change}: ${change.path} (${asked})`;
    }
    case 'factType':
      return `Another type: ${change.path} was ${typeWords(change.old)} and is ${typeWords(change.new)}. The two are compared as different facts.`;
    case 'factKind':
      return `Another kind: ${change.path} was ${KINDS[change.old] ?? change.old} and is ${KINDS[change.new] ?? change.new}.`;
    case 'onlyIf':
      return `The condition under which ${change.path} exists is another one.`;
    case 'assumption':
      return `Where ${change.path} is not known, it was presumed to be ${presumedWords(change.path, change.old, old)}; it is ${presumedWords(change.path, change.new, now)}. Presumed answers differ.`;
    case 'enum':
      return `Members of ${change.name}: ${gains(change)}. Cases with them are not compared.`;
    case 'readings':
      return `Readings of ${change.name}: ${gains(change)}. Cases by them are not compared.`;
    case 'ambiguity':
      return `Ambiguity ${change.change}: ${change.name}.`;
    case 'default':
      return `${change.name} was read as ${change.old} where nothing is said; it is read as ${change.new}.`;
    case 'constraint':
      return `Constraint ${change.change}: ${change.name}. Only cases that both sides accept are compared.`;
    default:
      return change satisfies never;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  fact: 'a fact',
  event: 'an event',
  judgement: 'a judgement',
  otherwise: 'an implicit judgement',
};

function gains({
  added,
  removed,
}: {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}): string {
  return [
    ...(added.length === 0 ? [] : [`${listWords(added)} added`]),
    ...(removed.length === 0 ? [] : [`${listWords(removed)} removed`]),
  ].join(', ');
}

function periodWords({ from, ceasing }: Period): string {
  return `from ${dateWords(from)}${ceasing === undefined ? '' : `, ceasing on ${dateWords(ceasing)}`}`;
}

function typeWords(type: Type): string {
  switch (type.kind) {
    case 'number':
      return type.places === 0 ? 'a number' : `a decimal of ${type.places} places`;
    case 'enum':
      return `one of ${type.name}`;
    case 'set':
    case 'list':
      return `a ${type.kind} of ${type.of}`;
    case 'record':
      return `a ${type.name}`;
    default:
      return type.kind === 'yesno' ? 'yes or no' : `a ${type.kind}`;
  }
}

function presumedWords(path: string, literal: Literal | undefined, phrases: Phrasebook): string {
  return literal === undefined ? 'nothing' : factValueWords(phrases, path, literalValue(literal));
}
