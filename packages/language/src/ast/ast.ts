/**
 * The abstract syntax of a pack, as written: sugar is still here, names are not yet resolved.
 *
 * Built only by `3-lower`; printed only by `format`; never mutated. Later phases keep side tables keyed by node.
 * Lists keep source order. Optional keys are absent, never `undefined`.
 */

import type { Expr, Path } from './expression.ts';
import type { DateLiteral, Name, Node, Span, Text } from './node.ts';

export type { Expr, ListQuantity, Path, Quantity, Unit } from './expression.ts';
export type { DateLiteral, Name, Span, Text } from './node.ts';

/** One `.policy` file. */
export interface PolicyFile extends Node {
  readonly kind: 'file';
  readonly declarations: readonly Declaration[];
}

export type Declaration =
  | Pack
  | Import
  | SourceDecl
  | EnumDecl
  | RecordDecl
  | FactDecl
  | BearerDecl
  | AmbiguityDecl
  | Define
  | Rule
  | ExceptionDecl
  | Section
  | Constraint
  | Invariant
  | ScenarioDecl
  | Accept
  | GoalDecl;

/** `pack ico.campaigning { title "…" version "0.1.0" period from D ceasing D licence "…" }` */
export interface Pack extends Node {
  readonly kind: 'pack';
  readonly name: Name;
  readonly title?: Text;
  readonly version?: Text;
  readonly from?: DateLiteral;
  readonly ceasing?: DateLiteral;
  readonly licence?: Text;
}

/** `import "facts.policy"`: the file becomes part of the pack; all names of a pack share one scope. */
export interface Import extends Node {
  readonly kind: 'import';
  readonly path: Text;
}

/** `goal electionContact "…" { liveCall, email, paragraph22 }`; without braces the goal is the statement of that name. */
export interface GoalDecl extends Node {
  readonly kind: 'goal';
  readonly name: Name;
  readonly title?: Text;
  readonly answers: readonly Name[];
}

/** `source code "…" { short "…" edition "…" published D checked D status draft basis secondary succeeds gdpr from D ceasing D url "…" }` */
export interface SourceDecl extends Node {
  readonly kind: 'source';
  readonly name: Name;
  readonly title: Text;
  /** How a citation names it: `the draft code`. */
  readonly short?: Text;
  readonly edition?: Text;
  readonly published?: DateLiteral;
  readonly checked?: DateLiteral;
  readonly status?: Name;
  readonly basis?: Name;
  readonly succeeds?: Name;
  readonly from?: DateLiteral;
  readonly ceasing?: DateLiteral;
  readonly url?: Text;
}

/** `enum Election { ukParliament "the UK Parliament", referendum }` */
export interface EnumDecl extends Node {
  readonly kind: 'enum';
  readonly name: Name;
  readonly members: readonly EnumMember[];
}

/** `ukParliament "the UK Parliament"`: its place is that of the name alone. */
export interface EnumMember extends Name {
  /** How it is told; from its name where there are none. */
  readonly words?: Text;
}

/** `bearer controller "the controller"`: who a rule can bind. */
export interface BearerDecl extends Node {
  readonly kind: 'bearer';
  readonly name: Name;
  readonly title: Text;
}

export interface RecordDecl extends Node {
  readonly kind: 'record';
  readonly name: Name;
  readonly title: Text;
  readonly fields: readonly FactDecl[];
}

/** A fact, event or judgement, of a record or of the case. */
export interface FactDecl extends Node {
  readonly kind: 'fact';
  readonly input: 'fact' | 'event' | 'judgement';
  readonly name: Name;
  /** Absent for an event (always a date or notYet) and for a judgement written without one (then yesno). */
  readonly type?: TypeExpr;
  readonly onlyIf?: Expr;
  readonly ask?: Text;
  readonly say?: Text;
  readonly help?: Text;
  readonly fixed: boolean;
  /** `effort 3`: what it takes to change it. */
  readonly effort?: { readonly text: string; readonly span: Span };
  readonly consider: readonly Path[];
  /** `assume yes if not known cite …` */
  readonly assume?: { readonly value: Expr; readonly span: Span };
  readonly cites: readonly Cite[];
}

export type TypeExpr =
  | (Node & { readonly kind: 'yesnoType' | 'dateType' | 'durationType' | 'textType' })
  /** `number` has no places; `decimal(2) in "£"` two, and is told in pounds. */
  | (Node & { readonly kind: 'numberType'; readonly places: number; readonly unit?: Text })
  | (Node & { readonly kind: 'setType'; readonly of: Name })
  | (Node & { readonly kind: 'listType'; readonly of: Name })
  /** An enum or a record. */
  | (Node & { readonly kind: 'namedType'; readonly name: Name });

