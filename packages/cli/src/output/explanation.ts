/** The explanation of an assessment, for the terminal at hand. */
import { goalsNamed } from '@proviso/compiler/plan';
import { explainText } from '@proviso/explain';
import { type Assessment, rankNeeds } from '@proviso/runtime';
import type { UsablePack } from '../pack/compile-pack.ts';
import type { Session } from '../session.ts';

/** A whole pack has hundreds of needs; which of the first comes first is worth an assessment or two, and of the others it is not. */
const lookAhead = 12;

/** The explanation as text; headings in bold where the terminal can. */
export function explanationText(
  session: Session,
  pack: Pick<UsablePack, 'plan' | 'phrases'>,
  assessment: Assessment,
): string {
  const answers = goalsNamed(pack.plan, assessment.goals).flatMap((goal) => goal.answers);
  return explainText(assessment, pack.phrases, {
    answers,
    width: session.width,
    needs: rankNeeds(assessment, { lookAhead }),
    showPaths: true,
    ...(session.host.stdout.colours ? { heading: (text: string) => session.style('heading', text) } : {}),
  });
}
