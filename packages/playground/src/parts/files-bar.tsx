/** Which file lies in the editor, and what is done with it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Finding } from '../engine/protocol.ts';

interface Props {
  readonly files: readonly string[];
  readonly shown: string;
  readonly changed: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly onShow: (file: string) => void;
  /** Says whether there was a layout. */
  readonly onFormat: () => Promise<boolean>;
  readonly onRename: () => void;
  readonly textOf: (file: string) => string;
}

/** The bar above the editor. */
export function FilesBar({
  files,
  shown,
  changed,
  findings,
  onShow,
  onFormat,
  onRename,
  textOf,
}: Props): JSX.Element {
  const [said, setSaid] = useState('');
  return (
    <div class="bar">
      <label>
        File{' '}
        <select value={shown} onChange={({ currentTarget }) => onShow(currentTarget.value)}>
          {files.map((file) => (
            <option key={file} value={file}>
              {file}
              {notes(file, changed, findings)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        onClick={() =>
          void onFormat().then((isDone) =>
            setSaid(isDone ? 'Formatted.' : 'It has mistakes of syntax: mend these first.'),
          )
        }
      >
        Format
      </button>
      <button type="button" onClick={onRename}>
        Rename…
      </button>
      <button
        type="button"
        onClick={() => {
          save(shown, textOf(shown));
          setSaid(`${shown} is in your downloads.`);
        }}
      >
        Download
      </button>
      <span role="status">{said}</span>
    </div>
  );
}

function notes(file: string, changed: ReadonlySet<string>, findings: readonly Finding[]): string {
  const count = findings.filter((finding) => finding.file === file).length;
  const said = [
    ...(changed.has(file) ? ['changed'] : []),
    ...(count === 0 ? [] : [count === 1 ? '1 finding' : `${count} findings`]),
  ];
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

function save(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.slice(file.lastIndexOf('/') + 1);
  link.click();
  URL.revokeObjectURL(address);
}
