/** The texts of a pack on a desk: one lies in the editor, each keeps its history, all take edits. */
import { closeCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { type ChangeSpec, EditorSelection, EditorState, type Extension, type Text } from '@codemirror/state';
import {
  closeHoverTooltips,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import type { Edit, Finding, Place } from '../engine/protocol.ts';
import { completion } from './completion.tsx';
import { policyLanguage } from './highlight.ts';
import type { Host } from './host.ts';
import { namesTold, tellName } from './names.tsx';

/** What editors of this page have in common. Tab is left alone: it leads on, as everywhere. */
export const plainEditor: Extension = [
  lineNumbers(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  // Marks what is not seen, such as characters that turn the direction of a text.
  highlightSpecialChars(),
  keymap.of([...defaultKeymap, ...historyKeymap]),
];

/** What a screen reader calls an editor. */
export function named(name: string): Extension {
  // Editable text is reached by Tab in any case; that it is said helps whoever checks a page.
  return EditorView.contentAttributes.of({ 'aria-label': name, spellcheck: 'false', tabindex: '0' });
}

/** What pops up stays over the text, and leaves what is told below it in sight. */
const withinText = tooltips({
  tooltipSpace: ({ scrollDOM }) => {
    const { top, left, bottom, right } = scrollDOM.getBoundingClientRect();
    const { clientHeight, clientWidth } = document.documentElement;
    return {
      top: Math.max(top, 0),
      left: Math.max(left, 0),
      bottom: Math.min(bottom, clientHeight),
      right: Math.min(right, clientWidth),
    };
  },
});

/** The texts, and an editor for one of them at a time. */
export class Desk {
  readonly #states = new Map<string, EditorState>();
  /** The texts as the page came with them, or as they were downloaded last. */
  readonly #kept: Map<string, Text>;
  readonly #view: EditorView;
  readonly #host: Host;
  #findings: readonly Finding[] = [];
  /** Whether some text has changed since, so that places in them are no longer sure. */
  #isStale = false;
  #shown: string;

  constructor(
    files: readonly (readonly [path: string, text: string])[],
    shown: string,
    parent: HTMLElement,
    host: Host,
  ) {
    this.#host = host;
    for (const [file, text] of files) {
      const state = EditorState.create({ doc: text, extensions: this.#extensions(file) });
      this.#states.set(file, state);
    }
    this.#kept = new Map([...this.#states].map(([file, { doc }]) => [file, doc]));
    this.#shown = shown;
    this.#view = new EditorView({ state: this.#stateOf(shown), parent });
  }

  #extensions(file: string): Extension {
    return [
      // Its keys before those of every editor.
      namesTold(file, this.#host),
      completion(file, this.#host),
      withinText,
      plainEditor,
      bracketMatching(),
      search({ top: true }),
      highlightSelectionMatches(),
      keymap.of([
        ...searchKeymap,
        ...lintKeymap,
        {
          key: 'F2',
          run: () => {
            this.#host.onRename();
            return true;
          },
        },
      ]),
      policyLanguage,
      syntaxHighlighting(defaultHighlightStyle),
      lintGutter(),
      named(`Text of ${file}`),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) this.#changed(file, state);
      }),
    ];
  }

  #changed(file: string, state: EditorState): void {
    this.#isStale = true;
    this.#host.onChange(file, state.sliceDoc());
  }

  #stateOf(file: string): EditorState {
    const state = this.#states.get(file);
    if (state === undefined) throw new Error(`the pack has no file ${file}`);
    return state;
  }

  /** Lays a file into the editor. */
  show(file: string): void {
    if (file === this.#shown) return;
    // What popped up over the one file is nothing to come back to.
    closeCompletion(this.#view);
    this.#view.dispatch({ effects: closeHoverTooltips });
    this.#states.set(this.#shown, this.#view.state);
    this.#shown = file;
    this.#view.setState(this.#stateOf(file));
    this.#mark();
  }

  /** Back to the text. */
  focus(): void {
    this.#view.focus();
  }

  /** Puts the cursor at a place of a file, in sight. */
  goTo(file: string, start: number): void {
    if (!this.#states.has(file)) return;
    this.show(file);
    const at = Math.min(start, this.#view.state.doc.length);
    this.#view.dispatch({
      selection: EditorSelection.cursor(at),
      effects: EditorView.scrollIntoView(at, { y: 'center' }),
    });
    this.#view.focus();
  }

  /** Where the cursor is. */
  cursor(): Place {
    return { file: this.#shown, start: this.#view.state.selection.main.head };
  }

  /** Tells what the name under the cursor is. */
  tellName(): void {
    tellName(this.#view);
  }

  /** The text of a file as it stands. */
  textOf(file: string): string {
    return this.#docOf(file).toString();
  }

  /** Whether the text of a file is not the one that is kept elsewhere. */
  isChanged(file: string): boolean {
    return this.#kept.get(file)?.eq(this.#docOf(file)) !== true;
  }

  /** The text of a file is kept elsewhere now, as it stands. */
  keep(file: string): void {
    this.#kept.set(file, this.#docOf(file));
  }

  #docOf(file: string): Text {
    return (file === this.#shown ? this.#view.state : this.#stateOf(file)).doc;
  }

  /** Makes edits, of one file or of several. */
  edit(edits: readonly Edit[]): void {
    for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
      const changes: ChangeSpec = own.map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
      if (file === this.#shown) this.#view.dispatch({ changes });
      else {
        const { state } = this.#stateOf(file).update({ changes });
        this.#states.set(file, state);
        this.#changed(file, state);
      }
    }
  }

  /** Gives a file another text, of which what is the same stays where it is. */
  replace(file: string, text: string): void {
    const old = this.textOf(file);
    let start = 0;
    while (start < old.length && start < text.length && old[start] === text[start]) start += 1;
    let [end, until] = [old.length, text.length];
    while (end > start && until > start && old[end - 1] === text[until - 1])
      [end, until] = [end - 1, until - 1];
    if (old !== text) this.edit([{ file, start, end, text: text.slice(start, until) }]);
  }

  /** Marks what was found. */
  mark(findings: readonly Finding[]): void {
    this.#findings = findings;
    this.#isStale = false;
    this.#mark();
  }

  /** A repair that is chosen in the text itself; of a text that has changed meanwhile it waits for the next finding. */
  #repair(edits: readonly Edit[]): void {
    if (!this.#isStale) this.edit(edits);
  }

  #mark(): void {
    const { state } = this.#view;
    const own = this.#findings.filter(({ file }) => file === this.#shown);
    this.#view.dispatch(
      setDiagnostics(
        state,
        own.map((finding) => marked(finding, state.doc.length, (edits) => this.#repair(edits))),
      ),
    );
  }
}

function marked(
  { start, end, severity, message, help, fixes }: Finding,
  length: number,
  repair: (edits: readonly Edit[]) => void,
): Diagnostic {
  return {
    from: Math.min(start, length),
    to: Math.min(end, length),
    severity: severity === 'note' ? 'info' : severity,
    message: help === undefined ? message : `${message}\n${help}`,
    actions: fixes.map(({ title, edits }) => ({ name: title, apply: () => repair(edits) })),
  };
}
