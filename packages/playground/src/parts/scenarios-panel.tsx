/** How the scenarios of the pack go. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PackOffer, Place, ScenariosTold } from '../engine/protocol.ts';

interface Props {
  readonly offer: PackOffer | undefined;
  readonly told: ScenariosTold | undefined;
  readonly isChecking: boolean;
  readonly hasErrors: boolean;
  readonly onGo: (file: string, start: number) => void;
  readonly onTry: (scenario: string) => void;
}

/** So many failures are shown; the first tell enough. */
const most = 20;

/** The panel. */
export function ScenariosPanel({ offer, told, isChecking, hasErrors, onGo, onTry }: Props): JSX.Element {
  const [picked, setPicked] = useState('');
  const says = isChecking
    ? 'Checking…'
    : hasErrors
      ? 'They run when the text has no errors.'
      : summary(offer, told);
  const names = offer?.scenarios.map(({ name }) => name) ?? [];
  const chosen = names.includes(picked) ? picked : (names[0] ?? '');
  const place = (name: string): Place | undefined =>
    offer?.scenarios.find((each) => each.name === name)?.place;
  return (
    <section aria-labelledby="scenarios-heading">
      <h2 id="scenarios-heading">Scenarios</h2>
      <p>{says}</p>
      {/* Told to who does not see the counts run. */}
      <p role="status" class="unseen">
        {isChecking || hasErrors || told?.left !== 0 ? '' : `Scenarios: ${says}`}
      </p>
      {hasErrors || isChecking ? null : (
        <ul class="failures">
          {told?.failed.slice(0, most).map(({ name, says: sentences }) => (
            <li key={name}>
              <strong>failed</strong> {name}
              {sentences.map((sentence) => (
                <p key={sentence} class="help">
                  {sentence}
                </p>
              ))}
              <Actions name={name} place={place(name)} onGo={onGo} onTry={onTry} />
            </li>
          ))}
        </ul>
      )}
      {names.length === 0 || hasErrors ? null : (
        <div class="bar">
          <label>
            Scenario{' '}
            <select value={chosen} onChange={({ currentTarget }) => setPicked(currentTarget.value)}>
              {names.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Actions name={chosen} place={place(chosen)} onGo={onGo} onTry={onTry} />
        </div>
      )}
    </section>
  );
}

function Actions({
  name,
  place,
  onGo,
  onTry,
}: Pick<Props, 'onGo' | 'onTry'> & {
  readonly name: string;
  readonly place: Place | undefined;
}): JSX.Element {
  return (
    <>
      <button type="button" aria-label={`Take as the case: ${name}`} onClick={() => onTry(name)}>
        Take as the case
      </button>
      {place === undefined ? null : (
        <button
          type="button"
          aria-label={`Show its text: ${name}`}
          onClick={() => onGo(place.file, place.start)}
        >
          Show its text
        </button>
      )}
    </>
  );
}

function summary(offer: PackOffer | undefined, told: ScenariosTold | undefined): string {
  if (offer?.scenarios.length === 0) return 'The pack has none.';
  if (told === undefined) return 'Running…';
  const { passed, failed, left } = told;
  const rest = left === 0 ? '' : `, ${left} still to run`;
  return `${passed} passed, ${failed.length} failed${rest}.`;
}
