/** Holds the pack in a thread of its own, so that nobody waits for a check while typing. */
import type { Asked, ScenarioTold, Told } from './protocol.ts';
import { Session } from './session.ts';

/** For so many milliseconds scenarios are run before what the page says next is listened to. */
const atOnce = 100;

type Question = Exclude<Asked, { readonly kind: 'texts' | 'text' }>;

let session: Session | undefined;
let revision = 0;

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  switch (data.kind) {
    case 'texts':
      session = new Session(data.pack);
      return takeUp(session, data.revision);
    case 'text': {
      const { file, text } = data;
      session?.write(file, text);
      return session === undefined ? undefined : takeUp(session, data.revision);
    }
    default:
      return answer(data);
  }
});

/** Whatever happens, who asks is answered. */
function answer(asked: Question): void {
  const { id } = asked;
  try {
    tell({ kind: 'answer', id, answer: session && answerOf(session, asked) });
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}

function answerOf(of: Session, asked: Question): unknown {
  switch (asked.kind) {
    case 'assess':
      return of.assess(asked.of);
    case 'template':
      return of.template(asked.goal);
    case 'scenario':
      return of.scenario(asked.name);
    case 'format':
      return of.format(asked.file);
    case 'tell':
      return of.names.tell(asked.at);
    case 'offers':
      return of.names.offers(asked.at);
    case 'rename':
      return of.names.rename(asked.at, asked.to);
    default:
      throw new Error(`nothing of this kind is answered: ${String(asked satisfies never)}`);
  }
}

/** Checks the texts when those that have come meanwhile are taken in, and runs the scenarios a few at a time. */
function takeUp(of: Session, now: number): void {
  revision = now;
  setTimeout(() => {
    if (revision !== now) return;
    const { findings, offer } = of.check();
    tell({ kind: 'checked', revision: now, findings, ...(offer === undefined ? {} : { offer }) });
    if (offer !== undefined) run(of, now, offer.scenarios.length);
  });
}

function run(of: Session, now: number, count: number): void {
  const runs = of.scenarios();
  const failed: ScenarioTold[] = [];
  let passed = 0;
  const step = (): void => {
    if (revision !== now) return;
    const until = performance.now() + atOnce;
    let isDone = false;
    while (!isDone && performance.now() < until) {
      const { value } = runs.next();
      if (value === undefined) isDone = true;
      else if (value.passed) passed += 1;
      else failed.push(value);
    }
    const left = count - passed - failed.length;
    tell({ kind: 'scenarios', revision: now, of: { passed, failed: [...failed], left } });
    if (!isDone) setTimeout(step);
  };
  step();
}

function tell(told: Told): void {
  self.postMessage(told);
}
