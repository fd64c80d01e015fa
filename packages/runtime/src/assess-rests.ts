/** What an assessment rests on: the judgements in the traces of its answers, the sources cited in all of them. */
import type { CiteInfo, Reason, RestsOn, ResultValue, SourceInfo } from './assessment.ts';
import { none } from './assess-frozen.ts';
import { comparePaths } from './assess-order.ts';
import type { Evaluated, GoalInfo } from './assess-run.ts';
import type { Results } from './assess-walk.ts';

/** Rests on nothing but facts. */
export const onFactsOnly: RestsOn = Object.freeze({ judgements: none, assumptions: none, readings: none });

type Judgement = RestsOn['judgements'][number];

interface Search {
  readonly run: Evaluated;
  /** The results whose trace can lead to a judgement: the others need not be entered. */
  readonly judging: readonly string[];
  found: Judgement[] | undefined;
  entered: string[] | undefined;
}

/** The judgements in the traces of the answers, in vocabulary order. */
export function judgementsOf(
  goal: GoalInfo,
  run: Evaluated,
  judging: readonly string[],
): RestsOn['judgements'] {
  const search: Search = { run, judging, found: undefined, entered: undefined };
  for (const name of judging) {
    const result = goal.answers.includes(name) ? (run.rules[name] ?? run.definitions[name]) : undefined;
    if (result === undefined) continue;
    if (!('instances' in result)) addJudgements(search, result.because);
    else for (const { because } of result.instances) addJudgements(search, because);
  }
  const { found } = search;
  if (found === undefined) return none;
  return found.length < 2 ? found : found.sort((a, b) => comparePaths(goal.vocabulary, a.path, b.path));
}

function addJudgements(search: Search, because: readonly Reason[]): void {
  for (const reason of because) {
    switch (reason.kind) {
      case 'fact':
        if (reason.input === 'judgement' || reason.input === 'otherwise') {
          addJudgement(search, reason.path, reason.value);
        }
        break;
      case 'definition':
        if (search.judging.includes(reason.name)) enter(search, reason.name, reason.of);
        break;
      case 'list':
      case 'asOf':
      case 'ambiguity':
        break;
      default:
        addJudgements(search, reason.because);
    }
  }
}

function addJudgement(search: Search, path: string, value: ResultValue): void {
  if (value === 'unknown') return;
  const { found } = search;
  if (found === undefined) search.found = [{ path, value }];
  else if (!found.some((known) => known.path === path)) found.push({ path, value });
}

/** Each definition is entered once. */
function enter(search: Search, name: string, of: string | undefined): void {
  const key = of === undefined ? name : `${name} ${of}`;
  if (search.entered?.includes(key)) return;
  (search.entered ??= []).push(key);
  const result = search.run.definitions[name];
  if (result === undefined) return;
  if (!('instances' in result)) addJudgements(search, result.because);
  else for (const each of result.instances) if (each.of === of) addJudgements(search, each.because);
}

/** The sources cited in the traces of every statement, in the order of the pack; `also` in these names. */
export function sourcesOf(
  goal: GoalInfo,
  run: Evaluated,
  also: readonly CiteInfo[] = none,
): GoalInfo['sources'] {
  let total = 0;
  for (const _ in goal.sources) total += 1;
  const cited: string[] = [];
  addCites(cited, also);
  // Where all are found there is no more to look for: mostly within a few steps.
  if (addCitedIn(cited, run.definitions, total) || addCitedIn(cited, run.rules, total)) return goal.sources;
  const sources: Record<string, SourceInfo> = {};
  for (const name in goal.sources) {
    const source = goal.sources[name];
    if (source !== undefined && cited.includes(name)) sources[name] = source;
  }
  return sources;
}

/** Adds the sources cited in the traces of some results, until there are so many. */
function addCitedIn(cited: string[], results: Results, total: number): boolean {
  for (const name in results) {
    const result = results[name];
    if (result === undefined) continue;
    if (!('instances' in result)) {
      if (addCited(cited, result.because, total)) return true;
    } else {
      for (const { because } of result.instances) if (addCited(cited, because, total)) return true;
    }
  }
  return cited.length === total;
}

function addCited(cited: string[], because: readonly Reason[], total: number): boolean {
  for (const reason of because) {
    switch (reason.kind) {
      case 'fact':
      case 'list':
      case 'definition':
      case 'asOf':
      case 'ambiguity':
        break;
      case 'element':
      case 'law':
        if (addCited(cited, reason.because, total)) return true;
        break;
      default:
        addCites(cited, reason.cites);
        if (cited.length === total || addCited(cited, reason.because, total)) return true;
    }
  }
  return cited.length === total;
}

function addCites(cited: string[], cites: readonly CiteInfo[]): void {
  for (const { source } of cites) if (!cited.includes(source)) cited.push(source);
}
