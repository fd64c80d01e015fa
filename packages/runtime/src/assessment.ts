/**
 * The assessment: what an evaluation returns, the same from compiled code and from the interpreter.
 *
 * Everything here is plain JSON (`JSON.stringify` gives the published form; the JSON Schema is `assessment.schema.json`).
 * Dates are ISO strings. A key is absent where it has nothing to say; those that are there stand in the
 * order in which they are declared here, whichever back end made them.
 */

/** The format of an assessment; raised when its shape changes. */
export const ASSESSMENT_FORMAT = 1;

export interface Assessment {
  readonly format: typeof ASSESSMENT_FORMAT;
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly meaning: string;
    readonly text: string;
  };
  /** ISO date. */
  readonly asOf: string;
  /** The goals asked for. */
  readonly goals: readonly string[];
  /**
   * Only over the must and must-not rules examined; `noBreachFound` where there is none of them. Nothing here ever says that
   * someone complies with the law.
   */
  readonly verdict: Verdict;
  readonly rulesExamined: readonly string[];
  readonly definitions: Readonly<Record<string, Result | Instances<Result>>>;
  readonly rules: Readonly<Record<string, RuleResult | Instances<RuleResult>>>;
  /** Facts still needed to settle every goal asked for, in vocabulary order. Supplying them all settles it. */
  readonly needs: readonly Need[];
  readonly restsOn: RestsOn;
  /** The sources cited above, by name. */
  readonly sources: Readonly<Record<string, SourceInfo>>;
}

export type Verdict = 'breachFound' | 'undetermined' | 'noBreachFound';

/** One result per instance of the record in the case, `of` first. `complete` is false where a list may have more members. */
export interface Instances<R> {
  readonly instances: readonly (R & { readonly of: string })[];
  readonly complete: boolean;
}

/** `yes`, `no`, `unknown`; for a valued definition the value in its JSON form (ISO date, `notYet`, number, enum member) or `unknown`. */
export type ResultValue = string | number;

export interface Result {
  readonly value: ResultValue;
  /** An open definition: a `no` for which no exception or missing requirement is a reason reads "is not established". */
  readonly open?: true;
  readonly because: readonly Reason[];
  /** The source's own certainty of every operative limb, where each has one. */
  readonly certainty?: readonly string[];
  /** The ambiguities the value turns on. */
  readonly dependsOn?: readonly ReadingDependence[];
  /** Present where the value is `no` (status: `doesNotApply`) only because a law has ceased or has not begun. */
  readonly notInForce?: readonly NotInForce[];
  /** The value with the pack's assumptions on, where it differs. */
  readonly presumed?: ResultValue;
}

/** What stands in both comes as in a `Result`, after the keys of its own: `presumed` last. */
export interface RuleResult extends Omit<Result, 'value' | 'presumed' | 'open'> {
  readonly modality: 'must' | 'mustNot' | 'should' | 'shouldNot' | 'may';
  /** The source's own words for the modal ("need to"). */
  readonly as?: string;
  readonly bearer: string;
  readonly status: Status;
  /** ISO date, where the rule has a deadline and it is known; `notYet` where the event it runs from has not happened. */
  readonly dueOn?: string;
  readonly presumed?: Status;
}

export type Status =
  | 'doesNotApply'
  | 'compliedWith'
  | 'breached'
  | 'departedFrom'
  | 'notYetDue'
  | 'undetermined'
  | 'permitted';

/** What a screening tells: the values and statuses of an assessment, without what they rest on. */
export interface Screening {
  /** ISO date. */
  readonly asOf: string;
  /** Over all rules. */
  readonly verdict: Verdict;
  readonly definitions: Readonly<Record<string, ResultValue | Screened<ResultValue>>>;
  readonly rules: Readonly<Record<string, Status | Screened<Status>>>;
}

/** What a screening tells of each instance of a record. */
export type Screened<V> = Instances<{ readonly value: V }>;

