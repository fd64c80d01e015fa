/**
 * The checked program: what `language` hands to `compiler`. The syntax as written, plus side tables that say what each
 * name is and which type each expression has. Built by `4-bind` and `5-check`; never mutated afterwards.
 */
import type {
  Accept,
  AmbiguityDecl,
  BearerDecl,
  Constraint,
  Define,
  EnumDecl,
  ExceptionDecl,
  Expr,
  FactDecl,
  GoalDecl,
  Invariant,
  Law,
  Pack,
  Path,
  PolicyFile,
  RecordDecl,
  Rule,
  ScenarioDecl,
  SourceDecl,
} from './ast/ast.ts';

export interface Program {
  /** In source order: the pack file first, then imports in the order they are reached (depth first). */
  readonly files: readonly PolicyFile[];
  readonly pack: Pack;
  readonly enums: ReadonlyMap<string, EnumDecl>;
  readonly records: ReadonlyMap<string, RecordDecl>;
  /** Top-level facts of the case. */
  readonly facts: ReadonlyMap<string, FactDecl>;
  readonly bearers: ReadonlyMap<string, BearerDecl>;
  readonly sources: ReadonlyMap<string, SourceDecl>;
  readonly ambiguities: ReadonlyMap<string, AmbiguityDecl>;
  /** Definitions and rules by name, in source order; several dated versions of one name stand together, oldest first. */
  readonly statements: ReadonlyMap<string, Statement>;
  readonly goals: readonly GoalDecl[];
  readonly constraints: readonly Constraint[];
  readonly invariants: readonly Invariant[];
  readonly scenarios: readonly ScenarioDecl[];
  readonly accepts: readonly Accept[];
  /** What each path in an expression stands for. */
  readonly resolutions: ReadonlyMap<Path, Resolution>;
  readonly types: ReadonlyMap<Expr, Type>;
  /** Statement names such that each depends only on earlier ones. */
  readonly order: readonly string[];
}

/** When a statement is law: the date that decides, its bounds, and what takes over. */
export type LawClauses = Partial<Pick<Law, 'governedBy' | 'from' | 'ceasing' | 'succeededBy'>>;

export type Statement = DefineStatement | RuleStatement;

export interface DefineStatement {
  readonly kind: 'define';
  readonly name: string;
  readonly type: Type;
  readonly versions: readonly StatementVersion<Define>[];
}

export interface RuleStatement {
  readonly kind: 'rule';
  readonly name: string;
  readonly versions: readonly StatementVersion<Rule>[];
}

export interface StatementVersion<N> {
  readonly node: N;
  /** The node's own clauses, else those of the innermost section that has them; clause by clause. */
  readonly law: LawClauses;
  /** Titles of the enclosing sections, outermost first. */
  readonly sections: readonly string[];
  /** Exceptions written elsewhere (`exception … to …`) and permissions `despite` this rule, in source order. */
  readonly exceptions: readonly { readonly node: ExceptionDecl; readonly law: LawClauses }[];
  readonly permissions: readonly string[];
}

/** From the case (`base` null) or from a variable: the `Path` of the plan. */
export interface At {
  readonly base: string | null;
  readonly path: readonly string[];
}

export type Resolution =
  /** A fact's value; also a set, a list or a record as a whole. */
  | { readonly kind: 'fact'; readonly at: At; readonly field: FactDecl; readonly type: Type }
  /** A variable or parameter itself (a record instance). */
  | { readonly kind: 'variable'; readonly at: At; readonly record: string }
  | { readonly kind: 'enumMember'; readonly enum: string; readonly member: string }
  | { readonly kind: 'definition'; readonly name: string; readonly of?: At }
  | {
      readonly kind: 'aspect';
      readonly rule: string;
      readonly aspect: 'applies' | 'met' | 'breached';
      readonly of?: At;
    }
  /** A labelled exception or limb used as a condition: true where base and exception both hold. `labels`: outermost first. */
  | {
      readonly kind: 'label';
      readonly statement: string;
      readonly labels: readonly string[];
      readonly of?: At;
    };

export type Type =
  | { readonly kind: 'yesno' }
  /** `unit`: as written, `£`; it takes no part in what a value is. */
  | { readonly kind: 'number'; readonly places: number; readonly unit?: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'text' }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'set'; readonly of: string }
  | { readonly kind: 'record'; readonly name: string }
  | { readonly kind: 'list'; readonly of: string };
