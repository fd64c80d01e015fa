/**
 * The plan: the one contract between the front end and every back end.
 *
 * A plan is a typed, ordered program in the core calculus of `docs/semantics.md`. It is plain JSON: no functions, no
 * cycles, no `undefined`. Sugar never reaches it. Prose (questions, phrases, titles) lives apart, in the phrasebook.
 *
 * Ordering: `definitions` are topologically sorted, so that each refers only to earlier ones; within that constraint
 * they keep source order. Lists inside expressions keep source order, because explanations follow it.
 */

/** The one plan format this build reads and writes. Another number is refused, never guessed at. */
export const PLAN_FORMAT = 1;

export interface Plan {
  readonly format: typeof PLAN_FORMAT;
  readonly pack: PackInfo;
  readonly enums: readonly EnumType[];
  readonly records: readonly RecordType[];
  /** The vocabulary: the top-level facts of a case, in source order. */
  readonly facts: readonly Field[];
  readonly ambiguities: readonly Ambiguity[];
  readonly sources: readonly Source[];
  /** Every distinct citation; marks and statements refer to them by index. */
  readonly cites: readonly Cite[];
  /** Definitions, rule aspects and rule statuses, topologically ordered. */
  readonly definitions: readonly Definition[];
  readonly rules: readonly Rule[];
  readonly constraints: readonly Condition[];
  readonly invariants: readonly Invariant[];
  readonly scenarios: readonly Scenario[];
  /** What applications ask for. Where the pack declares none, every statement is a goal. */
  readonly goals: readonly Goal[];
}

export interface PackInfo {
  readonly id: string;
  readonly version: string;
  /** Governing dates outside `from <= d < ceasing` are refused. Day numbers; `ceasing` null where open. */
  readonly period: { readonly from: number; readonly ceasing: number | null };
  /** SHA-256 (hex) of the canonical plan without citations, sources, coverage and scenarios; see `digest.ts`. */
  readonly meaning: string;
  /** SHA-256 (hex) of everything: the plan and the phrasebook. */
  readonly text: string;
}

export interface EnumType {
  readonly name: string;
  readonly members: readonly string[];
}

export interface RecordType {
  readonly name: string;
  readonly fields: readonly Field[];
}

/**
 * A type of facts and expressions. Numbers are integers of `10^-places` units inside (a `decimal(2)` fact of 12.34 is
 * 1234), so that arithmetic is exact; the boundary converts.
 */
export type Type =
  | { readonly kind: 'yesno' }
  | { readonly kind: 'number'; readonly places: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'text' }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'set'; readonly of: string }
  | { readonly kind: 'record'; readonly name: string }
  | { readonly kind: 'list'; readonly of: string };

/**
 * - `fact`: an observable. - `event`: a date or notYet. - `judgement`: open texture, decided by a person.
 * - `otherwise`: the implicit judgement of an open definition or an open exception list ("on a ground not listed?").
 *   They live under a reserved last field named `otherwise`, of the case or of the record instance, of kind `otherwise`,
 *   whose type is a record of the plan's own: `.otherwise` for the case, `Letter.otherwise` for the record `Letter`. Those
 *   records stand last in `Plan.records`; no author can write their names.
 */
export type FieldKind = 'fact' | 'event' | 'judgement' | 'otherwise';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly type: Type;
  /** The fact exists only where this holds. Inside a record the instance is the variable `self`. */
  readonly onlyIf?: Expr;
  /** What to presume where it is not known, in the run A only. */
  readonly assume?: { readonly value: Literal; readonly cites: readonly number[] };
  /** A person cannot change it (used by "what would change it"). */
  readonly fixed?: true;
  /** What it takes to change it, 1 to 100, where the policy says so: the order of what would change an answer, nothing else. */
  readonly effort?: number;
  /** Paths of factors that are asked and recorded and have no effect; `self.` begins those of the same instance. */
  readonly consider?: readonly string[];
}

export interface Ambiguity {
  readonly name: string;
  /** At least two, in source order. */
  readonly readings: readonly { readonly name: string; readonly cites: readonly number[] }[];
  readonly default: string;
  readonly cites: readonly number[];
}

