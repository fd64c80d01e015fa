/**
 * Everything an explanation says in a language, for the phrasebook of one pack: a second language is a second `Language`.
 * The rest of this package decides what is said, in which order and how deep; no sentence stands outside an
 * implementation of this. A "clause" has neither capital nor full stop; a "sentence" has both.
 */
import type {
  Attribution,
  Assessment,
  Change,
  CiteInfo,
  FactReason,
  LawReason,
  ListReason,
  Need,
  NotInForce,
  Phrasebook,
  ReadingDependence,
  ResultValue,
  RuleResult,
  Searched,
  SourceInfo,
  Status,
  StepReason,
  Verdict,
} from '@proviso/runtime';
import type { Citation, Force } from './outline.ts';
import type { OpenQuestion } from './phrases.ts';
import type { NamedSource, TextKind } from './texts.ts';

/** A language, given the words of a pack. */
export type Language = (phrases: Phrasebook) => Wording;

/** What a heading stands over. */
export type Heading =
  | 'short'
  | 'outcome'
  | 'conclusions'
  | Force
  | 'unsettled'
  | `unsettled.${Force}`
  // Where no rule of the group is found in law, or some are not.
  | 'law.none'
  | 'law.mixed'
  | 'unsettled.law.none'
  | 'unsettled.law.mixed'
  | 'follows'
  | 'restsOn'
  | 'provenance'
  | 'needs'
  | 'sources'
  | 'whyNot'
  | 'stillToHold'
  | 'changes'
  | 'duties';

/** What stands around the answers. */
export interface FrameWording {
  /** As in `lang` of HTML. */
  readonly language: string;
  readonly headings: Readonly<Record<Heading, string>>;
  readonly forces: Readonly<Record<Force, string>>;
  /** In the place of the word for the force of law, where a rule is found in such texts only. */
  readonly texts: Readonly<Record<TextKind, string>>;
  readonly notes: {
    /** Under the first heading of what is not settled; `needs`: the questions that would settle it stand below. */
    readonly unsettled: (needs: boolean) => string;
    /** Where a list may have more members than are given; `below`: under later headings too. */
    readonly openList: (below: boolean) => string;
    readonly needs: string;
  };
  readonly subtitle: (asOf: string) => string;
  readonly standing: (pack: Assessment['pack'], asOf: string) => string;
  /** "see 5" */
  readonly see: (paragraph: number) => string;
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string;
}

/** What is cited. */
export interface SourceWording {
  /** `on`: the day by whose law is judged what is cited for; a source may have ceased by then. */
  readonly citation: (cite: CiteInfo, source: SourceInfo | undefined, on: string) => Citation;
  /**
   * What a source is worth, in sentences, with what has taken its place by the day `until`. `places`: what is cited of it, where
   * another that is cited has the same short name.
   */
  readonly source: (
    name: string,
    source: SourceInfo | undefined,
    until: string,
    places: readonly string[],
  ) => string;
  /** What a paragraph without citations is drawn from, each with what it is worth; `on`: the day of the assessment. */
  readonly inShort: (sources: readonly NamedSource[], on: string) => string;
  /** Where a source can be read, as a citation of the whole of it; none where that is not known. */
  readonly address: (name: string) => readonly Citation[];
}

/** How many answers came out how. */
export interface OutcomeWording {
  /** `examined`: the rules that can be breached; `others`: those examined beside them. */
  readonly verdict: (verdict: Verdict, breaches: number, examined: number, others: number) => string;
  /** Good practice departed from, which is no breach. */
  readonly departures: (paragraphs: readonly number[]) => string;
  readonly settled: (settled: number, asked: number) => string;
  readonly firstQuestions: (questions: readonly string[]) => string;
  /** A conclusion with where it is explained. */
  readonly lead: (sentence: string, paragraph: number) => string;
  /** A breach, as one clause. */
  readonly breach: (
    name: string,
    result: RuleResult,
    of: string | undefined,
    text: TextKind | undefined,
  ) => string;
}

/** A whole trace in a paragraph. */
export interface ShortWording {
  /** A conclusion and the reasons that decide it. */
  readonly because: (sentence: string, reasons: readonly string[]) => string;
  /** So many settled answers are not told here; `beside`: others are. */
  readonly otherAnswers: (count: number, beside: boolean) => string;
  /** Why the one rule that is breached applies. */
  readonly applies: (reasons: readonly string[]) => string;
  /** Rules of one kind that matter, each with its day; `more` are left out. */
  readonly rules: (
    kind: 'breached' | 'departedFrom' | 'due',
    rules: readonly {
      readonly duty: string;
      readonly of?: string;
      readonly dueOn?: string;
      readonly text: TextKind | undefined;
    }[],
    more: number,
  ) => string;
  /** What an answer is about, of one instance where there are several. */
  readonly openSubject: (name: string, of: string | undefined) => string;
  /** What is not settled, besides what is spoken of already, the first of it named; and what is to be asked. */
  readonly missing: (
    open: number,
    named: readonly string[],
    questions: readonly string[],
    more: number,
  ) => string;
  /** What turns on the reading of an ambiguity. */
  readonly readings: (clauses: readonly string[]) => string;
  readonly judgements: (count: number) => string;
}

