/** A pack that is being written: its texts, what is wrong with them, and what comes of them. Knows no page and no worker. */
import {
  explainCase,
  factsYaml,
  FactsFileError,
  mismatchWords,
  readFactsFile,
  type ScenarioRun,
  scenarioRuns,
  toldProblem,
} from '@proviso/cases';
import { type CompiledPack, compilePack } from '@proviso/compiler/compile';
import { interpretPlan, type LoadedPack } from '@proviso/compiler/interpret';
import type { Ambiguity } from '@proviso/compiler/plan';
import { renderHtml } from '@proviso/explain/html';
import { type Diagnostic, type Fix, formatText, type LineIndex, lineIndex } from '@proviso/language';
import { type Day, FactsError, formatDay, type Phrasebook } from '@proviso/runtime';
import { stringify } from 'yaml';
import { Names, plainEdit } from './names.ts';
import type {
  AmbiguityOffer,
  CaseAnswer,
  CaseProblem,
  CaseText,
  Finding,
  PackOffer,
  PackTexts,
  Place,
  ScenarioTold,
} from './protocol.ts';

/** The findings of the texts, and what the pack offers where there is no error. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly offer?: PackOffer;
}

/** The texts of a pack; each answer is of the texts as they were checked last. */
export class Session {
  /** What is asked of the names in them. */
  readonly names: Names;
  readonly #files: Map<string, string>;
  readonly #entry: string;
  #compiled: CompiledPack | undefined;
  #loaded: LoadedPack | undefined;