export interface Source {
  readonly name: string;
  readonly title: string;
  readonly edition?: string;
  readonly published?: number;
  readonly checked?: number;
  readonly status: 'draft' | 'statute' | 'guidance' | 'superseded' | 'letter';
  /** Whether the text was read in the primary source, or seen only at second hand. */
  readonly basis: 'primary' | 'secondary';
  readonly succeeds?: string;
  readonly from?: number;
  readonly ceasing?: number;
  readonly url?: string;
}

export interface Cite {
  readonly source: string;
  /** As written: `sch.1 para.22(3)`, `p.45`. */
  readonly pinpoint: string;
  /** At most eight words that occur there. */
  readonly anchor?: string;
}

/**
 * A named expression. `visible` definitions appear in assessments by name; the others (rule aspects, labels used as
 * conditions) are spliced into the trace of what uses them.
 */
export interface Definition {
  /** Unique: `directMarketing`, `respondToObjection.applies`, `informIndirect.disproportionate`. */
  readonly id: string;
  readonly visible: boolean;
  readonly type: Type | { readonly kind: 'status' };
  /** A parameterised definition has one result per instance of the record in the vocabulary. */
  readonly param?: { readonly name: string; readonly record: string };
  readonly expr: Expr;
  /** An open definition: where nothing denies it, its negative reads "is not established". */
  readonly open?: true;
  /** The dated versions, in order, where there are any (also one). */
  readonly versions?: readonly Version[];
  /** Names of the statements that take over where this ceases. */
  readonly succeededBy?: readonly string[];
  readonly cites: readonly number[];
  readonly covers: readonly string[];
}

export interface Version {
  readonly from: number | null;
  readonly ceasing: number | null;
}

export type Modality = 'must' | 'mustNot' | 'should' | 'shouldNot' | 'may';

/**
 * A norm. `status` is the id of a hidden definition of type status, built by the status table of `docs/semantics.md`;
 * the aspects are the ids of hidden yes/no (due: date) definitions it refers to. A rule with a parameter has parameterised aspects.
 */
export interface Rule {
  readonly name: string;
  readonly modality: Modality;
  /** The source's own words for the modal, where the policy states them ("need to"). */
  readonly as?: string;
  readonly bearer: string;
  readonly param?: { readonly name: string; readonly record: string };
  readonly status: string;
  readonly applies: string;
  readonly met?: string;
  readonly late?: string;
  readonly due?: string;
  readonly versions?: readonly Version[];
  readonly succeededBy?: readonly string[];
  readonly cites: readonly number[];
  readonly covers: readonly string[];
}

/** A constraint: a case where it is settled no is refused. `param` ranges over every instance of the record. */
export interface Condition {
  readonly name: string;
  readonly param?: { readonly name: string; readonly record: string };
  readonly expr: Expr;
  readonly cites: readonly number[];
}

/** Holds on every complete case that the constraints allow, on every covered date and reading. */
export interface Invariant extends Condition {
  readonly covers: readonly string[];
}

export interface Goal {
  readonly name: string;
  /** Names of visible definitions and of rules, in source order. A goal that is one statement has just its own name. */
  readonly answers: readonly string[];
  /** Ids of every definition needed, in plan order: the slice. */
  readonly definitions: readonly string[];
  readonly rules: readonly string[];
  /** Paths of every fact the goal can depend on, list elements as `[]`: `letters[].receivedOn`, in vocabulary order. */
  readonly facts: readonly string[];
  readonly ambiguities: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly asOf: number;
  readonly readings: Readonly<Record<string, string>>;
  /** Facts exactly as an application would send them (ISO dates, partial sets and lists). */
  readonly facts: JsonObject;
  readonly expect: readonly Expectation[];
  readonly cites: readonly number[];
  readonly covers: readonly string[];
}

export interface Expectation {
  /** `directMarketing`, `respondToObjection` or `verdict`. */
  readonly name: string;
  /** Which instance, for a parameterised statement: `letters[0]`. */
  readonly of?: string;
  /** `yes`, `no`, `unknown`, a status, a verdict, or a value in its JSON form. */
  readonly value: Json;
  readonly presumed?: Json;
  /** Names of ambiguities that the answer must be said to depend on. */
  readonly dependsOn?: readonly string[];
}

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

