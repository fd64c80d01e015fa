/** The interview at a terminal, with @clack/prompts. Everything goes to standard error, so that the result can be piped. */
import { isCancel, log, multiselect, select, text } from '@clack/prompts';
import type { Choice, Question } from '@proviso/interview';
import type { Interviewee } from './interview.ts';
import { inertText } from '../output/inert.ts';
import { answerHint, askedText, instead, readReply, type Reply } from './reply.ts';

const output = process.stderr;

const UNKNOWN: Reply = { kind: 'unknown' };
const BACK: Reply = { kind: 'back' };
const STOP: Reply = { kind: 'stop' };

/** A person at this terminal. Esc, Ctrl-C and Ctrl-D end the interview with what is known so far. */
export function terminalInterviewee(): Interviewee {
  return {
    ask: askAtTerminal,
    tell: (message) => {
      log.warn(inertText(message, false), { output });
    },
  };
}

async function askAtTerminal(question: Question): Promise<Reply> {
  const message = inertText(askedText(question, ''), false);
  const { type } = question.field;
  if (question.kind === 'list' || type.kind === 'yesno')
    return choose(message, [
      ['Yes', true],
      ['No', false],
    ]);
  if (type.kind === 'enum')
    return choose(
      message,
      question.members.map(({ member, words }) => [words, member]),
    );
  if (type.kind === 'set') return chooseSome(message, question.members);
  const typed = await ended((signal) =>
    text({
      message,
      output,
      signal,
      placeholder: `${answerHint(question)}; ? where not known; back`,
      validate: (value = '') => {
        // One Enter too many after a menu is no answer.
        if (value.trim() === '') return `nothing is typed; ${instead(question)}`;
        const reply = readReply(question, value);
        return typeof reply === 'string' ? reply : undefined;
      },
    }),
  );
  if (isCancel(typed)) return STOP;
  const reply = readReply(question, typed);
  return typeof reply === 'string' ? UNKNOWN : reply;
}

async function choose(
  message: string,
  values: readonly (readonly [label: string, value: unknown])[],
): Promise<Reply> {
  const replies: readonly { readonly label: string; readonly reply: Reply }[] = [
    ...values.map(([label, value]) => ({ label, reply: { kind: 'value', value } as const })),
    { label: 'I don’t know', reply: UNKNOWN },
    { label: 'Back', reply: BACK },
  ];
  const picked = await ended((signal) =>
    select({ message, output, signal, options: replies.map(({ label }, value) => ({ label, value })) }),
  );
  if (isCancel(picked)) return STOP;
  return replies[picked]?.reply ?? UNKNOWN;
}

async function chooseSome(message: string, members: readonly Choice[]): Promise<Reply> {
  const how = await choose(message, [
    ['Choose', 'choose'],
    ['None of them', 'none'],
  ]);
  if (how.kind !== 'value') return how;
  if (how.value === 'none') return { kind: 'value', value: [] };
  const picked = await ended((signal) =>
    multiselect({
      message,
      output,
      signal,
      required: false,
      options: members.map(({ member, words }) => ({ label: words, value: member })),
    }),
  );
  return isCancel(picked) ? STOP : { kind: 'value', value: picked };
}

/** Shows a prompt that Ctrl-D ends as Esc does: where readline closes at it, the prompt would wait for ever. */
async function ended<T>(show: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const onKey = (_: unknown, key: { readonly ctrl?: boolean; readonly name?: string } | undefined): void => {
    if (key?.ctrl === true && key.name === 'd') end.abort();
  };
  const answer = show(end.signal);
  // After the prompt's own listeners, which are still to see this key.
  process.stdin.on('keypress', onKey);
  try {
    return await answer;
  } finally {
    process.stdin.off('keypress', onKey);
  }
}
