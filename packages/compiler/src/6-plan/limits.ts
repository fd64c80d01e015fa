/** Bounds on what one construct may become, so that a short policy cannot make an enormous plan. */

/** Thrown where an author's construct would grow past a bound; {@link compilePack} reports it as a diagnostic. */
export class PlanLimit extends Error {
  readonly construct: 'comparison';
  readonly limit: number;

  constructor(construct: 'comparison', limit: number) {
    super(`one ${construct} becomes more than ${limit} parts`);
    this.construct = construct;
    this.limit = limit;
  }
}
