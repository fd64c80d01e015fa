/**
 * The interview: asks only what still matters, the most useful question first, until the goals are settled or nobody
 * knows any more. Every question can be answered with "I don't know", and every answer can be taken back.
 */
import {
  type Asked,
  caseOf,
  membersAt,
  nextNeed,
  type Question,
  questionOf,
  questionWords,
} from '@proviso/interview';
import { type Assessment, FactsError } from '@proviso/runtime';
import { type PackInWords, toldProblem } from '@proviso/cases';
import type { Reply } from './reply.ts';

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

/** Holds the interview. */
export async function interview(
  pack: PackInWords,
  options: InterviewOptions,
  person: Interviewee,
): Promise<Interview> {
  let asked: readonly Asked[] = [];
  let { facts, unknown } = caseOf(asked);
  let assessment = pack.assess(facts, options);
  for (;;) {
    const need = nextNeed(assessment, unknown, { lookAhead });
    if (need === undefined) break;
    const question = questionOf(need, pack.plan, pack.phrases);
    const listed = question.kind === 'list' ? membersAt(facts, question.path).length : 0;
    const reply = await person.ask({ ...question, ask: questionWords(question, listed, pack.phrases) });
    if (reply.kind === 'stop') break;
    if (reply.kind === 'back' && asked.length === 0) {
      person.tell('this is the first question');
      continue;
    }
    const next = reply.kind === 'back' ? asked.slice(0, -1) : [...asked, askedOf(question, reply)];
    const told = caseOf(next);
    try {
      assessment = pack.assess(told.facts, options);
      ({ facts, unknown } = told);
      asked = next;
    } catch (error) {
      if (!(error instanceof FactsError)) throw error;
      const told = error.problems.map((problem) => toldProblem(problem, pack.plan, pack.phrases));
      person.tell(told.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    }
  }
  return { facts, asked: asked.map(({ path, answer }) => ({ path, answer })), assessment };
}

/** One question is asked at a time: of the needs that serve the most answers, so many are looked into. */
const lookAhead = 12;

function askedOf({ path, kind }: Question, reply: Reply): Asked {
  return { path, list: kind === 'list', answer: reply.kind === 'value' ? reply.value : null };
}
