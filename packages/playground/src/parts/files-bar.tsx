/** Which file lies in the editor, and what is done with it. */
import type { JSX } from 'preact';
import type { Finding } from '../engine/protocol.ts';

interface Props {
  readonly files: readonly string[];
  readonly shown: string;
  readonly changed: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly onShow: (file: string) => void;
  readonly onFormat: () => void;
  readonly onTell: () => void;
  readonly onRename: () => void;
  readonly onDownload: () => void;
  /** What came of what was done last. */
  readonly said: string;
}

/** The bar above the editor. */
export function FilesBar({
  files,
  shown,
  changed,
  findings,
  onShow,
  onFormat,
  onTell,
  onRename,
  onDownload,
  said,
}: Props): JSX.Element {
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
      <button type="button" onClick={onFormat}>
        Format
      </button>
      <button type="button" onClick={onTell}>
        What is this?
      </button>
      <button type="button" onClick={onRename}>
        Rename…
      </button>
      <button type="button" onClick={onDownload}>
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
