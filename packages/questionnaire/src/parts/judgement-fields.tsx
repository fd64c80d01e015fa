/** On whose judgement an answer is given, and why. */
import type { JSX } from 'preact';
import { ErrorMessage } from './errors.tsx';
import type { Told } from '../walk.ts';

/** The two fields. */
export function JudgementFields({
  before,
  error,
}: {
  readonly before: Told | undefined;
  readonly error: string | undefined;
}): JSX.Element {
  return (
    <>
      <div class={`govuk-form-group ${error === undefined ? '' : 'govuk-form-group--error'}`}>
        <label class="govuk-label govuk-label--s" for="why">
          Why?
        </label>
        <div id="why-hint" class="govuk-hint">
          The law leaves this to a person’s judgement. Say what was weighed; it stays with the case. It is not
          needed where you do not know.
        </div>
        <ErrorMessage id="why-error" message={error} />
        <textarea
          class={`govuk-textarea ${error === undefined ? '' : 'govuk-textarea--error'}`}
          id="why"
          name="why"
          rows={4}
          aria-describedby={error === undefined ? 'why-hint' : 'why-hint why-error'}
          defaultValue={before?.why ?? ''}
        />
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="who">
          Whose judgement is it? (optional)
        </label>
        <input
          class="govuk-input"
          id="who"
          name="who"
          type="text"
          autocomplete="off"
          defaultValue={before?.who ?? ''}
        />
      </div>
    </>
  );
}
