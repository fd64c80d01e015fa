/**
 * The results of an assessment in the order and grouping of an explanation: what was asked for and is settled, under the
 * heads of definition, law, good practice and permission; what was asked for and is not settled; then how that follows.
 * Each result gets the number of its paragraph.
 */
import type {
  Assessment,
  Instances,
  Phrasebook,
  Reason,
  Result,
  RuleResult,
  StatementPhrases,
} from '@proviso/runtime';
import { type Detail, detailsOf } from './detail.ts';
import type { Heading } from './wording.ts';

/** One result, of a definition or a rule, for one instance where there are several. */
export type Answer = {
  readonly name: string;
  readonly of?: string;
  readonly number: number;
  /** What the goals asked for, and not only what it follows from. */
  readonly asked: boolean;
  readonly detail: Detail;
  /** Of a rule that asks the same act as a stronger one: the paragraph of that one, which it follows. */
  readonly sameActAs?: number;
} & (
  | { readonly kind: 'definition'; readonly result: Result }
  | { readonly kind: 'rule'; readonly result: RuleResult }
);

/** An answer of a rule. */
export type RuleAnswer = Answer & { readonly kind: 'rule' };

/** A group of answers under one heading. */
export interface AnswerGroup {
  readonly heading: Heading;
  readonly kind: 'settled' | 'unsettled' | 'follows';
  readonly answers: readonly Answer[];
  /** Statements asked for of each member of a list of which no member is known, numbered after the answers. */
  readonly vacant: readonly Vacant[];
  /** Some of the answers are for the members of a list that may have more. */
  readonly open: boolean;
}

/** A statement without an instance to be told of, though there may be some. */
export interface Vacant {
  readonly name: string;
  readonly number: number;
}

type Reference = { readonly name: string; readonly of?: string };

type Draft = {
  readonly name: string;
  readonly of?: string;
  readonly asked: boolean;
} & (
  | { readonly kind: 'definition'; readonly result: Result }
  | { readonly kind: 'rule'; readonly result: RuleResult }
);

/** The heads of what is settled and of what is not, in the order in which they are told. */
const HEADS: readonly {
  readonly settled: Heading;
  readonly unsettled: Heading;
  readonly fits: (statement: Kind) => boolean;
}[] = [
  { settled: 'conclusions', unsettled: 'unsettled', fits: ({ kind }) => kind === 'define' },
  { settled: 'law', unsettled: 'unsettled.law', fits: isOf(['must', 'mustNot']) },
  { settled: 'goodPractice', unsettled: 'unsettled.goodPractice', fits: isOf(['should', 'shouldNot']) },
  { settled: 'permission', unsettled: 'unsettled.permission', fits: isOf(['may']) },
];

/** What decides under which head a statement stands. */
type Kind = Pick<StatementPhrases, 'kind' | 'modality'>;

function isOf(modalities: readonly RuleResult['modality'][]): (statement: Kind) => boolean {
  return ({ modality }) => modality !== undefined && modalities.includes(modality);
}

function kindOf(draft: Draft): Kind {
  return draft.kind === 'rule' ? { kind: 'rule', modality: draft.result.modality } : { kind: 'define' };
}

/**
 * Groups and numbers the results. Rules of one head that ask the same act of the same bearer stand together, strongest first. `asked`:
 * the names that the goals asked for, in the goals' order; where it is not known, the goals' own names, every rule, and what
 * nothing else rests on. Of the rest, what no answer told in full rests on is left out, unless `everything` is wanted; so is
 * what is neither asked for nor settled and could only repeat that facts are missing.
 */