// ------------------------------------------------------------------------------------------------ expressions

/** Constants. Dates are day numbers since 1970-01-01. A duration is whole months and days. */
export type Literal =
  | { readonly kind: 'yesno'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly places: number }
  | { readonly kind: 'date'; readonly value: number }
  | { readonly kind: 'beforeAll' }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'duration'; readonly months: number; readonly days: number }
  | { readonly kind: 'enum'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'status';
      readonly value:
        | 'doesNotApply'
        | 'compliedWith'
        | 'breached'
        | 'departedFrom'
        | 'notYetDue'
        | 'permitted';
    }
  | { readonly kind: 'text'; readonly value: string };

/** A path from the case (`base` null) or from a variable bound by a quantifier or a parameter. */
export interface Path {
  readonly base: string | null;
  readonly path: readonly string[];
}

/**
 * The core calculus. Every node has one meaning, stated in `docs/semantics.md`; sums and scales have operands of the
 * same number of places.
 */
export type Expr =
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'fact'; readonly at: Path; readonly type: Type }
  /** Does the set at `at` have this member? */
  | { readonly kind: 'has'; readonly at: Path; readonly member: string }
  | { readonly kind: 'asOf' }
  /** A definition; `of` names the instance where it has a parameter. */
  | { readonly kind: 'ref'; readonly id: string; readonly of?: Path }
  /** The chosen reading of an ambiguity is this one. Unknown in the run W. */
  | { readonly kind: 'reading'; readonly ambiguity: string; readonly reading: string }
  | { readonly kind: 'not'; readonly of: Expr }
  | { readonly kind: 'atLeast'; readonly n: number; readonly of: readonly Expr[] }
  /** At least n elements of the list at `in` satisfy `of`, in which `as` is bound. */
  | {
      readonly kind: 'atLeastIn';
      readonly n: number;
      readonly in: Path;
      readonly as: string;
      readonly of: Expr;
    }
  | { readonly kind: 'le'; readonly left: Expr; readonly right: Expr; readonly on: 'date' | 'number' }
  | {
      readonly kind: 'eq';
      readonly left: Expr;
      readonly right: Expr;
      readonly on: 'yesno' | 'date' | 'number' | 'enum' | 'text';
    }
  | { readonly kind: 'sum'; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'scale'; readonly by: number; readonly of: Expr }
  /** `sign` -1 is "before". */
  | { readonly kind: 'addDuration'; readonly date: Expr; readonly duration: Expr; readonly sign: 1 | -1 }
  | { readonly kind: 'extreme'; readonly which: 'earliest' | 'latest'; readonly of: readonly Expr[] }
  | {
      readonly kind: 'extremeIn';
      readonly which: 'earliest' | 'latest';
      readonly in: Path;
      readonly as: string;
      readonly of: Expr;
    }
  /**
   * First guard that holds. `exclusive`: exactly one guard holds (tables, readings); the trace then leaves the guards that
   * failed unsaid. `otherwise` is still present, for totality: the last branch again, which counts only where every guard failed.
   */
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: Expr; readonly then: Expr }[];
      readonly otherwise: Expr;
      readonly exclusive?: true;
    }
  /** from <= on < ceasing. Distinct from the same comparison written out, because run L treats it apart. */
  | {
      readonly kind: 'inForce';
      readonly on: Expr;
      readonly from: number | null;
      readonly ceasing: number | null;
    }
  /** Transparent to the value; a step in the trace. */
  | { readonly kind: 'mark'; readonly mark: Mark; readonly of: Expr };

export type MarkKind =
  | 'requires'
  | 'limb'
  | 'otherwise'
  | 'exception'
  | 'despite'
  | 'row'
  | 'reading'
  | 'version'
  | 'applies'
  | 'met'
  | 'late'
  | 'due';

export interface Mark {
  readonly kind: MarkKind;
  /** The author's label; for `despite` the name of the permission; for `reading` `ambiguity.reading`; for `version` `name@2018-05-25`; for `row` its number. */
  readonly label?: string;
  /** The source's own words: "very likely". Shown, never computed with. */
  readonly certainty?: string;
  readonly cites: readonly number[];
}
