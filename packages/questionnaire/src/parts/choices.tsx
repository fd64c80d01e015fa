/** Radio buttons and checkboxes. */
import type { JSX } from 'preact';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface Props {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly choices: readonly Choice[];
  /** Stand apart below the others. */
  readonly apart?: readonly Choice[];
  readonly chosen: readonly string[];
  readonly small?: boolean;
}

/** The choices; their fieldset is the caller's. Each has the id of the name and its place. */
export function Choices({ type, name, choices, apart = [], chosen, small = false }: Props): JSX.Element {
  const block = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const item = ({ value, label, hint }: Choice, index: number): JSX.Element => {
    const id = `${name}-${index}`;
    return (
      <div class={`${block}__item`} key={value}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={type}
          value={value}
          defaultChecked={chosen.includes(value)}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        />
        <label class={`govuk-label ${block}__label`} for={id}>
          {label}
        </label>
        {hint === undefined ? null : (
          <div id={`${id}-hint`} class={`govuk-hint ${block}__hint`}>
            {hint}
          </div>
        )}
      </div>
    );
  };
  return (
    <div class={small ? `${block} ${block}--small` : block}>
      {choices.map(item)}
      {apart.length === 0 ? null : <div class={`${block}__divider`}>or</div>}
      {apart.map((choice, index) => item(choice, choices.length + index))}
    </div>
  );
}
