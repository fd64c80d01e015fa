/**
 * Traceability: from each statement of the source to what encodes it and to the scenarios that try it, and back.
 *
 * A statement is encoded by what names it in `covers`: a definition, a rule, or an invariant. A scenario tries a statement
 * where it names it itself, or expects an answer of something that encodes it.
 */
import type { Plan } from '@proviso/compiler/plan';
import type { Carrier, Section, Statement } from './register.ts';

/** What can encode a statement. */
export type EncodingKind = 'definition' | 'rule' | 'invariant';

/** One statement and what became of it. */
export interface TracedStatement {
  readonly statement: Statement;
  readonly section: string;
  /** Names of what covers it, in source order. */
  readonly encodedBy: readonly string[];
  /** Names of the scenarios that try it. */
  readonly scenarios: readonly string[];
}

/** One definition, rule or invariant, and what it stands for. */
export interface TracedEncoding {
  readonly kind: EncodingKind;
  readonly name: string;
  readonly covers: readonly string[];
  readonly scenarios: readonly string[];
}

/** One scenario, and what it is about. */
export interface TracedScenario {
  readonly name: string;
  /** Answers that it expects. */
  readonly expects: readonly string[];
  /** Statements that it tries, named by itself or by what it expects. */
  readonly tries: readonly string[];
}

/** A place where the chain from the source to the tests is broken. */
export interface TraceFinding {
  readonly kind:
    | 'statementUnaccounted'
    | 'statementUnregistered'
    | 'setAsideButCovered'
    | 'dutySetAside'
    | 'ruleCoversNothing'
    | 'scenarioTestsNothing';
  /** The statement, rule or scenario meant. */
  readonly about: string;
  readonly message: string;
}

/** How the statements stand. */
export interface TraceCounts {
  readonly registered: number;
  readonly encoded: number;
  readonly unaccounted: number;
  /** Encoded, and carried by judgements alone. */
  readonly judgementsOnly: number;
  /** Set aside, by reason, the most frequent first. */
  readonly setAside: Readonly<Record<string, number>>;
  /** Encoded, and tried by no scenario. */
  readonly untried: number;
}

/** The whole of it. */
export interface Trace {
  readonly pack: { readonly id: string; readonly version: string };
  readonly statements: readonly TracedStatement[];
  readonly encodings: readonly TracedEncoding[];
  readonly scenarios: readonly TracedScenario[];
  readonly findings: readonly TraceFinding[];
  readonly counts: TraceCounts;
}

/** Traces a plan against the register; without one, the statements are those that the plan covers. */
export function traceOf(plan: Plan, register: readonly Section[]): Trace {
  const covering = encodingsOf(plan);
  const tried = plan.scenarios.map((scenario): TracedScenario => {
    const expects = [...new Set(scenario.expect.map(({ name }) => name))];
    const through = covering.flatMap(({ name, covers }) => (expects.includes(name) ? covers : []));
    return { name: scenario.name, expects, tries: [...new Set([...scenario.covers, ...through])] };
  });
  const encodings = covering.map(
    (each): TracedEncoding => ({
      ...each,
      scenarios: tried.flatMap(({ name, expects }) => (expects.includes(each.name) ? [name] : [])),
    }),
  );
  const statements = register.flatMap(({ title, statements: all }) =>
    all.map(
      (statement): TracedStatement => ({
        statement,
        section: title,
        encodedBy: encodings.flatMap(({ name, covers }) => (covers.includes(statement.id) ? [name] : [])),
        scenarios: tried.flatMap(({ name, tries }) => (tries.includes(statement.id) ? [name] : [])),
      }),
    ),
  );
  return {
    pack: { id: plan.pack.id, version: plan.pack.version },
    statements,
    encodings,
    scenarios: tried,
    findings: findingsOf(statements, encodings, tried, register.length > 0),
    counts: countsOf(statements),
  };
}

function encodingsOf(plan: Plan): readonly Omit<TracedEncoding, 'scenarios'>[] {
  return [
    ...plan.definitions.flatMap(({ id, visible, covers }) =>
      visible ? [{ kind: 'definition' as const, name: id, covers }] : [],
    ),
    ...plan.rules.map(({ name, covers }) => ({ kind: 'rule' as const, name, covers })),
    ...plan.invariants.map(({ name, covers }) => ({ kind: 'invariant' as const, name, covers })),
  ];
}