export interface AmbiguityDecl extends Node {
  readonly kind: 'ambiguity';
  readonly name: Name;
  /** `"D-02"`, the reference in the list of the source's defects. */
  readonly title?: Text;
  readonly readings: readonly Reading[];
  readonly cites: readonly Cite[];
  readonly covers: readonly StatementId[];
}

export interface Reading extends Node {
  readonly kind: 'readingDecl';
  readonly name: Name;
  readonly text: Text;
  readonly isDefault: boolean;
  readonly cites: readonly Cite[];
}

/** `DM-31`, `EX-10b`: an id of the source's statements. */
export interface StatementId extends Node {
  readonly kind: 'statementId';
  readonly text: string;
}

/** `code p.45 "has not given written notice"` */
export interface Cite extends Node {
  readonly kind: 'cite';
  readonly source: Name;
  /** As written, single spaces: `sch.1 para.22(3)`. */
  readonly pinpoint: string;
  readonly anchor?: Text;
}

/** `governed by message.sentOn, from 2018-05-25 ceasing 2026-02-05, succeeded by restrictedDecision` */
export interface Law extends Node {
  readonly kind: 'law';
  readonly governedBy?: Expr;
  readonly from?: DateLiteral;
  readonly ceasing?: DateLiteral;
  readonly succeededBy: readonly Name[];
}

/** `for l: Letter` */
export interface Param extends Node {
  readonly kind: 'param';
  readonly name: Name;
  readonly record: Name;
}

/** Clauses of a section are handed to its members, where they have none of their own. */
export interface Section extends Node {
  readonly kind: 'section';
  readonly title: Text;
  readonly law?: Law;
  readonly declarations: readonly Declaration[];
}

export interface Define extends Node {
  readonly kind: 'define';
  readonly name: Name;
  readonly param?: Param;
  /** Absent: yes/no. */
  readonly type?: TypeExpr;
  readonly say?: Text;
  readonly law?: Law;
  readonly requires: readonly Limb[];
  /** Several `includes` are alternatives. Not together with `means`. */
  readonly includes: readonly Limb[];
  /** `otherwise "is it direct marketing on a ground not listed?"`: the words in which the open ground is asked. */
  readonly otherwise?: { readonly ask: Text; readonly span: Span };
  /** The closed form: one or several alternatives (yes/no), or the value. */
  readonly means: readonly Limb[];
  readonly table?: Table;
  readonly exceptions: readonly Exception[];
  /** `except otherwise ["…"]`: the list of exceptions is open. */
  readonly exceptOtherwise?: { readonly ask?: Text; readonly span: Span };
  readonly cites: readonly Cite[];
  readonly covers: readonly StatementId[];
}

/** `includes unmitigated: decision.unableToMitigate, likely cite …` or with a block `{ say … cite … }` after it. */
export interface Limb extends Node {
  readonly kind: 'limb';
  readonly label?: Name;
  readonly condition: Expr;
  readonly certainty?: Certainty;
  readonly say?: Text;
  readonly cites: readonly Cite[];
  readonly covers: readonly StatementId[];
}

/** The source's own words: `likely`, `very likely`, `highly likely`, `unlikely`, `difficult to see`, or a string. */
export interface Certainty extends Node {
  readonly kind: 'certainty';
  readonly text: string;
}

export interface Exception extends Limb {
  /** Exceptions to this exception. */
  readonly exceptions: readonly Exception[];
  readonly exceptOtherwise?: { readonly ask?: Text; readonly span: Span };
}

/** `exception graceOf28Days to noLiveCall { … when … }`: an exception in a provision of its own. Target `rule` or `rule.label`. */
export interface ExceptionDecl extends Node {
  readonly kind: 'exceptionDecl';
  readonly name: Name;
  readonly target: Path;
  readonly law?: Law;
  readonly condition: Expr;
  readonly certainty?: Certainty;
  readonly say?: Text;
  readonly exceptions: readonly Exception[];
  readonly exceptOtherwise?: { readonly ask?: Text; readonly span: Span };
  readonly cites: readonly Cite[];
  readonly covers: readonly StatementId[];
}

/** `table message.channel | message.recorded { email, text | - : reg22 cite … }` */
export interface Table extends Node {
  readonly kind: 'table';
  readonly inputs: readonly Expr[];
  readonly rows: readonly TableRow[];
}

