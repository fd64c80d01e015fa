/** What is wrong with the text, with the way there and the repairs. */
import type { JSX } from 'preact';
import type { Edit, Finding } from '../engine/protocol.ts';

interface Props {
  readonly findings: readonly Finding[];
  readonly isChecking: boolean;
  readonly onGo: (file: string, start: number) => void;
  readonly onRepair: (edits: readonly Edit[]) => void;
}

/** A list past this is no longer read: what comes first is to be mended first. */
const most = 100;

/** The list under the editor. */
export function FindingsList({ findings, isChecking, onGo, onRepair }: Props): JSX.Element {
  const says = summary(findings);
  return (
    <section aria-labelledby="findings-heading" class="findings">
      <h3 id="findings-heading">Findings</h3>
      <p>{isChecking ? 'Checking…' : says}</p>
      {/* Said to who listens when it is another than before, and not while the text is typed. */}
      <p role="status" class="unseen">
        {says}
      </p>
      <ul>
        {findings.slice(0, most).map((finding, index) => (
          <li key={`${finding.code} ${index}`} class={finding.severity}>
            <strong>{finding.severity}</strong>{' '}
            <button type="button" class="link" onClick={() => onGo(finding.file, finding.start)}>
              {finding.file}, line {finding.line}
            </button>{' '}
            <Words text={finding.message} />
            {finding.help === undefined ? null : (
              <p class="help">
                <Words text={finding.help} />
              </p>
            )}
            {finding.related.map((one) => (
              <p key={`${one.file} ${one.start}`} class="help">
                <button type="button" class="link" onClick={() => onGo(one.file, one.start)}>
                  {one.file}, line {one.line}
                </button>
                : <Words text={one.message} />
              </p>
            ))}
            {finding.fixes.map(({ title, edits }) => (
              <button key={title} type="button" disabled={isChecking} onClick={() => onRepair(edits)}>
                {title}
              </button>
            ))}
          </li>
        ))}
      </ul>
      {findings.length > most ? <p>And {findings.length - most} more.</p> : null}
    </section>
  );
}

/** A sentence in which the author's text stands in backticks. */
export function Words({ text }: { readonly text: string }): JSX.Element {
  return (
    <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
  );
}

function summary(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): string[] => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? '' : 's'}`];
  };
  const counts = [...count('error'), ...count('warning'), ...count('note')];
  return counts.length === 0 ? 'Nothing is wrong with the text.' : `${counts.join(', ')}.`;
}
