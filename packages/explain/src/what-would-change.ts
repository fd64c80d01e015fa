/** What would change answers, as an explanation: how each is now, and each set of changes that would be enough. */
import type { Assessment, Changes, ChangeSet, Phrasebook, ResultValue, Status } from '@proviso/runtime';
import { eachOf } from './answers.ts';
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
  const now = say.changes.now(name, answer, of);
  const outcomes = Map.groupBy(sets, ({ to }) => to);
  return {
    heading: say.headings.changes,
    paragraphs: [
      `${now} ${sets.length === 0 ? say.changes.none : say.changes.enough(sets.length)}`,
      say.changes.searched(searched),
    ],
    points: [...outcomes].map(([to, reaching]) =>
      branch(
        say.changes.would(name, withValue(answer, to), reaching.length > 1),
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

function answerIn({ definitions, rules }: Assessment, name: string, of: string | undefined): ChangedAnswer {
  const rule = rules[name] === undefined ? undefined : eachOf(rules[name]).find((each) => each.of === of);
  if (rule !== undefined) return { kind: 'rule', result: rule };
  const all = definitions[name];
  const definition = all === undefined ? undefined : eachOf(all).find((each) => each.of === of);
  if (definition === undefined) throw new Error(`the assessment has no answer ${name}`);
  return { kind: 'definition', result: definition };
}

function withValue(answer: ChangedAnswer, to: ResultValue): ChangedAnswer {
  return answer.kind === 'rule'
    ? { kind: 'rule', result: { ...answer.result, status: to as Status } }
    : { kind: 'definition', result: { ...answer.result, value: to } };
}