export interface TableRow extends Node {
  readonly kind: 'row';
  /** One cell an input. */
  readonly cells: readonly Cell[];
  readonly value: Expr;
  readonly cites: readonly Cite[];
}

export type Cell =
  | (Node & { readonly kind: 'anyCell' })
  /** Alternatives: enum members, `yes`, `no`, numbers, dates, or comparisons `< 18`. */
  | (Node & { readonly kind: 'valuesCell'; readonly values: readonly CellValue[] });

export type CellValue = Node & {
  readonly kind: 'cellValue';
  readonly op: '=' | '<' | '<=' | '>' | '>=';
  readonly value: Expr;
};

export type ModalWord = 'must' | 'must not' | 'should' | 'should not' | 'may';

export interface Rule extends Node {
  readonly kind: 'rule';
  readonly name: Name;
  readonly param?: Param;
  readonly bearer?: Name;
  readonly law?: Law;
  readonly modal: ModalWord;
  readonly act: Text;
  /** `as "need to"` */
  readonly as?: Text;
  /** Only on `may`: the rules it is an exception to. */
  readonly despite: readonly Name[];
  readonly when?: Expr;
  /** `done when C` */
  readonly doneWhen?: Expr;
  /** `done by EVENT` */
  readonly doneBy?: Expr;
  /** `, no later than DATE` */
  readonly due?: Expr;
  readonly exceptions: readonly Exception[];
  readonly exceptOtherwise?: { readonly ask?: Text; readonly span: Span };
  readonly cites: readonly Cite[];
  readonly covers: readonly StatementId[];
}

/** `constraint NAME [for x: R] { always E | never E | never both { A, B } because "…" cite … }`; cites optional. */
export interface Constraint extends Node {
  readonly kind: 'constraint';
  readonly name: Name;
  readonly param?: Param;
  readonly claim: Claim;
  readonly because?: Text;
  readonly cites: readonly Cite[];
}

export interface Invariant extends Node {
  readonly kind: 'invariant';
  readonly name: Name;
  readonly param?: Param;
  readonly claim: Claim;
  readonly because?: Text;
  readonly cites: readonly Cite[];
  readonly covers: readonly StatementId[];
}

export type Claim =
  | (Node & { readonly kind: 'always'; readonly of: Expr })
  | (Node & { readonly kind: 'never'; readonly of: Expr })
  | (Node & { readonly kind: 'neverBoth'; readonly of: readonly Expr[] });

/** `accept unused-fact on message.sentOn because "…"` */
export interface Accept extends Node {
  readonly kind: 'accept';
  readonly finding: Name;
  readonly on?: Path;
  readonly because: Text;
}

/** `scenario "…" as of D { … }` or `scenario "…" as "…", but [as of D] { … }` */
export interface ScenarioDecl extends Node {
  readonly kind: 'scenario';
  readonly title: Text;
  readonly base?: Text;
  readonly asOf?: DateLiteral;
  readonly readings: readonly { readonly ambiguity: Name; readonly reading: Name; readonly span: Span }[];
  readonly given: readonly Given[];
  readonly expect: readonly Expect[];
  readonly cites: readonly Cite[];
  readonly covers: readonly StatementId[];
}

/** `message.channel: email`; `path` is a dotted path, `letters[0].inWriting` included. `forget message.channel` in a `but`. */
export interface Given extends Node {
  readonly kind: 'given';
  readonly path: Path;
  /** Absent for `forget`. */
  readonly value?: GivenValue;
}

export type GivenValue =
  | (Node & { readonly kind: 'scalar'; readonly value: Expr })
  /** `{ a, b }` complete, or `at least { a } not { b }`. */
  | (Node & {
      readonly kind: 'members';
      readonly atLeast: boolean;
      readonly members: readonly Name[];
      readonly not: readonly Name[];
    })
  /** `[ { receivedOn: 2019-01-01 }, { … } ]`, or `at least [ … ]`. */
  | (Node & {
      readonly kind: 'elements';
      readonly atLeast: boolean;
      readonly elements: readonly (readonly Given[])[];
    });

/** `directMarketing: unknown presumed yes depends on noticePeriod`; `respondToObjection for letters[0]: breached`; `verdict: …` */
export interface Expect extends Node {
  readonly kind: 'expect';
  readonly name: Name;
  readonly of?: Path;
  /** A literal, an enum member, a status or verdict word, or the name `unknown`. */
  readonly value: Expr;
  readonly presumed?: Expr;
  readonly dependsOn: readonly Name[];
}
