/** What is loaded after the first page: the engine, and the pages of a case. */
import { FactsError } from '@proviso/runtime';
import type { JSX } from 'preact';
import type { Opened } from './case-file.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { type Revised, revise, withoutStale } from './engine/revise.ts';
import { AnswersPage } from './pages/answers.tsx';
import { QuestionPage } from './pages/question.tsx';
import { ResultPage } from './pages/result.tsx';
import type { Page, Told, View, Walk } from './walk.ts';

/** The engine, and what works with it. */
export interface Later {
  readonly engine: Engine;
  readonly CasePage: typeof CasePage;
  readonly openCase: typeof openCase;
}

/** Makes them of the pack that the site was built with. */
export function createLater(): Later {
  return { engine: createEngine(), CasePage, openCase };
}

interface Props {
  readonly engine: Engine;
  readonly view: View & { readonly walk: Walk };
  readonly notice: string | undefined;
  readonly go: (next: View) => void;
  readonly back: () => void;
  readonly save: () => void;
}

/**
 * The last answer to each question of a case, for whoever goes back and comes to it again. All that comes of one case has the
 * goals that it began with, and what was answered of one case is never put to another.
 */
const drafts = new WeakMap<Walk['goals'], Map<string, Told>>();

function draftsOf({ goals }: Walk): Map<string, Told> {
  const found = drafts.get(goals) ?? new Map<string, Told>();
  drafts.set(goals, found);
  return found;
}

/** The page of a case. */
function CasePage({ engine, view, notice, go, back, save }: Props): JSX.Element {
  const { walk, page } = view;
  const standing = engine.standing(walk);
  const show = (kind: Page['kind']): void => {
    go({ walk, page: { kind } });
  };
  if (page.kind === 'answers')
    return (
      <AnswersPage
        engine={engine}
        walk={walk}
        notice={notice}
        change={(change) => {
          go({ walk, page: { kind: 'question', change } });
        }}
        goOn={() => {
          show(standing.need === undefined ? 'result' : 'question');
        }}
        save={save}
        back={back}
      />
    );
  const { change } = page.kind === 'question' ? page : {};
  const changed = change === undefined ? undefined : walk.told[change];
  const asked =
    changed ??
    (standing.need === undefined ? undefined : { ...standing.need, list: standing.need.kind === 'list' });
  if (page.kind === 'result' || asked === undefined)
    return (
      <ResultPage
        engine={engine}
        walk={walk}
        standing={standing}
        notice={notice}
        show={show}
        save={save}
        back={back}
      />
    );
  // A list grows with each answer about it, so that the same question is another then.
  const so =
    changed === undefined ? standing : engine.standing({ ...walk, told: walk.told.slice(0, change) });
  return (
    <QuestionPage
      key={`${asked.path} ${walk.told.length} ${change ?? ''}`}
      engine={engine}
      standing={so}
      question={engine.question(asked)}
      step={walk.told.length}
      before={changed ?? (asked.list ? undefined : draftsOf(walk).get(asked.path))}
      notice={notice}
      answer={(told) => {
        const next = taken(engine, walk, told, change);
        if (typeof next === 'string') return next;
        draftsOf(walk).set(told.path, told);
        const isDone = engine.standing(next.walk).need === undefined;
        const kind = change !== undefined ? 'answers' : isDone ? 'result' : 'question';
        go({ walk: next.walk, page: { kind }, ...noticeOf(engine, next) });
        return undefined;
      }}
      back={back}
      show={show}
    />
  );
}

/** The case with one answer more or anew; a text is why it cannot be. */
function taken(engine: Engine, walk: Walk, told: Told, change: number | undefined): Revised | string {
  try {
    if (change !== undefined) return revise(engine, walk, change, told);
    const next = { ...walk, told: [...walk.told, told] };
    engine.standing(next);
    return { walk: next, dropped: [] };
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    return error.problems.map(({ message }) => message).join('; ');
  }
}

function noticeOf(engine: Engine, { dropped }: Revised): Pick<View, 'notice'> {
  if (dropped.length === 0) return {};
  const questions = dropped.map((told) => `“${engine.question(told).ask}”`);
  return { notice: `No longer asked, and taken out of the case: ${questions.join(' ')}` };
}

/** A case that was opened, with what no longer fits taken out; or why it cannot be. */
function openCase(
  engine: Engine,
  opened: Opened,
): { readonly walk: Walk; readonly notice?: string } | { readonly problem: string } {
  if ('problem' in opened) return opened;
  try {
    // Each answer must have a question here.
    for (const told of opened.walk.told) engine.question(told);
    const revised = withoutStale(engine, opened.walk);
    const version = opened.sameVersion
      ? []
      : ['This case was kept with another version of the rules; it is assessed by those here.'];
    const { notice } = noticeOf(engine, revised);
    const said = [...version, ...(notice === undefined ? [] : [notice])].join(' ');
    return { walk: revised.walk, ...(said === '' ? {} : { notice: said }) };
  } catch {
    return { problem: 'This case file does not fit the rules here, so nothing of it was taken.' };
  }
}
