/** Bounds on what one construct may become, so that a short policy cannot make an enormous plan. */

/** Thrown where an author's construct would grow past a bound; {@link compilePack} reports it as a diagnostic. */
export class PlanLimit extends Error {
  readonly limit: number;
  /** The statement in which it happened; absent outside statements. */
  readonly statement: string | undefined;

  constructor(limit: number, statement?: string) {
    super(`${statement ?? 'a comparison'} becomes more than ${limit} single comparisons`);
    this.name = 'PlanLimit';
    this.limit = limit;
    this.statement = statement;
  }
}
