/** What a form says, as an answer, or what is to be put right. */
import { listWords } from '@proviso/explain';
import { parseDay } from '@proviso/runtime';
import type { Control } from './kinds.ts';
import { unknownValue } from './kinds.ts';

/** Something to put right, and the field where. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** An answer, `null` for "I don't know"; or errors. */
export type Read = { readonly answer: unknown } | { readonly errors: readonly FieldError[] };

const wrong = (field: string, message: string): Read => ({ errors: [{ field, message }] });
const unknown: Read = { answer: null };

/** Reads a form by the control it has. */
export function readForm(form: FormData, control: Control): Read {
  const chosen = form.getAll('choice').map(String);
  switch (control.kind) {
    case 'one': {
      const [value] = chosen;
      if (value === undefined) return wrong('choice-0', 'Choose an answer, or that you do not know');
      const option = control.options.find((each) => each.value === value);
      return option === undefined ? unknown : { answer: option.answer };
    }
    case 'some':
      return readSome(chosen, control);
    case 'date':
      return filledOrChosen(form, ['day', 'month', 'year'], chosen, () => readDate(form));
    case 'duration':
      return filledOrChosen(form, ['amount'], chosen, () => readDuration(form));
    case 'number':
      return filledOrChosen(form, ['number'], chosen, () =>
        readNumber(withoutUnit(textOf(form, 'number'), control.unit), control.places),
      );
    case 'text':
      return filledOrChosen(form, ['text'], chosen, () => ({ answer: textOf(form, 'text') }));
    default:
      throw new Error(`unknown control: ${JSON.stringify(control satisfies never)}`);
  }
}

/** The text of a field, without space around it. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function readSome(chosen: readonly string[], { options }: Extract<Control, { kind: 'some' }>): Read {
  if (chosen.length === 0)
    return wrong('choice-0', 'Choose all that apply, none of these, or that you do not know');
  const isAlone = chosen.includes(unknownValue) || chosen.includes('none');
  if (isAlone && chosen.length > 1)
    return wrong('choice-0', 'Choose either some of the answers, or none of these, or that you do not know');
  if (chosen.includes(unknownValue)) return unknown;
  return { answer: options.filter(({ value }) => chosen.includes(value)).map(({ answer }) => answer) };
}

/** Something filled in, or one of the choices below it, and not both. */
function filledOrChosen(
  form: FormData,
  fields: readonly string[],
  [choice]: readonly string[],
  read: () => Read,
): Read {
  const [first = ''] = fields;
  const isFilled = fields.some((name) => textOf(form, name) !== '');
  if (isFilled && choice !== undefined)
    return wrong(first, 'Either fill this in or choose one of the answers below it');
  if (isFilled) return read();
  if (choice === undefined) return wrong(first, 'Fill this in, or choose that you do not know');
  return choice === unknownValue ? unknown : { answer: choice };
}

/** The date of three fields; errors name the first field that is wrong. */
export function readDate(form: FormData): Read {
  const parts = { day: textOf(form, 'day'), month: textOf(form, 'month'), year: textOf(form, 'year') };
  const missing = Object.entries(parts).filter(([, text]) => text === '');
  const [first] = missing;
  if (first !== undefined)
    return wrong(first[0], `The date must have ${listWords(missing.map(([name]) => `a ${name}`))}`);
  const odd = Object.entries(parts).find(
    ([name, text]) => !(name === 'year' ? /^\d{4}$/ : /^\d{1,2}$/).test(text),
  );
  if (odd !== undefined)
    return wrong(
      odd[0],
      odd[0] === 'year' ? 'The year must have four digits' : `The ${odd[0]} must be a number`,
    );
  const iso = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  return parseDay(iso) === undefined ? wrong('day', 'The date must be a day that there is') : { answer: iso };
}

function readDuration(form: FormData): Read {
  const amount = textOf(form, 'amount');
  if (!/^\d{1,4}$/.test(amount)) return wrong('amount', 'The period must be a whole number, such as 28');
  return { answer: `P${amount}${textOf(form, 'unit')}` };
}

/** People write a number as they read it: with its unit, and commas between thousands. */
function withoutUnit(text: string, unit: string | undefined): string {
  if (unit === undefined) return text;
  const bare = text.replace(unit, '').trim();
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
}

function readNumber(text: string, places: number): Read {
  const pattern = places === 0 ? /^-?\d{1,15}$/ : /^-?\d{1,15}(\.\d+)?$/;
  if (!pattern.test(text))
    return wrong('number', places === 0 ? 'This must be a whole number' : 'This must be a number');
  return { answer: Number(text) };
}
