/** The three fields of a date. */
import type { JSX } from 'preact';
import type { FieldError } from '../form/read-form.ts';

const fields = [
  { name: 'day', label: 'Day', width: 2 },
  { name: 'month', label: 'Month', width: 2 },
  { name: 'year', label: 'Year', width: 4 },
] as const;

interface Props {
  /** An ISO date that is there to begin with. */
  readonly value: string | undefined;
  readonly errors: readonly FieldError[];
}

/** Day, month and year. */
export function DateFields({ value = '', errors }: Props): JSX.Element {
  const [year, month, day] = value.split('-');
  const values = { day, month, year };
  return (
    <div class="govuk-date-input" id="date">
      {fields.map(({ name, label, width }) => (
        <div class="govuk-date-input__item" key={name}>
          <div class="govuk-form-group">
            <label class="govuk-label govuk-date-input__label" for={name}>
              {label}
            </label>
            <input
              class={`govuk-input govuk-date-input__input govuk-input--width-${width} ${errors.some(({ field }) => field === name) ? 'govuk-input--error' : ''}`}
              id={name}
              name={name}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              defaultValue={values[name] ?? ''}
            />
          </div>
        </div>
      ))}
    </div>
  );
}