export function groupAnswers(
  assessment: Assessment,
  asked: readonly string[] | undefined,
  phrases: Pick<Phrasebook, 'statements'>,
  everything: boolean,
): readonly AnswerGroup[] {
  const names = asked ?? presumablyAsked(assessment);
  const drafts = draftsOf(assessment, names);
  const detailOf: (draft: Draft) => Detail = everything ? () => 'full' : detailsOf(drafts);
  const wanted = drafts.filter((draft) => draft.asked);
  const settled = wanted.filter(isSettled);
  const strongest = strongestOf(settled, phrases);
  const reached = everything
    ? new Set(drafts.filter((draft) => !draft.asked))
    : reachable(
        drafts,
        wanted.filter((draft) => detailOf(draft) !== 'brief'),
        detailOf,
      );
  const open = openNames(assessment);
  const vacant = [...open].filter(
    (name) =>
      (names.includes(name) || assessment.rulesExamined.includes(name)) &&
      !drafts.some((draft) => draft.name === name),
  );
  const plain: readonly Plain[] = [
    ...HEADS.map(({ settled: heading, fits }): Plain => {
      const here = settled.filter((draft) => fits(kindOf(draft)));
      return { heading, kind: 'settled', drafts: strongestFirst(here, strongest), vacant: [] };
    }),
    ...HEADS.map(
      ({ unsettled: heading, fits }): Plain => ({
        heading,
        kind: 'unsettled',
        drafts: wanted.filter((draft) => !isSettled(draft) && fits(kindOf(draft))),
        vacant: vacant.filter((name) => fits(phrases.statements[name] ?? { kind: 'define' })),
      }),
    ),
    { heading: 'follows', kind: 'follows', drafts: drafts.filter((draft) => reached.has(draft)), vacant: [] },
  ];
  return numbered(plain, strongest, detailOf, open);
}

/** A group before its answers have numbers. */
interface Plain {
  readonly heading: Heading;
  readonly kind: AnswerGroup['kind'];
  readonly drafts: readonly Draft[];
  readonly vacant: readonly string[];
}

/** Gives each paragraph its number; groups of nothing fall out. */
function numbered(
  groups: readonly Plain[],
  strongest: ReadonlyMap<Draft, Draft>,
  detailOf: (draft: Draft) => Detail,
  open: ReadonlySet<string>,
): readonly AnswerGroup[] {
  let number = 0;
  const numbers = new Map<Draft, number>();
  return groups.flatMap(({ heading, kind, drafts, vacant: names }): readonly AnswerGroup[] => {
    const answers = drafts.map((draft): Answer => {
      number += 1;
      numbers.set(draft, number);
      const stronger = kind === 'settled' ? strongest.get(draft) : undefined;
      const sameActAs = stronger === undefined ? undefined : numbers.get(stronger);
      return { ...draft, number, detail: detailOf(draft), ...(sameActAs === undefined ? {} : { sameActAs }) };
    });
    const vacant = names.map((name): Vacant => {
      number += 1;
      return { name, number };
    });
    const isOpen = vacant.length > 0 || answers.some(({ name }) => open.has(name));
    return answers.length + vacant.length === 0 ? [] : [{ heading, kind, answers, vacant, open: isOpen }];
  });
}

/**
 * Each settled rule that asks the same act as a stronger settled one, with the strongest. Prohibitions share what must not be
 * done so often (that a message is sent) that only those of the same words are told as one.
 */
function strongestOf(
  settled: readonly Draft[],
  { statements }: Pick<Phrasebook, 'statements'>,
): ReadonlyMap<Draft, Draft> {
  const found = new Map<Draft, Draft>();
  for (const draft of settled) {
    const { sameAct = [], modality, act } = statements[draft.name] ?? {};
    const isForbidden = modality === 'mustNot' || modality === 'shouldNot';
    const first = sameAct
      .filter((name) => !isForbidden || statements[name]?.act === act)
      .map((name) => settled.find((other) => other.name === name && other.of === draft.of))
      .find((other) => other !== undefined);
    if (first !== undefined && first !== draft) found.set(draft, first);
  }
  return found;
}

/** Each of these, followed by those of them that ask the same act less strongly. Law and good practice never stand together. */
function strongestFirst(drafts: readonly Draft[], strongest: ReadonlyMap<Draft, Draft>): readonly Draft[] {
  return drafts.flatMap((draft) => {
    const stronger = strongest.get(draft);
    if (stronger !== undefined && drafts.includes(stronger)) return [];
    return [draft, ...drafts.filter((weaker) => strongest.get(weaker) === draft)];
  });
}

