/** The module of all goals together: `screen`, which tells values and statuses without what they rest on. */
import { indexPlan, type PlanIndex } from '../../interpret/plan-index.ts';
import type { Definition, Goal, Plan } from '../../6-plan/plan.ts';
import { checkFunction } from './assess-check.ts';
import { type Features, screenFeaturesOf } from './assess-features.ts';
import { AssessModule } from './assess-module.ts';
import { registry } from './assess-read.ts';
import { dayText, formatDay } from './calendar.ts';
import { runtimeCompleteFacts } from './complete.ts';
import { Constants } from './constants.ts';
import { docComment } from './doc-comment.ts';
import { header, optionsType, ownNames } from './emit-goal.ts';
import type { ExportedFunction } from './emitted-file.ts';
import { cast, typed, typeOnly } from './erasable.ts';
import { goalInfo } from './goal-info.ts';
import { importsOf } from './imports.ts';
import { insideOf } from './inside.ts';
import { insideTypes, readingsInside } from './inside-types.ts';
import { hardline, indent, line, list, print } from './layout.ts';
import type { Part, WrittenModule } from './module-file.ts';
import { Names } from './names.ts';
import { screenEvaluateFunctions } from './screen-evaluate.ts';
import { withQuestionsApart } from './screen-apart.ts';
import { screenReader } from './screen-read.ts';
import { toldType } from './told-type.ts';
import { ambiguitiesOf, type Slice, sliceOf } from './slice.ts';
import { key, quote } from './spelling.ts';
import { factsImport, readingsType, typeNames, type TypeNames } from './types.ts';

/** Writes `screen.ts`. */
export function emitScreen({ plan }: PlanIndex): WrittenModule {
  const slice = together(plan);
  const names = typeNames(slice);
  const identifiers = new Names();
  for (const name of [...ownNames(names), ...screenNames]) identifiers.take(name);
  const constants = new Constants(identifiers);
  const part = screenPart(slice, names, identifiers, constants);
  const readings = readingsType(slice, names);
  return {
    path: 'screen.ts',
    head: header(plan, 'All goals.'),
    facts: factsImport(slice, names),
    types: [...readings, resultType(slice, names), optionsType(names, plan, readings.length > 0)],
    declared: constants.declarations().join('\n'),
    parts: [part],
    completeFacts: runtimeCompleteFacts(names),
  };
}

/** Names with a fixed meaning in the module. */
const screenNames = [
  'screen',
  'screened',
  'records',
  'reader',
  'nothing',
  'nothingTold',
  'readingsOf',
  'usualReadings',
  'chosen',
  'told',
  'was',
  'values',
  'network',
  'cells',
  'of',
  'verdict',
  'tell',
  'words',
  'parts',
  'run',
  'definitions',
  'rules',
];

/** The slice of all goals as one. */
function together(plan: Plan): Slice {
  const { goals, rules, ambiguities } = plan;
  const all = (of: (goal: Goal) => readonly string[]): ReadonlySet<string> => new Set(goals.flatMap(of));
  const [ids, names, open] = [
    all((goal) => goal.definitions),
    all((goal) => goal.rules),
    all((goal) => goal.ambiguities),
  ];
  const apart = withQuestionsApart(plan, ids);
  const goal: Goal = {
    name: 'screen',
    answers: [...all((goal) => goal.answers)],
    definitions: apart.definitions.map(({ id }) => id),
    rules: rules.map(({ name }) => name).filter((name) => names.has(name)),
    facts: [...all((goal) => goal.facts)],
    ambiguities: ambiguities.map(({ name }) => name).filter((name) => open.has(name)),
  };
  return sliceOf(indexPlan(apart), goal);
}

function screenPart(slice: Slice, names: TypeNames, identifiers: Names, constants: Constants): Part {
  const imports = importsOf();
  // Reasons are written for what they report of dates, and most are left out.
  const noted = { used: imports.perhaps, perhaps: imports.perhaps };
  const types = new Set<string>(['Screened', 'Screening', 'Status']);
  const module = new AssessModule(insideOf(slice, 'apart'), identifiers, constants, noted, types);
  const features = screenFeaturesOf(slice);
  const reads = screenReader(module);
  const checks = checkFunction(module, features.readings, (record) => `nothing.${registry(record)}`);
  const evaluate = screenEvaluateFunctions(module, names, features);
  const others = [
    ...insideTypes(module, false).map(typeOnly),
    ...(features.readings ? [typeOnly(readingsInside(slice))] : []),
    goalInfo(slice, module),
    ...evaluate,
    ...reads,
    ...(features.readings ? readingsFunction(slice) : []),
    nothingTold(slice, module, features),
    ...(checks === undefined ? [] : [checks.text]),
  ];
  return {
    main: screenFunction(names, module, features, checks !== undefined),
    others,
    imports,
    types,
  };
}

