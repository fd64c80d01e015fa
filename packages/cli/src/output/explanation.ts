/** Explanations, in each form in which the command line prints them. */
import { type Explanation, renderMarkdown, renderText } from '@proviso/explain';
import { renderHtmlPage } from '@proviso/explain/html';
import type { Session } from '../session.ts';

/** A form in which an explanation is read. */
export type ProseFormat = 'text' | 'markdown' | 'html';

/** An explanation in a form. */
export function printed(session: Session, explanation: Explanation, format: ProseFormat): string {
  switch (format) {
    case 'text':
      return renderText(explanation, {
        width: session.width,
        ...(session.host.stdout.colours ? { heading: (text: string) => session.style('heading', text) } : {}),
      });
    case 'markdown':
      return renderMarkdown(explanation);
    case 'html':
      return renderHtmlPage(explanation);
    default:
      throw new Error(`unknown format: ${String(format satisfies never)}`);
  }
}