  constructor({ entry, files }: PackTexts) {
    this.#entry = entry;
    this.#files = new Map(files);
    this.names = new Names(this.#files, entry);
  }

  /** Takes a new text of a file. */
  write(file: string, text: string): void {
    this.#files.set(file, text);
    this.names.forget();
  }

  /** Checks the texts as they are. */
  check(): Checked {
    const { value, diagnostics } = compilePack(this.#files, this.#entry);
    const isUsable = value !== undefined && !diagnostics.some(({ severity }) => severity === 'error');
    this.#compiled = isUsable ? value : undefined;
    this.#loaded = undefined;
    const findings = findingsOf(diagnostics, this.#files);
    return this.#compiled === undefined ? { findings } : { findings, offer: offerOf(this.#compiled) };
  }

  /** The text of a file in its canonical layout; undefined where its mistakes leave no layout to speak of. */
  format(file: string): string | undefined {
    return formatText(this.#files.get(file) ?? '', file).value;
  }

  /** A file of facts to fill in; undefined, as all that follows, where the texts have errors. */
  template(goal: string): string | undefined {
    const pack = this.#compiled;
    return pack === undefined ? undefined : factsYaml(pack.plan, pack.phrases, [goal]);
  }

  /** The case of a scenario, with the goal that says most of what it expects. */
  scenario(name: string): CaseText | undefined {
    const plan = this.#compiled?.plan;
    const scenario = plan?.scenarios.find((each) => each.name === name);
    if (plan === undefined || scenario === undefined) return undefined;
    const expected = new Set(scenario.expect.map((each) => each.name));
    const [goal] = plan.goals.toSorted(
      (a, b) => told(b.answers, expected) - told(a.answers, expected) || a.facts.length - b.facts.length,
    );
    return {
      goal: goal?.name ?? '',
      // The plan is plain JSON, so that its day numbers bear no brand.
      asOf: formatDay(scenario.asOf as Day),
      readings: Object.fromEntries(
        Object.entries(scenario.readings).filter(([name]) => goal?.ambiguities.includes(name)),
      ),
      facts: stringify(scenario.facts),
    };
  }

  /** Assesses a case and explains what it comes to. */
  assess({ goal, asOf, readings, facts }: CaseText): CaseAnswer | undefined {
    if (this.#compiled === undefined) return undefined;
    const { plan, phrases } = this.#compiled;
    this.#loaded ??= interpretPlan(plan);
    const { assess } = this.#loaded;
    let lineOf: (path: string) => number | undefined = () => undefined;
    try {
      const document = readFactsFile(new TextEncoder().encode(facts), 'facts');
      lineOf = document.lineOf;
      const options = { asOf, goals: [goal], readings };
      const assessment = assess(document.data, options);
      const of = { facts: document.data, options };
      const explanation = explainCase({ ...this.#loaded, phrases }, assessment, of, { showPaths: true });
      return { html: renderHtml(explanation, { level: 3, idPrefix: 'case-' }) };
    } catch (error) {
      if (error instanceof FactsFileError) return { problems: error.problems };
      if (!(error instanceof FactsError)) throw error;
      return {
        problems: error.problems.map((problem): CaseProblem => {
          const { path, message, help, at } = toldProblem(problem, plan, phrases);
          const isOfFacts = path !== 'asOf' && !path.startsWith('readings');
          const line = isOfFacts ? lineOf(at ?? path) : undefined;
          return {
            ...(path === 'asOf' ? {} : { path }),
            message,
            ...(help === undefined ? {} : { help }),
            ...(line === undefined ? {} : { line }),
          };
        }),
      };
    }
  }

  /** Runs the scenarios one after another, each when it is asked for. */
  *scenarios(): Generator<ScenarioTold, undefined> {
    const pack = this.#compiled;
    if (pack === undefined) return;
    for (const run of scenarioRuns(pack.plan)) yield toldRun(run, pack);
  }
}

function told(answers: readonly string[], expected: ReadonlySet<string>): number {
  return answers.filter((answer) => expected.has(answer)).length;
}

function toldRun(
  { scenario, passed, mismatches, refused }: ScenarioRun,
  { plan, phrases }: CompiledPack,
): ScenarioTold {
  const says = [
    ...refused.map((problem) => {
      const { path, message } = toldProblem(problem, plan, phrases);
      return `${path}: ${message}`;
    }),
    ...mismatches.map(mismatchWords),
  ];
  return { name: scenario.name, passed, says };
}

function offerOf({ plan, phrases, program }: CompiledPack): PackOffer {
  const places = new Map(
    program.scenarios.map(({ title: { value, span } }) => [value, { file: span.file, start: span.start }]),
  );
  const { from, ceasing } = plan.pack.period;
  return {
    title: phrases.pack.title,
    version: plan.pack.version,
    period: {
      first: formatDay(from as Day),
      ...(ceasing === null ? {} : { last: formatDay((ceasing - 1) as Day) }),
    },
    goals: plan.goals.map(({ name, ambiguities }) => ({
      name,
      title: phrases.goals[name]?.title ?? name,
      ambiguities: plan.ambiguities
        .filter((each) => ambiguities.includes(each.name))
        .map((each) => ambiguityOffer(each, phrases)),
    })),
    scenarios: plan.scenarios.map(({ name }) => {
      const place = places.get(name);
      return place === undefined ? { name } : { name, place };
    }),
  };
}

function ambiguityOffer({ name, readings, default: usual }: Ambiguity, phrases: Phrasebook): AmbiguityOffer {
  const words = phrases.ambiguities[name];
  return {
    name,
    title: words?.title ?? name,
    readings: readings.map((reading) => ({
      name: reading.name,
      text: words?.readings[reading.name] ?? reading.name,
      isDefault: reading.name === usual,
    })),
  };
}

function findingsOf(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, string>,
): readonly Finding[] {
  const indexes = new Map<string, LineIndex>();
  const lineOf = ({ file, start }: Place): number => {
    const index = indexes.get(file) ?? lineIndex(files.get(file) ?? '');
    indexes.set(file, index);
    return index.position(start).line;
  };
  return diagnostics.map(({ code, severity, message, help, span, related, fix, otherFixes = [] }) => ({
    code,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    file: span.file,
    start: span.start,
    end: span.end,
    line: lineOf(span),
    related: related.map(({ span: { file, start }, message: said }) => ({
      file,
      start,
      line: lineOf({ file, start }),
      message: said,
    })),
    fixes: [...(fix === undefined ? [] : [fix]), ...otherFixes].map(plainFix),
  }));
}

function plainFix({ title, edits }: Fix): Finding['fixes'][number] {
  return {
    title,
    edits: edits.map(plainEdit),
  };
}
