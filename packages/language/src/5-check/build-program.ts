import { oldestFirst } from '../4-bind/versions.ts';
import type { Placed, StatementSymbol, Symbols } from '../4-bind/symbols.ts';
import type { Define, Exception, Pack, Rule } from '../ast/ast.ts';
import type { Program, Statement, StatementVersion } from '../program.ts';
import type { Checker } from './checker.ts';

/** The program of a pack without errors. */
export function buildProgram(checker: Checker, pack: Pack, order: readonly string[]): Program {
  const { symbols } = checker;
  const attached = attachments(symbols);
  const statements = new Map<string, Statement>();
  for (const symbol of symbols.statements.values())
    statements.set(symbol.name, statementOf(symbol, attached));
  return {
    files: symbols.files,
    pack,
    enums: symbols.enums,
    records: symbols.records,
    facts: symbols.facts,
    bearers: symbols.bearers,
    sources: symbols.sources,
    ambiguities: symbols.ambiguities,
    statements,
    goals: symbols.goals,
    constraints: symbols.constraints,
    invariants: symbols.invariants,
    scenarios: symbols.scenarios,
    accepts: symbols.accepts,
    resolutions: checker.resolutions,
    types: checker.types,
    order,
  };
}

/** By the name of a statement: the exceptions and permissions written elsewhere. */
interface Attachments {
  readonly exceptions: ReadonlyMap<string, readonly Symbols['exceptions'][number][]>;
  readonly permissions: ReadonlyMap<string, readonly string[]>;
}

function attachments(symbols: Symbols): Attachments {
  const exceptions = new Map<string, Symbols['exceptions'][number][]>();
  const permissions = new Map<string, string[]>();
  for (const placed of symbols.exceptions)
    add(exceptions, placed.node.target.segments[0]?.text ?? '', placed);
  for (const symbol of symbols.statements.values()) {
    if (symbol.kind !== 'rule') continue;
    const targets = new Set(symbol.versions.flatMap(({ node }) => node.despite.map((name) => name.text)));
    for (const target of targets) add(permissions, target, symbol.name);
  }
  return { exceptions, permissions };
}

function add<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function statementOf(symbol: StatementSymbol, attached: Attachments): Statement {
  const { name } = symbol;
  if (symbol.kind === 'rule') {
    return {
      kind: 'rule',
      name,
      versions: oldestFirst(symbol.versions).map((version) => versionOf(version, name, attached)),
    };
  }
  if (symbol.type === null) throw new Error(`the definition ${name} has no type, and no error says so`);
  const versions = oldestFirst(symbol.versions).map((version) => versionOf(version, name, attached));
  return { kind: 'define', name, type: symbol.type, versions };
}

function versionOf<N extends Define | Rule>(
  version: Placed<N>,
  name: string,
  attached: Attachments,
): StatementVersion<N> {
  const exceptions = (attached.exceptions.get(name) ?? []).filter((placed) => {
    const [, ...labels] = placed.node.target.segments.map((segment) => segment.text);
    return hasTarget(version.node.exceptions, labels, attached.exceptions.get(name) ?? []);
  });
  return {
    node: version.node,
    law: version.law,
    sections: version.sections,
    exceptions: exceptions.map(({ node, law }) => ({ node, law })),
    permissions: attached.permissions.get(name) ?? [],
  };
}

/** Whether this version has the exception that labels lead to: one of its own, or one written elsewhere. */
function hasTarget(
  own: readonly Exception[],
  labels: readonly string[],
  elsewhere: readonly Symbols['exceptions'][number][],
): boolean {
  const [label, ...deeper] = labels;
  if (label === undefined) return true;
  const found = own.find((exception) => exception.label?.text === label);
  if (found !== undefined) return hasTarget(found.exceptions, deeper, elsewhere);
  const decl = elsewhere.find(({ node }) => node.name.text === label);
  return decl !== undefined && hasTarget(decl.node.exceptions, deeper, elsewhere);
}
