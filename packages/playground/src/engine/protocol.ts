/** What the page and its worker say to each other: plain data. */
import type { NameTold, Severity } from '@proviso/language';

/** The texts of a pack by path, and the file that it begins with. */
export interface PackTexts {
  readonly entry: string;
  readonly files: readonly (readonly [path: string, text: string])[];
}

/** Replaces the text from `start` to `end`. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A finding about the text. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly related: readonly (Place & { readonly line: number; readonly message: string })[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly Edit[] }[];
}

/** What a pack without errors offers. */
export interface PackOffer {
  readonly title: string;
  readonly version: string;
  /** The days for which the pack has answers, year-month-day; the last may be any. */
  readonly period: { readonly first: string; readonly last?: string };
  readonly goals: readonly GoalOffer[];
  readonly scenarios: readonly { readonly name: string; readonly place?: Place }[];
}

/** A question that the pack answers. */
export interface GoalOffer {
  readonly name: string;
  readonly title: string;
  /** What its answers can turn on. */
  readonly ambiguities: readonly AmbiguityOffer[];
}

/** What a source can be read as. */
export interface AmbiguityOffer {
  readonly name: string;
  readonly title: string;
  readonly readings: readonly { readonly name: string; readonly text: string; readonly isDefault: boolean }[];
}

/** A place in a text. */
export interface Place {
  readonly file: string;
  readonly start: number;
}

/** A case to assess: the facts as they stand in the page, YAML or JSON. */
export interface CaseText {
  readonly goal: string;
  readonly asOf: string;
  /** Other readings than the defaults, by ambiguity. */
  readonly readings: Readonly<Record<string, string>>;
  readonly facts: string;
}

/** Something wrong with a case. */
export interface CaseProblem {
  /** Of the facts, from 1. */
  readonly line?: number;
  readonly path?: string;
  readonly message: string;
  readonly help?: string;
}

/** What became of a case: what it comes to, as HTML, or what is wrong with it. */
export type CaseAnswer = { readonly html: string } | { readonly problems: readonly CaseProblem[] };

/** A name at a place, from `start` to `end`. */
export interface NameAt {
  readonly told: NameTold;
  readonly start: number;
  readonly end: number;
  /** In several places where it has dated versions; the lines count from 1. */
  readonly declared: readonly (Place & { readonly line: number })[];
}

/** What could be written at a place: a name of the pack, with what is told of it, or a word of the language. */
export interface Offer {
  readonly text: string;
  readonly told?: NameTold;
}

/** What a renaming changes, or why it is refused. */
export type Renamed =
  | { readonly edits: readonly Edit[] }
  | { readonly problem: string; readonly help?: string };

/** How a scenario went. */
export interface ScenarioTold {
  readonly name: string;
  readonly passed: boolean;
  /** What came out otherwise, a sentence each. */
  readonly says: readonly string[];
}

/** How far the scenarios are. */
export interface ScenariosTold {
  readonly passed: number;
  readonly failed: readonly ScenarioTold[];
  readonly left: number;
}

/** To the worker. What asks for an answer has a number; `texts` begins a new revision of everything. */
export type Asked =
  | { readonly kind: 'texts'; readonly revision: number; readonly pack: PackTexts }
  | { readonly kind: 'text'; readonly revision: number; readonly file: string; readonly text: string }
  | { readonly kind: 'assess'; readonly id: number; readonly of: CaseText }
  | { readonly kind: 'template'; readonly id: number; readonly goal: string }
  | { readonly kind: 'scenario'; readonly id: number; readonly name: string }
  | { readonly kind: 'format'; readonly id: number; readonly file: string }
  | { readonly kind: 'tell'; readonly id: number; readonly at: Place }
  | { readonly kind: 'offers'; readonly id: number; readonly at: Place }
  | { readonly kind: 'rename'; readonly id: number; readonly at: Place; readonly to: string };

/** From the worker. */
export type Told =
  | {
      readonly kind: 'checked';
      readonly revision: number;
      readonly findings: readonly Finding[];
      /** Absent where the text has errors. */
      readonly offer?: PackOffer;
    }
  | { readonly kind: 'scenarios'; readonly revision: number; readonly of: ScenariosTold }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
