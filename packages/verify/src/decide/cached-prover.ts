/** A prover that remembers: questions whose digests it has an answer to are not asked again. */
import { valuesUnder } from '../form/assignment.ts';
import { variablesUnder } from '../form/cone.ts';
import type { Form, NodeId } from '../form/form.ts';
import type { Answer, ProvedBy, Prover, Question } from './prover.ts';
import { digestOfQuestion } from './question-digest.ts';

/** Answers in plain JSON, by the digest of their question. Variables stand under their names. */
export type Memory = Readonly<Record<string, Remembered>>;

/** One answer remembered. */
export type Remembered =
  | { readonly kind: 'none'; readonly by: ProvedBy }
  | { readonly kind: 'found'; readonly values: Readonly<Record<string, boolean | number>> };

/** A prover, and all that was asked of it. */
export interface CachedProver extends Prover {
  /** The answers given so far, remembered ones among them: what to keep for the next time. */
  readonly memory: () => Memory;
  /** How many questions were asked, and how many of those had an answer already. */
  readonly counts: () => { readonly asked: number; readonly remembered: number };
}

/**
 * Wraps a prover. A remembered case is checked by evaluation before it is given again. A remembered `none` is taken at its
 * word, so that a memory has to be trusted as much as the program; whoever does not asks without one.
 */
export function cachedProver(prover: Prover, before: Memory): CachedProver {
  const memory = new Map<string, Remembered>();
  const counts = { asked: 0, remembered: 0 };
  return {
    memory: () => Object.fromEntries(memory),
    counts: () => ({ ...counts }),
    close: () => prover.close(),
    ask: async (questions, progress) => {
      const digests = questions.map(digestOfQuestion);
      const answers = questions.map((question, i) => {
        const digest = digests[i] ?? '';
        const remembered = memory.get(digest) ?? (Object.hasOwn(before, digest) ? before[digest] : undefined);
        return remembered === undefined ? undefined : recall(question, remembered);
      });
      counts.asked += questions.length;
      counts.remembered += answers.filter((answer) => answer !== undefined).length;
      const open = questions.flatMap((question, i) => (answers[i] === undefined ? [{ question, i }] : []));
      const done = questions.length - open.length;
      const fresh = await prover.ask(
        open.map(({ question }) => question),
        progress === undefined ? undefined : (count) => progress(done + count),
      );
      for (const [at, { i }] of open.entries()) answers[i] = fresh[at];
      return answers.map((answer, i) => {
        if (answer === undefined) throw new Error('a prover gave fewer answers than there were questions');
        const { form } = questions[i] as Question;
        const kept = remember(form, answer);
        if (kept !== undefined) memory.set(digests[i] ?? '', kept);
        return answer;
      });
    },
  };
}

/** What was not decided is tried again: another budget may decide it. */
function remember(form: Form, answer: Answer): Remembered | undefined {
  if (answer.kind === 'none') return answer;
  if (answer.kind === 'notDecided') return undefined;
  const values = [...answer.assignment].map(([id, value]) => [nameOf(form, id), value] as const);
  return { kind: 'found', values: Object.fromEntries(values) };
}

function recall({ form, all }: Question, remembered: Remembered): Answer | undefined {
  if (remembered.kind === 'none') return remembered;
  const assignment = new Map<NodeId, boolean | number>();
  for (const id of variablesUnder(form, all)) {
    const name = nameOf(form, id);
    if (!Object.hasOwn(remembered.values, name)) return undefined;
    assignment.set(id, remembered.values[name] ?? false);
  }
  const value = valuesUnder(form, assignment);
  return all.every((id) => value(id) === true) ? { kind: 'found', assignment } : undefined;
}

/** Yes/no variables and numbers may have the same name. */
function nameOf(form: Form, id: NodeId): string {
  const node = form.node(id);
  if (node.op === 'boolVar') return `yes/no ${node.name}`;
  if (node.op === 'intVar') return `number ${node.name}`;
  throw new Error(`node ${id} is no variable`);
}
