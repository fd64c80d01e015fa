/** Compares the citations of a pack with a text of their source. */
import { lineOf, nearest, occurrences, passage, sentences, type SourceText, wordsOf } from './source-text.ts';

/** A citation of the source: where it says it stands, and words that should stand there. */
export interface Anchored {
  readonly pinpoint: string;
  readonly anchor: string;
}

/** What is wrong with one citation. */
export interface AnchorFinding extends Anchored {
  /** Its words are nowhere; they are elsewhere than it says; or other citations show that the page cannot be right. */
  readonly kind: 'notFound' | 'elsewhere' | 'outOfOrder';
  /** The nearest passage, or where the words do stand. */
  readonly nearest?: { readonly line: number; readonly text: string };
  readonly message: string;
}

/** A sentence that says must, should, may or the like, and that no citation touches. */
export interface UncitedSentence {
  readonly line: number;
  readonly text: string;
}

/** What a text shows of the citations. */
export interface TextCheck {
  readonly found: number;
  readonly findings: readonly AnchorFinding[];
  readonly uncited: readonly UncitedSentence[];
}

const modal = /\b(?:must|should|shall|cannot|may|need(?:s|ed)? to|ha(?:s|ve) to|required to|advisable)\b/i;

/** Checks each citation, and lists what no citation touches. */
export function checkText(text: SourceText, cites: readonly Anchored[]): TextCheck {
  const places = cites.map((cite) => ({
    cite,
    phrase: wordsOf(cite.anchor),
    at: occurrences(text, wordsOf(cite.anchor)),
  }));
  const order = outOfOrder(places);
  return {
    found: places.filter(({ at }) => at.length > 0).length,
    findings: places.flatMap((place) => {
      const finding = findingOf(text, place, order);
      return finding === undefined ? [] : [finding];
    }),
    uncited: uncitedOf(
      text,
      places.flatMap(({ at, phrase }) => at.map((from) => ({ from, to: from + phrase.length }))),
    ),
  };
}

interface Place {
  readonly cite: Anchored;
  readonly phrase: readonly string[];
  readonly at: readonly number[];
}

function findingOf(
  text: SourceText,
  place: Place,
  order: ReadonlyMap<Place, string>,
): AnchorFinding | undefined {
  const { cite, phrase, at } = place;
  const [first] = at;
  if (first === undefined) {
    const near = nearest(text, phrase);
    return {
      ...cite,
      kind: 'notFound',
      ...(near === undefined
        ? {}
        : { nearest: { line: lineOf(text, near.at), text: passage(text, near.at, near.at + near.length) } }),
      message: 'these words are not in the text',
    };
  }
  const here = { line: lineOf(text, first), text: passage(text, first, first + phrase.length) };
  const division = divisionOf(text, cite.pinpoint);
  if (division !== undefined) {
    const within = at.some((word) => {
      const { offset = -1 } = text.words[word] ?? {};
      return division.from <= offset && offset < division.to;
    });
    return within
      ? undefined
      : { ...cite, kind: 'elsewhere', nearest: here, message: 'these words stand elsewhere' };
  }
  const message = order.get(place);
  return message === undefined ? undefined : { ...cite, kind: 'outOfOrder', nearest: here, message };
}

function divisionOf(text: SourceText, pinpoint: string): SourceText['divisions'][number] | undefined {
  // What follows narrows the place further: a box after a paragraph.
  const [, kind, number] = /^(p|para)\.(\d+)(?= |$)/.exec(pinpoint) ?? [];
  return text.divisions.find((division) => division.kind === kind && division.number === Number(number));
}

/**
 * Where a text does not show its pages, their order still does: words cited to a later page stand later. Of the citations
 * whose words occur once, the most that agree with one another are taken to be right; the others are told.
 */
function outOfOrder(places: readonly Place[]): ReadonlyMap<Place, string> {
  const once = places
    .flatMap((place) => {
      const [, page] = /^p\.(\d+)$/.exec(place.cite.pinpoint) ?? [];
      const [at, other] = place.at;
      return page === undefined || at === undefined || other !== undefined
        ? []
        : [{ place, page: Number(page), at }];
    })
    .toSorted((a, b) => a.at - b.at || a.page - b.page);
  const kept = longestRise(once.map(({ page }) => page));
  const right = once.filter((_, i) => kept.has(i));
  return new Map(
    once.flatMap(({ place, page, at }, i) => {
      if (kept.has(i)) return [];
      const before = right.findLast((other) => other.at < at)?.page;
      const after = right.find((other) => other.at > at)?.page;
      const between = [
        ...(before === undefined ? [] : [`after words of p.${before}`]),
        ...(after === undefined ? [] : [`before words of p.${after}`]),
      ].join(' and ');
      return [[place, `cited to p.${page}, and they stand ${between}`]] as const;
    }),
  );
}

/** The indexes of a longest part of a row of numbers that never falls. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** For each length, the index that ends the best part of that length; and what came before each index. */
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const [i, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    before.set(i, low === 0 ? undefined : ends[low - 1]);
    ends[low] = i;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) kept.add(at);
  return kept;
}

function uncitedOf(
  text: SourceText,
  cited: readonly { readonly from: number; readonly to: number }[],
): readonly UncitedSentence[] {
  const touched = new Set(
    cited.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  );
  return sentences(text).flatMap(({ from, to }) => {
    for (let word = from; word < to; word += 1) if (touched.has(word)) return [];
    const sentence = passage(text, from, to);
    return modal.test(sentence) ? [{ line: lineOf(text, from), text: sentence }] : [];
  });
}
