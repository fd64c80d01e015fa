/** Questions about valid cases, what samples show first. */
import type { Answer, Prover } from '../decide/prover.ts';
import type { NodeId } from '../form/form.ts';
import type { Trail, Translation } from '../translate/translator.ts';
import { validityFor } from '../translate/validity.ts';
import type { Samples } from './samples.ts';

/** Is there a valid case in which this node holds? */
export interface Asked {
  readonly node: NodeId;
  /** Of what the node was made of, so that the dates it is asked on lie in the pack's period. */
  readonly trails: readonly Trail[];
}

/** `seen`: in a sample, which is not a smallest case and is not shown to anyone. */
export type Told = Answer | { readonly kind: 'seen' };

/** What every search works with. */
export interface Search {
  readonly translation: Translation;
  readonly prover: Prover;
  readonly samples: Samples;
  /** Told how many more questions were answered. */
  readonly progress: (done: number) => void;
}

/** Asks whether there is a valid case for each, looking at the samples first. */
export async function askWhether(
  { translation, prover, samples, progress }: Search,
  asked: readonly Asked[],
): Promise<readonly Told[]> {
  const { form } = translation;
  const shown = samples.shown(asked.map(({ node }) => node));
  const told = asked.map(({ node }): Told | undefined => {
    if (node === form.no) return { kind: 'none', by: 'form' };
    return shown.has(node) ? { kind: 'seen' } : undefined;
  });
  // Equal nodes are asked once.
  const open = new Map<NodeId, { readonly asked: Asked; readonly at: number[] }>();
  for (const [i, each] of asked.entries()) {
    if (told[i] !== undefined) continue;
    const same = open.get(each.node);
    if (same === undefined) open.set(each.node, { asked: each, at: [i] });
    else same.at.push(i);
  }
  const asking = [...open.values()];
  progress(told.filter((each) => each !== undefined).length);
  const answers = await answersTo(
    { translation, prover, samples, progress },
    asking.map((each) => each.asked),
  );
  for (const [i, { at }] of asking.entries()) for (const each of at) told[each] = answers[i];
  return told.map((each) => {
    if (each === undefined) throw new Error('a question had no answer');
    return each;
  });
}

/** Asks a prover for a valid case for each, which samples cannot replace. */
export async function answersTo(
  { translation, prover, samples, progress }: Search,
  asked: readonly Asked[],
): Promise<readonly Answer[]> {
  const { form } = translation;
  let before = 0;
  const answers = await prover.ask(
    asked.map(({ node, trails }) => ({ form, all: [node, ...validityFor(translation, [node], trails)] })),
    (done) => {
      progress(done - before);
      before = done;
    },
  );
  samples.add(answers.flatMap((answer) => (answer.kind === 'found' ? [answer.assignment] : [])));
  return answers;
}
