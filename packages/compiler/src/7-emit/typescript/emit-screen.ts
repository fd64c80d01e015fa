/** The module of all goals together: `screen`, which tells values and statuses without what they rest on. */
import type { PlanIndex } from '../../interpret/plan-index.ts';
import type { Definition, Goal, Plan } from '../../6-plan/plan.ts';
import { checkFunction } from './assess-check.ts';
import { type Features, screenFeaturesOf } from './assess-features.ts';
import { AssessModule } from './assess-module.ts';
import { readFunctions } from './assess-read.ts';
import { Constants } from './constants.ts';
import { docComment } from './doc-comment.ts';
import { header, optionsType, ownNames } from './emit-goal.ts';
import type { EmittedFile, ExportedFunction } from './emitted-file.ts';
import { cast, typed, typeOnly } from './erasable.ts';
import { goalInfo } from './goal-info.ts';
import { insideOf } from './inside.ts';
import { insideTypes, readingsInside } from './inside-types.ts';
import { indent, line, list, print } from './layout.ts';
import { moduleFile, type Part } from './module-file.ts';
import { Names } from './names.ts';
import { screenEvaluateFunctions } from './screen-evaluate.ts';
import { toldType } from './told-type.ts';
import { ambiguitiesOf, type Slice, sliceOf } from './slice.ts';
import { key, quote } from './spelling.ts';
import { factsImport, readingsType, typeNames, type TypeNames } from './types.ts';

/** Emits `screen.ts`. */
export function emitScreen(index: PlanIndex): EmittedFile {
  const { plan } = index;
  const slice = sliceOf(index, together(plan));
  const names = typeNames(slice);
  const identifiers = new Names();
  for (const name of [...ownNames(names), 'screen']) identifiers.take(name);
  const constants = new Constants(identifiers);
  const part = screenPart(slice, names, identifiers, constants);
  const readings = readingsType(slice, names);
  return moduleFile({
    path: 'screen.ts',
    head: header(plan, 'All goals.'),
    facts: factsImport(slice, names),
    types: [...readings, resultType(slice, names), optionsType(names, readings.length > 0)],
    declared: constants.declarations().join('\n'),
    parts: [part],
    names,
  });
}

/** All goals as one. */
function together({ goals, definitions, rules, ambiguities }: Plan): Goal {
  const all = (of: (goal: Goal) => readonly string[]): ReadonlySet<string> => new Set(goals.flatMap(of));
  const [ids, names, open] = [
    all((goal) => goal.definitions),
    all((goal) => goal.rules),
    all((goal) => goal.ambiguities),
  ];
  return {
    name: 'screen',
    answers: [...all((goal) => goal.answers)],
    definitions: definitions.map(({ id }) => id).filter((id) => ids.has(id)),
    rules: rules.map(({ name }) => name).filter((name) => names.has(name)),
    facts: [...all((goal) => goal.facts)],
    ambiguities: ambiguities.map(({ name }) => name).filter((name) => open.has(name)),
  };
}

function screenPart(slice: Slice, names: TypeNames, identifiers: Names, constants: Constants): Part {
  const imports = new Set<string>();
  const types = new Set<string>(['Screened', 'Screening', 'Status']);
  const module = new AssessModule(insideOf(slice), identifiers, constants, imports, types);
  const features = screenFeaturesOf(slice);
  const reads = readFunctions(module, names, false);
  const checks = checkFunction(module, features.readings);
  const evaluate = screenEvaluateFunctions(module, names, features);
  const others = [
    ...insideTypes(module).map(typeOnly),
    ...(features.readings ? [typeOnly(readingsInside(slice))] : []),
    goalInfo(slice, module),
    ...reads,
    ...(checks === undefined ? [] : [checks.text]),
    ...evaluate,
  ];
  return {
    main: screenFunction(slice, names, module, features, checks !== undefined),
    others,
    imports,
    types,
  };
}

function screenFunction(
  slice: Slice,
  names: TypeNames,
  module: AssessModule,
  features: Features,
  checks: boolean,
): ExportedFunction {
  const use = (name: string): string => module.use(name);
  const dated = features.asOf || checks ? 'dayOfAssessment' : 'dateOfAssessment';
  const refused = cast(`${use('refuseFacts')}(goal, facts, options)`, names.facts);
  const chosen = ambiguitiesOf(slice).map(
    (each) => `${key(each.name)}: options.readings?.${each.name} ?? ${quote(each.default)}`,
  );
  const type = (name: string): string => module.type(name);
  const args = [
    'inside',
    ...(features.asOf ? ['asOf'] : []),
    ...(features.today ? [`{ kind: 'asOf', value: options.asOf }`] : []),
    ...(features.readings ? ['readings'] : []),
    ...(features.laws ? ['{ last: undefined }'] : []),
    ...(features.governed ? ['problems'] : []),
  ];
  const problems = checks || features.governed;
  const lines = [
    `const asOf = ${use(dated)}(options, goal);`,
    'const inside = read(facts);',
    `if (asOf === undefined || inside === undefined) return screen(${refused}, options);`,
    ...(features.readings
      ? [print(indent(list(`const ${typed('readings', 'Readings')} = {`, chosen, '};', line)))]
      : []),
    ...(problems ? [`const ${typed('problems', `${type('FactProblem')}[]`)} = [];`] : []),
    ...(checks ? [`check(inside, asOf${features.readings ? ', readings' : ''}, problems);`] : []),
    `const told = evaluate(${args.join(', ')});`,
    ...(problems ? [`if (problems.length > 0) ${use('refuseCase')}(problems);`] : []),
    'return { asOf: options.asOf, ...told };',
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
