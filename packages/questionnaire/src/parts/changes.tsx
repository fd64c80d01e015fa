/** What would change an answer, looked for when asked: the search may take a while. */
import { english, whatWouldChange } from '@proviso/explain';
import { sectionElements } from '@proviso/explain/html';
import type { ChangeTarget, RuleResult } from '@proviso/runtime';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Engine, Standing } from '../engine/engine.ts';
import type { Walk } from '../walk.ts';

interface Props {
  readonly engine: Engine;
  readonly walk: Walk;
  readonly standing: Standing;
}

/** As many cases are tried as take a second or so; what was not searched is said. */
const budget = 300;

/** A choice of the answers that one may wish to be otherwise, and what was found for one. */
export function Changes({ engine, walk, standing }: Props): JSX.Element | null {
  const [found, setFound] = useState<readonly JSX.Element[]>([]);
  const targets = targetsIn(engine, standing);
  if (targets.length === 0) return null;
  const search = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const chosen = targets[Number(new FormData(event.currentTarget).get('target'))];
    if (chosen === undefined) return;
    const options = { asOf: walk.asOf, goals: walk.goals };
    const changes = engine.pack.whatWouldChange(standing.facts, options, chosen.target, {
      budget,
      size: 2,
      count: 6,
    });
    const told = whatWouldChange([changes], standing.assessment, engine.phrases);
    setFound(sectionElements(told, { level: 3, idPrefix: 'change-' }));
  };
  return (
    <section class="app-part app-no-print" aria-labelledby="changes">
      <h2 class="govuk-heading-m" id="changes">
        Would you like an answer to be otherwise?
      </h2>
      <form onSubmit={search}>
        <div class="govuk-form-group">
          <label class="govuk-label" for="target">
            Which answer?
          </label>
          <select class="govuk-select" id="target" name="target">
            {targets.map(({ words }, index) => (
              <option key={words} value={index}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="govuk-button govuk-button--secondary">
          Look for changes
        </button>
      </form>
      <div class="app-prose" aria-live="polite">
        {found}
      </div>
    </section>
  );
}

interface Target {
  readonly target: ChangeTarget;
  readonly words: string;
}

/** Rules that are broken or open, of those asked for. */
function targetsIn({ phrases }: Engine, { assessment, answers }: Standing): readonly Target[] {
  const say = english(phrases);
  return answers.flatMap((name) => {
    const all = assessment.rules[name];
    if (all === undefined) return [];
    const each: readonly (RuleResult & { readonly of?: string })[] =
      'instances' in all ? all.instances : [all];
    return each
      .filter(({ status }) => status === 'breached' || status === 'departedFrom' || status === 'undetermined')
      .map(
        ({ of, ...result }): Target => ({
          target: of === undefined ? { name } : { name, of },
          words: say.ruleConclusion(name, result, of),
        }),
      );
  });
}
