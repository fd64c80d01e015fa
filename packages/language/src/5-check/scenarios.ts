import type { OtherwiseFields } from '../4-bind/otherwise.ts';
import type { DateLiteral, ScenarioDecl } from '../ast/ast.ts';
import type { Checker } from './checker.ts';
import { checkCites, checkCovers } from './citations.ts';
import { checkDate } from './dates.ts';
import { checkExpects } from './expects.ts';
import type { GivenCase } from './given-case.ts';
import { applyGivens } from './givens.ts';

/** A scenario after its base: the facts it ends with and its date. */
interface Reached {
  readonly facts: GivenCase;
  readonly asOf: DateLiteral | undefined;
}

/** Scenarios: what they give exists, what they expect can come out. */
export function checkScenarios(checker: Checker, otherwise: OtherwiseFields): void {
  const { symbols } = checker;
  const byTitle = new Map<string, ScenarioDecl>();
  for (const scenario of symbols.scenarios)
    if (!byTitle.has(scenario.title.value)) byTitle.set(scenario.title.value, scenario);
  const reached = new Map<ScenarioDecl, Reached>();
  for (const scenario of symbols.scenarios) {
    // The bases first, the first of them last in the chain; a scenario whose base is not there begins with nothing.
    const chain = chainOf(checker, scenario, byTitle, reached);
    for (const link of chain.toReversed()) {
      if (!reached.has(link))
        reached.set(link, checkScenario(checker, link, baseOf(link, byTitle, reached), otherwise));
    }
  }
  const bases = new Set(symbols.scenarios.map(({ base }) => base?.value));
  for (const { expect, title } of symbols.scenarios)
    if (expect.length === 0 && !bases.has(title.value))
      checker.findings.report('expects-nothing', title.span, {});
}

function baseOf(
  scenario: ScenarioDecl,
  byTitle: ReadonlyMap<string, ScenarioDecl>,
  reached: ReadonlyMap<ScenarioDecl, Reached>,
): Reached | undefined {
  const base = scenario.base === undefined ? undefined : byTitle.get(scenario.base.value);
  return base === undefined ? undefined : reached.get(base);
}

/** The scenario and those it builds on that are not yet checked; a circle is reported and cut. */
function chainOf(
  checker: Checker,
  scenario: ScenarioDecl,
  byTitle: ReadonlyMap<string, ScenarioDecl>,
  reached: ReadonlyMap<ScenarioDecl, Reached>,
): readonly ScenarioDecl[] {
  const { findings } = checker;
  const chain: ScenarioDecl[] = [];
  const seen = new Set<ScenarioDecl>();
  for (let at: ScenarioDecl | undefined = scenario; at !== undefined && !reached.has(at); ) {
    chain.push(at);
    seen.add(at);
    if (at.base === undefined) break;
    const base = byTitle.get(at.base.value);
    if (base === undefined) {
      const { suggestion } = findings.meant(at.base.value, at.base.span, byTitle.keys());
      findings.report('unknown-scenario', at.base.span, { title: at.base.value, suggestion });
    } else if (seen.has(base)) {
      findings.report('scenario-on-itself', at.base.span, { title: at.base.value });
      break;
    }
    at = base;
  }
  return chain;
}

function checkScenario(
  checker: Checker,
  scenario: ScenarioDecl,
  base: Reached | undefined,
  otherwise: OtherwiseFields,
): Reached {
  const facts: GivenCase = { facts: new Map(base?.facts.facts), lengths: new Map(base?.facts.lengths) };
  const asOf = scenario.asOf ?? base?.asOf;
  checkAsOf(checker, scenario, asOf);
  checkReadings(checker, scenario);
  applyGivens(checker, scenario, facts, otherwise);
  checkExpects(checker, scenario, facts, otherwise);
  checkCites(checker, scenario.cites);
  checkCovers(checker, scenario.covers);
  return { facts, asOf };
}

/** A scenario is judged as of a date that the pack covers. */
function checkAsOf(checker: Checker, scenario: ScenarioDecl, asOf: DateLiteral | undefined): void {
  const { symbols, findings } = checker;
  if (asOf === undefined) {
    // Where the base is not there, it might have had the date.
    if (scenario.base === undefined) findings.report('scenario-without-date', scenario.title.span, {});
    return;
  }
  if (scenario.asOf === undefined) return;
  checkDate(asOf, findings);
  const { from, ceasing } = symbols.pack ?? {};
  const early = from !== undefined && asOf.iso < from.iso;
  const late = ceasing !== undefined && asOf.iso >= ceasing.iso;
  if (!early && !late) return;
  const related = symbols.pack === undefined ? [] : [{ span: symbols.pack.name.span, message: 'the pack' }];
  const period = `from ${from?.iso ?? '…'}${ceasing === undefined ? '' : ` ceasing ${ceasing.iso}`}`;
  findings.report('date-outside-period', asOf.span, { day: asOf.iso, period }, { related });
}

function checkReadings(checker: Checker, scenario: ScenarioDecl): void {
  const { symbols, findings } = checker;
  const seen = new Set<string>();
  for (const { ambiguity, reading } of scenario.readings) {
    const declared = symbols.ambiguities.get(ambiguity.text);
    if (declared === undefined) {
      const { suggestion, extra } = findings.meant(
        ambiguity.text,
        ambiguity.span,
        symbols.ambiguities.keys(),
      );
      findings.report('unknown-ambiguity', ambiguity.span, { name: ambiguity.text, suggestion }, extra);
      continue;
    }
    checker.mentions.refer(ambiguity, declared);
    const chosen = declared.readings.find(({ name }) => name.text === reading.text);
    if (chosen !== undefined) checker.mentions.refer(reading, chosen.name);
    else {
      const readings = declared.readings.map((one) => one.name.text);
      const { suggestion, extra } = findings.meant(reading.text, reading.span, readings);
      findings.report(
        'unknown-reading',
        reading.span,
        { reading: reading.text, ambiguity: ambiguity.text, suggestion },
        extra,
      );
    }
    if (seen.has(ambiguity.text))
      findings.report('duplicate-member', ambiguity.span, { name: ambiguity.text });
    seen.add(ambiguity.text);
  }
}
