/** How a question is put on a page. */
import { capitalise } from '@proviso/explain';
import type { Question } from '@proviso/interview';

/** The ways to answer: a choice of one, of several, or something to fill in. */
export type Control =
  | { readonly kind: 'one'; readonly options: readonly Option[] }
  | { readonly kind: 'some'; readonly options: readonly Option[] }
  | { readonly kind: 'date'; readonly notYet: boolean }
  | { readonly kind: 'duration' }
  /** `unit`: "£", which is shown beside the field. */
  | { readonly kind: 'number'; readonly places: number; readonly unit?: string }
  | { readonly kind: 'text' };

/** A choice: what a form sends, and what it stands for. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly answer: unknown;
}

/** The choice that every question has. */
export const unknownValue = 'unknown';

/** The control for a question; `listed`: how many members a list has so far. */
export function controlOf(
  { kind, field: { type, ...field }, members, unit }: Question,
  listed: number,
): Control {
  if (kind === 'list') {
    return {
      kind: 'one',
      options: [
        { value: 'yes', label: listed === 0 ? 'Yes' : 'Yes, there is another', answer: true },
        { value: 'no', label: listed === 0 ? 'No, there is none' : 'No, there are no more', answer: false },
      ],
    };
  }
  switch (type.kind) {
    case 'yesno':
      return {
        kind: 'one',
        options: [
          { value: 'yes', label: 'Yes', answer: true },
          { value: 'no', label: 'No', answer: false },
        ],
      };
    case 'enum':
    case 'set':
      return {
        kind: type.kind === 'enum' ? 'one' : 'some',
        options: members.map(({ member, words }) => ({
          value: `is-${member}`,
          label: capitalise(words),
          answer: member,
        })),
      };
    case 'date':
      return { kind: 'date', notYet: field.kind === 'event' };
    case 'duration':
      return { kind: 'duration' };
    case 'number':
      return { kind: 'number', places: type.places, ...(unit === undefined ? {} : { unit }) };
    case 'text':
      return { kind: 'text' };
    case 'record':
    case 'list':
      throw new Error(`a ${type.kind} is not asked for as a whole`);
    default:
      throw new Error(`unknown type: ${JSON.stringify(type satisfies never)}`);
  }
}

/** Whether an answer is a person's judgement, for which a reason is to be given. */
export function isJudgement({ kind }: Pick<Question, 'kind'>): boolean {
  return kind === 'judgement' || kind === 'otherwise';
}
