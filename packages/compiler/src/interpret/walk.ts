/** Walks over reasons: into steps, and on through references to the reasons of what they refer to. */
import { definitionKey, type Evaluation } from './evaluate.ts';
import { reasonsOfDefinition } from './reasons.ts';
import type { Why } from './why.ts';

/** Every reason, steps and all they hold, references followed; each definition is entered once. */
export function* allReasons(
  evaluation: Evaluation,
  reasons: readonly Why[],
  entered: Set<string> = new Set(),
): Generator<Why> {
  for (const why of reasons) {
    yield why;
    if ('because' in why) yield* allReasons(evaluation, why.because, entered);
    if (why.kind !== 'definition') continue;
    const key = definitionKey(why.id, why.of);
    if (entered.has(key)) continue;
    entered.add(key);
    yield* allReasons(evaluation, reasonsOfDefinition(evaluation, why.id, why.of), entered);
  }
}

/** Every citation in reasons, references not followed. */
export function* citesIn(reasons: readonly Why[]): Generator<number> {
  for (const why of reasons) {
    if (why.kind === 'step') yield* why.mark.cites;
    if ('because' in why) yield* citesIn(why.because);
  }
}
