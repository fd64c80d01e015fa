/**
 * Whatever callers whose types nobody checked hand to a public function, in the place of each of its arguments: it refuses by
 * an error that says what it takes, never by one that JavaScript throws of itself, and never takes in silence what it cannot
 * mean.
 */
import {
  explainCase,
  explainWhyNotCase,
  coverageOf,
  decodeText,
  factsList,
  factsYaml,
  readFactsFile,
  readJson,
  readYaml,
  runScenarios,
  toldProblem,
  whyNotQuestion,
} from '@proviso/cases';
import {
  compilePack,
  digestsOf,
  emitPack,
  factsSchema,
  factsZod,
  isAsSealed,
  loadPack,
  readPlan,
  statementDigests,
} from '@proviso/compiler';
import { interpretPlan, loadPlan, resultOf, withChanges } from '@proviso/compiler/interpret';
import { goalsNamed, withLabel } from '@proviso/compiler/plan';
import {
  bindingRules,
  explain,
  explainMarkdown,
  explainText,
  explainWhyNot,
  nextSteps,
  phrasesAsJudged,
  reassessing,
  renderMarkdown,
  renderText,
  whatNext,
  whatWouldChange,
} from '@proviso/explain';
import { explanationElement, renderHtml, renderHtmlPage, sectionElements } from '@proviso/explain/html';
import {
  allowedValues,
  caseOf,
  factorPaths,
  membersAt,
  nextNeed,
  questionOf,
  questionWords,
  valueAt,
} from '@proviso/interview';
import {
  applyFix,
  checkPack,
  completionsAfter,
  formatFile,
  formatText,
  lineIndex,
  namedAt,
  packNames,
  parseFile,
  rename,
  renderJson,
  renderSarif,
  renderText as renderFindings,
  tellName,
} from '@proviso/language';
import {
  compareAssessments,
  entryContent,
  isVersionOf,
  makeRecord,
  readRecord,
  recompute,
  replay,
  reviewCounts,
  reviewStates,
  seal,
  signed,
  signedContent,
  subjects,
  tellDifferences,
  verdictWords,
  withEntry,
} from '@proviso/record';
import { recordHtml } from '@proviso/record/html';
import {
  fingerprintOf,
  newKeyPair,
  readPrivateKey,
  readPublicKeys,
  signerOf,
  verifyRecord,
  verifySignature,
} from '@proviso/record/sign';
import { checkAssessment, checkPhrasebook, day, FactsError, rankNeeds, withFact } from '@proviso/runtime';
import { mutantsOf, sharedPeriod } from '@proviso/verify';
import { describe, expect, test } from 'vitest';
import { compileBadInputPack } from '../support/bad-input-pack.ts';

const { plan, phrases } = compileBadInputPack();
const pack = { ...loadPlan(plan), phrases };
const [goal] = plan.goals;
const goals = [goal?.name ?? ''];
const name = goal?.answers[0] ?? '';
const options = { asOf: '2020-01-01', goals };
const of = { facts: {}, options };
const assessment = pack.assess({}, options);
const sound = explain(assessment, phrases);
const next = nextSteps(assessment);
const [need] = assessment.needs;
const [field] = plan.facts;
if (need === undefined || field === undefined) throw new Error('the pack needs nothing');

const made = makeRecord({
  plan,
  phrases,
  facts: {},
  assessment,
  assess: pack.assess,
  title: 'A case',
  made: { on: '2020-01-02', program: '0.1.0' },
});
if (!('record' in made)) throw new Error(JSON.stringify(made.problems));
const { record } = made;
const sealed = seal(record);
const assessor = { plan, phrases, assess: pack.assess };
const again = recompute(record, assessor);
const keys = newKeyPair();
const privateKey = readPrivateKey(keys.privatePem);
const sign = signerOf(privateKey);
const trusted = readPublicKeys(keys.publicPem);
const log = { format: 1, reviewer: 'A reviewer', entries: [] };
const entry = {
  statement: name,
  decision: 'approved',
  on: '2020-01-02',
  version: '0.1.0',
  digests: { meaning: plan.pack.meaning, text: plan.pack.text },
};
const files = new Map([['p.policy', '']]);
const names = packNames(files, 'p.policy');
const file = parseFile('', 'p.policy').value;

const around: Record<string, unknown> = {};
around['itself'] = around;

const wrong: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  9,
  Number.NaN,
  '',
  'text',
  [],
  [null],
  {},
  { needs: {} },
  { sections: 1, changes: 1, pack: 1 },
  { sections: [null], title: 'x' },
  new Map([[1, 2]]),
  Symbol('s'),
  () => {},
  Object.create(null),
  JSON.parse('{ "__proto__": { "pack": {} } }'),
  around,
];

type Argument = any;

