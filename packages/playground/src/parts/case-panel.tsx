/** A case: its facts, and what they come to. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.ts';
import type {
  AmbiguityOffer,
  CaseAnswer,
  CaseProblem,
  CaseText,
  GoalOffer,
  PackOffer,
} from '../engine/protocol.ts';
import { FactsEditor } from './facts-editor.tsx';
import { Words } from './findings-list.tsx';

interface Props {
  readonly engine: Engine;
  readonly offer: PackOffer | undefined;
  readonly isChecking: boolean;
  readonly hasErrors: boolean;
  /** The scenario that is to be the case from now on. */
  readonly wanted: { readonly scenario: string } | undefined;
}

/** How long the facts have to rest before they are assessed. */
const restMilliseconds = 250;

/** The panel. */
export function CasePanel({ engine, offer, isChecking, hasErrors, wanted }: Props): JSX.Element {
  const [of, setOf] = useState<CaseText>();
  const [answered, setAnswered] = useState<{ readonly of: CaseText; readonly answer: CaseAnswer }>();
  /** The questions as they were laid out last: while nothing is answered, another goal lays out its own. */
  const [blank, setBlank] = useState('');
  const [first] = offer?.goals ?? [];

  // A new page begins with the file to fill in for its first goal, a lost goal with another.
  useEffect(() => {
    if (offer === undefined || first === undefined) return;
    if (of === undefined) void begin(first.name);
    else setOf(fitting(of, offer.goals.find(({ name }) => name === of.goal) ?? first));
  }, [offer]);

  useEffect(() => {
    if (wanted === undefined) return;
    void engine.scenario(wanted.scenario).then((found) => found && setOf(found));
  }, [wanted]);

  useEffect(() => {
    if (of === undefined || hasErrors || isChecking) return undefined;
    let isOld = false;
    const timer = setTimeout(
      () =>
        void engine.assess(of).then((answer) => {
          if (!isOld && answer !== undefined) setAnswered({ of, answer });
        }),
      restMilliseconds,
    );
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [of, offer, hasErrors, isChecking]);

  async function begin(goal: string): Promise<void> {
    const facts = await engine.template(goal);
    if (facts === undefined || offer === undefined) return;
    setBlank(facts);
    setOf((before) => ({ goal, asOf: before?.asOf ?? today(offer.period), readings: {}, facts }));
  }

  if (of === undefined)
    return (
      <section aria-labelledby="case-heading">
        <h2 id="case-heading">Case</h2>
        <p>{hasErrors ? 'A case can be tried when the text has no errors.' : 'Laying out its questions…'}</p>
      </section>
    );
  const goal = offer?.goals.find(({ name }) => name === of.goal);
  return (
    <section aria-labelledby="case-heading">
      <h2 id="case-heading">Case</h2>
      <div class="bar">
        <label>
          Question{' '}
          <select
            value={of.goal}
            onChange={({ currentTarget: { value } }) =>
              of.facts === blank ? void begin(value) : setOf({ ...of, goal: value, readings: {} })
            }
          >
            {(offer?.goals ?? []).map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          As of{' '}
          <input
            type="date"
            value={of.asOf}
            min={offer?.period.first}
            max={offer?.period.last}
            onChange={({ currentTarget }) => setOf({ ...of, asOf: currentTarget.value })}
          />
        </label>
        <button type="button" disabled={hasErrors} onClick={() => void begin(of.goal)}>
          All its questions, unanswered
        </button>
      </div>
      <Readings
        ambiguities={goal?.ambiguities ?? []}
        chosen={of.readings}
        onChoose={(readings) => setOf({ ...of, readings })}
      />
      <FactsEditor text={of.facts} onChange={(facts) => setOf((before) => before && { ...before, facts })} />
      <Answer
        answer={answered?.of === of && !isChecking ? answered.answer : undefined}
        hasErrors={!isChecking && hasErrors}
      />
    </section>
  );
}

function Readings({
  ambiguities,
  chosen,
  onChoose,
}: {
  readonly ambiguities: readonly AmbiguityOffer[];
  readonly chosen: CaseText['readings'];
  readonly onChoose: (readings: CaseText['readings']) => void;
}): JSX.Element | null {
  if (ambiguities.length === 0) return null;
  const others = Object.keys(chosen).length;
  return (
    <details>
      <summary>
        Readings of what the source leaves open ({others === 0 ? 'the usual ones' : `${others} chosen`})
      </summary>
      {ambiguities.map(({ name, title, readings }) => (
        <label key={name}>
          {title}{' '}
          <select
            value={chosen[name] ?? readings.find(({ isDefault }) => isDefault)?.name ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const { [name]: _old, ...rest } = chosen;
              const isUsual = readings.some((reading) => reading.name === value && reading.isDefault);
              onChoose(isUsual ? rest : { ...rest, [name]: value });
            }}
          >
            {readings.map((reading) => (
              <option key={reading.name} value={reading.name}>
                {reading.text}
                {reading.isDefault ? ' (usual)' : ''}
              </option>
            ))}
          </select>
        </label>
      ))}
    </details>
  );
}

function Answer({
  answer,
  hasErrors,
}: {
  /** Absent while it is worked out. */
  readonly answer: CaseAnswer | undefined;
  readonly hasErrors: boolean;
}): JSX.Element {
  const problems = answer !== undefined && 'problems' in answer ? answer.problems : [];
  const says =
    answer === undefined
      ? ''
      : problems.length === 0
        ? 'The case is worked out.'
        : `The case cannot be assessed: ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}.`;
  return (
    <>
      <p role="status" class="unseen">
        {hasErrors ? '' : says}
      </p>
      {hasErrors ? <p>The text has errors, so that nothing comes of the case.</p> : null}
      {answer === undefined && !hasErrors ? <p>Working it out…</p> : null}
      {answer !== undefined && 'html' in answer && !hasErrors ? (
        // The renderer of explanations escapes every text that it is given.
        <div class="answer" dangerouslySetInnerHTML={{ __html: answer.html }} />
      ) : null}
      {problems.length === 0 || hasErrors ? null : <Problems of={problems} />}
    </>
  );
}

function Problems({ of }: { readonly of: readonly CaseProblem[] }): JSX.Element {
  return (
    <div class="problem">
      <p>The case cannot be assessed:</p>
      <ul>
        {of.map(({ line, path, message, help }, index) => (
          <li key={index}>
            {line === undefined ? '' : `Line ${line}: `}
            {path === undefined || path === '' ? null : (
              <>
                <code>{path}</code>:{' '}
              </>
            )}
            <Words text={message} />
            {help === undefined ? null : (
              <p class="help">
                <Words text={help} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The case for a goal; readings that it does not turn on, or no longer, fall away. */
function fitting(of: CaseText, { name, ambiguities }: GoalOffer): CaseText {
  const chosen = Object.entries(of.readings);
  const kept = chosen.filter(([ambiguity, reading]) =>
    ambiguities.some((each) => each.name === ambiguity && each.readings.some((one) => one.name === reading)),
  );
  // What fits is left as it is, so that nobody works it out anew.
  return of.goal === name && kept.length === chosen.length
    ? of
    : { ...of, goal: name, readings: Object.fromEntries(kept) };
}

/** The day on the reader's calendar, or the nearest to it that the pack has answers for. */
function today({ first, last }: PackOffer['period']): string {
  // The Swedish way to write a date is year-month-day.
  const day = new Intl.DateTimeFormat('sv').format();
  // Written so, days are in the order of their texts.
  if (day < first) return first;
  return last !== undefined && day > last ? last : day;
}
