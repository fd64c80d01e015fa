/** @packageDocumentation Records of decisions and reviews of packs: made, sealed, read and replayed, in Node and in a browser. */
export { makeRecord, type RecordInput, type RecordProblem, type RecordResult } from './make/make-record.ts';
export {
  isOpenings,
  readOpenings,
  type ReadProblem,
  readRecord,
  type ReadResult,
} from './read/read-record.ts';
export {
  type DecisionRecord,
  type Duty,
  type Mask,
  type Opening,
  RECORD_FORMAT,
  type RecordedExplanation,
  type RecordedPoint,
  type RecordedReading,
  type ReviewCounts,
  type SealedRecord,
  type Signature,
  type ToldFact,
} from './record.ts';
export { recordSchema } from './record-shape.ts';
export { compareAssessments, type Comparison, type Difference } from './replay/compare.ts';
export {
  type Again,
  type Assessor,
  isVersionOf,
  type Recomputed,
  recompute,
  replay,
  type Replay,
} from './replay/replay.ts';
export { type Sides, subjects, tellDifferences, type ToldDifference, verdictWords } from './replay/words.ts';
export { readReviewLog } from './review/read-log.ts';
export { entryContent, type ReviewEntry, type ReviewLog, withEntry } from './review/review.ts';
export { REVIEW_FORMAT } from './review/review-format.ts';
export { reviewCounts, type ReviewedStatement, reviewStates, type ReviewState } from './review/state.ts';
export { seal, signed, signedContent } from './seal.ts';
