/**
 * An explanation before it is laid out: sections of points, each a clause with the points under it. Text, Markdown and
 * HTML are renderings of this.
 */
export interface Explanation {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
  /** Not legal advice, of which pack, as of when, with which digests. */
  readonly standing: string;
}

/** A headed part. */
export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly points: readonly Point[];
  /** Numbered points can be referred to; the numbers run on from section to section. */
  readonly numbered: boolean;
}

/** A clause without its capital and its full stop, and what stands under it. */
export interface Point {
  readonly text: string;
  readonly cites?: string;
  readonly points: readonly Point[];
  /** Already a whole sentence: nothing is added to it. */
  readonly whole?: true;
}

/** A clause with nothing under it. */
export function leaf(text: string, cites?: string): Point {
  return cites === undefined || cites === '' ? { text, points: [] } : { text, cites, points: [] };
}

/** A clause with points under it. */
export function branch(text: string, points: readonly Point[], cites?: string): Point {
  return cites === undefined || cites === '' ? { text, points } : { text, cites, points };
}
