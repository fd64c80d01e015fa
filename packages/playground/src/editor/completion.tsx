/** What could be written where the cursor is: asked for by Ctrl-Space, and offered where the words before call for it. */
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
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
  return autocompletion({ override: [source], icons: false });
}

function optionOf({ text, told }: Offer): Completion {
  if (told === undefined) return { label: text };
  return {
    label: text,
    detail: told.type ?? told.what,
    info: () => rendered(<NameToldBriefly told={told} />),
  };
}
