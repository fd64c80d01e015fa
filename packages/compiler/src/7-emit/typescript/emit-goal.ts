/** The module of one goal: its types, `decide…`, `complete…` and `assess…`. */
import type { Cite, Goal, Plan } from '../../6-plan/plan.ts';
import { checkFunction } from './assess-check.ts';
import { evaluateFunction } from './assess-evaluate.ts';
import { featuresOf } from './assess-features.ts';
import { assessFunction } from './assess-function.ts';
import { AssessModule } from './assess-module.ts';
import { readFunctions } from './assess-read.ts';
import { completeFunction, runtimeCompleteFacts } from './complete.ts';
import { decideExpr } from './decide-expr.ts';
import { answerDefinition, DecideModule } from './decide-module.ts';
import { insideOf } from './inside.ts';
import { insideTypes } from './inside-types.ts';
import { line, list, print } from './layout.ts';
import { docComment } from './doc-comment.ts';
import { goalInfo } from './goal-info.ts';
import { Names } from './names.ts';
import { runtimeTypes, runtimeValues } from '../runtime-names.ts';
import { Constants } from './constants.ts';
import { ambiguitiesOf, type Slice, sliceOf } from './slice.ts';
import { key } from './spelling.ts';
import { mentions, parameters } from './unused.ts';
import { completeTypes, factsImport, readingsType, typeNames, type TypeNames } from './types.ts';

/** The words of a pack that doc comments use; the phrasebook has them. */
export interface GoalPhrases {
  readonly statements: Readonly<
    Record<string, { readonly say?: string; readonly act?: string; readonly doc?: string }>
  >;
  readonly goals: Readonly<Record<string, { readonly title?: string; readonly doc?: string }>>;
}

