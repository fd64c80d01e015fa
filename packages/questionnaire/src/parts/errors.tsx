/** What is to be put right: a summary that leads to the fields, and the message at each. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FieldError } from '../form/read-form.ts';

/** The summary; it has the focus as soon as it is there. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li key={field}>
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.querySelector<HTMLElement>(`#${field}`)?.focus();
                  }}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** The message at a field; `id` is what the field is described by. */
export function ErrorMessage({
  id,
  message,
}: {
  readonly id: string;
  readonly message: string | undefined;
}): JSX.Element | null {
  return message === undefined ? null : (
    <p id={id} class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> {message}
    </p>
  );
}
