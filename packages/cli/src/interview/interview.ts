/**
 * The interview: asks only what still matters, the most useful question first, until the goals are settled or nobody
 * knows any more. Every question can be answered with "I don't know", and every answer can be taken back.
 */
import {
  type Assessment,
  FactsError,
  type RankedNeed,
  rankNeeds,
  stepsOfPath,
  withFact,
} from '@proviso/runtime';
import type { UsablePack } from '../pack/compile-pack.ts';
import { type Question, questionOf, type Reply } from './question.ts';

/** Whoever is asked. */
export interface Interviewee {
  readonly ask: (question: Question) => Promise<Reply>;
  /** Something about the last answer. */
  readonly tell: (text: string) => void;
}

/** What is to be found out. */
export interface InterviewOptions {
  readonly asOf: string;
  readonly goals: readonly string[];
  readonly readings: Readonly<Record<string, string>>;
}

/** What came of it. */
export interface Interview {
  readonly facts: unknown;
  /** Every question that stands answered, in order; `null` for "I don't know". */
  readonly asked: readonly { readonly path: string; readonly answer: unknown }[];
  readonly assessment: Assessment;
}

interface State {
  readonly facts: unknown;
  readonly unknown: ReadonlySet<string>;
  readonly asked: Interview['asked'];
}

/** Holds the interview. */
export async function interview(
  pack: UsablePack,
  options: InterviewOptions,
  person: Interviewee,
): Promise<Interview> {
  const assess = (facts: unknown): Assessment => pack.assess(facts, options);
  const history: State[] = [];
  let state: State = { facts: {}, unknown: new Set(), asked: [] };
  let assessment = assess(state.facts);
  for (;;) {
    const need = nextNeed(assessment, state.unknown);
    if (need === undefined) break;
    const question = questionOf(need, pack.plan, pack.phrases);
    const reply = await person.ask(question);
    if (reply.kind === 'stop') break;
    if (reply.kind === 'back') {
      const before = history.pop();
      if (before === undefined) person.tell('this is the first question');
      else state = before;
      assessment = assess(state.facts);
      continue;
    }
    const next = answered(state, question, reply);
    try {
      assessment = assess(next.facts);
      history.push(state);
      state = next;
    } catch (error) {
      if (!(error instanceof FactsError)) throw error;
      person.tell(error.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    }
  }
  return { facts: state.facts, asked: state.asked, assessment };
}

/** One question is asked at a time: of the needs that serve the most answers, so many are looked into. */
const lookAhead = 12;

/** The most useful need that is not given up; a list only when nothing more is to be asked of the members it has. */
function nextNeed(assessment: Assessment, unknown: ReadonlySet<string>): RankedNeed | undefined {
  const open = rankNeeds(assessment, { lookAhead }).filter(({ path }) => !unknown.has(path));
  return (
    open.find(
      ({ path, kind }) => kind !== 'list' || !open.some((other) => other.path.startsWith(`${path}[`)),
    ) ?? open[0]
  );
}

function answered(state: State, question: Question, reply: Reply): State {
  const { path } = question;
  if (reply.kind !== 'value') {
    return {
      ...state,
      unknown: new Set([...state.unknown, path]),
      asked: [...state.asked, { path, answer: null }],
    };
  }
  const value = question.kind === 'list' ? listAfter(state.facts, path, reply.value === true) : reply.value;
  return {
    ...state,
    facts: withFact(state.facts, path, value),
    asked: [...state.asked, { path, answer: reply.value }],
  };
}

/** The list with one more member of which nothing is known, or as complete. */
function listAfter(facts: unknown, path: string, more: boolean): unknown {
  const members = membersAt(facts, path);
  return more ? { atLeast: [...members, {}] } : members;
}

/** The members that a list has so far. */
export function membersAt(facts: unknown, path: string): readonly unknown[] {
  const list = valueAt(facts, path);
  if (Array.isArray(list)) return list;
  const some = typeof list === 'object' && list !== null && 'atLeast' in list ? list.atLeast : undefined;
  return Array.isArray(some) ? some : [];
}

/** What facts say at a path; undefined where nothing. Members of an incomplete list are found as of a complete one. */
export function valueAt(facts: unknown, path: string): unknown {
  let value = facts;
  for (const step of stepsOfPath(path)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const holder: object =
      typeof step === 'number' && 'atLeast' in value && Array.isArray(value.atLeast) ? value.atLeast : value;
    value = Object.hasOwn(holder, step)
      ? (holder as Readonly<Record<string | number, unknown>>)[step]
      : undefined;
  }
  return value;
}
