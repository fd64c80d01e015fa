/** Colours, where the terminal has them. */
import { styleText } from 'node:util';
import type { Stream } from '../host/host.ts';

/** What a piece of text is; how that looks is decided here alone. */
export type Role = 'heading' | 'good' | 'bad' | 'caution' | 'quiet' | 'strong';

const FORMATS: Readonly<Record<Role, Parameters<typeof styleText>[0]>> = {
  heading: 'bold',
  good: 'green',
  bad: 'red',
  caution: 'yellow',
  quiet: 'dim',
  strong: 'bold',
};

/** Styles text for a stream; text unchanged where it shows no colours. */
export function styler(stream: Stream): (role: Role, text: string) => string {
  if (!stream.colours) return (_, text) => text;
  return (role, text) => styleText(FORMATS[role], text, { validateStream: false });
}
