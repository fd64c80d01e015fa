import type {
  Accept,
  AmbiguityDecl,
  BearerDecl,
  Constraint,
  Declaration,
  Define,
  EnumDecl,
  ExceptionDecl,
  FactDecl,
  GoalDecl,
  Invariant,
  Pack,
  Param,
  PolicyFile,
  RecordDecl,
  Rule,
  ScenarioDecl,
  Section,
  SourceDecl,
} from '../ast/ast.ts';
import type { LawClauses, Type } from '../program.ts';

/** A declaration with what its sections hand down to it. */
export interface Placed<N> {
  readonly node: N;
  readonly law: LawClauses;
  readonly sections: readonly string[];
}

/** A definition under one name, all its versions in source order. */
export interface DefineSymbol {
  readonly kind: 'define';
  readonly name: string;
  /** Null where the declared type is not known. */
  readonly type: Type | null;
  readonly param: Param | undefined;
  readonly versions: readonly Placed<Define>[];
}

/** A rule under one name, all its versions in source order. */
export interface RuleSymbol {
  readonly kind: 'rule';
  readonly name: string;
  readonly param: Param | undefined;
  readonly versions: readonly Placed<Rule>[];
}

export type StatementSymbol = DefineSymbol | RuleSymbol;

/** The names of a pack. Of two declarations of one name the first counts. */
export interface Symbols {
  readonly files: readonly PolicyFile[];
  readonly pack: Pack | undefined;
  readonly enums: ReadonlyMap<string, EnumDecl>;
  readonly records: ReadonlyMap<string, RecordDecl>;
  /** Fields by record and name. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, FactDecl>>;
  readonly facts: ReadonlyMap<string, FactDecl>;
  readonly bearers: ReadonlyMap<string, BearerDecl>;
  readonly sources: ReadonlyMap<string, SourceDecl>;
  readonly ambiguities: ReadonlyMap<string, AmbiguityDecl>;
  readonly statements: ReadonlyMap<string, StatementSymbol>;
  /** Statements with a parameter, by record and name. */
  readonly statementsOf: ReadonlyMap<string, ReadonlyMap<string, StatementSymbol>>;
  readonly exceptions: readonly Placed<ExceptionDecl>[];
  readonly goals: readonly GoalDecl[];
  readonly constraints: readonly Constraint[];
  readonly invariants: readonly Invariant[];
  readonly scenarios: readonly ScenarioDecl[];
  readonly accepts: readonly Accept[];
  /** Every section, outermost first. */
  readonly sections: readonly Section[];
  /** Enums that have a member of this name. */
  readonly enumsWithMember: ReadonlyMap<string, readonly EnumDecl[]>;
}

/** Every declaration of a file, those inside sections included, with the sections around it. */
export function* declarationsOf(
  declarations: readonly Declaration[],
  around: readonly Section[] = [],
): Generator<{ readonly declaration: Declaration; readonly around: readonly Section[] }> {
  for (const declaration of declarations) {
    // Where there is no name, that has been said, and all else that could be said of it follows from it.
    if ('name' in declaration && declaration.name.text === '' && declaration.kind !== 'pack') continue;
    yield { declaration, around };
    if (declaration.kind === 'section')
      yield* declarationsOf(declaration.declarations, [...around, declaration]);
  }
}

/** The law clauses of a statement: its own, else those of the innermost section that has them, clause by clause. */
export function lawOf(own: LawClauses | undefined, around: readonly Section[]): LawClauses {
  const clauses: { -readonly [K in keyof LawClauses]: LawClauses[K] } = {};
  const givers = [...around.map((section) => section.law), own];
  for (const law of givers) {
    if (law === undefined) continue;
    if (law.governedBy !== undefined) clauses.governedBy = law.governedBy;
    if (law.from !== undefined) clauses.from = law.from;
    if (law.ceasing !== undefined) clauses.ceasing = law.ceasing;
    if (law.succeededBy !== undefined && law.succeededBy.length > 0) clauses.succeededBy = law.succeededBy;
  }
  return clauses;
}
