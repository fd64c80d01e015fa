/** Text that can do nothing to a terminal but be read: what cases, policies and plans hold is not ours. */
import type { Stream } from '../host/host.ts';

/**
 * Characters that steer a terminal or that a reader cannot see: control characters (the escape among them), those that
 * turn the direction of writing, separators of lines, and letters without a shape. Tab and line feed are none of them.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}](?<![\t\n])/gu;
/** The styles that `style.ts` writes, and nothing else that begins with an escape. */
// eslint-disable-next-line no-control-regex -- the escape is what this is about
const ownStyle = /(\u001b\[(?:1|2|22|31|32|33|39)m)/;

/** The text with every such character as `�`; styles stay where `styled`. */
export function inertText(text: string, styled: boolean): string {
  if (!styled) return text.replaceAll(unseen, '\ufffd');
  return text
    .split(ownStyle)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(unseen, '\ufffd')))
    .join('');
}

/** The text on one line, so that what a file holds cannot pass for a line of ours. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\u0085\u2028\u2029]\s*/g, ' ');
}

/** JSON that reads back as the same data and in which nothing is unseen: such characters stand as `\u` escapes. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replaceAll(unseen, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/** A stream through which only inert text passes. */
export function inertStream(stream: Stream): Stream {
  return {
    write: (text) => {
      stream.write(inertText(text, stream.colours));
    },
    isTerminal: stream.isTerminal,
    colours: stream.colours,
    columns: stream.columns,
  };
}
