/** What the editor asks of the page that it is in. */
import type { NameAt, Offer, Place } from '../engine/protocol.ts';

export interface Host {
  /** A file has another text. */
  readonly onChange: (file: string, text: string) => void;
  /** The name under the cursor is to be changed. */
  readonly onRename: () => void;
  /** Another place is to be shown. */
  readonly onGo: (to: Place) => void;
  /** Something is to be said beside the text. */
  readonly onSay: (words: string) => void;
  /** The name at a place, null where none stands there; undefined where the text has changed meanwhile. */
  readonly tell: (at: Place) => Promise<NameAt | null | undefined>;
  /** What could be written at a place, by the text at the time that it is asked. */
  readonly offers: (at: Place) => Promise<readonly Offer[]>;
}