/** Each function with arguments that are right. */
const uses: Readonly<Record<string, readonly [(...given: Argument[]) => unknown, ...Argument[]]>> = {
  day: [day, '2020-01-01'],
  rankNeeds: [rankNeeds, assessment, {}],
  checkAssessment: [checkAssessment, assessment],
  checkPhrasebook: [checkPhrasebook, phrases],
  'withFact of a path': [(path: Argument) => withFact({}, path, 1), 'a.b'],
  loadPlan: [loadPlan, plan],
  readPlan: [readPlan, plan],
  interpretPlan: [interpretPlan, plan],
  assess: [pack.assess, {}, options],
  whatWouldChangeIt: [pack.whatWouldChange, {}, options, { name }, { budget: 5 }],
  withChanges: [(set: Argument) => withChanges({}, set), { to: 'yes', changes: [], dropped: [] }],
  'resultOf of an assessment': [(it: Argument) => resultOf(it, name, undefined), assessment],
  goalsNamed: [goalsNamed, plan, goals],
  withLabel: [withLabel, plan, 'reachable.gone'],
  digestsOf: [digestsOf, plan, phrases],
  isAsSealed: [isAsSealed, plan, phrases],
  statementDigests: [statementDigests, plan, phrases],
  factsSchema: [factsSchema, plan, phrases],
  'factsZod of a plan': [(it: Argument) => factsZod(it), plan],
  'emitPack of a plan': [(it: Argument) => emitPack(it), plan],
  compilePack: [compilePack, files, 'p.policy'],
  loadPack: [loadPack, files, 'p.policy'],
  checkPack: [checkPack, files, 'p.policy'],
  parseFile: [parseFile, '', 'p.policy'],
  formatText: [formatText, '', 'p.policy'],
  formatFile: [formatFile, file, ''],
  lineIndex: [lineIndex, ''],
  'namedAt of names': [(it: Argument) => namedAt(it, 'p.policy', 0), names],
  completionsAfter: [completionsAfter, names, ''],
  tellName: [tellName, names, { name: 'x', declared: [], mentioned: [] }],
  rename: [rename, { files, entry: 'p.policy', names }, { name: 'x', declared: [], mentioned: [] }, 'y'],
  renderFindings: [renderFindings, [], files, {}],
  renderJson: [renderJson, [], files],
  'renderSarif of findings': [(...them: Argument[]) => renderSarif(them[0], them[1], '1.0.0'), [], files],
  applyFix: [applyFix, '', { title: 'x', edits: [] }],
  explain: [explain, assessment, phrases, {}],
  explainText: [explainText, assessment, phrases, {}],
  explainMarkdown: [explainMarkdown, assessment, phrases, {}],
  explainWhyNot: [explainWhyNot, assessment, phrases, name, {}],
  nextSteps: [nextSteps, assessment, {}],
  whatNext: [whatNext, next, assessment, phrases, {}],
  whatWouldChange: [whatWouldChange, [], assessment, phrases, {}],
  'bindingRules of an assessment': [(it: Argument) => bindingRules(it), assessment],
  phrasesAsJudged: [phrasesAsJudged, assessment, phrases],
  reassessing: [reassessing, pack.assess, of],
  renderText: [renderText, sound, {}],
  renderMarkdown: [renderMarkdown, sound, {}],
  renderHtml: [renderHtml, sound, {}],
  renderHtmlPage: [renderHtmlPage, sound],
  explanationElement: [explanationElement, sound, {}],
  sectionElements: [sectionElements, sound, {}],
  explainCase: [explainCase, pack, assessment, of, {}],
  whyNotQuestion: [whyNotQuestion, pack, name],
  explainWhyNotCase: [explainWhyNotCase, { pack, name }, assessment, of, {}],
  readFactsFile: [readFactsFile, new Uint8Array(), 'case.json'],
  decodeText: [decodeText, new Uint8Array(), 10],
  readJson: [readJson, '{}', 9],
  readYaml: [readYaml, 'a: 1'],
  factsYaml: [factsYaml, plan, phrases, goals],
  factsList: [factsList, plan, phrases, goals],
  toldProblem: [toldProblem, { code: 'wrong-type', path: 'a', message: 'm' }, plan, phrases],
  runScenarios: [runScenarios, plan, () => {}],
  coverageOf: [coverageOf, plan, []],
  allowedValues: [allowedValues, field, plan],
  caseOf: [caseOf, []],
  'membersAt of a path': [(path: Argument) => membersAt({}, path), 'a'],
  'valueAt of a path': [(path: Argument) => valueAt({}, path), 'a'],
  factorPaths: [factorPaths, field, 'a'],
  nextNeed: [nextNeed, assessment, new Set(), { lookAhead: 1 }],
  questionOf: [questionOf, need, plan, phrases],
  'questionWords of a question': [
    (it: Argument) => questionWords(it, 0, phrases),
    questionOf(need, plan, phrases),
  ],
  makeRecord: [makeRecord, { ...assessor, facts: {}, assessment, title: 'A case', made: record.made }],
  seal: [seal, record],
  signed: [signed, sealed, sign],
  signedContent: [signedContent, sealed],
  readRecord: [readRecord, sealed],
  isVersionOf: [isVersionOf, record, plan],
  recompute: [recompute, record, assessor, {}],
  'replay of a record': [
    (...them: Argument[]) => replay(them[0], them[1], them[2], '0.1.0'),
    record,
    assessor,
    again,
  ],
  compareAssessments: [compareAssessments, assessment, assessment],
  tellDifferences: [
    tellDifferences,
    compareAssessments(assessment, assessment),
    { before: { asOf: '2020-01-01' }, after: { plan, phrases, assessment } },
  ],
  subjects: [subjects, [name], { plan, phrases }],
  verdictWords: [verdictWords, assessment],
  withEntry: [withEntry, log, entry, sign],
  entryContent: [entryContent, 'A reviewer', { ...entry, previous: plan.pack.text }],
  reviewStates: [reviewStates, {}, [log]],
  reviewCounts: [reviewCounts, []],
  recordHtml: [recordHtml, sealed],
  readPrivateKey: [readPrivateKey, keys.privatePem],
  readPublicKeys: [readPublicKeys, keys.publicPem],
  fingerprintOf: [fingerprintOf, privateKey],
  signerOf: [signerOf, privateKey],
  verifyRecord: [verifyRecord, signed(sealed, sign), trusted],
  verifySignature: [verifySignature, 'a text', undefined, trusted],
  mutantsOf: [mutantsOf, plan],
  sharedPeriod: [sharedPeriod, plan, plan],
};