export interface NotInForce {
  /** The statement whose law is not in force. */
  readonly name: string;
  readonly from?: string;
  readonly ceasing?: string;
  readonly succeededBy?: readonly string[];
}

export interface ReadingDependence {
  readonly ambiguity: string;
  /** The reading this assessment took. */
  readonly reading: string;
  /** True where changing this one reading changes the value; false: "may depend". */
  readonly confirmed: boolean;
}

export interface Need {
  /** `message.channel`, `letters[0].receivedOn`; for a list that may have more members, its own path. */
  readonly path: string;
  readonly kind: 'fact' | 'event' | 'judgement' | 'otherwise' | 'list';
  /** The goal answers that it serves, in source order. */
  readonly for: readonly string[];
}

export interface RestsOn {
  /** Judgements, answers to `otherwise` included, in the operative trace of an answer. */
  readonly judgements: readonly { readonly path: string; readonly value: ResultValue }[];
  /** Assumptions that some `presumed` rests on. */
  readonly assumptions: readonly {
    readonly path: string;
    readonly value: ResultValue;
    readonly cites: readonly CiteInfo[];
  }[];
  readonly readings: readonly ReadingDependence[];
}

export interface CiteInfo {
  readonly source: string;
  readonly pinpoint: string;
  readonly anchor?: string;
  /** Present where the source's text was seen only at second hand. */
  readonly basis?: 'secondary';
}

/** What a source is worth. Its days are ISO dates. */
export interface SourceInfo {
  readonly title: string;
  readonly status: string;
  readonly basis: 'primary' | 'secondary';
  readonly edition?: string;
  readonly published?: string;
  readonly checked?: string;
  /** The first day on which it is in force. */
  readonly from?: string;
  /** The first day on which it no longer is. */
  readonly ceasing?: string;
  /** What takes its place then, by name: what is judged by the law of a later day rests on that, as far as it was read. */
  readonly succeededBy?: Readonly<Record<string, SourceInfo>>;
}

/** A step of the trace: the operative reasons only, every one that suffices, in source order. */
export type Reason =
  | FactReason
  | ListReason
  | ReferenceReason
  | StepReason
  | ElementReason
  | LawReason
  | AsOfReason
  | ReadingReason;

export interface FactReason {
  readonly kind: 'fact';
  readonly path: string;
  /** `yes`, `no`, `unknown`, or the fact's JSON value; for one member of a set the member is in `member`. */
  readonly value: ResultValue;
  readonly member?: string;
  readonly input: 'fact' | 'event' | 'judgement' | 'otherwise';
}
/** A list had no more members to consider (`complete`), or may have more. */
export interface ListReason {
  readonly kind: 'list';
  readonly path: string;
  readonly complete: boolean;
  readonly length: number;
}
/** Another definition or rule aspect; its own reasons stand under its own name. */
export interface ReferenceReason {
  readonly kind: 'definition';
  readonly name: string;
  readonly of?: string;
  readonly value: ResultValue;
}
export interface StepReason {
  readonly kind:
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
  readonly label?: string;
  readonly certainty?: string;
  readonly cites: readonly CiteInfo[];
  readonly value: ResultValue;
  readonly because: readonly Reason[];
}
/** One member of a list. */
export interface ElementReason {
  readonly kind: 'element';
  readonly path: string;
  readonly value: ResultValue;
  readonly because: readonly Reason[];
}
/** The law's dates decided. `on` is the governing date, `unknown` where not known. */
export interface LawReason {
  readonly kind: 'law';
  readonly value: ResultValue;
  readonly on: string;
  readonly from?: string;
  readonly ceasing?: string;
  /** What fixed the governing date. */
  readonly because: readonly Reason[];
}
export interface AsOfReason {
  readonly kind: 'asOf';
  readonly value: string;
}
/** The reading taken of an ambiguity. */
export interface ReadingReason {
  readonly kind: 'ambiguity';
  readonly ambiguity: string;
  readonly reading: string;
}
