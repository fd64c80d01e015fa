/** The worker as the page sees it: questions with answers, and news of the texts. */
import type {
  Asked,
  CaseAnswer,
  CaseText,
  NameAt,
  Offer,
  PackTexts,
  Place,
  Renamed,
  Told,
} from './protocol.ts';
import EngineWorker from './worker.ts?worker&inline';

/** What is told without being asked. */
export type News = Exclude<Told, { readonly kind: 'answer' | 'failed' }>;

/** How long a text has to rest before it is checked. */
const restMilliseconds = 200;

/** A pack in its worker. What was told of an older text than the newest is not passed on. */
export class Engine {
  /** Texts that still change. */
  readonly #fresh = new Map<string, string>();
  #timer: number | undefined;
  readonly #worker = new EngineWorker();
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #revision = 0;
  #last = 0;

  constructor(pack: PackTexts, onNews: (news: News) => void, onFailure: (message: string) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'failed') {
        // What failed is never answered: the page says that it has failed.
        this.#waiting.delete(data.id);
        onFailure(data.message);
      } else if (data.kind === 'answer') {
        this.#waiting.get(data.id)?.(data.answer);
        this.#waiting.delete(data.id);
      } else if (data.revision === this.#revision) onNews(data);
    });
    this.#worker.addEventListener('error', ({ message }) => onFailure(message));
    this.#ask({ kind: 'texts', revision: this.#revision, pack });
  }

  /** A file has another text. */
  write(file: string, text: string): void {
    this.#revision += 1;
    this.#fresh.set(file, text);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#hand(), restMilliseconds);
  }

  /** Hands over what has been written. */
  #hand(): void {
    clearTimeout(this.#timer);
    for (const [file, text] of this.#fresh) this.#ask({ kind: 'text', revision: this.#revision, file, text });
    this.#fresh.clear();
  }

  /** What a case comes to; undefined, as all that follows, where the text has come to have errors. */
  async assess(of: CaseText): Promise<CaseAnswer | undefined> {
    return this.#answer((id) => ({ kind: 'assess', id, of }));
  }

  /** A file of facts to fill in. */
  async template(goal: string): Promise<string | undefined> {
    return this.#answer((id) => ({ kind: 'template', id, goal }));
  }

  /** The case of a scenario; undefined where the pack has none of this name. */
  async scenario(name: string): Promise<CaseText | undefined> {
    return this.#answer((id) => ({ kind: 'scenario', id, name }));
  }

  /** The text of a file in its canonical layout; undefined where its mistakes leave none. */
  async format(file: string): Promise<string | undefined> {
    return this.#answer((id) => ({ kind: 'format', id, file }));
  }

  /** What the name at a place is; null where none stands there. */
  async tell(at: Place): Promise<NameAt | null> {
    return this.#answer((id) => ({ kind: 'tell', id, at }));
  }

  /** What could be written at a place. */
  async offers(at: Place): Promise<readonly Offer[]> {
    return this.#answer((id) => ({ kind: 'offers', id, at }));
  }

  /** An answer that is awaited, unless some text has changed by the time that it comes. */
  async unlessChanged<T>(answer: Promise<T>): Promise<T | undefined> {
    const asked = this.#revision;
    const value = await answer;
    return this.#revision === asked ? value : undefined;
  }

  /** What has to change for another name of what stands at a place. */
  async rename(at: Place, to: string): Promise<Renamed> {
    return this.#answer((id) => ({ kind: 'rename', id, at, to }));
  }

  /** Ends the worker. */
  end(): void {
    this.#worker.terminate();
  }

  #ask(asked: Asked): void {
    this.#worker.postMessage(asked);
  }

  async #answer<T>(asked: (id: number) => Asked): Promise<T> {
    // The answer is of the text as it stands.
    this.#hand();
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve) => {
      // The worker answers each kind of question with what `answerOf` gives for it.
      this.#waiting.set(id, (answer) => resolve(answer as T));
      this.#ask(asked(id));
    });
  }
}
