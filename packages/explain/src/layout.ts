/** The points of an outline as sentences, the same for every rendering: what is said in one breath, and what stops it. */
import { capitalise } from './identifiers.ts';
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
    return { runs: [...clause, text(['.', ...point.after].join(' '))], ...force, points: point.points };
  const [only] = point.points;
  // One plain reason is told in the same breath.
  if (only !== undefined && point.points.length === 1 && only.points.length === 0 && only.whole !== true)
    return { runs: [...clause, text(': '), ...clauseRuns(only), text('.')], ...force, points: [] };
  return { runs: [...clause, text(point.points.length === 0 ? '.' : ':')], ...force, points: point.points };
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
