/**
 * An explanation before it is laid out: sections of points, each a clause with the points under it. Text, Markdown and
 * HTML are renderings of this. It is plain data.
 */
export interface Explanation {
  /** The language of the words, as in `lang` of HTML. */
  readonly language: string;
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

/** Where the source says so. */
export interface Citation {
  /** The source, by its name in the pack. */
  readonly source?: string;
  /** The source and the place in it: "draft code p.71". */
  readonly where: string;
  /** What follows that: the words found there, and what they are worth. */
  readonly note: string;
  /** Where it can be read. */
  readonly url?: string;
}

/** A reference to a numbered paragraph: "see 5". */
export interface Reference {
  readonly words: string;
  readonly paragraph: number;
}

/** What a rule binds with: law, good practice, or neither, since it permits. */
export type Force = 'law' | 'goodPractice' | 'permission';

/** A clause without its capital and its full stop, and what stands under it. */
export interface Point {
  readonly text: string;
  readonly see?: Reference;
  readonly cites?: readonly Citation[];
  readonly points: readonly Point[];
  /** Whole sentences that follow the clause; where they are given, be they none, what stands under it hangs on no colon. */
  readonly after?: readonly string[];
  /** Already a whole sentence: nothing is added to it. */
  readonly whole?: true;
  /** False of what only says that something else does not stand in the way. */
  readonly decides?: false;
  /** Of a rule: its force, and the word for it. */
  readonly force?: { readonly kind: Force; readonly words: string };
}

/** What a clause carries besides its words. */
export type PointExtras = Pick<Point, 'see' | 'cites'>;

/** A clause with nothing under it. */
export function leaf(text: string, extras: PointExtras = {}): Point {
  return branch(text, [], extras);
}

/** A clause with points under it. */
export function branch(text: string, points: readonly Point[], { see, cites }: PointExtras = {}): Point {
  return {
    text,
    ...(see === undefined ? {} : { see }),
    ...(cites === undefined || cites.length === 0 ? {} : { cites }),
    points,
  };
}

/** A sentence that stands as it is. */
export function sentence(text: string, cites: readonly Citation[] = []): Point {
  return { ...leaf(text, { cites }), whole: true };
}
