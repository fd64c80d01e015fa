/** Another name for what the cursor stands on. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.ts';
import type { Edit, Place } from '../engine/protocol.ts';
import { Words } from './findings-list.tsx';

/** What is to be renamed. */
export interface ToRename {
  readonly at: Place;
  /** `fact message.channel`; absent where no name stands there. */
  readonly what?: string;
}

interface Props {
  readonly of: ToRename;
  readonly engine: Engine;
  readonly onEdits: (edits: readonly Edit[]) => void;
  readonly onClose: () => void;
}

/** The dialog; it closes when the name is changed everywhere, and says why where it cannot be. */
export function RenameDialog({ of, engine, onEdits, onClose }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [to, setTo] = useState('');
  const isAsked = useRef(false);
  const [refused, setRefused] = useState<{ readonly problem: string; readonly help?: string }>();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const rename = async (): Promise<void> => {
    // Twice Enter is one wish.
    if (isAsked.current) return undefined;
    isAsked.current = true;
    const renamed = await engine.rename(of.at, to);
    isAsked.current = false;
    if ('problem' in renamed) return setRefused(renamed);
    onEdits(renamed.edits);
    return dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="rename-heading" onClose={onClose}>
      <h2 id="rename-heading">Rename</h2>
      {of.what === undefined ? (
        <p>The cursor stands on no name. Put it on one, then rename.</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <p>
            The <code>{of.what}</code>, in every file of the pack.
          </p>
          <label>
            New name{' '}
            <input
              value={to}
              required
              autocomplete="off"
              spellcheck={false}
              onInput={({ currentTarget }) => setTo(currentTarget.value)}
            />
          </label>
          {refused === undefined ? null : (
            <div role="alert" class="problem">
              <Words text={refused.problem} />
              {refused.help === undefined ? null : (
                <p class="help">
                  <Words text={refused.help} />
                </p>
              )}
            </div>
          )}
          <button type="submit">Rename</button>
        </form>
      )}
      <button type="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
