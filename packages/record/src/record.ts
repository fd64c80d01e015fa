/** The decision record: one case assessed, with all that is needed to check it years later. Plain JSON. */
import type { Json, JsonObject, Modality } from '@proviso/compiler/plan';
import type { Assessment, ResultValue, Status } from '@proviso/runtime';

/** The format of a record; raised when its shape changes. A reader refuses any other. */
export const RECORD_FORMAT = 1;

/** A record as it is kept: what is recorded, and what protects it. */
export interface SealedRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly record: DecisionRecord;
  /** Of the canonical JSON of `record`: tells of accidents. Whoever alters a record can make a new one. */
  readonly digest: { readonly algorithm: 'SHA-256'; readonly value: string };
  /** Over the canonical JSON of `signedContent`: tells of tampering, to who has the public key from elsewhere. */
  readonly signature?: Signature;
}

export interface Signature {
  readonly algorithm: 'Ed25519';
  /** The fingerprint of the public key, so that it can be found; it is never a reason to trust one. */
  readonly key: string;
  /** base64url */
  readonly value: string;
}

export interface DecisionRecord {
  readonly case: { readonly title: string };
  /** When and by whom the record was made, and with which version of the program. */
  readonly made: { readonly on: string; readonly by?: string; readonly program: string };
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly meaning: string;
    readonly text: string;
  };
  readonly asOf: string;
  readonly goals: readonly { readonly name: string; readonly title?: string }[];
  /** Every ambiguity that the goals touch, with the reading taken. */
  readonly readings: readonly RecordedReading[];
  /** As they were given; what is masked is null. */
  readonly facts: JsonObject;
  readonly masked: readonly Mask[];
  /** Each fact that was given, with where it comes from. */
  readonly told: readonly ToldFact[];
  /** Judgements that nobody stands for, or that have no reason. */
  readonly lacking: readonly { readonly path: string; readonly lacks: readonly ('who' | 'why')[] }[];
  readonly assessment: Assessment;
  readonly explanation: RecordedExplanation;
  readonly duties: readonly Duty[];
  readonly needs: readonly { readonly path: string; readonly kind: string; readonly question: string }[];
  /** How many of the definitions and rules assessed had been reviewed, where the pack's folder was at hand. */
  readonly review?: ReviewCounts;
}

export interface RecordedReading {
  readonly ambiguity: string;
  readonly title?: string;
  readonly reading: string;
  /** What this reading takes the source to say. */
  readonly says?: string;
  /** Was it chosen for this case, or is it the pack's own? */
  readonly chosen: boolean;
}

/** A value that is kept back: `commitment` tells later whether a value shown is the one that was given. */
export interface Mask {
  /** A JSON pointer (RFC 6901) into `facts`. */
  readonly pointer: string;
  /** SHA-256 of the canonical JSON of pointer, salt and value. The salt is kept elsewhere. */
  readonly commitment: string;
}

/** What opens a mask. Kept apart from the record, by who may show the value. */
export interface Opening {
  readonly pointer: string;
  /** 32 random bytes, hex: without them a yes or no would be found by trying both. */
  readonly salt: string;
  readonly value: Json;
}

export interface ToldFact {
  readonly path: string;
  readonly kind: 'fact' | 'event' | 'judgement' | 'otherwise';
  readonly question: string;
  /** Of a member of a list: which, as in “the first letter”. */
  readonly about?: string;
  /** Absent where masked. */
  readonly value?: Json;
  /** The value in the words that the policy has for it; absent where it has none, and where masked. */
  readonly words?: string;
  readonly who?: string;
  readonly when?: string;
  readonly why?: string;
  readonly evidence?: readonly string[];
  /** Of a judgement: what the source would have considered, as far as it was given. */
  readonly factors?: readonly Pick<ToldFact, 'path' | 'question' | 'value' | 'words'>[];
}

/** A rule that applies and is still to be acted on. */
export interface Duty {
  readonly rule: string;
  readonly of?: string;
  readonly modality: Modality;
  readonly status: Status;
  /** In words: who must do what. */
  readonly says: string;
  readonly dueOn?: string;
}

export interface ReviewCounts {
  readonly approved: number;
  readonly changesWanted: number;
  readonly reopened: number;
  readonly notReviewed: number;
}

/** An explanation as it was printed, in sentences: it never needs the words of the pack again. */
export interface RecordedExplanation {
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly points: readonly RecordedPoint[];
    readonly numbered: boolean;
  }[];
  readonly standing: string;
}

export interface RecordedPoint {
  readonly text: string;
  readonly points: readonly RecordedPoint[];
}

/** What stands for a value that is masked, or derived from one that is, in an assessment. */
export const MASKED: ResultValue = 'masked';
