/** The explanation of an assessment, in each form in which the command line prints it. */
import { goalsNamed } from '@proviso/compiler/plan';
import {
  explain,
  type ExplainOptions,
  type Explanation,
  reassessing,
  renderMarkdown,
  renderText,
} from '@proviso/explain';
import { renderHtmlPage } from '@proviso/explain/html';
import { type Assessment, rankNeeds } from '@proviso/runtime';
import type { AssessOptions } from '@proviso/compiler/interpret';
import type { UsablePack } from '../pack/compile-pack.ts';
import type { Session } from '../session.ts';

/** A form in which an explanation is read. */
export type ProseFormat = 'text' | 'markdown' | 'html';

/** What an assessment was made of. */
export interface Case {
  readonly facts: unknown;
  readonly options: AssessOptions;
}

/** A whole pack has hundreds of needs; which of the first comes first is worth an assessment or two, and of the others it is not. */
const lookAhead = 12;

/** The explanation as text; headings in bold where the terminal can. */
export function explanationText(
  session: Session,
  pack: UsablePack,
  assessment: Assessment,
  of: Case,
): string {
  return printed(
    session,
    explain(assessment, pack.phrases, explainOptions(pack, assessment, of, {})),
    'text',
  );
}

/** How the command line has an assessment explained. */
export function explainOptions(
  pack: UsablePack,
  assessment: Assessment,
  of: Case,
  {
    length = 'standard',
    showPaths = true,
    provenance = {},
  }: Pick<ExplainOptions, 'length' | 'showPaths' | 'provenance'>,
): ExplainOptions {
  return {
    length,
    answers: goalsNamed(pack.plan, assessment.goals).flatMap((goal) => goal.answers),
    needs: rankNeeds(assessment, { lookAhead }),
    showPaths,
    provenance,
    reassess: reassessing(pack.assess, of),
  };
}

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