/** Has it an answer? */
export function isSettled({ kind, result }: Draft | Answer): boolean {
  return kind === 'rule' ? result.status !== 'undetermined' : result.value !== 'unknown';
}

/** Every result: those asked for in the order asked, then the others in the order of the assessment. */
function draftsOf(assessment: Assessment, asked: readonly string[]): readonly Draft[] {
  const { definitions, rules } = assessment;
  const rank = (name: string): number => (asked.includes(name) ? asked.indexOf(name) : asked.length);
  return [
    ...Object.entries(definitions).flatMap(([name, all]) =>
      eachOf(all).map(
        (result): Draft => ({
          kind: 'definition',
          ...about(name, result),
          result,
          asked: asked.includes(name),
        }),
      ),
    ),
    ...Object.entries(rules).flatMap(([name, all]) =>
      eachOf(all).map(
        (result): Draft => ({
          kind: 'rule',
          ...about(name, result),
          result,
          // The verdict is over every rule examined: what it turns on is always told.
          asked: asked.includes(name) || decidesVerdict(result),
        }),
      ),
    ),
  ].toSorted((a, b) => rank(a.name) - rank(b.name));
}

function about(
  name: string,
  result: { readonly of?: string },
): { readonly name: string; readonly of?: string } {
  return result.of === undefined ? { name } : { name, of: result.of };
}

/** The result of a statement, or one for each instance. */
export function eachOf<R extends object>(all: R | Instances<R>): readonly (R & { readonly of?: string })[] {
  return isInstances(all) ? all.instances : [all];
}

function isInstances<R extends object>(all: R | Instances<R>): all is Instances<R> {
  return 'instances' in all;
}

function decidesVerdict({ modality, status }: RuleResult): boolean {
  return (
    (modality === 'must' || modality === 'mustNot') && (status === 'breached' || status === 'undetermined')
  );
}

function presumablyAsked(assessment: Assessment): readonly string[] {
  const { definitions, rules } = assessment;
  const results = [...Object.values(definitions), ...Object.values(rules)].flatMap(
    (all): readonly Pick<Result, 'because'>[] => eachOf<Pick<Result, 'because'>>(all),
  );
  const referred = new Set(results.flatMap(({ because }) => referencesIn(because).map(({ name }) => name)));
  return [
    ...Object.keys(definitions).filter((name) => assessment.goals.includes(name) || !referred.has(name)),
    ...Object.keys(rules),
  ];
}

function openNames({ definitions, rules }: Assessment): ReadonlySet<string> {
  return new Set(
    [...Object.entries(definitions), ...Object.entries(rules)].flatMap(([name, all]) =>
      'instances' in all && !all.complete ? [name] : [],
    ),
  );
}

/** What the reasons of these lead to, and where those lead: not asked for, and told in full. */
function reachable(
  drafts: readonly Draft[],
  from: readonly Draft[],
  detailOf: (draft: Draft) => Detail,
): ReadonlySet<Draft> {
  const found = new Set<Draft>();
  const pending = [...from];
  for (let draft = pending.pop(); draft !== undefined; draft = pending.pop()) {
    const references = referencesIn(draft.result.because);
    for (const other of drafts) {
      if (other.asked || found.has(other) || detailOf(other) === 'brief') continue;
      if (!references.some(({ name, of }) => name === other.name && (of === undefined || of === other.of)))
        continue;
      found.add(other);
      pending.push(other);
    }
  }
  return found;
}

/** The statements that reasons refer to: by name, by an aspect or label (`respond.applies`), as another rule's step. */
function referencesIn(reasons: readonly Reason[]): readonly Reference[] {
  return reasons.flatMap((reason): readonly Reference[] => {
    const inside = 'because' in reason ? referencesIn(reason.because) : [];
    if (reason.kind === 'definition') {
      const [head = '', part] = reason.name.split('.');
      return [reason, ...(part === undefined ? [] : [{ ...reason, name: head }]), ...inside];
    }
    const isAspect =
      reason.kind === 'applies' || reason.kind === 'met' || reason.kind === 'late' || reason.kind === 'due';
    return isAspect && reason.label !== undefined ? [{ name: reason.label }, ...inside] : inside;
  });
}
