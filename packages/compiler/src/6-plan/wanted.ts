/** Which hidden definitions the program refers to beside the aspects every rule has: labels, and `R.breached`. */
import type { Program } from './syntax.ts';

export interface Wanted {
  /** Label chains used as conditions, by statement, each once, in the order in which they are first used. */
  readonly labels: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Rules whose breach is a condition somewhere. */
  readonly breached: ReadonlySet<string>;
}

export function wantedOf(program: Program): Wanted {
  const labels = new Map<string, (readonly string[])[]>();
  const breached = new Set<string>();
  for (const resolution of program.resolutions.values()) {
    if (resolution.kind === 'aspect' && resolution.aspect === 'breached') breached.add(resolution.rule);
    if (resolution.kind !== 'label') continue;
    const known = labels.get(resolution.statement) ?? [];
    const key = resolution.labels.join('.');
    if (!known.some((chain) => chain.join('.') === key)) known.push(resolution.labels);
    labels.set(resolution.statement, known);
  }
  return { labels, breached };
}
