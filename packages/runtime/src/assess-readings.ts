/** On which ambiguities settled results depend. */
import type { ReadingDependence } from './assessment.ts';
import type { Evaluated, GoalInfo } from './assess-run.ts';
import { isUnsettled, resultsOf, valueOf, walk } from './assess-walk.ts';

/** Notes on which ambiguities settled results depend, and gives those of the answers. */
export function readingDependences(
  goal: GoalInfo,
  ambiguities: readonly string[],
  readings: Readonly<Record<string, string | undefined>>,
  run: Evaluated,
  anyReading: Evaluated,
  withReading: (ambiguity: string, reading: string) => Evaluated,
): readonly ReadingDependence[] {
  const flips = new Map<string, Evaluated>();
  const flip = (ambiguity: string, reading: string): Evaluated => {
    const key = `${ambiguity} ${reading}`;
    const known = flips.get(key) ?? withReading(ambiguity, reading);
    flips.set(key, known);
    return known;
  };
  const all = new Map<string, ReadingDependence>();
  for (const results of [run.definitions, run.rules]) {
    for (const name in results) {
      const unread = resultsOf(anyReading, name);
      resultsOf(run, name).forEach((result, i) => {
        const other = unread[i];
        if (other === undefined || isUnsettled(result) || !isUnsettled(other)) return;
        const found = new Set<string>();
        walk(anyReading, other.because, [], (reason) => {
          if (reason.kind === 'ambiguity') found.add(reason.ambiguity);
        });
        const dependsOn = ambiguities.flatMap((ambiguity): ReadingDependence[] => {
          if (!found.has(ambiguity)) return [];
          const reading = readings[ambiguity] ?? '';
          const confirmed = (goal.readings[ambiguity] ?? []).some((each) => {
            if (each === reading) return false;
            const flipped = resultsOf(flip(ambiguity, each), name)[i];
            return flipped === undefined || valueOf(flipped) !== valueOf(result);
          });
          return [{ ambiguity, reading, confirmed }];
        });
        if (dependsOn.length > 0) Object.assign(result, { dependsOn });
        if (!goal.answers.includes(name)) return;
        for (const each of dependsOn) {
          const confirmed = each.confirmed || all.get(each.ambiguity)?.confirmed === true;
          all.set(each.ambiguity, { ...each, confirmed });
        }
      });
    }
  }
  return ambiguities.flatMap((name) => all.get(name) ?? []);
}
