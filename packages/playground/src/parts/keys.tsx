/** The keys of the editor, for whoever does not know them. */
import type { JSX } from 'preact';

const keys: readonly (readonly [key: string, what: string])[] = [
  [
    'Ctrl-Space',
    'what could be written at the cursor; after a dot, after “is” or “cite” it is offered unasked',
  ],
  [
    'Ctrl-I',
    'what the name under the cursor is, and what is wrong there, as “What is this?” above; Escape closes it',
  ],
  ['F12', 'to where the name is declared; once more, to its next version'],
  ['F2', 'another name for it, in every file'],
  ['F8', 'to the next finding'],
  ['Ctrl-F', 'search'],
  ['Ctrl-Z', 'take back'],
  ['Tab', 'out of the text'],
];

/** The list, closed until it is wanted. */
export function Keys(): JSX.Element {
  return (
    <details class="keys">
      <summary>Keys</summary>
      <p class="quiet">On a Mac, Command stands for Ctrl, but for Ctrl-Space.</p>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
