/** A witness as text: the facts in words, what the pack answers, and a scenario to paste. */
import type { Plan } from '@proviso/compiler/plan';
import {
  capitalise,
  dateWords,
  definitionClause,
  dutySentence,
  instanceWords,
  statusWords,
  wrap,
} from '@proviso/explain';
import type { Phrasebook, RuleResult } from '@proviso/runtime';
import { scenarioText, type Witness } from '@proviso/verify';
import type { Role } from '../output/style.ts';
import { caseWords } from './case-words.ts';

type Style = (role: Role, text: string) => string;

/** How a witness is shown. */
export interface WitnessOptions {
  readonly plan: Plan;
  readonly phrases: Phrasebook;
  readonly style: Style;
  readonly width: number;
  /** The name of the scenario. */
  readonly name: string;
  readonly comment?: string;
}

/** The lines of a witness, indented by two. */
export function witnessText({ case: given, outcomes }: Witness, options: WitnessOptions): string {
  const { plan, phrases, style, width, name, comment } = options;
  const bullet = (text: string): string =>
    wrap(text, '    - ', '      ', Math.max(30, width))
      .map((line) => `${line}\n`)
      .join('');
  const facts = caseWords(plan, phrases, given.facts, given.asOf);
  const readings = Object.entries(given.readings).map(
    ([ambiguity, reading]) => `The ambiguity ${ambiguity} is read as ${reading}.`,
  );
  return [
    `  ${style('strong', `The case, on ${dateWords(given.asOf)}`)}\n`,
    ...(facts.length + readings.length === 0
      ? [bullet('Whatever the facts are.')]
      : facts.map(({ sentence }) => bullet(sentence))),
    ...readings.map(bullet),
    ...(outcomes.length === 0 ? [] : [`  ${style('strong', 'What the pack answers')}\n`]),
    ...outcomes.map((outcome) => bullet(outcomeWords(outcome, plan, phrases))),
    `  ${style('strong', 'As a scenario')}\n`,
    scenarioText(plan, given, { name, expect: outcomes, ...(comment === undefined ? {} : { comment }) })
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}\n`)
      .join(''),
  ].join('');
}

function outcomeWords(
  { name, of, value }: Witness['outcomes'][number],
  plan: Plan,
  phrases: Phrasebook,
): string {
  const about = of === undefined ? '' : `, as to ${instanceWords(phrases, of)}`;
  const rule = plan.rules.find((each) => each.name === name);
  if (rule === undefined) return `${capitalise(definitionClause(phrases, name, value, false))}${about}.`;
  const { modality, bearer, as } = rule;
  const duty = dutySentence(name, { modality, bearer, ...(as === undefined ? {} : { as }) }, phrases);
  const status = statusWords({ modality, status: value as RuleResult['status'] });
  return `${capitalise(duty)}${about}: ${status.toLowerCase()}.`;
}
