/** The facts of a case as text, YAML or JSON. */
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { named, plainEditor } from '../editor/desk.ts';

interface Props {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The editor; it follows a text that is given anew. */
export function FactsEditor({ text, onChange }: Props): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const change = useRef(onChange);
  change.current = onChange;
  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          plainEditor,
          named('Facts of the case'),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) change.current(state.sliceDoc());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);
  useLayoutEffect(() => {
    const { current } = view;
    if (current === undefined || current.state.sliceDoc() === text) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text } });
  }, [text]);
  return <div ref={place} class="editor facts" />;
}