function screenFunction(
  names: TypeNames,
  module: AssessModule,
  features: Features,
  checks: boolean,
): ExportedFunction {
  const use = (name: string): string => module.use(name);
  const dated = features.asOf || checks ? 'dayOfAssessment' : 'dateOfAssessment';
  const refused = cast(`${use('refuseFacts')}(goal, facts, options)`, names.facts);
  const type = (name: string): string => module.type(name);
  const args = argumentsOf(features, {
    facts: 'inside',
    asOf: 'asOf',
    today: `{ kind: 'asOf', value: options.asOf }`,
    readings: 'readings',
    problems: 'problems',
  });
  const problems = checks || features.governed;
  const lines = [
    `const asOf = ${use(dated)}(options, goal);`,
    'const was = nothingTold();',
    `const cells = ${use('takeCells')}(network, was.cells);`,
    'const inside = reader.read(facts, cells);',
    `if (asOf === undefined || inside === undefined) return screen(${refused}, options);`,
    ...(features.readings
      ? ['const readings = options.readings === undefined ? usualReadings : readingsOf(options.readings);']
      : []),
    ...(problems ? [`const ${typed('problems', `${type('FactProblem')}[]`)} = [];`] : []),
    ...(checks ? [`check(inside, asOf${features.readings ? ', readings' : ''}, problems);`] : []),
    ...(features.asOf || features.governed ? [`${use('mark')}(cells, network.asOf);`] : []),
    ...(features.readings ? [`${use('markReadings')}(cells, readings, usualReadings);`] : []),
    `const { verdict, definitions, rules } = evaluate(${['was', 'cells', ...args].join(', ')});`,
    `${use('giveBack')}(cells);`,
    ...(problems ? [`${use('refuseCase')}(problems);`] : []),
    'return { asOf: options.asOf, verdict, definitions, rules };',
  ];
  const doc = docComment(
    'What is known of every definition and rule of all goals, without the reasons: those are told by the `assess…` of a goal, with the same values.\n\nThrows `FactsError` with everything that is wrong with the facts or the options.',
  );
  const params = [typed('facts', names.facts), typed('options', `${names.prefix}Options`)];
  return {
    doc,
    head: `export function screen(${params.join(', ')}${typed(')', `${names.prefix}Result`)}`,
    body: lines.map((one) => `  ${one}`).join('\n'),
  };
}

/** The arguments of `evaluate` after the first. */
function argumentsOf(
  features: Features,
  of: Readonly<Record<'facts' | 'asOf' | 'today' | 'readings' | 'problems', string>>,
): readonly string[] {
  return [
    of.facts,
    ...(features.asOf ? [of.asOf] : []),
    ...(features.today ? [of.today] : []),
    ...(features.readings ? [of.readings] : []),
    ...(features.laws ? ['{ last: undefined }'] : []),
    ...(features.governed ? [of.problems] : []),
  ];
}

/** The readings taken: those chosen, and for the others the usual ones. */
function readingsFunction(slice: Slice): readonly string[] {
  const chosen = ambiguitiesOf(slice).map(
    (each) => `${key(each.name)}: chosen.${each.name} ?? ${quote(each.default)}`,
  );
  const param = typed('chosen', '{ readonly [Name in keyof Readings]?: Readings[Name] | null }');
  return [
    print([
      `function readingsOf(${param}${typed(')', 'Readings')} {`,
      indent(hardline, list('return {', chosen, '}', line), ';'),
      hardline,
      '}',
    ]),
    'const usualReadings = /* @__PURE__ */ readingsOf({});',
  ];
}

/** The function that gives the evaluation of the case of which nothing is known, made when first asked for. */
function nothingTold(slice: Slice, module: AssessModule, features: Features): string {
  const { from } = slice.plan.pack.period;
  const args = argumentsOf(features, {
    facts: 'nothing',
    asOf: cast(dayText(from), module.type('Day')),
    today: `{ kind: 'asOf', value: ${quote(formatDay(from))} }`,
    readings: 'usualReadings',
    problems: '[]',
  });
  const made = `${module.use('shareTold')}(evaluate(${['undefined', `${module.use('freshCells')}(network)`, ...args].join(', ')}))`;
  return [
    `let ${typed('screened', 'Told | undefined')};`,
    '',
    `function nothingTold(${typed(')', 'Told')} {`,
    `  screened ??= ${made};`,
    '  return screened;',
    '}',
  ].join('\n');
}

/** The declaration of what `screen` gives, with the name of every definition and rule. */
function resultType(slice: Slice, names: TypeNames): string {
  const field = (name: string, { param }: Definition, type: string): string =>
    `    readonly ${key(name)}: ${param === undefined ? type : `Screened<${type}>`};\n`;
  const definitions = slice.definitions
    .filter(({ visible }) => visible)
    .map((definition) => field(definition.id, definition, toldType(definition.type, slice)));
  const rules = slice.rules.map(({ name, status }) => field(name, slice.definition(status), 'Status'));
  const record = (name: string, fields: readonly string[]): string =>
    `  readonly ${name}: {${fields.length === 0 ? '' : `\n${fields.join('')}  `}};\n`;
  const doc = docComment('The value of every definition and the status of every rule.');
  return `${doc}\nexport interface ${names.prefix}Result extends Screening {\n${record('definitions', definitions)}${record('rules', rules)}}`;
}
