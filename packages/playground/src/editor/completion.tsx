/** What could be written where the cursor is: asked for by Ctrl-Space, and offered where the words before call for it. */
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView, Rect } from '@codemirror/view';
import { callsForCompletion } from '@proviso/language';
import type { Offer } from '../engine/protocol.ts';
import { NameToldBriefly } from '../parts/name-told.tsx';
import type { Host } from './host.ts';
import { rendered } from './rendered.ts';

/** Completion in the text of a file. */
export function completion(file: string, { offers }: Pick<Host, 'offers'>): Extension {
  const source = async ({ state, pos, explicit }: CompletionContext): Promise<CompletionResult | null> => {
    const before = state.sliceDoc(state.doc.lineAt(pos).from, pos);
    // Elsewhere nearly everything that is typed is a word of the language: a list of names would be in the way.
    if (!explicit && !callsForCompletion(before)) return null;
    const found = await offers({ file, start: pos });
    const [word = ''] = /\w*$/.exec(before) ?? [];
    // Of a text that has changed meanwhile by more than the end of this word, the editor asks anew.
    return { from: pos - word.length, options: found.map(optionOf), validFor: /^\w*$/ };
  };
  return autocompletion({ override: [source], icons: false, positionInfo });
}

/** The widest that what is told of a choice becomes. */
const widest = 400;

/** What is told of a choice stands beyond the list, away from the cursor: beside it there is seldom room, and over it the next would not be seen. */
function positionInfo(
  view: EditorView,
  list: Rect,
  _option: Rect,
  _info: Rect,
  space: Rect,
): { style: string } {
  const width = Math.min(widest, space.right - space.left);
  const left = Math.max(space.left, Math.min(list.left, space.right - width)) - list.left;
  const cursor = view.coordsAtPos(view.state.selection.main.head);
  const edge = cursor !== null && list.top < cursor.top ? 'bottom' : 'top';
  return { style: `left: ${left}px; max-width: ${width}px; ${edge}: 100%` };
}

function optionOf({ text, told }: Offer): Completion {
  if (told === undefined) return { label: text };
  return {
    label: text,
    detail: told.type ?? told.what,
    info: () => rendered(<NameToldBriefly told={told} />),
  };
}
