/** What would change answers, as an explanation: how each is now, and each set of changes that would be enough. */
import type { Assessment, Changes, ChangeSet, Phrasebook, ResultValue, Status } from '@proviso/runtime';
import { resultIn } from './alternatives.ts';
import { english } from './english/english.ts';
import { framed } from './explain.ts';
import { checkChanges, checkGiven, checkOptions, explainKinds } from './given.ts';
import { branch, type Explanation, leaf, type Point, type Section } from './outline.ts';
import { phrasesAsJudged } from './versions.ts';
import type { ChangedAnswer, Language, Wording } from './wording.ts';

/** What was found for the answers of an assessment, each under a heading of its own. */
export function whatWouldChange(
  all: readonly Changes[],
  assessment: Assessment,
  phrases: Phrasebook,
  options: { readonly language?: Language } = {},
): Explanation {
  checkGiven(assessment, phrases);
  checkOptions(options, { language: explainKinds.language });
  checkChanges(all);
  const { language = english } = options;
  const phrasesOf = phrasesAsJudged(assessment, phrases);
  return framed(
    assessment,
    phrases,
    all.map((changes) => changesSection(changes, assessment, language(phrasesOf(changes.target.of)))),
    language(phrases),
  );
}

/** The section of one answer. */
function changesSection({ target, sets, searched }: Changes, assessment: Assessment, say: Wording): Section {
  const { name, of } = target;
  const answer = answerIn(assessment, name, of);
  const now = say.changes.now(name, answer.now, of);
  const outcomes = Map.groupBy(sets, ({ to }) => to);
  return {
    heading: say.headings.changes,
    paragraphs: [
      `${now} ${sets.length === 0 ? say.changes.none : say.changes.enough(sets.length)}`,
      say.changes.searched(searched),
    ],
    points: [...outcomes].map(([to, reaching]) =>
      branch(
        say.changes.would(name, answer.would(to), reaching.length > 1),
        reaching.map((set) => setPoint(set, of, say)),
      ),
    ),
    numbered: false,
  };
}

function setPoint({ changes, dropped }: ChangeSet, of: string | undefined, say: Wording): Point {
  return leaf(
    say.changes.together(
      changes.map((change) => say.changes.change(change, of)),
      dropped,
    ),
  );
}

/** An answer as it is, and as it would be with another value; on what ground it would be so is not known. */
function answerIn(
  assessment: Assessment,
  name: string,
  of: string | undefined,
): { readonly now: ChangedAnswer; readonly would: (to: ResultValue) => ChangedAnswer } {
  const found = resultIn(assessment, name, of);
  if (found === undefined) throw new Error(`the assessment has no answer ${name}`);
  if (found.kind === 'rule')
    return { now: found, would: (to) => ({ ...found, result: { ...found.result, status: to as Status } }) };
  const { kind, result, notEstablished } = found;
  return {
    now: { kind, value: result.value, notEstablished },
    would: (value) => ({ kind, value, notEstablished: value === 'no' && result.open === true }),
  };
}
