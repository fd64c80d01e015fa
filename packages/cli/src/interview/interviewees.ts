/** Ways to be interviewed without a terminal: lines of text, or a file of facts that answers for someone. */
import { membersAt, type Question, valueAt } from '@proviso/interview';
import type { Host } from '../host/host.ts';
import type { Interviewee } from './interview.ts';
import { answerHint, askedText, readReply, type Reply } from './reply.ts';

/** Questions on standard error, answers as lines of standard input; where they end, the rest is not known. */
export function lineInterviewee(host: Host): Interviewee {
  const lines = host.inputLines()[Symbol.asyncIterator]();
  return {
    tell: (text) => {
      host.stderr.write(`  ${text}\n`);
    },
    ask: async (question) => {
      host.stderr.write(`${questionText(question)}\n`);
      for (;;) {
        const line = await lines.next();
        if (line.done === true) return { kind: 'unknown' };
        const reply = readReply(question, line.value);
        if (typeof reply !== 'string') return reply;
        host.stderr.write(`  ${reply}\n`);
      }
    },
  };
}

/** A file of facts, nested as for `assess`: what it does not have is not known. */
export function fileInterviewee(facts: unknown, refuse: (text: string) => never): Interviewee {
  const given = new Map<string, number>();
  return {
    tell: refuse,
    ask: (question) => Promise.resolve(replyFrom(facts, question, given)),
  };
}

function replyFrom(facts: unknown, { path, kind }: Question, given: Map<string, number>): Reply {
  const value = valueAt(facts, path);
  if (kind !== 'list')
    return value === undefined || value === null ? { kind: 'unknown' } : { kind: 'value', value };
  const told = given.get(path) ?? 0;
  if (told < membersAt(facts, path).length) {
    given.set(path, told + 1);
    return { kind: 'value', value: true };
  }
  return Array.isArray(value) ? { kind: 'value', value: false } : { kind: 'unknown' };
}

/** A question with its help and what may be answered. */
export function questionText(question: Question): string {
  return `${askedText(question, '  ')}\n  [${answerHint(question)}; ? or nothing for "I don't know"; back]`;
}
