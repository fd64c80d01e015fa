/** The constant that describes a goal to the runtime. */
import type { Plan } from '../../6-plan/plan.ts';
import { sourceInfo } from '../../6-plan/source-info.ts';
import type { AssessModule } from './assess-module.ts';
import { formatDay } from './calendar.ts';
import { type Doc, group, line, list } from './layout.ts';
import { citedSources } from './assess-sources.ts';
import type { Slice } from './slice.ts';
import { key, quote } from './spelling.ts';
import { typed } from './erasable.ts';

/** Writes the constant. */
export function goalInfo(slice: Slice, module: AssessModule): string {
  const { plan, goal } = slice;
  const { pack } = plan;
  const texts = (items: readonly string[]): string => `[${items.map(quote).join(', ')}]`;
  const fieldsOf = (types: Readonly<Record<string, string>>): Doc =>
    list(
      '{',
      Object.entries(types).map(([name, type]) => `${key(name)}: ${quote(type)}`),
      '}',
      line,
    );
  const { vocabulary } = slice.parts;
  const reached = new Set(slice.records.map(({ name }) => name));
  const types = [
    ...Object.values(vocabulary.facts),
    ...slice.records.flatMap(({ name }) => Object.values(vocabulary.records[name] ?? {})),
  ].map((type) => type.split(':') as [kind: string, of?: string]);
  const kinds = new Set(types.map(([kind]) => kind));
  const enums = new Set(types.flatMap(([kind, of]) => (kind === 'enum' || kind === 'set' ? [of] : [])));
  const entry = ([name, value]: readonly [string, Doc]): Doc => group(`${key(name)}: `, value);
  const cited = citedSources(slice);
  const sources = plan.sources
    .filter(({ name }) => cited.has(name))
    .map((source): Doc => entry([source.name, constant(sourceInfo(source, plan.sources))]));
  const fields: Doc[] = [
    [
      'pack: ',
      list(
        '{',
        [
          `id: ${quote(pack.id)}`,
          `version: ${quote(pack.version)}`,
          `meaning: ${quote(pack.meaning)}`,
          `text: ${quote(pack.text)}`,
        ],
        '}',
        line,
      ),
    ],
    `goals: ${texts([goal.name])}`,
    `answers: ${texts(goal.answers)}`,
    `rules: ${texts(slice.rules.map(({ name }) => name))}`,
    `period: ${periodText(pack.period)}`,
    [
      'vocabulary: ',
      list(
        '{',
        [
          ['facts: ', fieldsOf(vocabulary.facts)],
          [
            'records: ',
            list(
              '{',
              Object.entries(vocabulary.records)
                .filter(([name]) => reached.has(name))
                .map(([name, types]) => entry([name, fieldsOf(types)])),
              '}',
              line,
            ),
          ],
          [
            'enums: ',
            list(
              '{',
              Object.entries(vocabulary.enums)
                .filter(([name]) => enums.has(name))
                .map(([name, members]) => `${key(name)}: ${texts(members)}`),
              '}',
              line,
            ),
          ],
        ],
        '}',
        line,
      ),
    ],
    ['checks: ', list('{', checksOf(kinds, plan, module), '}', line)],
    ['sources: ', list('{', sources, '}', line)],
    [
      'readings: ',
      list(
        '{',
        plan.ambiguities.map(
          ({ name, readings }) => `${key(name)}: ${texts(readings.map((each) => each.name))}`,
        ),
        '}',
        line,
      ),
    ],
  ];
  const { shared } = module;
  const results =
    shared === undefined
      ? ''
      : `\n\nconst ${shared.constant} = /* @__PURE__ */ ${module.use('sharedGoal')}(goal, ${texts(shared.results)});`;
  return `const ${typed('goal', module.type('GoalInfo'))} = ${list('{', fields, '}', line)};${results}`;
}

/** Text, or an object of such. */
function constant(value: unknown): Doc {
  if (typeof value !== 'object' || value === null) return quote(String(value));
  return list(
    '{',
    Object.entries(value).map(([name, part]) => group(`${key(name)}: `, constant(part))),
    '}',
    line,
  );
}

/** How the facts of each kind are checked, and readings, which are members as those of an enum are. */
function checksOf(
  kinds: ReadonlySet<string>,
  { ambiguities }: Plan,
  module: AssessModule,
): readonly string[] {
  return [...new Set([...kinds, ...(ambiguities.length === 0 ? [] : ['enum'])])]
    .filter((kind) => kind !== 'record' && kind !== 'other')
    .sort()
    .map((kind) => `${kind}: ${module.use(`check${kind.charAt(0).toUpperCase()}${kind.slice(1)}`)}`);
}

function periodText({ from, ceasing }: Plan['pack']['period']): string {
  const dates = [from, ...(ceasing === null ? [] : [ceasing])].map((date) => quote(formatDay(date)));
  return `[${dates.join(', ')}]`;
}
