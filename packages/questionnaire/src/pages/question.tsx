/** One question. */
import { membersAt, type Question, questionWords } from '@proviso/interview';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Engine, Standing } from '../engine/engine.ts';
import { ControlFields } from '../form/control.tsx';
import { controlOf, isJudgement } from '../form/kinds.ts';
import { type FieldError, readForm, textOf } from '../form/read-form.ts';
import { ErrorMessage, ErrorSummary } from '../parts/errors.tsx';
import { Page } from '../parts/page.tsx';
import { JudgementFields } from '../parts/judgement-fields.tsx';
import type { Told } from '../walk.ts';
import { turningOn } from '../words.ts';

interface Props {
  readonly engine: Engine;
  readonly standing: Standing;
  readonly question: Question;
  /** How many answers there are. */
  readonly step: number;
  /** What was answered before, where it was. */
  readonly before: Told | undefined;
  readonly notice: string | undefined;
  /** Takes the answer; what is wrong with it comes back. */
  readonly answer: (told: Told) => string | undefined;
  readonly back: () => void;
  readonly show: (page: 'answers' | 'result') => void;
}

/** The page. */
export function QuestionPage({
  engine,
  standing,
  question,
  step,
  before,
  notice,
  answer,
  back,
  show,
}: Props): JSX.Element {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const listed = question.kind === 'list' ? membersAt(standing.facts, question.path).length : 0;
  const control = controlOf(question, listed);
  const title = questionWords(question, listed, engine.phrases);
  const judged = isJudgement(question);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = readForm(form, control);
    const [who, why] = [textOf(form, 'who'), textOf(form, 'why')];
    const found: readonly FieldError[] = [
      ...('errors' in read ? read.errors : []),
      ...(judged && 'answer' in read && read.answer !== null && why === ''
        ? [{ field: 'why', message: 'Give the reason for this judgement' }]
        : []),
    ];
    const refused =
      'answer' in read && found.length === 0
        ? answer({
            path: question.path,
            list: question.kind === 'list',
            answer: read.answer,
            ...(who === '' ? {} : { who }),
            ...(why === '' ? {} : { why }),
          })
        : undefined;
    setErrors(refused === undefined ? found : [{ field: firstField(control.kind), message: refused }]);
  };
  const [error] = errors;
  const atWhy = error?.field === 'why';
  const described = [
    ...(question.help === undefined ? [] : ['help']),
    ...(error === undefined || atWhy ? [] : ['error']),
  ].join(' ');
  return (
    <Page title={title} failed={errors.length > 0} back={back} notice={notice}>
      <ErrorSummary errors={errors} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <form noValidate onSubmit={submit} data-path={question.path} data-step={step}>
            <div class={`govuk-form-group ${error === undefined || atWhy ? '' : 'govuk-form-group--error'}`}>
              <fieldset class="govuk-fieldset" aria-describedby={described === '' ? undefined : described}>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
                  {question.about === undefined ? null : (
                    <span class="govuk-caption-l">About {question.about}</span>
                  )}
                  <h1 class="govuk-fieldset__heading" id="question">
                    {title}
                  </h1>
                </legend>
                {question.help === undefined ? null : (
                  <div id="help" class="govuk-hint">
                    {question.help}
                  </div>
                )}
                {question.consider.length === 0 ? null : (
                  <div class="govuk-inset-text">
                    <p>To be considered:</p>
                    <ul class="govuk-list govuk-list--bullet">
                      {question.consider.map((factor) => (
                        <li key={factor}>{factor}</li>
                      ))}
                    </ul>
                  </div>
                )}
                <ErrorMessage id="error" message={atWhy ? undefined : error?.message} />
                <ControlFields
                  control={control}
                  answer={before?.answer}
                  errors={errors}
                  labelledBy="question"
                />
              </fieldset>
            </div>
            {judged ? <JudgementFields before={before} error={atWhy ? error.message : undefined} /> : null}
            <button type="submit" class="govuk-button">
              Continue
            </button>
          </form>
          <WhyWeAsk engine={engine} standing={standing} path={question.path} />
          <Progress standing={standing} show={show} />
        </div>
      </div>
    </Page>
  );
}

function firstField(kind: ReturnType<typeof controlOf>['kind']): string {
  switch (kind) {
    case 'one':
    case 'some':
      return 'choice-0';
    case 'date':
      return 'day';
    case 'duration':
      return 'amount';
    case 'number':
    case 'text':
      return kind;
    default:
      throw new Error(`unknown control: ${String(kind satisfies never)}`);
  }
}

function WhyWeAsk({
  engine,
  standing,
  path,
}: Pick<Props, 'engine' | 'standing'> & { readonly path: string }): JSX.Element | null {
  const served = standing.assessment.needs.find((need) => need.path === path)?.for ?? [];
  if (served.length === 0) return null;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Why we ask</span>
      </summary>
      <div class="govuk-details__text">
        <p>What you answer may decide:</p>
        <ul class="govuk-list govuk-list--bullet">
          {turningOn(served, standing.assessment, engine.phrases).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Progress({ standing, show }: Pick<Props, 'standing' | 'show'>): JSX.Element {
  const { settled, answers } = standing;
  return (
    <nav aria-label="Your case">
      <p class="govuk-body" id="progress">
        {settled.length} of {answers.length} {answers.length === 1 ? 'answer' : 'answers'} settled.
      </p>
      <ul class="govuk-list">
        <li>
          <button type="button" class="app-link-button" onClick={() => show('result')}>
            See the result so far
          </button>
        </li>
        <li>
          <button type="button" class="app-link-button" onClick={() => show('answers')}>
            See or change your answers
          </button>
        </li>
      </ul>
    </nav>
  );
}
