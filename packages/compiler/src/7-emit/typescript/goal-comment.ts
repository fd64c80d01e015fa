/** The doc comments of one goal's functions: what it asks, what each answer says, and where its source says so. */
import { unitWords } from '@proviso/runtime';
import { statementOf } from '../../6-plan/ids.ts';
import type { Definition, Mark } from '../../6-plan/plan.ts';
import { answerDefinition } from './decide-uses.ts';
import { docComment } from './doc-comment.ts';
import { withoutMarks } from './marks.ts';
import { partsOfKind } from './parts.ts';
import type { Slice } from './slice.ts';
import { type TypeNames, unitsDoc } from './types.ts';

/** The words of a pack that doc comments use; the phrasebook has them. */
export interface GoalPhrases {
  readonly statements: Readonly<
    Record<
      string,
      { readonly say?: string; readonly act?: string; readonly doc?: string; readonly unit?: string }
    >
  >;
  readonly goals: Readonly<Record<string, { readonly title?: string; readonly doc?: string }>>;
}

/** The comment of `decide…`. */
export function decideComment(slice: Slice, names: TypeNames, phrases: GoalPhrases | undefined): string {
  const parts = Map.groupBy(slice.definitions, ({ id }) => statementOf(id));
  return paragraphs([
    [`Decides \`${slice.goal.name}\` on complete facts.`],
    question(slice, phrases),
    [
      `Takes what \`complete${names.prefix}\` gives, and checks neither the facts nor the period and the constraints of the pack.`,
    ],
    ...slice.goal.answers.flatMap((answer) =>
      answerParagraphs(slice, answer, parts.get(answer) ?? [], phrases),
    ),
  ]);
}

/** The comment of `assess…`. */
export function assessComment(slice: Slice, phrases: GoalPhrases | undefined): string {
  return paragraphs([
    [`Assesses \`${slice.goal.name}\` on what is known, with its reasons and what is still needed.`],
    question(slice, phrases),
    ['Throws `FactsError` with everything that is wrong with the facts or the options.'],
  ]);
}

type Paragraph = readonly (string | undefined)[];

function paragraphs(all: readonly Paragraph[]): string {
  const texts = all
    .map((lines) => lines.filter((each) => each !== undefined).join('\n'))
    .filter((text) => text !== '');
  // The words of the source are safe inside a comment.
  return docComment(withoutMarks(texts.join('\n\n')).replaceAll('*/', '* /'));
}

function question({ goal }: Slice, phrases: GoalPhrases | undefined): Paragraph {
  const { title, doc } = phrases?.goals[goal.name] ?? {};
  return [title === undefined ? undefined : sentence(title), doc];
}

/** With a mark at its end, one only. */
function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

function answerParagraphs(
  slice: Slice,
  answer: string,
  parts: readonly Definition[],
  phrases: GoalPhrases | undefined,
): readonly Paragraph[] {
  const said = phrases?.statements[answer];
  const text = said?.say ?? said?.act;
  const unit = said?.unit === undefined ? undefined : `In ${unitWords(said.unit, false)}.`;
  const units = [unit, unitsDoc(answerDefinition(slice, answer).type)].filter((each) => each !== undefined);
  const head = `\`${answer}\`${text === undefined ? '' : `: ${text}`}`;
  return [[[sentence(head), ...units].join(' '), said?.doc], citedBy(slice, answer, parts)];
}

/** Where the source says it: of the statement as a whole, then of its parts, the definitions that make it up. */
function citedBy(slice: Slice, answer: string, parts: readonly Definition[]): Paragraph {
  const rule = slice.rules.find(({ name }) => name === answer);
  const whole = rule?.cites ?? slice.definition(answer).cites;
  const lines = new Set(whole.map((cite) => `- ${citeWords(slice, cite)}`));
  const own = new Set(whole);
  for (const { expr } of parts) {
    for (const { mark } of partsOfKind(expr, 'mark')) {
      if (mark.cites.every((cite) => own.has(cite))) continue;
      const cites = mark.cites.map((cite) => citeWords(slice, cite));
      const which = partWords(mark, answer);
      for (const text of which === undefined ? cites : [`${which}: ${cites.join('; ')}`])
        lines.add(`- ${text}`);
    }
  }
  return [...lines];
}

/** What of a statement bears a citation; a limb without a name needs no word. */
function partWords({ kind, label }: Mark, answer: string): string | undefined {
  if (label === undefined) return kind === 'limb' ? undefined : kind;
  return label === answer ? kind : `${kind} \`${label}\``;
}

function citeWords({ plan }: Slice, index: number): string {
  const cite = plan.cites[index];
  if (cite === undefined) throw new Error(`the plan has no citation ${index}`);
  const { source, pinpoint, anchor } = cite;
  return `${source} ${pinpoint}${anchor === undefined ? '' : `, "${anchor}"`}`;
}
