/** Bounds on what one construct may become, so that a short policy cannot make an enormous plan. */

/** What can grow past its bound: the single comparisons of one comparison, or how deep a definition goes. */
export type Bound = 'comparisons' | 'depth';

/** Thrown where an author's construct would grow past a bound; {@link compilePack} reports it as a diagnostic. */
export class PlanLimit extends Error {
  readonly bound: Bound;
  readonly limit: number;
  /** The statement in which it happened; absent outside statements. */
  readonly statement: string | undefined;

  constructor(bound: Bound, limit: number, statement?: string) {
    super(`${statement ?? 'a statement'} passes the limit of ${limit} on ${bound}`);
    this.name = 'PlanLimit';
    this.bound = bound;
    this.limit = limit;
    this.statement = statement;
  }
}