/** What an engine says of itself when a value is used as what it is not. */
const ofTheEngine =
  /^Cannot |is not (a function|iterable|defined|an object)|undefined \(reading|right-hand side|Symbol value|object null|expected magic|circular|call stack|^The "|^Invalid /;

/** The messages of the errors; that an argument was taken is told by an empty one. */
function refusalsOf([use, ...right]: readonly [
  (...given: Argument[]) => unknown,
  ...Argument[],
]): readonly string[] {
  return right.flatMap((_, at) =>
    wrong.map((it) => {
      try {
        use(...right.with(at, it));
        return '';
      } catch (error) {
        return error instanceof Error ? `${at}: ${error.message}` : `${at}: no error`;
      }
    }),
  );
}

describe('what is wrong is refused in words, by', () => {
  test.each(Object.entries(uses))('%s', (_, use) => {
    const [call, ...right] = use;
    call(...right);
    const refusals = refusalsOf(use).filter((message) => message !== '');
    expect(refusals.filter((message) => message.length < 19 || ofTheEngine.test(message.slice(3)))).toEqual(
      [],
    );
  });
});

describe('what would mean something else is not taken in silence', () => {
  const target = { name };
  const change = (to: unknown, search: unknown = {}): unknown =>
    pack.whatWouldChange({}, options, { ...target, to } as Argument, search as Argument);
  const refused: Readonly<Record<string, () => unknown>> = {
    'a heading of level 9': () => renderHtml(sound, { level: 9 }),
    'a heading of level 0': () => renderMarkdown(sound, { level: 0 }),
    'a heading of level 6, which has none below': () => renderHtml(sound, { level: 6 }),
    'a level that is a text': () => renderHtml(sound, { level: '2' } as Argument),
    'a width that is none': () => renderText(sound, { width: Number.NaN }),
    'options that are a text': () => explain(assessment, phrases, 'short' as Argument),
    'provenance in a list': () => explain(assessment, phrases, { provenance: [] as Argument }),
    'a re-assessment that is none': () => explain(assessment, phrases, { reassess: {} as Argument }),
    'a look ahead that is no number': () => rankNeeds(assessment, { lookAhead: 'all' as Argument }),
    'a truth value for a yes': () => change(true),
    'a date for a yes': () => change('2020-01-01'),
    'an object for a yes': () => change({}),
    'a budget without a bound': () => change('yes', { budget: Number.NaN }),
    'a size of none': () => change('yes', { size: 0 }),
    'a seal over anything': () => seal({ case: { title: 'x' } } as Argument),
    'a seal over a part of a record': () => seal({ ...record, told: undefined } as Argument),
    'a signature by anything': () => signed(sealed, {} as Argument),
    'an entry of a review without a decision': () =>
      withEntry(log as Argument, { statement: 'x' } as Argument),
    'a public key that signs': () => signerOf(trusted[0]?.key as Argument),
    'names of goals as one text': () => goalsNamed(plan, 'all' as Argument),
  };
  test.each(Object.entries(refused))('%s', (_, use) => {
    expect(use).toThrow(/expected|should be|never comes out|a number|private key/);
  });
});

test('what is right is taken', () => {
  expect(renderText(sound).length).toBeGreaterThan(0);
  expect(() => day('2020-02-30')).toThrow(FactsError);
  expect(rankNeeds(JSON.parse(JSON.stringify(assessment))).length).toBe(assessment.needs.length);
});
