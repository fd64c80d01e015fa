/** The exported `assess…` of a goal: reads, checks, runs what the slice needs, and puts the assessment together. */
import type { Features } from './assess-features.ts';
import { isJudgedBeside, judging } from './assess-judged.ts';
import { citesAll } from './assess-sources.ts';
import { literalText } from './assess-literal.ts';
import type { AssessModule } from './assess-module.ts';
import type { ExportedFunction } from './emitted-file.ts';
import { type Doc, group, hardline, indent, line, list, print } from './layout.ts';
import { ambiguitiesOf, type Slice } from './slice.ts';
import { key, member, quote } from './spelling.ts';
import type { TypeNames } from './types.ts';
import { cast, typed } from './erasable.ts';

/** Writes `assess…`. */
export function assessFunction(
  slice: Slice,
  names: TypeNames,
  module: AssessModule,
  features: Features,
  { checks, onePass, doc }: { readonly checks: boolean; readonly onePass: boolean; readonly doc: string },
): ExportedFunction {
  const { use } = { use: (name: string): string => module.use(name) };
  module.type('Assessment');
  const name = `assess${names.prefix}`;
  const readings = ambiguitiesOf(slice);
  const lines: string[] = [];
  const args = (facts: string, taken: string, open: string, laws: string): string =>
    [
      facts,
      ...(features.asOf ? ['asOf'] : []),
      ...(features.today ? ['today'] : []),
      ...(features.readings ? [taken] : []),
      ...(features.lawRun ? [open] : []),
      ...(features.laws ? [laws] : []),
      ...(features.governed ? ['problems'] : []),
    ].join(', ');
  const presuming = (value: string): string => (features.assumptions ? `, ${value}` : '');
  // A goal that does not reckon with the day needs no more of the calendar than whether there is such a day.
  const dated = features.asOf || checks ? 'dayOfAssessment' : 'dateOfAssessment';
  // Once more with the facts in their plainest form, or not at all.
  const refused = `return ${name}(${cast(`${use('refuseFacts')}(goal, facts, options)`, names.facts)}, options);`;
  lines.push(`const asOf = ${use(dated)}(options, goal);`);
  if (onePass) lines.push(`if (asOf === undefined) ${refused}`);
  else {
    lines.push(
      `const inside = read(facts${presuming('false')});`,
      `if (asOf === undefined || inside === undefined) {`,
      `  ${refused}`,
      `}`,
    );
  }
  if (features.readings) {
    const fields = readings.map(
      (each) => `${key(each.name)}: options.readings?.${each.name} ?? ${quote(each.default)}`,
    );
    lines.push(
      ...print([list(`const ${typed('readings', 'Readings')} = {`, fields, '}', line), ';']).split('\n'),
    );
  }
  if (features.today)
    lines.push(`const ${typed('today', module.type('AsOfReason'))} = { kind: 'asOf', value: options.asOf };`);
  if (checks || features.governed)
    lines.push(`const ${typed('problems', `${module.type('FactProblem')}[]`)} = [];`);
  if (checks) {
    lines.push(`check(inside, asOf${features.readings ? ', readings' : ''}, problems);`);
  }
  if (features.laws) lines.push(`const ${typed('laws', module.type('Laws'))} = { last: undefined };`);
  lines.push(`const run = evaluate(${args(onePass ? 'facts' : 'inside', 'readings', 'false', 'laws')});`);
  if (onePass) lines.push(`if (run === undefined) ${refused}`);
  if (checks || features.governed) lines.push(`${use('refuseCase')}(problems);`);
  if (features.readings) lines.push('const taken = inside;', 'const day = asOf;');
  const late = (text: string): string =>
    text.replaceAll(/\basOf\b/g, 'day').replaceAll(/\binside\b/g, 'taken');
  if (features.readings) {
    const unknown = `{ ${readings.map((each) => `${key(each.name)}: undefined`).join(', ')} }`;
    const order = `[${readings.map((each) => quote(each.name)).join(', ')}]`;
    const any = `evaluate(${args('inside', unknown, 'false', '{ last: undefined }')})`;
    const flip = late(
      `evaluate(${args('inside', '{ ...readings, [ambiguity]: reading }', 'false', '{ last: undefined }')})`,
    );
    const record = `{ ${readings.map((each) => `${key(each.name)}: readings${member(each.name)}`).join(', ')} }`;
    lines.push(
      ...statement([
        'const dependences = ',
        list(
          `${use('readingDependences')}(`,
          ['goal', order, record, 'run', any, `(ambiguity, reading) => ${flip}`],
          ')',
        ),
        ';',
      ]),
    );
  }
  if (features.laws) {
    if (features.lawRun) {
      const beside = [
        'run',
        'laws',
        `evaluate(${args('inside', 'readings', 'true', '{ last: undefined }')})`,
      ];
      lines.push(
        `if (${use('mayBeNotInForce')}(run, laws)) {`,
        ...print(indent(hardline, list(`${use('notInForceBeside')}(`, beside, ');')))
          .split('\n')
          .slice(1),
        '}',
      );
    } else lines.push(`${use('notInForce')}(run, laws);`);
  }
  if (features.assumptions) {
    lines.push(`const presumption = read(facts, true);`);
    const again = `evaluate(${args('presumption', 'readings', 'false', '{ last: undefined }')})`;
    const assumptions = assumptionsOf(slice, module);
    lines.push(
      ...statement([
        'const assumed = presumption === undefined ? [] : ',
        list(
          `${use('presumptions')}(`,
          ['goal', 'run', again, assumptions, `${use('isGivenIn')}(facts)`],
          ')',
        ),
        ';',
      ]),
    );
  }
  const judges = judging(slice);
  const judged = judges.length > 0;
  const judgements = (): string =>
    isJudgedBeside(slice, features)
      ? `run.judgements ?? ${use('none')}`
      : `${use('judgementsOf')}(goal, run, [${judges.map(quote).join(', ')}])`;
  const { shared } = module;
  const summed = shared === undefined ? 'goal, run' : `${shared.constant}, run.all`;
  const [needsOf, sourcesOf] =
    shared === undefined ? ['needsOf', 'sourcesOf'] : ['sharedNeeds', 'sharedSources'];
  const sources = citesAll(slice)
    ? 'goal.sources'
    : `${use(sourcesOf)}(${summed}${features.assumptions ? ', assumed.flatMap(({ cites }) => cites)' : ''})`;
  const rests =
    judged && shared !== undefined
      ? `${use('sharedRestsOn')}(${summed})`
      : !judged && !features.readings && !features.assumptions
        ? use('onFactsOnly')
        : print([
            list(
              '{',
              [
                `judgements: ${judged ? judgements() : use('none')}`,
                `assumptions: ${features.assumptions ? 'assumed' : use('none')}`,
                `readings: ${features.readings ? 'dependences' : use('none')}`,
              ],
              '}',
              line,
            ),
          ]);
  lines.push(`const needs = run.settled ? ${use('none')} : ${use(needsOf)}(${summed});`);
  lines.push(
    ...statement([
      'const assessed = ',
      list(`${use('assessment')}(`, ['goal', 'options.asOf', 'run', 'needs', rests, sources], ')'),
      ';',
    ]),
  );
  lines.push(`if (run.settled) return assessed;`);
  lines.push(
    `return ${use('rankable')}(assessed, goal, facts, (others) => ${name}(${cast('others', names.facts)}, options));`,
  );
  const params = [typed('facts', names.facts), typed('options', `${names.prefix}Options`)];
  return {
    doc,
    head: `export function ${name}(${params.join(', ')}${typed(')', 'Assessment')}`,
    body: lines.map((one) => `  ${one}`).join('\n'),
  };
}

