/** The trace of one result as points: each operative reason a clause, with what it rests on under it. */
import type { Attribution, CiteInfo, FactReason, Reason, Status, StepReason } from '@proviso/runtime';
import type { RuleAnswer } from './answers.ts';
import { branch, type Citation, leaf, type Point, type Reference } from './outline.ts';
import type { Cites } from './sources.ts';
import type { TextKind } from './texts.ts';
import type { Aspect, StepPlace, Wording } from './wording.ts';

/** What a reason is about: whose it is, and how the result it explains came out. */
export interface ReasonContext extends StepPlace {
  /** Of the instance that is spoken of. */
  readonly say: Wording;
  /** Of another instance. */
  readonly sayOf: (of: string | undefined) => Wording;
  /** By the law of the day by which the result was judged. */
  readonly cites: Cites;
  /** The kind of text that a statement rests on, where that is not law. */
  readonly textOf: (statement: string) => TextKind | undefined;
  /** The day of the assessment. */
  readonly asOf: string;
  /** The instance that is spoken of already: not named again. */
  readonly of: string | undefined;
  /** The status of a rule were it to apply, where nothing but that is open, and it was found. */
  readonly ifApplies: (rule: RuleAnswer) => Status | undefined;
  /** Is the no of this definition, or of this instance of it, only "not established"? */
  readonly isNotEstablished: (definition: string, of: string | undefined) => boolean;
  /** Did this definition, or this instance of it, come out as no only because a law is out of force? */
  readonly isOutOfForce: (definition: string, of: string | undefined) => boolean;
  /** The reasons of a definition, wherever in the assessment they are; none where it is not in it. */
  readonly reasonsOf: (definition: string) => readonly Reason[];
  /** The paragraph where a statement is explained; undefined where it is not. */
  readonly paragraphOf: (statement: string, of: string | undefined) => number | undefined;
  /** Did the author put a question for this fact? */
  readonly hasQuestion: (path: string) => boolean;
  /** On whose word a fact is given, where that is known. */
  readonly attributionOf: (path: string) => Attribution | undefined;
  /** Is it known that, but for its exceptions, the result would be otherwise? */
  readonly baseHolds: () => boolean;
}

/** Citations in the words of the language, each once. */
export function citations(cites: readonly CiteInfo[], inWords: Cites): readonly Citation[] {
  return together(cites.map(inWords));
}

/** Normalised reasons as points; one that says nothing of its own gives way to what is under it. */
export function reasonPoints(reasons: readonly Reason[], context: ReasonContext): readonly Point[] {
  return dropRepeats(
    toldTogether(reasons, context).flatMap((told) => {
      if ('aspects' in told) return [otherRulePoint(told, context)];
      return 'members' in told ? memberPoints(told.members, context) : reasonPoint(told, context);
    }),
  );
}

/** The same words twice beside each other say no more than once; what is cited for them is cited together. */
function dropRepeats(points: readonly Point[]): readonly Point[] {
  const merged = new Map<string, Point>();
  for (const point of points) {
    const key = JSON.stringify({ ...point, cites: undefined });
    const cites = together([...(merged.get(key)?.cites ?? []), ...(point.cites ?? [])]);
    merged.set(key, cites.length === 0 ? point : { ...point, cites });
  }
  return [...merged.values()];
}

function together<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function reasonPoint(reason: Reason, context: ReasonContext): readonly Point[] {
  const { say } = context;
  switch (reason.kind) {
    case 'fact':
      return [leaf(say.fact(reason, context.asOf, context.attributionOf(reason.path)))];
    case 'list':
      return [leaf(say.listReason(reason))];
    case 'definition': {
      const { name, of, value } = reason;
      const about = of === context.of ? undefined : of;
      const clause = context.isOutOfForce(name, of)
        ? `${about === undefined ? '' : `${say.about(about)}, `}${say.lawSilent(name)}`
        : (about === undefined ? say : context.sayOf(about)).definition(
            name,
            value,
            context.isNotEstablished(name, of),
            about,
          );
      return [leaf(clause, seeing(name, of, context))];
    }
    case 'element':
      if (isOneDefinition(reason.because, reason.path)) return reasonPoints(reason.because, context);
      return [
        branch(
          say.about(reason.path),
          reasonPoints(reason.because, { ...context, of: reason.path, say: context.sayOf(reason.path) }),
        ),
      ];
    case 'law':
      // A governing date alone, with no bounds to be within or outside, decides nothing.
      if (reason.from === undefined && reason.ceasing === undefined) return [];
      return [branch(say.law(reason, context.statement), reasonPoints(reason.because, context))];
    case 'asOf':
      return [];
    case 'ambiguity':
      return [leaf(say.readingTaken(reason.ambiguity, reason.reading))];
    default:
      return stepPoints(reason, context);
  }
}

/** What is said of a member by a definition of it names the member itself. */
function isOneDefinition(reasons: readonly Reason[], member: string): boolean {
  const [only] = reasons;
  return reasons.length === 1 && only?.kind === 'definition' && only.of === member;
}

