/** The result: what follows and why, what is next, what would change it, and the record to keep. */
import { explain, reassessing, whatNext, nextSteps } from '@proviso/explain';
import { explanationElement, sectionElements } from '@proviso/explain/html';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Engine, Standing } from '../engine/engine.ts';
import { Changes } from '../parts/changes.tsx';
import { KeepRecord } from '../parts/keep-record.tsx';
import { Page } from '../parts/page.tsx';
import type { Walk } from '../walk.ts';

interface Props {
  readonly engine: Engine;
  readonly walk: Walk;
  readonly standing: Standing;
  readonly notice: string | undefined;
  readonly show: (page: 'answers' | 'question' | 'start') => void;
  readonly save: () => void;
  readonly back: () => void;
}

/** The page. */
export function ResultPage({ engine, walk, standing, notice, show, save, back }: Props): JSX.Element {
  const { assessment, answers, settled, need } = standing;
  const told = useMemo(() => explained(engine, walk, standing), [engine, walk, standing]);
  return (
    <Page title="The result" back={back} notice={notice}>
      <h1 class="govuk-heading-l">{need === undefined ? 'The result' : 'The result so far'}</h1>
      <p class="govuk-body">
        {settled.length} of {answers.length} {answers.length === 1 ? 'answer' : 'answers'} settled.
        {need === undefined && settled.length < answers.length
          ? ' The others turn on what you did not know.'
          : ''}
      </p>
      <div class="govuk-button-group app-no-print">
        {need === undefined ? null : (
          <button type="button" class="govuk-button" onClick={() => show('question')}>
            Go on with the questions
          </button>
        )}
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => show('answers')}>
          See or change your answers
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => show('start')}>
          Ask about something else
        </button>
      </div>
      <div class="app-prose" id="explanation">
        {told.why}
      </div>
      <div class="app-prose" id="next">
        {told.next}
      </div>
      <Changes engine={engine} walk={walk} standing={standing} />
      <KeepRecord engine={engine} standing={standing} save={save} />
      <p class="govuk-body-s">
        The rules: {assessment.pack.id} {assessment.pack.version}
      </p>
    </Page>
  );
}

function explained(
  { pack, phrases }: Engine,
  { asOf }: Walk,
  { assessment, facts, answers, provenance, need }: Standing,
): { readonly why: JSX.Element; readonly next: readonly JSX.Element[] } {
  const reassess = reassessing(pack.assess, { facts, options: { asOf } });
  // While there are questions, they are asked one by one; at the end it is told which remained.
  const needs = need === undefined ? assessment.needs : [];
  const why = explain(assessment, phrases, { answers, provenance, reassess, needs });
  // What is still to be asked is the business of the questions.
  const next = whatNext({ ...nextSteps(assessment, { lookAhead: 0 }), needs: [] }, assessment, phrases);
  return {
    why: explanationElement(why, { level: 2, idPrefix: 'why-' }),
    next: sectionElements(next, { level: 2, idPrefix: 'next-' }),
  };
}
