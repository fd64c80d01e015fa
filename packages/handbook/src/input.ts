/** What a handbook is made from. Nothing here reads a file: whoever calls brings it all. */
import type { Plan } from '@proviso/compiler/plan';
import type { Program } from '@proviso/language';
import type { Phrasebook } from '@proviso/runtime';

/** A statement of the source, as the register of the pack has it. */
export interface RegisteredStatement {
  readonly id: string;
  readonly source: string;
  readonly pinpoint: string;
  readonly law?: string | undefined;
  readonly strength: { readonly verbatim: readonly string[]; readonly kind: string };
  readonly wording: string;
  readonly disposition: 'encode' | 'setAside';
  readonly reason?: string | undefined;
  readonly duplicateOf?: string | undefined;
}

/** A section of the register. */
export interface RegisteredSection {
  readonly title: string;
  readonly statements: readonly RegisteredStatement[];
}

/** What reviewers have said of a statement, as it stands now. */
export interface ReviewState {
  readonly state: 'approved' | 'changesWanted' | 'reopened' | 'notReviewed';
  /** Who said so and when, or what; empty where nobody did. */
  readonly note: string;
}

/** One thing that scenarios exercise or do not. */
export interface CoverageLine {
  readonly kind: string;
  readonly name: string;
  readonly covered: boolean;
}

/** An earlier version of the pack. */
export interface Release {
  readonly plan: Plan;
  readonly phrases: Phrasebook;
}

/** Everything. */
export interface HandbookInput {
  readonly program: Program;
  readonly plan: Plan;
  readonly phrases: Phrasebook;
  readonly register: readonly RegisteredSection[];
  readonly coverage: readonly CoverageLine[];
  /** By the name of a definition or rule; what is not in it is not reviewed. */
  readonly reviews: ReadonlyMap<string, ReviewState>;
  /** The release before this version, to say what changed since. */
  readonly previous?: Release;
  /** The passage of a citation, where the reviewer brought the text of its source. */
  readonly passage?: (source: string, pinpoint: string, anchor: string) => string | undefined;
  /** Draws a graph of the DOT language as SVG. */
  readonly draw: (dot: string) => string;
  readonly assets: {
    /** The style sheet that the pages stand on. */
    readonly css: string;
    /** The search library as a classic script, since a page from the file system may load no module. */
    readonly search: string;
  };
}
