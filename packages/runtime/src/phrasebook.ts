/**
 * The phrasebook: every word of a pack that people read, apart from its logic (`phrases.json` of a published pack).
 *
 * Keys are the names and paths of the plan. Nothing here has an effect on any value. Texts are as the author wrote them:
 * a `say` keeps its two polarities (`the message {is|is not} direct marketing`) and its `{value}`; whoever prints it
 * chooses. Keys are in source order; a key is absent where the author wrote nothing.
 */

import type { Assessment, SourceInfo } from './assessment.ts';

/** The format of a phrasebook; raised when its shape changes. */
export const PHRASEBOOK_FORMAT = 1;

export interface Phrasebook {
  readonly format: typeof PHRASEBOOK_FORMAT;
  /** Which pack's words these are; a phrasebook of an earlier version of Proviso does not say. */
  readonly of?: PhrasebookOf;
  readonly pack: PackPhrases;
  /**
   * By declaration, not by case: `message` (an instance), `Letter.receivedOn` (a field of every letter),
   * `otherwise.directMarketing` and `Letter.otherwise.operativeNotice` (the implicit judgements).
   */
  readonly facts: Readonly<Record<string, FactPhrases>>;
  readonly records: Readonly<Record<string, TitledPhrases>>;
  readonly enums: Readonly<Record<string, EnumPhrases>>;
  readonly bearers: Readonly<Record<string, TitledPhrases>>;
  /** Definitions and rules, by name. */
  readonly statements: Readonly<Record<string, StatementPhrases>>;
  readonly ambiguities: Readonly<Record<string, AmbiguityPhrases>>;
  readonly constraints: Readonly<Record<string, ClaimPhrases>>;
  readonly invariants: Readonly<Record<string, ClaimPhrases>>;
  readonly goals: Readonly<Record<string, { readonly title?: string; readonly doc?: string }>>;
  readonly sources: Readonly<Record<string, SourcePhrases>>;
}

/** What an assessment says of its pack as well. */
export type PhrasebookOf = Pick<Assessment['pack'], 'id' | 'version' | 'text'>;

export interface PackPhrases {
  readonly title: string;
  readonly licence?: string;
  /** The `///` lines above, joined by line breaks; so too in every `doc` below. */
  readonly doc?: string;
}

/** How the values of a fact or a definition are told, where the policy has words for it. */
export interface ValuePhrases {
  /** The enum of which it is a member, or any members: only where a member of it has words. */
  readonly enum?: string;
  /** The unit of a number: `£`, `kg`, or `{day|days}` with the word for one and that for any other number. */
  readonly unit?: string;
  /** With `unit`: the decimal places that are always told. */
  readonly places?: number;
}

/** The words of one fact, event, judgement or implicit judgement. */
export interface FactPhrases extends ValuePhrases {
  /** Of an instance or a list of records: the record, under which the words of its fields stand. */
  readonly record?: string;
  /** The question. For `otherwise` inputs the author's words, where there are any. */
  readonly ask?: string;
  /** `it {gives|does not give} a period`, or with `{value}`. */
  readonly say?: string;
  readonly help?: string;
  readonly doc?: string;
  /** Where each citation of the fact stands, as `code p.45`; the machine-readable form is in the plan where it has an effect. */
  readonly cites?: readonly PhraseCite[];
}

/** A citation of words: of facts, which have none in the plan, and of statements, where no step of a trace carries it. */
export interface PhraseCite {
  readonly source: string;
  readonly pinpoint: string;
  readonly anchor?: string;
}

export interface EnumPhrases {
  readonly doc?: string;
  /** The members that have words or a comment of their own. */
  readonly members?: Readonly<Record<string, MemberPhrases>>;
}

export interface MemberPhrases {
  /** How it is told, in the place of `{value}`: `the UK Parliament`; from its identifier where there are none. */
  readonly words?: string;
  readonly doc?: string;
}

export interface TitledPhrases {
  /** `the letter or conversation` */
  readonly title: string;
  readonly doc?: string;
}

/**
 * With what an assessment says of a source, for citations that no step of a trace carries; a phrasebook of an earlier
 * version of Proviso has none of that.
 */
export interface SourcePhrases extends TitledPhrases, Partial<Omit<SourceInfo, 'title'>> {
  /** How a citation names it (`the draft code`); by its identifier where the author gave no short name. */
  readonly short?: string;
  /** Where a person can read it. */
  readonly url?: string;
}

export interface StatementPhrases extends ValuePhrases {
  readonly kind: 'define' | 'rule';
  /** Of a statement with a parameter: the record, one result for each instance of which. */
  readonly record?: string;
  /** Of a rule, as its last version has it. */
  readonly modality?: 'must' | 'mustNot' | 'should' | 'shouldNot' | 'may';
  /**
   * Of a rule: the rules that ask the same act (the same `done`) of the same bearer, itself among them, strongest first;
   * absent where it is alone.
   */
  readonly sameAct?: readonly string[];
  /** Of a definition: both polarities. */
  readonly say?: string;
  /** Of a rule: what must, should or may be done ("respond to the objection"). */
  readonly act?: string;
  readonly doc?: string;
  /** Titles of the enclosing sections, outermost first. */
  readonly sections?: readonly string[];
  /** Where limbs and exceptions have words of their own: by label, nested ones as `outer.inner`. */
  readonly labels?: Readonly<Record<string, LabelPhrases>>;
  /** The citations of the statement itself, those of all its versions, each once. */
  readonly cites?: readonly PhraseCite[];
  /** Where dated versions differ in words or citations: those of each, by the `name@2018-05-25` of the trace. */
  readonly versions?: Readonly<Record<string, VersionPhrases>>;
}

export interface LabelPhrases {
  readonly say?: string;
  readonly doc?: string;
}

export type VersionPhrases = Pick<StatementPhrases, 'say' | 'act' | 'doc' | 'sections' | 'labels' | 'cites'>;

export interface AmbiguityPhrases {
  /** The reference in the list of the source's defects: `D-02`. */
  readonly title?: string;
  readonly doc?: string;
  /** What each reading takes the source to say. */
  readonly readings: Readonly<Record<string, string>>;
}

export interface ClaimPhrases {
  readonly because?: string;
  readonly doc?: string;
}
