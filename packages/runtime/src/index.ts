/** @packageDocumentation What compiled policies import, and what their callers need: dates, facts, assessments. */
export { withCertainty } from './assess-certainty.ts';
export { completeFacts } from './assess-complete.ts';
export {
  checkOptions,
  dateOfAssessment,
  dayOfAssessment,
  type Options,
  type OptionsOf,
  type ReadingNames,
} from './assess-options.ts';
export {
  absentRecord,
  dayOf,
  durationOf,
  keysOf,
  type ListInside,
  listOf,
  memberOf,
  type Member,
  memberAt,
  setOf,
  textOf,
  truthsOf,
  unitsGiven,
} from './assess-read.ts';
export {
  citations,
  dayValue,
  definitionReasons,
  durationValue,
  elementReasons,
  type ElementSteps,
  factReasons,
  ifSame,
  lawReason,
  listReason,
  numberValue,
  ofFive,
  ofFour,
  ofThree,
  ofTwo,
  reasonOf,
  type Reasons,
  reference,
  reversedReasons,
  stated,
  type Step,
  stepsFor,
  stepReasons,
  truthWord,
  withoutRepeats,
} from './assess-reasons.ts';
export { type Laws, mayBeNotInForce, notInForce, notInForceBeside } from './assess-laws.ts';
export { needsOf } from './assess-needs.ts';
export { type Assumption, isGivenIn, presumptions } from './assess-presumed.ts';
export { readingDependences } from './assess-readings.ts';
export { judgementsOf, onFactsOnly, sourcesOf } from './assess-rests.ts';
export {
  addPeriodProblem,
  type Answer,
  assessment,
  type Evaluated,
  type GoalInfo,
  rankable,
  refuseCase,
  refuseFacts,
  sortProblems,
} from './assess-run.ts';
export {
  type Shared,
  type SharedGoal,
  type SharedRun,
  share,
  sharedGoal,
  sharedNeeds,
  sharedRestsOn,
  sharedSources,
} from './assess-shared.ts';
export { none, resultTable, shareResult } from './assess-frozen.ts';
export { type FactsReader, factsReader, type InsideRecord } from './screen-read.ts';
export {
  type Cells,
  freshCells,
  giveBack,
  giveTruth,
  mark,
  type Network,
  runUnits,
  screenNetwork,
  takeCells,
} from './screen-network.ts';
export {
  bearing,
  give,
  giveAll,
  markReadings,
  screenedOf,
  type ScreenRun,
  shareTold,
  truthWords,
  verdictOf,
} from './screen-run.ts';
export {
  byDay,
  choose,
  chooseTruth,
  equal,
  equalTruths,
  fromDay,
  givenTruth,
  isReading,
  multipleOf,
  negate,
  notAbove,
  notAfter,
  sumOf,
  type Truth,
  truthDigit,
  truthOf,
  truthOfCount,
} from './assess-truth.ts';
export {
  ASSESSMENT_FORMAT,
  type AsOfReason,
  type Assessment,
  type CiteInfo,
  type ElementReason,
  type FactReason,
  type Instances,
  type LawReason,
  type ListReason,
  type Need,
  type NotInForce,
  type ReadingDependence,
  type ReadingReason,
  type Reason,
  type ReferenceReason,
  type RestsOn,
  type Result,
  type ResultValue,
  type RuleResult,
  type SourceInfo,
  type Screened,
  type Screening,
  type Status,
  type StepReason,
  type Verdict,
} from './assessment.ts';
export {
  beforeAll,
  type CivilDate,
  civilFromDay,
  type Day,
  dayFromCivil,
  daysInMonth,
  firstDay,
  isLeapYear,
  lastDay,
  notYet,
} from './calendar.ts';
export { checkAssessment, checkKeyed, checkPhrasebook, isKeyed } from './check-given.ts';
export {
  constraintProblem,
  onlyIfProblem,
  type Period,
  periodProblem,
} from './case-problems.ts';
export {
  type Change,
  CHANGES_FORMAT,
  type Changes,
  type ChangeSet,
  type ChangeTarget,
  type CompleteChange,
  type FactChange,
  type MemberChange,
  type Searched,
} from './changes.ts';
export { type FactCheck, type FactChecks, type FactsOf, type Place } from './check-facts.ts';
export { dayLe, dayLt, earlier, later, numberLe, numberLt, same } from './compare.ts';
export { day, requireDay } from './day.ts';
export { addDays, addDuration, addMonths, plusDuration } from './date-arithmetic.ts';
export { maxUnits, numberOf, unitsOf } from './decimal.ts';
export {
  type Duration,
  daysOf,
  formatDuration,
  maxDays,
  maxMonths,
  monthsOf,
  packDuration,
  parseDuration,
} from './duration.ts';
export {
  checkDate,
  checkDuration,
  checkEnum,
  checkEvent,
  checkList,
  checkNumber,
  checkSet,
  checkText,
  checkYesno,
} from './fact-checks.ts';
export type { FactValue, ListValue, RecordValue, Scalar, SetValue } from './fact-values.ts';
export { type FactProblem, type FactProblemCode, FactsError } from './facts-error.ts';
export { formatDay, parseDay } from './iso-date.ts';
export { and, atLeast, not, or, type Tri } from './kleene.ts';
export { maxDepth, maxListLength, maxProblems, maxTextLength } from './limits.ts';
export { declaredPath, stepsOfPath, withFact } from './need-path.ts';
export {
  type AmbiguityPhrases,
  type ClaimPhrases,
  type EnumPhrases,
  type FactPhrases,
  type LabelPhrases,
  type MemberPhrases,
  PHRASEBOOK_FORMAT,
  type PackPhrases,
  type PhraseCite,
  type Phrasebook,
  type PhrasebookOf,
  type StatementPhrases,
  type SourcePhrases,
  type TitledPhrases,
  type ValuePhrases,
  type VersionPhrases,
} from './phrasebook.ts';
export type { Attribution, Provenance } from './provenance.ts';
export { type Origin, type RankedNeed, type RankOptions, rankNeeds, withOrigin } from './rank-needs.ts';
export { allChecks, readCheckedFacts, readFacts } from './read-facts.ts';
export { closestName, didYouMean } from './suggest.ts';
export { unitWords } from './unit-words.ts';
export { type FactType, type FieldTypes, splitFactType, type Vocabulary } from './vocabulary.ts';