/** The lines of a statement laid out at the indentation of a function body. */
function statement(text: Doc): readonly string[] {
  return print(indent(group(text)))
    .split('\n')
    .map((one, index) => (index === 0 ? one : one.slice(0)));
}

function assumptionsOf(slice: Slice, module: AssessModule): string {
  const found: string[] = [];
  const visit = (fields: Slice['facts'], before: string, open: readonly string[]): void => {
    for (const field of fields) {
      const path = `${before}${field.name}`;
      const { assume, type } = field;
      if (assume !== undefined) {
        found.push(
          `{ path: ${quote(path)}, value: ${assumedValue(assume.value, module)}, cites: ${module.cites(assume.cites)} }`,
        );
      }
      const of = type.kind === 'record' ? type.name : type.kind === 'list' ? type.of : undefined;
      if (of !== undefined && !open.includes(of))
        visit(slice.record(of).fields, `${path}${type.kind === 'list' ? '[]' : ''}.`, [...open, of]);
    }
  };
  visit(slice.facts, '', []);
  return module.constant('assumptions', `[${found.join(', ')}]`);
}

function assumedValue(value: Parameters<typeof literalText>[0], module: AssessModule): string {
  switch (value.kind) {
    case 'yesno':
      return value.value ? `'yes'` : `'no'`;
    case 'date':
    case 'notYet':
    case 'beforeAll':
      return `${module.use('dayValue')}(${literalText(value, module)})`;
    case 'duration':
      return `${module.use('durationValue')}(${literalText(value, module)})`;
    case 'number':
      return value.places === 0
        ? literalText(value, module)
        : `${module.use('numberValue')}(${literalText(value, module)}, ${value.places})`;
    default:
      return literalText(value, module);
  }
}
