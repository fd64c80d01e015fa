/** What is told of a name, as it is read and as it is heard. */
import type { NameTold } from '@proviso/language';
import type { JSX } from 'preact';

interface Props {
  readonly told: NameTold;
}

/** Every word of an author is text. */
export function NameToldText({ told }: Props): JSX.Element {
  return (
    <>
      <NameToldBriefly told={told} />
      {told.cites.length === 0 ? null : (
        <ul>
          {told.cites.map((cite, index) => (
            <li key={index}>{cite}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The same without its citations, beside a list to choose from. */
export function NameToldBriefly({ told }: Props): JSX.Element {
  return (
    <>
      <p>
        <strong>{told.what}</strong> <code>{signature(told)}</code>
        {versions(told)}
      </p>
      {told.words.map((words, index) => (
        <p key={index}>{words}</p>
      ))}
    </>
  );
}

/** All of it in sentences. */
export function spoken(told: NameTold): string {
  return [`${told.what} ${signature(told)}${versions(told)}`, ...told.words, ...told.cites].join('. ');
}

function signature({ name, type }: NameTold): string {
  return type === undefined ? name : `${name}: ${type}`;
}

function versions(told: NameTold): string {
  return told.versions > 1 ? `, ${told.versions} versions` : '';
}
