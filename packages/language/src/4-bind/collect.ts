import type { Define, EnumDecl, FactDecl, Name, PolicyFile, Rule, Section, Span } from '../ast/ast.ts';
import type { Findings } from './findings.ts';
import { typeOfExpr } from './named-types.ts';
import { isInherited } from './inherited-names.ts';
import {
  type DefineSymbol,
  declarationsOf,
  lawOf,
  type Placed,
  type RuleSymbol,
  type StatementSymbol,
  type Symbols,
} from './symbols.ts';

/** At most this many declarations in a pack, fields of records included. */
export const declarationLimit = 20_000;

interface Placeable {
  readonly span: Span;
}

interface Named extends Placeable {
  readonly kind: string;
  readonly name: Name;
}

/**
 * Gathers the names of all files. Values (facts, definitions, rules, exceptions, constraints, invariants and
 * ambiguities) share one namespace; types (enums, records), bearers, sources and goals each have their own, because
 * their place in a sentence tells them apart.
 */
export function collect(files: readonly PolicyFile[], findings: Findings): Symbols {
  const symbols = {
    files,
    pack: undefined as Symbols['pack'],
    enums: new Map(),
    records: new Map(),
    fields: new Map<string, Map<string, FactDecl>>(),
    facts: new Map<string, FactDecl>(),
    bearers: new Map(),
    sources: new Map(),
    ambiguities: new Map(),
    statements: new Map<string, StatementSymbol>(),
    statementsOf: new Map<string, Map<string, StatementSymbol>>(),
    exceptions: [] as Symbols['exceptions'][number][],
    goals: [] as Symbols['goals'][number][],
    constraints: [] as Symbols['constraints'][number][],
    invariants: [] as Symbols['invariants'][number][],
    scenarios: [] as Symbols['scenarios'][number][],
    accepts: [] as Symbols['accepts'][number][],
    sections: [] as Section[],
    enumsWithMember: new Map<string, EnumDecl[]>(),
  };
  const values = new Map<string, Named>();
  const types = new Map<string, Named>();
  const goals = new Map<string, Named>();
  const goalFiles = new Map<string, Name>();
  const scenarioTitles = new Map<string, Placeable>();
  const defines = new Map<string, Placed<Define>[]>();
  const rules = new Map<string, Placed<Rule>[]>();

  const duplicate = (name: string, at: Placeable, first: Placeable, help?: string): void =>
    findings.report(
      'duplicate-name',
      at.span,
      { name },
      {
        related: [{ span: first.span, message: 'first declared here' }],
        ...(help === undefined ? {} : { help }),
      },
    );
  /** Says so of a name that has a meaning of its own here, or in every object of JavaScript. */
  const notReserved = (name: Name, ...reserved: readonly string[]): void => {
    if (isInherited(name.text) || reserved.includes(name.text))
      findings.report('reserved-name', name.span, { name: name.text });
  };
  /** Takes a name in a namespace; false where it is taken. */
  const take = (space: Map<string, Named>, node: Named, ...reserved: readonly string[]): boolean => {
    notReserved(node.name, ...reserved);
    const first = space.get(node.name.text);
    if (first !== undefined) {
      duplicate(node.name.text, node.name, first.name);
      return false;
    }
    space.set(node.name.text, node);
    return true;
  };
  /** Says so of a goal whose files another goal's would be where capitals do not count. */
  const notAlike = ({ name }: Named): void => {
    const key = name.text.toLowerCase();
    const first = goalFiles.get(key);
    if (first === undefined) goalFiles.set(key, name);
    else {
      findings.report(
        'goals-alike',
        name.span,
        { name: name.text, first: first.text },
        { related: [{ span: first.span, message: 'the other one' }] },
      );
    }
  };
  /** Versions of one statement share its name; any other use of the name clashes. */
  const takeVersion = <N extends Define | Rule>(placed: Placed<N>, group: Map<string, Placed<N>[]>): void => {
    const name = placed.node.name.text;
    const versions = group.get(name);
    if (versions !== undefined) versions.push(placed);
    else if (take(values, placed.node, 'verdict')) group.set(name, [placed]);
  };

  let count = 0;
  for (const file of files) {
    for (const { declaration, around } of declarationsOf(file.declarations)) {
      count += 1;
      const sections = around.map((section) => section.title.value);
      switch (declaration.kind) {
        case 'pack':
          if (symbols.pack === undefined) symbols.pack = declaration;
          else
            findings.report(
              'several-packs',
              declaration.name.span,
              {},
              { related: [{ span: symbols.pack.name.span, message: 'the pack' }] },
            );
          break;
        case 'import':
          break;
        case 'enum':
          if (take(types, declaration)) {
            symbols.enums.set(declaration.name.text, declaration);
            const members = new Map<string, Name>();
            for (const member of declaration.members) {
              const first = members.get(member.text);
              if (first !== undefined) duplicate(member.text, member, first);
              else {
                members.set(member.text, member);
                notReserved(member, 'unknown');
                const having = symbols.enumsWithMember.get(member.text);
                if (having === undefined) symbols.enumsWithMember.set(member.text, [declaration]);
                else having.push(declaration);
              }
            }
          }
          break;
        case 'record': {
          count += declaration.fields.length;
          const fresh = take(types, declaration);
          const fields = new Map<string, FactDecl>();
          for (const field of declaration.fields) {
            const first = fields.get(field.name.text);
            notReserved(field.name, 'otherwise');
            if (first !== undefined) duplicate(field.name.text, field.name, first.name);
            else fields.set(field.name.text, field);
          }
          if (fresh) {
            symbols.records.set(declaration.name.text, declaration);
            symbols.fields.set(declaration.name.text, fields);
          }
          break;
        }
        case 'fact':
          if (take(values, declaration, 'otherwise')) symbols.facts.set(declaration.name.text, declaration);
          break;
        case 'bearer':
          if (take(symbols.bearers, declaration)) symbols.bearers.set(declaration.name.text, declaration);
          break;
        case 'source':
          if (take(symbols.sources, declaration)) symbols.sources.set(declaration.name.text, declaration);
          break;
        case 'ambiguity':
          if (take(values, declaration)) symbols.ambiguities.set(declaration.name.text, declaration);
          for (const reading of declaration.readings) notReserved(reading.name);
          break;
        case 'define':
          takeVersion({ node: declaration, law: lawOf(declaration.law, around), sections }, defines);
          break;
        case 'rule':
          takeVersion({ node: declaration, law: lawOf(declaration.law, around), sections }, rules);
          break;
        case 'exceptionDecl':
          if (take(values, declaration)) {
            symbols.exceptions.push({ node: declaration, law: lawOf(declaration.law, around), sections });
          }
          break;
        case 'section':
          symbols.sections.push(declaration);
          break;
        case 'constraint':
          if (take(values, declaration)) symbols.constraints.push(declaration);
          break;
        case 'invariant':
          if (take(values, declaration)) symbols.invariants.push(declaration);
          break;
        case 'goal':
          if (take(goals, declaration)) {
            symbols.goals.push(declaration);
            notAlike(declaration);
          }
          break;
        case 'scenario': {
          const first = scenarioTitles.get(declaration.title.value);
          if (first !== undefined) {
            const help = 'give one of the scenarios another title';
            duplicate(declaration.title.value, declaration.title, first, help);
          } else scenarioTitles.set(declaration.title.value, declaration.title);
          symbols.scenarios.push(declaration);
          break;
        }
        case 'accept':
          symbols.accepts.push(declaration);
          break;
      }
      if (count > declarationLimit) {
        findings.report('too-many-declarations-in-pack', declaration.span, { limit: declarationLimit });
        return symbols;
      }
    }
  }
  // A second round, in source order of the first versions: a definition's type may name an enum of a later file.
  for (const [name, node] of values) {
    const asDefine = defines.get(name);
    const asRule = rules.get(name);
    if (node.kind === 'define' && asDefine !== undefined) {
      const first = asDefine[0]?.node;
      const type: DefineSymbol['type'] =
        first?.type === undefined ? { kind: 'yesno' } : typeOfExpr(first.type, symbols);
      symbols.statements.set(name, { kind: 'define', name, type, param: first?.param, versions: asDefine });
    } else if (node.kind === 'rule' && asRule !== undefined) {
      const symbol: RuleSymbol = { kind: 'rule', name, param: asRule[0]?.node.param, versions: asRule };
      symbols.statements.set(name, symbol);
    }
  }
  for (const symbol of symbols.statements.values()) {
    if (symbol.param === undefined) continue;
    const record = symbol.param.record.text;
    const field = symbols.fields.get(record)?.get(symbol.name);
    const declared = symbol.versions[0];
    // `l.name` must not have two meanings.
    if (field !== undefined && declared !== undefined) duplicate(symbol.name, declared.node.name, field.name);
    const others = symbols.statementsOf.get(record);
    if (others === undefined) symbols.statementsOf.set(record, new Map([[symbol.name, symbol]]));
    else others.set(symbol.name, symbol);
  }
  return symbols;
}
