/** The fields of a question. */
import { standsBefore } from '@proviso/explain';
import type { JSX } from 'preact';
import { Choices } from '../parts/choices.tsx';
import { DateFields } from '../parts/date-fields.tsx';
import { type Control, unknownValue } from './kinds.ts';
import type { FieldError } from './read-form.ts';

interface Props {
  readonly control: Control;
  /** The answer that stands there to begin with: `null` for "I don't know", undefined for none. */
  readonly answer: unknown;
  readonly errors: readonly FieldError[];
  /** The id of what says what is asked, for a field that stands alone. */
  readonly labelledBy: string;
}

const notKnown = { value: unknownValue, label: 'I don’t know' };

/** The fields, always with "I don't know". */
export function ControlFields({ control, answer, errors, labelledBy }: Props): JSX.Element {
  const filled = typeof answer === 'string' && answer !== 'notYet' ? answer : undefined;
  const beside = [...(answer === null ? [unknownValue] : []), ...(answer === 'notYet' ? ['notYet'] : [])];
  switch (control.kind) {
    case 'one':
      return (
        <Choices
          type="radio"
          name="choice"
          choices={control.options}
          apart={[notKnown]}
          chosen={
            answer === null
              ? [unknownValue]
              : control.options.filter((one) => one.answer === answer).map(({ value }) => value)
          }
        />
      );
    case 'some': {
      const given: readonly unknown[] = Array.isArray(answer) ? answer : [];
      const isNone = Array.isArray(answer) && answer.length === 0;
      return (
        <Choices
          type="checkbox"
          name="choice"
          choices={control.options}
          apart={[{ value: 'none', label: 'None of these' }, notKnown]}
          chosen={[
            ...control.options.filter((one) => given.includes(one.answer)).map(({ value }) => value),
            ...(isNone ? ['none'] : []),
            ...(answer === null ? [unknownValue] : []),
          ]}
        />
      );
    }
    case 'date':
      return (
        <>
          <DateFields value={filled} errors={errors} />
          <Beside
            choices={control.notYet ? [{ value: 'notYet', label: 'Not yet' }, notKnown] : [notKnown]}
            chosen={beside}
          />
        </>
      );
    case 'duration': {
      const [, amount = '', unit = 'D'] = /^P(\d+)([DWMY])$/.exec(filled ?? '') ?? [];
      return (
        <>
          <div class="govuk-form-group">
            <input
              class="govuk-input govuk-input--width-4"
              id="amount"
              name="amount"
              inputMode="numeric"
              autocomplete="off"
              aria-labelledby={labelledBy}
              defaultValue={amount}
            />{' '}
            <select class="govuk-select" id="unit" name="unit" aria-label="Days, weeks, months or years">
              {Object.entries(units).map(([value, label]) => (
                <option key={value} value={value} selected={value === unit}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <Beside choices={[notKnown]} chosen={beside} />
        </>
      );
    }
    case 'number':
    case 'text': {
      const unit = control.kind === 'number' ? control.unit : undefined;
      const isBefore = unit !== undefined && standsBefore(unit);
      return (
        <>
          <div class="govuk-form-group">
            <div class="govuk-input__wrapper">
              {isBefore ? <Unit place="prefix" words={unit} /> : null}
              <input
                class={`govuk-input ${control.kind === 'number' ? 'govuk-input--width-10' : ''}`}
                id={control.kind}
                name={control.kind}
                inputMode={control.kind === 'number' ? 'decimal' : 'text'}
                autocomplete="off"
                aria-labelledby={unit === undefined ? labelledBy : `${labelledBy} number-unit`}
                defaultValue={typeof answer === 'number' ? String(answer) : (filled ?? '')}
              />
              {unit === undefined || isBefore ? null : <Unit place="suffix" words={unit} />}
            </div>
          </div>
          <Beside choices={[notKnown]} chosen={beside} />
        </>
      );
    }
    default:
      throw new Error(`unknown control: ${JSON.stringify(control satisfies never)}`);
  }
}

const units = { D: 'days', W: 'weeks', M: 'months', Y: 'years' };

/** The unit in which a number is asked for, beside its field. */
function Unit({
  place,
  words,
}: {
  readonly place: 'prefix' | 'suffix';
  readonly words: string;
}): JSX.Element {
  return (
    <div class={`govuk-input__${place}`} id="number-unit">
      {words}
    </div>
  );
}

/** The choices below what is to be filled in. Checkboxes, so that a choice can be taken back. */
function Beside({
  choices,
  chosen,
}: {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
}): JSX.Element {
  return (
    <>
      <p class="govuk-body app-beside">or</p>
      <Choices type="checkbox" name="choice" choices={choices} chosen={chosen} />
    </>
  );
}
