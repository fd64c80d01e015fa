/** The answers given, each of which can be changed. */
import { caseOf, membersAt, questionWords } from '@proviso/interview';
import type { JSX } from 'preact';
import type { Engine } from '../engine/engine.ts';
import { Page } from '../parts/page.tsx';
import type { Walk } from '../walk.ts';
import { answerWords } from '../words.ts';

interface Props {
  readonly engine: Engine;
  readonly walk: Walk;
  readonly notice: string | undefined;
  readonly change: (at: number) => void;
  readonly goOn: () => void;
  readonly save: () => void;
  readonly back: () => void;
}

/** The page. */
export function AnswersPage({ engine, walk, notice, change, goOn, save, back }: Props): JSX.Element {
  return (
    <Page title="Your answers" back={back} notice={notice}>
      <h1 class="govuk-heading-l">Your answers</h1>
      {walk.told.length === 0 ? <p class="govuk-body">You have not answered anything yet.</p> : null}
      <dl class="govuk-summary-list">
        {walk.told.map((told, at) => {
          const question = engine.question(told);
          const listed = told.list ? membersAt(caseOf(walk.told.slice(0, at)).facts, told.path).length : 0;
          const words = questionWords(question, listed, engine.phrases);
          return (
            <div class="govuk-summary-list__row" key={`${told.path} ${listed}`}>
              <dt class="govuk-summary-list__key">
                {question.about === undefined ? null : (
                  <span class="govuk-caption-m">About {question.about}</span>
                )}
                {words}
              </dt>
              <dd class="govuk-summary-list__value">
                {answerWords(told.answer, told.path, engine.phrases)}
                {told.why === undefined ? null : <p class="govuk-body-s">Why: {told.why}</p>}
                {told.who === undefined ? null : <p class="govuk-body-s">Judged by: {told.who}</p>}
              </dd>
              <dd class="govuk-summary-list__actions">
                <button type="button" class="app-link-button" onClick={() => change(at)}>
                  Change
                  <span class="govuk-visually-hidden">
                    : {question.about === undefined ? '' : `about ${question.about}: `}
                    {words}
                  </span>
                </button>
              </dd>
            </div>
          );
        })}
      </dl>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" onClick={goOn}>
          Go on
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={save}>
          Download the case file
        </button>
      </div>
    </Page>
  );
}
