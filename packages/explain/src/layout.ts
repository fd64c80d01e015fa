/** The points of an outline as sentences, the same for every rendering: what is said in one breath, and what stops it. */
import { capitalise, stop } from './identifiers.ts';
import type { Citation, Explanation, Point, Reference, Section } from './outline.ts';

/** A piece of a line. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cites'; readonly cites: readonly Citation[] }
  | { readonly kind: 'see'; readonly see: Reference };

/** A line with the points that stand under it. */
export interface Line {
  readonly runs: readonly Run[];
  readonly force?: Point['force'];
  readonly points: readonly Point[];
}

/** The line of a point. */
export function lineOf(point: Point): Line {
  const force = point.force === undefined ? {} : { force: point.force };
  if (point.whole === true) return { runs: clauseRuns(point), ...force, points: point.points };
  const clause = clauseRuns({ ...point, text: capitalise(point.text) });
  if (point.after !== undefined)
    return {
      runs: [...clause, text([end(clause), ...point.after].join(' '))],
      ...force,
      points: point.points,
    };
  const [only] = point.points;
  // One plain reason is told in the same breath.
  if (only !== undefined && point.points.length === 1 && only.points.length === 0 && only.whole !== true)
    return { runs: ended([...clause, text(': '), ...clauseRuns(only)]), ...force, points: [] };
  return {
    runs: point.points.length === 0 ? ended(clause) : [...clause, text(':')],
    ...force,
    points: point.points,
  };
}

/** The sections with the number of the first paragraph of each. */
export function numberedSections({
  sections,
}: Pick<Explanation, 'sections'>): readonly (readonly [Section, number])[] {
  let next = 1;
  return sections.map((section) => {
    const first = next;
    if (section.numbered) next += section.points.length;
    return [section, first];
  });
}

function ended(runs: readonly Run[]): readonly Run[] {
  return [...runs, text(end(runs))];
}

/** The full stop; none after a quotation that has its own. */
function end(runs: readonly Run[]): '.' | '' {
  const last = runs.at(-1);
  return last?.kind === 'text' && stop(last.text) === last.text ? '' : '.';
}

function text(words: string): Run {
  return { kind: 'text', text: words };
}

function clauseRuns({ text: words, see, cites }: Point): readonly Run[] {
  return [
    text(words),
    ...(see === undefined ? [] : [text(' '), { kind: 'see', see } as const]),
    ...(cites === undefined || cites.length === 0 ? [] : [text(' '), { kind: 'cites', cites } as const]),
  ];
}
