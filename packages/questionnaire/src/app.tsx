/** From view to view. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { caseFileText, readCaseFile } from './case-file.ts';
import { download } from './download.ts';
import type { Later } from './later.tsx';
import { StartPage } from './pages/start.tsx';
import { focusHeading } from './parts/page.tsx';
import { useTrail } from './trail.ts';
import type { Page, View, Walk } from './walk.ts';

let loading: Promise<Later> | undefined;

/** The engine with the pack, and the pages that need it: loaded when they are first wanted. */
function load(): Promise<Later> {
  loading ??= import('./later.tsx').then(({ createLater }) => createLater());
  return loading;
}

/** The application. */
export function App(): JSX.Element {
  const { view, go, back } = useTrail({ page: { kind: 'start' } });
  const [later, setLater] = useState<Later | undefined>(undefined);
  const [notice, setNotice] = useState<string | undefined>(undefined);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) focusHeading();
    first.current = false;
    setNotice(undefined);
  }, [view]);
  const start = (walk: Walk, page: Page['kind'], said?: string): void => {
    go({ walk, page: { kind: page }, ...(said === undefined ? {} : { notice: said }) });
  };
  const begin = async (walk: Walk): Promise<void> => {
    setNotice('Loading the rules…');
    const loaded = await load();
    setLater(loaded);
    start(walk, 'question');
  };
  const open = async (file: File): Promise<void> => {
    setNotice('Opening the case…');
    const [text, loaded] = await Promise.all([file.text(), load()]);
    setLater(loaded);
    const opened = loaded.openCase(loaded.engine, readCaseFile(text, loaded.engine.pack.plan));
    if ('problem' in opened) setNotice(opened.problem);
    else start(opened.walk, 'answers', opened.notice);
  };
  const said = notice ?? view.notice;
  const { walk, page } = view;
  if (later === undefined || walk === undefined || page.kind === 'start')
    return (
      <StartPage
        walk={walk}
        notice={said}
        begin={(next) => void begin(next)}
        open={(file) => void open(file)}
      />
    );
  const save = (): void => {
    const { facts } = later.engine.standing(walk);
    download('case.json', 'application/json', caseFileText(walk, facts, later.engine.pack.plan));
  };
  return (
    <later.CasePage
      engine={later.engine}
      view={{ ...view, walk } satisfies View}
      notice={said}
      go={go}
      back={back}
      save={save}
    />
  );
}