function seeing(
  name: string,
  of: string | undefined,
  { say, paragraphOf }: ReasonContext,
): { readonly see?: Reference } {
  const paragraph = paragraphOf(name, of);
  return paragraph === undefined ? {} : { see: { words: say.see(paragraph), paragraph } };
}

function stepPoints(step: StepReason, context: ReasonContext): readonly Point[] {
  const { say } = context;
  const inside = step.kind === 'exception' ? { ...context, inException: true } : context;
  // What the source leaves open has a question of its own, put where it is asked; without one, the step says it all.
  const isOpenGround =
    step.kind === 'otherwise' &&
    (step.value === 'unknown' ||
      step.because.every((one) => one.kind === 'fact' && !context.hasQuestion(one.path)));
  const under = isOpenGround ? [] : reasonPoints(step.because, inside);
  const cites = citations(step.cites, context.cites);
  const clause = say.step(step, context, isTakenOut(step, context) && context.baseHolds());
  if (clause === undefined) {
    // The step adds no words of its own: what is under it speaks, with its citation on the one or the first of them.
    const [first, ...rest] = under;
    if (first === undefined) return [];
    if (cites.length === 0 || first.cites !== undefined) return under;
    return [{ ...first, cites }, ...rest];
  }
  const [only] = under;
  // That a permission applies is told in a paragraph of its own.
  if (step.kind === 'despite' && only?.see !== undefined) return [leaf(clause, { cites, see: only.see })];
  const merged =
    only !== undefined && under.length === 1 && only.points.length === 0
      ? (say.ground(step, context, only.text) ?? say.turnsOn(clause, only.text))
      : undefined;
  if (only === undefined || merged === undefined)
    return [{ ...branch(clause, under, { cites }), ...(standsAside(step) ? { decides: false } : {}) }];
  const all = together([...cites, ...(only.cites ?? [])]);
  return [leaf(merged, { cites: all, ...(only.see === undefined ? {} : { see: only.see }) })];
}

/** Does an exception or a permission take the case out here, and not only stand inside another exception? */
function isTakenOut({ kind, value }: StepReason, { inException, takesOut }: StepPlace): boolean {
  return (kind === 'exception' || kind === 'despite') && value === 'yes' && !inException && takesOut;
}

/** Does the step only say that nothing is in the way? */
function standsAside({ kind, value }: StepReason): boolean {
  return value === 'no' && (kind === 'exception' || kind === 'despite' || kind === 'otherwise');
}

/** What of another rule decided, settled or not: told in one clause, since the rule has a paragraph of its own. */
interface OtherRule {
  readonly rule: string;
  readonly aspects: readonly Aspect[];
}

/** What of the members of one set decided: those that are in it, or that are not, in one clause. */
interface Members {
  readonly members: readonly FactReason[];
}

type Told = Reason | OtherRule | Members;

/** What stands beside each other and can be told in one clause, together. */
function toldTogether(reasons: readonly Reason[], context: ReasonContext): readonly Told[] {
  const found: Told[] = [];
  for (const reason of reasons) {
    const told = otherRuleAspect(reason, context) ?? setMember(reason) ?? reason;
    const last = found.at(-1);
    const both = last === undefined ? undefined : joined(last, told);
    if (both === undefined) found.push(told);
    else found[found.length - 1] = both;
  }
  return found;
}

/** Steps of one rule that are all settled, or all not; members of one set that are all in it, or all not. */
function joined(last: Told, next: Told): Told | undefined {
  if ('aspects' in last && 'aspects' in next) {
    const isOpen = ({ aspects }: OtherRule): boolean => aspects[0]?.value === 'unknown';
    return last.rule === next.rule && isOpen(last) === isOpen(next)
      ? { rule: last.rule, aspects: [...last.aspects, ...next.aspects] }
      : undefined;
  }
  if ('members' in last && 'members' in next) {
    const [one, other] = [last.members[0], next.members[0]];
    return one?.path === other?.path && one?.value === other?.value
      ? { members: [...last.members, ...next.members] }
      : undefined;
  }
  return undefined;
}

/** A judgement is told as one, each for itself. */
function setMember(reason: Reason): Members | undefined {
  return reason.kind === 'fact' && reason.member !== undefined && reason.input === 'fact'
    ? { members: [reason] }
    : undefined;
}

function memberPoints(members: readonly FactReason[], context: ReasonContext): readonly Point[] {
  const clause = members.length === 1 ? undefined : context.say.members(members);
  return clause === undefined ? members.flatMap((member) => reasonPoint(member, context)) : [leaf(clause)];
}

function otherRuleAspect(reason: Reason, context: ReasonContext): OtherRule | undefined {
  switch (reason.kind) {
    case 'applies':
    case 'met':
    case 'late':
    case 'due': {
      const { kind, label, value } = reason;
      return label === undefined || label === context.statement
        ? undefined
        : { rule: label, aspects: [{ kind, value }] };
    }
    default:
      return undefined;
  }
}

function otherRulePoint({ rule, aspects }: OtherRule, context: ReasonContext): Point {
  return leaf(context.say.otherRule(rule, aspects), seeing(rule, context.of, context));
}