function findingsOf(
  statements: readonly TracedStatement[],
  encodings: readonly TracedEncoding[],
  scenarios: readonly TracedScenario[],
  registered: boolean,
): readonly TraceFinding[] {
  const byId = new Map(statements.map((each) => [each.statement.id, each]));
  const named = new Map<string, string>();
  for (const { name, covers } of encodings) for (const id of covers) if (!named.has(id)) named.set(id, name);
  return [
    ...statements.flatMap((each) => statementFindings(each, byId)),
    ...[...named].flatMap(([id, name]): readonly TraceFinding[] =>
      !registered || byId.has(id)
        ? []
        : [
            {
              kind: 'statementUnregistered',
              about: id,
              message: `${id} is covered by \`${name}\` and is not in the register`,
            },
          ],
    ),
    ...encodings.flatMap(({ kind, name, covers }): readonly TraceFinding[] =>
      kind === 'rule' && covers.length === 0
        ? [{ kind: 'ruleCoversNothing', about: name, message: `the rule \`${name}\` covers no statement` }]
        : [],
    ),
    ...scenarios.flatMap(({ name, expects }): readonly TraceFinding[] =>
      expects.length === 0
        ? [{ kind: 'scenarioTestsNothing', about: name, message: `the scenario "${name}" expects nothing` }]
        : [],
    ),
  ];
}

function statementFindings(
  { statement, encodedBy }: TracedStatement,
  byId: ReadonlyMap<string, TracedStatement>,
): readonly TraceFinding[] {
  const { id, disposition, reason, duplicateOf, strength } = statement;
  if (disposition === 'encode')
    return encodedBy.length > 0
      ? []
      : [
          {
            kind: 'statementUnaccounted',
            about: id,
            message: `${id} is to be encoded and nothing covers it`,
          },
        ];
  if (encodedBy.length > 0)
    return [
      {
        kind: 'setAsideButCovered',
        about: id,
        message: `${id} is set aside (${reason ?? 'no reason'}) and yet \`${encodedBy[0] ?? ''}\` covers it`,
      },
    ];
  if (reason === undefined)
    return [{ kind: 'statementUnaccounted', about: id, message: `${id} is set aside without a reason` }];
  const twin = byId.get(duplicateOf ?? '');
  if (reason === 'duplicate')
    return twin?.statement.disposition === 'encode'
      ? []
      : [
          {
            kind: 'statementUnaccounted',
            about: id,
            message: `${id} is set aside as a duplicate of ${duplicateOf ?? 'nothing'}, which is not encoded`,
          },
        ];
  return strength.kind === 'must' || strength.kind === 'mustNot'
    ? [
        {
          kind: 'dutySetAside',
          about: id,
          message: `${id} is a duty or a prohibition, and can be set aside only as a duplicate`,
        },
      ]
    : [];
}

/** What carries a statement: its conditions, and what it asks besides. */
function carriers({ conditions = [], asks = [] }: Statement): readonly Carrier[] {
  return [...conditions, ...asks];
}

function countsOf(statements: readonly TracedStatement[]): TraceCounts {
  const encoded = statements.filter(({ encodedBy }) => encodedBy.length > 0);
  const aside = statements.filter(({ statement }) => statement.disposition === 'setAside');
  const reasons = Map.groupBy(aside, ({ statement }) => statement.reason ?? 'no reason');
  return {
    registered: statements.length,
    encoded: encoded.length,
    unaccounted:
      statements.length - encoded.length - aside.filter(({ encodedBy }) => encodedBy.length === 0).length,
    judgementsOnly: encoded.filter(({ statement }) => {
      const all = carriers(statement);
      return all.length > 0 && all.every(({ judgement }) => judgement !== undefined);
    }).length,
    setAside: Object.fromEntries(
      [...reasons].map(([reason, all]) => [reason, all.length] as const).toSorted((a, b) => b[1] - a[1]),
    ),
    untried: encoded.filter(({ scenarios }) => scenarios.length === 0).length,
  };
}
