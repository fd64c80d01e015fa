/** The questions whose answers would settle what is open. */
import type { Need } from '@proviso/runtime';
import { type AnswerGroup, isSettled } from './answers.ts';
import { type Section, sentence } from './outline.ts';
import type { Wording } from './wording.ts';

/** The section; each question with the paragraphs that it would serve. */
export function needsSection(
  needs: readonly Need[],
  groups: readonly AnswerGroup[],
  say: Wording,
  showPaths: boolean,
): Section {
  return {
    heading: say.headings.needs,
    paragraphs: [say.notes.needs],
    points: needs.map((need) => sentence(say.need(need, servedBy(need, groups), showPaths))),
    numbered: false,
  };
}

function servedBy(need: Need, groups: readonly AnswerGroup[]): readonly number[] {
  const isServed = ({ name }: { readonly name: string }): boolean => need.for.includes(name);
  const served = groups.flatMap(({ answers }) => answers.filter(isServed));
  const vacant = groups.flatMap((group) => group.vacant.filter(isServed));
  const open = [...served.filter((answer) => !isSettled(answer)), ...vacant];
  return (need.kind === 'list' || open.length === 0 ? [...served, ...vacant] : open)
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
}
