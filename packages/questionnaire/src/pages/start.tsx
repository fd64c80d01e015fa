/** The first page: what is planned, and the day asked about; or a case that was kept. */
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { goals as single } from 'virtual:pack-goals';
import { activities, goalsOf } from '../activities.ts';
import { type FieldError, readDate } from '../form/read-form.ts';
import { Choices } from '../parts/choices.tsx';
import { DateFields } from '../parts/date-fields.tsx';
import { ErrorMessage, ErrorSummary } from '../parts/errors.tsx';
import { Page } from '../parts/page.tsx';
import type { Walk } from '../walk.ts';

interface Props {
  readonly walk: Walk | undefined;
  readonly notice: string | undefined;
  readonly begin: (walk: Walk) => void;
  readonly open: (file: File) => void;
}

/** The page. */
export function StartPage({ walk, notice, begin, open }: Props): JSX.Element {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const messageOf = (...fields: readonly string[]): string | undefined =>
    errors.find(({ field }) => fields.includes(field))?.message;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const goals = [
      ...new Set([...goalsOf(form.getAll('activity').map(String)), ...form.getAll('goal').map(String)]),
    ];
    const date = readDate(form);
    const found = [
      ...(goals.length === 0
        ? [{ field: 'activity-0', message: 'Choose at least one thing that you plan to do' }]
        : []),
      ...('errors' in date ? date.errors : []),
    ];
    setErrors(found);
    if (found.length === 0 && 'answer' in date) begin({ goals, asOf: String(date.answer), told: [] });
  };
  const activityError = messageOf('activity-0');
  const dateError = messageOf('day', 'month', 'year');
  const chosen = activities
    .filter(({ goals }) => walk !== undefined && goals.every((goal) => walk.goals.includes(goal)))
    .map(({ name }) => name);
  return (
    <Page title="What do you plan to do?" failed={errors.length > 0} notice={notice}>
      <ErrorSummary errors={errors} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">What the law asks of your campaign</h1>
          <p class="govuk-body-l">
            Answer questions about a case, one at a time, and read what data protection law and the
            Information Commissioner’s draft code on political campaigning ask of you, and why.
          </p>
          <p class="govuk-body">
            Only questions that still matter are asked. You can always answer “I don’t know”, and you can see
            the result at any time.
          </p>
          <form noValidate onSubmit={submit}>
            <div class={`govuk-form-group ${activityError === undefined ? '' : 'govuk-form-group--error'}`}>
              <fieldset
                class="govuk-fieldset"
                aria-describedby={
                  activityError === undefined ? 'activity-hint' : 'activity-hint activity-error'
                }
              >
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                  <h2 class="govuk-fieldset__heading">What do you plan to do?</h2>
                </legend>
                <div id="activity-hint" class="govuk-hint">
                  Choose one thing or a few. The more you choose, the more will be asked.
                </div>
                <ErrorMessage id="activity-error" message={activityError} />
                <Choices
                  type="checkbox"
                  name="activity"
                  choices={activities.map(({ name, title, hint }) => ({ value: name, label: title, hint }))}
                  chosen={chosen}
                />
              </fieldset>
            </div>
            <details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">Choose single questions instead</span>
              </summary>
              <div class="govuk-details__text">
                <fieldset class="govuk-fieldset">
                  <legend class="govuk-fieldset__legend">Questions that the rules answer</legend>
                  <Choices
                    type="checkbox"
                    name="goal"
                    small
                    choices={single.map(({ name, title }) => ({ value: name, label: title }))}
                    chosen={[]}
                  />
                </fieldset>
              </div>
            </details>
            <div class={`govuk-form-group ${dateError === undefined ? '' : 'govuk-form-group--error'}`}>
              <fieldset
                class="govuk-fieldset"
                aria-describedby={dateError === undefined ? 'date-hint' : 'date-hint date-error'}
              >
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                  <h2 class="govuk-fieldset__heading">Which day do you ask about?</h2>
                </legend>
                <div id="date-hint" class="govuk-hint">
                  The law and the deadlines are taken as of this day. For example, 27 3 2026.
                </div>
                <ErrorMessage id="date-error" message={dateError} />
                <DateFields value={walk?.asOf} errors={errors} />
              </fieldset>
            </div>
            <button type="submit" class="govuk-button">
              Start
            </button>
          </form>
          <h2 class="govuk-heading-m">Go on with a case that you kept</h2>
          <div class="govuk-form-group">
            <label class="govuk-label" for="case-file">
              Open a case file
            </label>
            <input
              class="govuk-file-upload"
              id="case-file"
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file !== undefined) open(file);
                currentTarget.value = '';
              }}
            />
          </div>
        </div>
      </div>
    </Page>
  );
}
