/** The playground: a pack's text on one side, what comes of it on the other. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Desk } from './editor/desk.ts';
import { Engine, type News } from './engine/engine.ts';
import type { Edit, Finding, PackOffer, ScenariosTold } from './engine/protocol.ts';
import type { PackOfPage } from './page-data.ts';
import { save } from './download.ts';
import { patchOf } from './patch.ts';
import { CasePanel } from './parts/case-panel.tsx';
import { FilesBar } from './parts/files-bar.tsx';
import { Keys } from './parts/keys.tsx';
import { FindingsList } from './parts/findings-list.tsx';
import { RenameDialog, type ToRename } from './parts/rename-dialog.tsx';
import { ScenariosPanel } from './parts/scenarios-panel.tsx';

/** What is known of the text as it stands. */
interface Known {
  readonly isChecking: boolean;
  readonly findings: readonly Finding[];
  readonly hasErrors: boolean;
  /** Of the last text without errors. */
  readonly offer?: PackOffer;
  readonly scenarios?: ScenariosTold;
}

/** The page. */
export function App({ pack }: { readonly pack: PackOfPage }): JSX.Element {
  const [known, setKnown] = useState<Known>({ isChecking: true, hasErrors: false, findings: [] });
  const [shown, setShown] = useState(pack.entry);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState('');
  const [wanted, setWanted] = useState<{ readonly scenario: string }>();
  const [said, setSaid] = useState('');
  const [toRename, setToRename] = useState<ToRename>();
  const place = useRef<HTMLDivElement>(null);
  const [tools, setTools] = useState<{ readonly desk: Desk; readonly engine: Engine }>();

  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    const engine = new Engine(
      pack,
      (news) => {
        // At once: a key that is struck before the page is drawn again makes them old.
        if (news.kind === 'checked') desk.mark(news.findings);
        setKnown((before) =>
          news.kind === 'scenarios' ? { ...before, scenarios: news.of } : checked(before, news),
        );
      },
      setFailure,
    );
    const onChange = (file: string, text: string): void => {
      setSaid('');
      setKnown((before) => ({ ...before, isChecking: true }));
      setChanged((before) => withFile(before, file, desk.isChanged(file)));
      engine.write(file, text);
    };
    const desk = new Desk(pack.files, pack.entry, place.current, {
      onChange,
      onRename: () => void askName(desk, engine),
      onGo: ({ file, start }) => goIn(desk, file, start),
      onSay: setSaid,
      tell: async (at) => engine.unlessChanged(engine.tell(at)),
      offers: async (at) => engine.offers(at),
    });
    setTools({ desk, engine });
    return () => engine.end();
  }, [pack]);

  useEffect(() => {
    if (changed.size === 0) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [changed]);

  useEffect(() => {
    if (known.offer !== undefined) document.title = `Playground: ${known.offer.title}`;
  }, [known.offer]);

  /** Asks for another name of what the cursor stands on. */
  async function askName(desk: Desk, engine: Engine): Promise<void> {
    const at = desk.cursor();
    const found = await engine.tell(at);
    setToRename(found === null ? { at } : { at, what: `${found.told.what} ${found.told.name}` });
  }

  /** Lays out the file that is shown, unless its text changes while that is asked for. */
  async function format(desk: Desk, engine: Engine): Promise<void> {
    const before = desk.textOf(shown);
    const text = await engine.format(shown);
    if (desk.textOf(shown) !== before) setSaid('The text has changed meanwhile: format once more.');
    else if (text === undefined) setSaid('It has mistakes of syntax: mend these first.');
    else {
      desk.replace(shown, text);
      setSaid(text === before ? 'It was formatted already.' : 'Formatted.');
    }
  }

  /** The text of a file, with the ends of lines that it came with. */
  function textOf(desk: Desk, file: string): string {
    const text = desk.textOf(file);
    return pack.originals.get(file)?.includes('\r\n') === true ? text.replaceAll('\n', '\r\n') : text;
  }

  function download(desk: Desk): void {
    save(shown, textOf(desk, shown));
    desk.keep(shown);
    setChanged((before) => withFile(before, shown, false));
    setSaid(`${shown} is in your downloads.`);
  }

  /** Downloads what differs from the pack as the page came with it, whatever was downloaded before. */
  function downloadPatch(desk: Desk): void {
    const changes = [...pack.originals].map(([file, before]) => {
      // Of a file whose lines end in two ways, what was not touched stays as it is.
      const isTouched = desk.textOf(file) !== before.replaceAll(/\r\n?/g, '\n');
      return { file, before, after: isTouched ? textOf(desk, file) : before };
    });
    save('changes.patch', patchOf(changes));
    for (const { file } of changes) desk.keep(file);
    setChanged(new Set());
    setSaid('changes.patch is in your downloads: use git apply with it in the folder of the pack.');
  }

  function goIn(desk: Desk, file: string, start: number): void {
    desk.goTo(file, start);
    setShown(file);
    setSaid('');
  }

  const goTo = (file: string, start: number): void => tools && goIn(tools.desk, file, start);

  return (
    <>
      <header>
        <h1>{known.offer?.title ?? 'Playground'}</h1>
        <p>
          {known.offer === undefined ? null : `Version ${known.offer.version}. `}A playground: what you change
          stays in this page until you download it, and nothing leaves your computer. What comes of it is not
          legal advice.
        </p>
      </header>
      {failure === '' ? null : (
        <p role="alert" class="problem">
          The playground has failed: {failure}. Download what you have changed, then open the page again.
        </p>
      )}
      <main>
        <section aria-labelledby="text-heading" class="text">
          <h2 id="text-heading">Text</h2>
          <FilesBar
            files={pack.files.map(([file]) => file)}
            shown={shown}
            changed={changed}
            findings={known.findings}
            said={said}
            onShow={(file) => {
              tools?.desk.show(file);
              setShown(file);
              setSaid('');
            }}
            onFormat={() => tools && void format(tools.desk, tools.engine)}
            onTell={() => tools?.desk.tellName()}
            onRename={() => tools && void askName(tools.desk, tools.engine)}
            onDownload={() => tools && download(tools.desk)}
          />
          <div ref={place} class="editor" />
          <Keys />
          <FindingsList
            findings={known.findings}
            isChecking={known.isChecking}
            onGo={goTo}
            onRepair={(edits: readonly Edit[]) => {
              tools?.desk.edit(edits);
              tools?.desk.focus();
            }}
          />
          {changed.size === 0 ? null : (
            <p class="quiet">
              {changed.size === 1 ? '1 file' : `${changed.size} files`} changed, in this page only so far.{' '}
              <button type="button" onClick={() => tools && downloadPatch(tools.desk)}>
                Download all changes as a patch
              </button>
            </p>
          )}
        </section>
        <div class="results">
          <ScenariosPanel
            offer={known.offer}
            told={known.scenarios}
            isChecking={known.isChecking}
            hasErrors={known.hasErrors}
            onGo={goTo}
            onTry={(scenario) => setWanted({ scenario })}
          />
          {tools === undefined ? null : (
            <CasePanel
              engine={tools.engine}
              offer={known.offer}
              isChecking={known.isChecking}
              hasErrors={known.hasErrors}
              wanted={wanted}
            />
          )}
        </div>
      </main>
      {toRename === undefined || tools === undefined ? null : (
        <RenameDialog
          of={toRename}
          engine={tools.engine}
          onEdits={(edits) => {
            tools.desk.edit(edits);
            const files = new Set(edits.map(({ file }) => file)).size;
            if (files > 1) setSaid(`Renamed in ${files} files. Each of them takes it back by itself.`);
          }}
          onClose={() => setToRename(undefined)}
        />
      )}
    </>
  );
}

function checked({ offer: last }: Known, { findings, offer }: Extract<News, { kind: 'checked' }>): Known {
  const shown = offer ?? last;
  return {
    isChecking: false,
    hasErrors: offer === undefined,
    findings,
    ...(shown === undefined ? {} : { offer: shown }),
  };
}

function withFile(files: ReadonlySet<string>, file: string, isIn: boolean): ReadonlySet<string> {
  if (files.has(file) === isIn) return files;
  const others = [...files].filter((each) => each !== file);
  return new Set(isIn ? [...others, file] : others);
}
