/** How far a pack is reviewed, as text. */
import { dateWords } from '@proviso/explain';
import { reviewCounts, type ReviewedStatement, type ReviewState } from '@proviso/record';
import type { Role } from '../output/style.ts';

type Style = (role: Role, text: string) => string;

/** With its sentence, without the stop. */
export interface TitledStatement extends ReviewedStatement {
  readonly title: string;
}

/** What is shown. */
export interface Shown {
  readonly id: string;
  readonly version: string;
  readonly statements: readonly TitledStatement[];
  /** Every statement, and not only the counts. */
  readonly all: boolean;
  /** Were signatures required? */
  readonly isVerified: boolean;
}

const STATES: Readonly<Record<ReviewState, readonly [words: string, role: Role]>> = {
  approved: ['approved', 'good'],
  changesWanted: ['changes wanted', 'bad'],
  reopened: ['reopened: edited since it was reviewed', 'caution'],
  notReviewed: ['not reviewed', 'quiet'],
};

/** The counts, and every statement where asked. */
export function reviewText({ id, version, statements, all, isVerified }: Shown, style: Style): string {
  const counts = reviewCounts(statements);
  const total = statements.length;
  const shown = (Object.keys(STATES) as readonly ReviewState[]).filter((state) => counts[state] > 0);
  const lines = [
    `${style('heading', `${id} ${version}`)}: ${total} definitions and rules`,
    ...shown.map((state) => `  ${STATES[state][0]}: ${counts[state]} of ${total}`),
    standing(statements, isVerified),
    ...(all ? ['', ...statements.flatMap((one) => statementLines(one, style))] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function standing(statements: Shown['statements'], isVerified: boolean): string {
  if (statements.every(({ said }) => said.length === 0))
    return 'No review is recorded. Nothing says that a lawyer has reviewed this pack.';
  return isVerified
    ? 'Every review is signed by a key that is trusted here.'
    : 'Who signed was not verified: no key is configured (--key).';
}

function statementLines({ name, title, state, said }: TitledStatement, style: Style): readonly string[] {
  const [words, role] = STATES[state];
  return [
    `${style(role, words)}: ${title} (${name})`,
    ...said.map(({ reviewer, decision, comment, on, current }) => {
      const earlier = current ? '' : ', of an earlier text';
      const text = comment === undefined ? '' : `: ${comment}`;
      return `    ${reviewer}, ${dateWords(on)}: ${DECISIONS[decision]}${earlier}${text}`;
    }),
  ];
}

const DECISIONS = { approved: 'approved', changesWanted: 'changes wanted', comment: 'comment' } as const;
