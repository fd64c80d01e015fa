/** What a name is, where the pointer rests on it or a key asks for it; and the way to where it is declared. */
import { forEachDiagnostic } from '@codemirror/lint';
import { type EditorState, type Extension, Facet, Prec } from '@codemirror/state';
import {
  activateHover,
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  type Tooltip,
  ViewPlugin,
} from '@codemirror/view';
import type { NameAt } from '../engine/protocol.ts';
import { NameToldText, spoken } from '../parts/name-told.tsx';
import type { Host } from './host.ts';
import { rendered } from './rendered.ts';

const noName = 'The cursor stands on no name.';

/** What tells of the name under the cursor, in the text that is shown. */
const telling = Facet.define<(view: EditorView) => void>();

/** Tells what the name under the cursor is, and what is wrong there. */
export function tellName(view: EditorView): void {
  for (const tell of view.state.facet(telling)) tell(view);
}

/** Names in the text of a file. */
export function namesTold(file: string, host: Host): Extension {
  /** What a key has asked for; it is there already when the editor lays it out. */
  let asked: NameAt | null | undefined;
  const hover = hoverTooltip(
    (_view, at) =>
      asked === undefined
        ? host.tell({ file, start: at }).then((found) => shownOf(found, file, host))
        : shownOf(asked, file, host),
    { hideOnChange: true },
  );

  /** The name under the cursor; undefined where that has moved by the time that it is known. */
  async function underCursor(view: EditorView): Promise<NameAt | null | undefined> {
    const { doc, selection } = view.state;
    const found = await host.tell({ file, start: selection.main.head });
    return view.state.doc === doc && view.state.selection.eq(selection) ? found : undefined;
  }

  async function show(view: EditorView): Promise<void> {
    const found = await underCursor(view);
    if (found === undefined) return;
    const { head } = view.state.selection.main;
    const mistakes = mistakesAt(view.state, head);
    if (found === null && mistakes.length === 0) return host.onSay(noName);
    asked = found;
    // All that is to be told of the place, and so what is wrong there too.
    activateHover(view, head, head === found?.end ? -1 : 1, {
      until: ({ docChanged, selection }) => docChanged || selection !== undefined,
    });
    asked = undefined;
    const words = [...mistakes, ...(found === null ? [] : [spoken(found.told)])].join('. ');
    view.dispatch({ effects: EditorView.announce.of(words) });
  }

  async function go(view: EditorView): Promise<void> {
    const found = await underCursor(view);
    if (found === undefined) return;
    if (found === null) return host.onSay(noName);
    const { declared, start } = found;
    // From one dated version to the next.
    const here = declared.findIndex((place) => place.file === file && place.start === start);
    const index = (here + 1) % declared.length;
    const to = declared[index];
    if (to === undefined) return;
    host.onGo(to);
    const version = declared.length === 1 ? '' : `, version ${index + 1} of ${declared.length}`;
    host.onSay(`Declared in ${to.file}, line ${to.line}${version}.`);
  }

  return [
    // After what is wrong at a place: the editor lays both into one box.
    Prec.low(hover),
    telling.of((view) => void show(view)),
    keymap.of([
      {
        key: 'Mod-i',
        run: (view) => {
          tellName(view);
          return true;
        },
      },
      {
        key: 'F12',
        run: (view) => {
          void go(view);
          return true;
        },
      },
    ]),
    shutByEscape,
  ];
}

/** Whoever rests the pointer on a text need not be writing in it: the key is heard wherever the page has it. */
const shutByEscape = ViewPlugin.define((view) => {
  const shut = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && hasHoverTooltips(view.state)) view.dispatch({ effects: closeHoverTooltips });
  };
  document.addEventListener('keydown', shut);
  return { destroy: () => document.removeEventListener('keydown', shut) };
});

function mistakesAt(state: EditorState, at: number): readonly string[] {
  const found: string[] = [];
  forEachDiagnostic(state, ({ message, severity }, from, to) => {
    if (from <= at && at <= to) found.push(`${severity}: ${message}`);
  });
  return found;
}

function shownOf(found: NameAt | null | undefined, file: string, host: Host): Tooltip | null {
  if (found === null || found === undefined) return null;
  const { told, start, end, declared } = found;
  const elsewhere = declared.filter((place) => place.file !== file || place.start !== start);
  return {
    pos: start,
    end,
    above: true,
    create: () =>
      rendered(
        // Long ones are scrolled, by keys too.
        <div class="told" role="note" aria-label="About the name" tabIndex={0}>
          <NameToldText told={told} />
          {elsewhere.map((place) => (
            <p key={`${place.file} ${place.start}`}>
              Declared in{' '}
              <button type="button" class="link" onClick={() => host.onGo(place)}>
                {place.file}, line {place.line}
              </button>
            </p>
          ))}
        </div>,
      ),
  };
}