/** What is known of a rule that is undetermined. */
export interface Pending {
  /** Is it open whether it applies? */
  readonly applies: boolean;
  /** Is it open whether it has been done? */
  readonly met: boolean;
  /** Has the day passed by which it is due? */
  readonly isPast: boolean;
  /** Its status were it to apply, where nothing but that is open. */
  readonly ifApplies?: Status;
}

/** A result of a definition or a rule. */
export interface StatementWording {
  /**
   * A clause. `notEstablished`: its no is told so, never with the negative phrase. `of`: the instance, where that is not spoken
   * of already.
   */
  readonly definition: (name: string, value: ResultValue, notEstablished: boolean, of?: string) => string;
  /** Which question it answers, as a subject. */
  readonly whether: (name: string) => string;
  /** A rule, as a subject. */
  readonly rule: (name: string) => string;
  /** Who must, should or may do what. */
  readonly duty: (name: string, result: Pick<RuleResult, 'modality' | 'bearer' | 'as'>) => string;
  /** A status in a word or two; none says that anyone complies with the law. */
  readonly status: (result: Pick<RuleResult, 'status' | 'modality'>) => string;
  /** The status with the duty, as one clause; `text`: with what asks it. */
  readonly ruleConclusion: (
    name: string,
    result: RuleResult,
    of: string | undefined,
    text?: TextKind,
  ) => string;
  /** Until when; undefined where there is nothing to say of it. */
  readonly due: (result: RuleResult) => string | undefined;
  /** Until when, and what is known besides, of a rule that is undetermined; undefined where there is nothing to say. */
  readonly pending: (result: RuleResult, pending: Pending) => string | undefined;
  /** The source's own words for how sure it is; undefined where it has none. */
  readonly certainty: (certainty: readonly string[] | undefined) => string | undefined;
  /** `open`: of an open definition, whose no may be only "not established" and is told so. */
  readonly presumedDefinition: (name: string, value: ResultValue, open: boolean) => string;
  readonly presumedRule: (result: Pick<RuleResult, 'status' | 'modality'>) => string;
  readonly sameActAs: (paragraph: number) => string;
  readonly judgedByLaw: (on: string, law: LawReason, name: string) => string;
  /** Never the negative phrase: the law that would have answered is not in force. */
  readonly notAnswered: (name: string, laws: readonly string[]) => string;
  readonly onlyBecause: (law: string) => string;
  /** A law that was not in force on the day that decides, where that is known. */
  readonly outOfForce: (law: NotInForce, on: string | undefined) => string;
  /** A statement of which no instance is known. */
  readonly vacant: (name: string) => string;
  /** What a rule would be, on another reading: "it would be breached"; of a rule that is not spoken of, with its name. */
  readonly ruleWould: (result: Pick<RuleResult, 'status' | 'modality'>, name?: string) => string;
  /** On which reading the result rests, and what it would be on another, where that is known. */
  readonly dependence: (
    one: ReadingDependence,
    others: readonly { readonly reading: string; readonly otherwise: string }[],
  ) => string;
}

/** What a step is part of. */
export interface StepPlace {
  /** The definition or rule whose trace this is. */
  readonly statement: string;
  readonly kind: 'definition' | 'rule';
  /** Of a rule: whether the act is forbidden, so that "met" means it was not done. */
  readonly forbids: boolean;
  /** Are these the reasons of an exception? What excepts there is an exception to it. */
  readonly inException: boolean;
  /** Is the result a no, which an exception that applies accounts for? */
  readonly takesOut: boolean;
}

/** An aspect of another rule. */
export interface Aspect {
  readonly kind: 'applies' | 'met' | 'late' | 'due';
  readonly value: ResultValue;
}