/** What a goal's module exports. */
export interface GoalExports {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** Emits the module of a goal. */
export function emitGoal(
  plan: Plan,
  goal: Goal,
  phrases?: GoalPhrases,
): { readonly text: string; readonly exports: GoalExports } {
  const slice = sliceOf(plan, goal);
  const names = typeNames(slice);
  const identifiers = new Names();
  for (const name of ownNames(names)) identifiers.take(name);
  const constants = new Constants(identifiers);
  const decide = decidePart(slice, names, identifiers, constants);
  const assess = assessPart(slice, names, identifiers, constants);
  const complete = completeFunction(slice, names);
  const readings = readingsType(slice, names);
  const declared = constants.declarations().join('\n');
  const all = [
    declared,
    ...completeTypes(slice, names),
    ...answersType(slice, names, decide.answerTypes),
    decide.text,
    complete.text,
    assess.text,
  ].join('\n');
  const isUsed = (name: string): boolean => mentions(all, name);
  const values = [...new Set([...decide.imports, ...assess.imports, ...complete.imports])].filter(isUsed);
  const types = ['Day', 'Duration', 'Status', ...decide.types, ...assess.types].filter(
    (name, index, names_) => isUsed(name) && names_.indexOf(name) === index,
  );
  const imported = [
    ...[...types].map((name) => `type ${name}`),
    ...values.map((name) => importedAs(name, names)),
  ].sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', '')));
  const sections = [
    header(plan, goal),
    print([list('import {', imported, '}', line), ` from '@proviso/runtime';`]),
    ...factsImport(slice, names),
    ...completeTypes(slice, names),
    ...readings,
    ...answersType(slice, names, decide.answerTypes),
    print(list(`${docComment(optionsDoc)}\nexport interface ${names.prefix}Options {`, [], '}')).replace(
      '{}',
      optionsBody(names, readings.length > 0),
    ),
    declared,
    decide.text.replace('export function', `${docComment(decideDoc(slice, phrases))}\nexport function`),
    complete.text,
    assess.text,
  ];
  return {
    text: `${sections.filter((text) => text !== '').join('\n\n')}\n`,
    exports: {
      values: [`decide${names.prefix}`, `complete${names.prefix}`, `assess${names.prefix}`],
      types: [
        names.complete,
        names.facts,
        `${names.prefix}Options`,
        ...(readings.length === 0 ? [] : [names.readings]),
        ...(decide.bare ? [] : [names.answers]),
        ...slice.records.flatMap(({ name }) => [names.record(name), names.jsonRecord(name)]),
      ],
    },
  };
}

/** A value of the runtime, under a name of its own where the goal's function has that name: a goal may be called `facts`. */
function importedAs(name: string, names: TypeNames): string {
  const called = runtimeCompleteFacts(names);
  return name === 'completeFacts' && called !== name ? `${name} as ${called}` : name;
}

/** Names with a fixed meaning in every goal's module. */
function ownNames(names: TypeNames): readonly string[] {
  const { prefix } = names;
  return [
    ...runtimeValues,
    ...runtimeTypes,
    `decide${prefix}`,
    `decide${prefix}Reading`,
    `complete${prefix}`,
    `assess${prefix}`,
    'goal',
    'read',
    'evaluate',
    'check',
    'keys',
    'into',
    'problems',
    'laws',
    'lawOpen',
    'today',
    'presuming',
    'index',
    'inside',
    'run',
    'needs',
    'assessed',
    'assumed',
    'dependences',
    'presumption',
    'others',
    'day',
    'taken',
  ];
}

const optionsDoc = 'The day of the assessment, and readings other than the defaults.';

function optionsBody(names: TypeNames, readings: boolean): string {
  return `{\n  /** \`2026-02-05\`. */\n  readonly asOf: string;${readings ? `\n  readonly readings?: ${names.readings};` : ''}\n}`;
}

function header(plan: Plan, goal: Goal): string {
  return `// Generated by Proviso from ${plan.pack.id} ${plan.pack.version}; the policy is the source, this file is not.\n// Goal: ${goal.name}. Meaning: ${plan.pack.meaning.slice(0, 12)}.`;
}

/** The words of the source, safe inside a comment. */
function words(text: string): string {
  return text.replaceAll('*/', '* /');
}

function citeWords({ source, pinpoint, anchor }: Cite): string {
  return `${source} ${pinpoint}${anchor === undefined ? '' : `, "${anchor}"`}`;
}

function decideDoc(slice: Slice, phrases: GoalPhrases | undefined): string {
  const { goal, plan } = slice;
  const title = phrases?.goals[goal.name]?.title ?? phrases?.goals[goal.name]?.doc;
  const lines: string[] = [
    `Decides \`${goal.name}\` on complete facts${title === undefined ? '' : `: ${title}`}.`,
  ];
  for (const answer of goal.answers) {
    const definition = answerDefinition(slice, answer);
    const rule = slice.rules.find(({ name }) => name === answer);
    const said = phrases?.statements[answer];
    const text = said?.say ?? said?.act;
    const cites = (rule?.cites ?? definition.cites).flatMap((index) => plan.cites[index] ?? []);
    lines.push(
      '',
      `\`${answer}\`${text === undefined ? '' : `: ${text}`}${cites.length === 0 ? '' : ` (${cites.map(citeWords).join('; ')})`}.`,
    );
    if (said?.doc !== undefined) lines.push(...said.doc.split('\n'));
  }
  return words(lines.join('\n'));
}

interface Part {
  readonly text: string;
  readonly imports: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

function decidePart(
  slice: Slice,
  names: TypeNames,
  identifiers: Names,
  constants: Constants,
): Part & { readonly bare: boolean; readonly answerTypes: ReadonlyMap<string, string> } {
  const imports = new Set<string>();
  const types = new Set<string>(['Day']);
  const module = new DecideModule(decideExpr, slice, names, identifiers, constants, imports, types);
  const usual = module.body('default');
  const readings = module.hasReadings();
  const name = `decide${names.prefix}`;
  const signature = (called: string, exported: boolean, params: readonly string[]): string =>
    print([list(`${exported ? 'export ' : ''}function ${called}(`, params, `): ${usual.type} {`)]);
  let text: string;
  if (readings) {
    const chosen = module.body('argument');
    const inner = `${name}Reading`;
    text = [
      signature(name, true, [`facts: ${names.complete}`, 'asOf: Day', `readings?: ${names.readings}`]),
      `  if (readings !== undefined) return ${inner}(facts, asOf, readings);`,
      `${usual.body}\n}`,
      '',
      signature(
        inner,
        false,
        parameters([`facts: ${names.complete}`, 'asOf: Day', `readings: ${names.readings}`], chosen.body),
      ),
      `${chosen.body}\n}`,
    ].join('\n');
  } else {
    text = `${signature(name, true, parameters([`facts: ${names.complete}`, 'asOf: Day'], usual.body))}\n${usual.body}\n}`;
  }
  const functions = module.functions(text);
  const answerTypes = new Map(
    slice.goal.answers.map((answer) => {
      const definition = answerDefinition(slice, answer);
      const type = module.typeOf(definition.type);
      return [
        answer,
        definition.param === undefined ? type : `readonly ${type.includes(' ') ? `(${type})` : type}[]`,
      ];
    }),
  );
  return {
    text: [text, ...functions].join('\n\n'),
    imports,
    types,
    bare: module.isBare(),
    answerTypes,
  };
}

function answersType(slice: Slice, names: TypeNames, types: ReadonlyMap<string, string>): readonly string[] {
  if (slice.goal.answers.length === 1 && slice.goal.answers[0] === slice.goal.name) return [];
  const fields = [...types].map(([name, type]) => `  readonly ${key(name)}: ${type};`);
  return [
    `/** The answers of \`${slice.goal.name}\`. */\nexport interface ${names.answers} {\n${fields.join('\n')}\n}`,
  ];
}

function assessPart(slice: Slice, names: TypeNames, identifiers: Names, constants: Constants): Part {
  const imports = new Set<string>();
  const types = new Set<string>();
  const module = new AssessModule(insideOf(slice), identifiers, constants, imports, types);
  const features = featuresOf(slice);
  const reads = readFunctions(module, names, features.assumptions);
  const checks = checkFunction(module, features.readings);
  const evaluate = evaluateFunction(module, names, features);
  const shape = insideTypes(module);
  const main = assessFunction(slice, names, module, features, checks !== undefined);
  const readingsShape = features.readings
    ? [
        `interface Readings {\n${ambiguitiesOf(slice)
          .map(({ name }) => `  readonly ${key(name)}: string | undefined;\n`)
          .join('')}}`,
      ]
    : [];
  const parts = [
    main,
    ...shape,
    ...readingsShape,
    goalInfo(slice, module),
    ...reads,
    ...(checks === undefined ? [] : [checks.text]),
    evaluate.text,
  ];
  return { text: parts.filter((part) => part !== '').join('\n\n'), imports, types };
}
