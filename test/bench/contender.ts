/** One way of deciding a rule. Everything that can be done once (parsing, compiling, reshaping) is done in `prepare`. */
export interface Contender<Case> {
  readonly name: string;
  /** What exactly is timed, for the table's notes. */
  readonly note: string;
  prepare(cases: readonly Case[]): Promise<Prepared> | Prepared;
}

export type Prepared = PreparedSync | PreparedAsync;

interface PreparedBase {
  /** One per case, in order; what `run` takes. */
  readonly inputs: readonly unknown[];
  readonly asOf: number;
  /** The answers in what `run` gave, as one string; outside the timing. */
  answers(output: unknown): string;
}
export interface PreparedSync extends PreparedBase {
  readonly async: false;
  /** Decides one case. The same function object throughout, so that the engine sees one call target. */
  readonly run: (input: never, asOf: number) => unknown;
}
export interface PreparedAsync extends PreparedBase {
  readonly async: true;
  readonly run: (input: never, asOf: number) => Promise<unknown>;
}