/** The steps of a trace, as clauses. */
export interface ReasonWording {
  /** Of an event: what lies after the day of the assessment is not told as past. */
  readonly fact: (reason: FactReason, asOf: string, attribution: Attribution | undefined) => string;
  /** Of members of one set, all of them in it, or none, or none known to be; undefined where each is told for itself. */
  readonly members: (reasons: readonly FactReason[]) => string | undefined;
  readonly listReason: (reason: ListReason) => string;
  /** `statement`: whose law it is. */
  readonly law: (reason: LawReason, statement: string) => string;
  /** A question that no law answers. */
  readonly lawSilent: (name: string) => string;
  readonly readingTaken: (ambiguity: string, reading: string) => string;
  /** "as to the first letter" */
  readonly about: (path: string) => string;
  /** Undefined where the step has no words of its own. `baseHolds`: but for this exception it would be so. */
  readonly step: (step: StepReason, place: StepPlace, baseHolds: boolean) => string | undefined;
  /**
   * A ground that the policy gives no words, as the one thing that makes it out, with what the source says of it; undefined
   * where that does not say it.
   */
  readonly ground: (step: StepReason, place: StepPlace, only: string) => string | undefined;
  /** An unknown step with the one thing it turns on, in one clause; undefined where they do not go into one. */
  readonly turnsOn: (clause: string, only: string) => string | undefined;
  readonly otherRule: (rule: string, aspects: readonly Aspect[]) => string;
}

/** What a result rests on, and what it still needs. */
export interface RestWording {
  readonly judgement: (
    path: string,
    value: ResultValue,
    open: OpenQuestion | undefined,
    attribution: Attribution | undefined,
  ) => string;
  readonly assumption: (path: string, value: ResultValue) => string;
  readonly given: (path: string, value: ResultValue, attribution: Attribution) => string;
  readonly readingRests: (
    one: ReadingDependence,
    others: readonly { readonly reading: string; readonly changes: readonly string[] }[],
  ) => string;
  readonly question: (path: string) => string;
  /** The question for a need: of a list, whether there are others. */
  readonly needQuestion: (need: Need) => string;
  readonly need: (need: Need, served: readonly number[], showPath: boolean) => string;
}

/** Why something did not apply. */
export interface WhyNotWording {
  /** A part of a statement, as a clause. */
  readonly part: (statement: string, label: string, kind: PartKind, value: ResultValue) => string;
  /** The same where its statement is spoken of already. */
  readonly partAlone: WhyNotWording['part'];
  /** Said where it does hold or apply; `all`: of every instance. */
  readonly holds: (kind: ChangedAnswer['kind'], all: boolean) => string;
  /** Said of a statement that is asked of each member of a list, where the list is known to have none. */
  readonly noMember: (name: string) => string;
  readonly unless: {
    /** Over what is not known besides. */
    readonly others: string;
    readonly none: string;
  };
}

/** What a label stands on. */
export type PartKind = 'exception' | 'ground' | 'requirement';

/** An answer whose change is spoken of: of a definition or of a rule. */
export type ChangedAnswer =
  | { readonly kind: 'definition'; readonly value: ResultValue; readonly notEstablished: boolean }
  | { readonly kind: 'rule'; readonly result: RuleResult };

/** What would change an answer. */
export interface ChangeWording {
  /** How it is now, as a sentence. */
  readonly now: (name: string, answer: ChangedAnswer, of: string | undefined) => string;
  /** Where sets were found: each is enough, all else as it is. */
  readonly enough: (sets: number) => string;
  readonly none: string;
  /** How it would be, as a clause before what would have to be so. */
  readonly would: (name: string, answer: ChangedAnswer, several: boolean) => string;
  /** One change as a clause. `about`: the instance that is spoken of already. */
  readonly change: (change: Change, about: string | undefined) => string;
  /** The changes of one set as one clause; `dropped`: the facts that would no longer arise. */
  readonly together: (changes: readonly string[], dropped: readonly string[]) => string;
  /** How far was looked, where that is not all. */
  readonly searched: (searched: Searched) => string;
}

/** What is to be done and found out next. */
export interface NextWording {
  /** A rule as a clause. */
  readonly rule: (
    name: string,
    result: RuleResult,
    of: string | undefined,
    text: TextKind | undefined,
  ) => string;
  /** After a rule that is broken already. */
  readonly broken: (result: Pick<RuleResult, 'status' | 'modality'>) => string | undefined;
  readonly nothingDue: string;
  /** What a fact is needed for: answers, as subjects. */
  readonly turnsOn: (answers: readonly string[], more: number) => string;
  /** The same of all of them together. */
  readonly allTurnOn: (answers: readonly string[], more: number) => string;
  /** What each of these answers to the question for a fact would settle. */
  readonly settles: (
    path: string,
    given: readonly (boolean | string)[],
    answers: readonly string[],
    more: number,
  ) => string;
}

/** All of it. */
export interface Wording
  extends FrameWording,
    SourceWording,
    OutcomeWording,
    ShortWording,
    StatementWording,
    ReasonWording,
    RestWording {
  readonly whyNot: WhyNotWording;
  readonly changes: ChangeWording;
  readonly next: NextWording;
}
