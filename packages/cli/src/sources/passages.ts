/** The passages around the words of citations, for pages that show them. */
import { occurrences, passage, sentences, type SourceText, wordsOf } from './source-text.ts';

/** Finds the sentence in which an anchor stands; undefined where its words are not in the text, or in several places of it. */
export function passagesIn(text: SourceText): (anchor: string) => string | undefined {
  const all = sentences(text);
  return (anchor) => {
    // Words that stand in several places show nothing.
    const [at, another] = occurrences(text, wordsOf(anchor));
    if (at === undefined || another !== undefined) return undefined;
    const around = all.find(({ from, to }) => from <= at && at < to);
    return around === undefined
      ? undefined
      : passage(text, around.from, around.to).replaceAll(/[\uE000-\uF8FF]/g, '•');
  };
}
