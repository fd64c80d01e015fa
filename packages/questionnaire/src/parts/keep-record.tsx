/** What a person can keep: the case to go on with, and the record of the decision. */
import { makeRecord, seal } from '@proviso/record';
import { recordHtml } from '@proviso/record/html';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { download } from '../download.ts';
import { textOf } from '../form/read-form.ts';
import type { Engine, Standing } from '../engine/engine.ts';

interface Props {
  readonly engine: Engine;
  readonly standing: Standing;
  readonly save: () => void;
}

/** The day on which a record is made, as the person's calendar has it; no answer depends on it. */
const today = (): string => new Intl.DateTimeFormat('en-CA').format();

/** The buttons. */
export function KeepRecord({ engine, standing, save }: Props): JSX.Element {
  const keep = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget, event.submitter);
    const title = textOf(form, 'title');
    const by = textOf(form, 'by');
    const made = makeRecord({
      plan: engine.pack.plan,
      phrases: engine.phrases,
      facts: standing.facts,
      assessment: standing.assessment,
      assess: engine.pack.assess,
      provenance: standing.provenance,
      title: title === '' ? 'Untitled case' : title,
      made: { on: today(), program: 'questionnaire', ...(by === '' ? {} : { by }) },
    });
    if ('problems' in made) throw new Error(made.problems.map(({ message }) => message).join('; '));
    const sealed = seal(made.record);
    if (form.get('form') === 'page') download('decision-record.html', 'text/html', recordHtml(sealed));
    else download('decision-record.json', 'application/json', `${JSON.stringify(sealed)}\n`);
  };
  return (
    <section class="app-part app-no-print" aria-labelledby="keep">
      <h2 class="govuk-heading-m" id="keep">
        Keep it
      </h2>
      <form onSubmit={keep}>
        <div class="govuk-form-group">
          <label class="govuk-label" for="title">
            What to call the case (optional)
          </label>
          <input class="govuk-input" id="title" name="title" type="text" autocomplete="off" />
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="by">
            Who makes the record (optional)
          </label>
          <input class="govuk-input" id="by" name="by" type="text" autocomplete="off" />
        </div>
        <div class="govuk-button-group">
          <button type="submit" name="form" value="page" class="govuk-button govuk-button--secondary">
            Download the record to read and print
          </button>
          <button type="submit" name="form" value="data" class="govuk-button govuk-button--secondary">
            Download the record as data (JSON)
          </button>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={save}>
            Download the case file
          </button>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => window.print()}>
            Print this page
          </button>
        </div>
      </form>
    </section>
  );
}
