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
import {
  type EmittedFile,
  type ExportedFunction,
  functionDeclaration,
  functionText,
  moduleOf,
} from './emitted-file.ts';
import { asJavaScript, asTypeScript, typed, typeOnly } from './erasable.ts';
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
): { readonly file: EmittedFile; readonly exports: GoalExports } {
  const slice = sliceOf(plan, goal);
  const names = typeNames(slice);
  const identifiers = new Names();
  for (const name of ownNames(names)) identifiers.take(name);
  const constants = new Constants(identifiers);
  const decide = decidePart(slice, names, identifiers, constants, phrases);
  const assess = assessPart(slice, names, identifiers, constants);
  const complete = completeFunction(slice, names);
  const readings = readingsType(slice, names);
  const declared = constants.declarations().join('\n');
  const parts = [decide, complete, assess];
  const types = [
    ...completeTypes(slice, names),
    ...readings,
    ...answersType(slice, names, decide.answerTypes),
    optionsType(names, readings.length > 0),
  ];
  const code = [declared, ...parts.flatMap(partTexts)];
  const functions = parts.map(({ main }) => functionDeclaration(main));
  const whole = [...types, ...code].join('\n');
  const values = namesUsed(
    parts.flatMap(({ imports }) => [...imports]),
    whole,
  );
  const typesUsed = (text: string): readonly string[] =>
    namesUsed(['Day', 'Duration', 'Status', ...parts.flatMap((part) => [...part.types])], text);
  const facts = factsImport(slice, names);
  const head = header(plan, goal);
  return {
    file: {
      path: `goal/${goal.name}.ts`,
      text: moduleOf(
        head,
        importText(typesUsed(whole), values, names),
        ...facts,
        ...types,
        ...code.map(asTypeScript),
      ),
      javaScript: moduleOf(head, importText([], values, names), ...code.map(asJavaScript)),
      declarations: moduleOf(
        head,
        importText(typesUsed([...types, ...functions].join('\n')), [], names),
        ...facts.map((text) => text.replace(`.ts';`, `.js';`)),
        ...types,
        ...functions,
      ),
    },
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

/** The names that a text mentions, each once. */
function namesUsed(names: readonly string[], text: string): readonly string[] {
  return [...new Set(names)].filter((name) => mentions(text, name));
}

/** The import of these from the runtime; empty where there are none. */
function importText(types: readonly string[], values: readonly string[], names: TypeNames): string {
  const imported = [
    ...types.map((name) => ({ name, text: `type ${name}` })),
    ...values.map((name) => ({ name, text: importedAs(name, names) })),
  ].toSorted((a, b) => a.name.localeCompare(b.name));
  if (imported.length === 0) return '';
  const items = imported.map(({ text }) => text);
  return print([list('import {', items, '}', line), ` from '@proviso/runtime';`]);
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

function optionsType(names: TypeNames, readings: boolean): string {
  const doc = docComment('The day of the assessment, and readings other than the defaults.');
  return `${doc}\nexport interface ${names.prefix}Options {\n  /** \`2026-02-05\`. */\n  readonly asOf: string;${readings ? `\n  readonly readings?: ${names.readings};` : ''}\n}`;
}

function header(plan: Plan, goal: Goal): string {
  return `// Generated by Proviso from ${plan.pack.id} ${plan.pack.version}; the policy is the source, this file is not.\n// Goal: ${goal.name}. Meaning: ${plan.pack.meaning.slice(0, 12)}.`;
}

/** The words of the source, safe inside a comment. */
function words(text: string): string {
  return asTypeScript(text).replaceAll('*/', '* /');
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

/** An exported function with what its module holds for it, and what it imports of the runtime. */
interface Part {
  readonly main: ExportedFunction;
  /** Declarations, their types marked. */
  readonly others: readonly string[];
  readonly imports: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

function partTexts({ main, others }: Part): readonly string[] {
  return [functionText(main), ...others];
}

function decidePart(
  slice: Slice,
  names: TypeNames,
  identifiers: Names,
  constants: Constants,
  phrases: GoalPhrases | undefined,
): Part & { readonly bare: boolean; readonly answerTypes: ReadonlyMap<string, string> } {
  const imports = new Set<string>();
  const types = new Set<string>(['Day']);
  const module = new DecideModule(decideExpr, slice, names, identifiers, constants, imports, types);
  const usual = module.body('default');
  const readings = module.hasReadings();
  const name = `decide${names.prefix}`;
  const head = (called: string, params: readonly string[]): string =>
    print(list(`${called}(`, params, typed(')', usual.type)));
  const params = [typed('facts', names.complete), typed('asOf', 'Day')];
  const doc = docComment(decideDoc(slice, phrases));
  const others: string[] = [];
  let main: ExportedFunction;
  if (readings) {
    const chosen = module.body('argument');
    const inner = `${name}Reading`;
    main = {
      doc,
      head: head(`export function ${name}`, [...params, typed('readings', names.readings, true)]),
      body: `  if (readings !== undefined) return ${inner}(facts, asOf, readings);\n${usual.body}`,
    };
    const taken = parameters([...params, typed('readings', names.readings)], chosen.body);
    others.push(`${head(`function ${inner}`, taken)} {\n${chosen.body}\n}`);
  } else
    main = { doc, head: head(`export function ${name}`, parameters(params, usual.body)), body: usual.body };
  others.push(...module.functions([main.body, ...others].join('\n')));
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
    main,
    others,
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
  const others = [
    ...[...shape, ...readingsShape].map(typeOnly),
    goalInfo(slice, module),
    ...reads,
    ...(checks === undefined ? [] : [checks.text]),
    evaluate.text,
  ];
  return { main, others, imports, types };
}
