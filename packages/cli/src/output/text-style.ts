/** How the texts of diagnostics look. */
import type { TextRole } from '@proviso/language';
import type { Session } from '../session.ts';
import type { Role } from './style.ts';

/** The role of each piece. */
export const textRoles: Readonly<Record<TextRole, Role>> = {
  error: 'bad',
  warning: 'caution',
  note: 'quiet',
  title: 'strong',
  frame: 'quiet',
  related: 'quiet',
  help: 'quiet',
};

/** Styles the pieces for a session. */
export function textStyle(session: Session): (role: TextRole, text: string) => string {
  return (role, text) => session.style(textRoles[role], text);
}
