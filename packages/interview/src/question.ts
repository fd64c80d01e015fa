/** A question of an interview: what is asked, about what, and what may be answered. */
import { type Field, type Plan, vocabularyPaths } from '@proviso/compiler/plan';
import { humanise, question } from '@proviso/explain';
import type { Need, Phrasebook } from '@proviso/runtime';
import { allowedValues } from './allowed-values.ts';
import { factorPaths } from './factors.ts';

/** One question. */
export interface Question {
  readonly path: string;
  readonly kind: Need['kind'];
  /** The words to put. */
  readonly ask: string;
  /** Which of several is meant: "letter or conversation 2". */
  readonly about?: string;
  readonly help?: string;
  /** The questions of the factors that are weighed in a judgement. */
  readonly consider: readonly string[];
  readonly field: Field;
  /** Members that may be given, of an enum or a set. */
  readonly members: readonly string[];
}

/** The question for a need. */
export function questionOf(
  need: Pick<Need, 'path' | 'kind'>,
  plan: Pick<Plan, 'facts' | 'records' | 'enums'>,
  phrases: Phrasebook,
): Question {
  const pattern = need.path.replaceAll(/\[\d+\]/g, '[]');
  const entry = vocabularyPaths(plan).find(({ path }) => path === pattern);
  if (entry === undefined) throw new Error(`the plan has no fact ${pattern}`);
  const { field, key } = entry;
  const { help } = phrases.facts[key] ?? {};
  const instance = /^(.*)\[(\d+)\]\.[^[\]]*$/.exec(need.path);
  return {
    path: need.path,
    kind: need.kind,
    ask: question(phrases, need.path),
    ...(instance === null ? {} : { about: instanceName(instance[1] ?? '', Number(instance[2]), phrases) }),
    ...(help === undefined ? {} : { help }),
    consider: factorPaths(field, need.path).map((factor) => question(phrases, factor)),
    field,
    members:
      field.type.kind === 'enum' || field.type.kind === 'set' ? (allowedValues(field, plan) ?? []) : [],
  };
}

function instanceName(list: string, index: number, phrases: Phrasebook): string {
  const record = phrases.facts[list]?.record;
  const title = record === undefined ? undefined : phrases.records[record]?.title;
  return `${(title ?? humanise(list)).replace(/^(the|an|a) /, '')} ${index + 1}`;
}
