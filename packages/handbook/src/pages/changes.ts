/** What changed since the release before. */
import { type Plan, statementNames } from '@proviso/compiler/plan';
import { listWords, toldOtherwise } from '@proviso/explain';
import type { Phrasebook } from '@proviso/runtime';
import { type Book, frameOf, pageOf } from '../book.ts';
import { bullets, type Child, heading, link, page, paragraph } from '../html.ts';
import type { Release } from '../input.ts';
import { titleOf } from '../provision/provision.ts';
import { capital } from './words.ts';

/** What changed since the release before, in words. */
export function changesPage(book: Book): string {
  const { previous } = book;
  if (previous === undefined)
    return page(
      frameOf(book, 'Changes'),
      heading(1, 'What changed'),
      paragraph('There is no earlier release to compare with.'),
    );
  const before = statementsIn(previous.plan, previous.phrases);
  const now = statementsIn(book.plan, book.phrases);
  const added = [...now.keys()].filter((name) => !before.has(name));
  const removed = [...before.keys()].filter((name) => !now.has(name));
  const both = [...now.keys()].filter((name) => before.has(name));
  const meaning = both.filter((name) => now.get(name)?.meaning !== before.get(name)?.meaning);
  const words = both.filter(
    (name) => !meaning.includes(name) && now.get(name)?.words !== before.get(name)?.words,
  );
  const told = toldOtherwise(previous, book);
  const questions = questionsChanged(previous, book);
  const section = (
    title: string,
    names: readonly string[],
    item: (name: string) => Child,
  ): readonly Child[] =>
    names.length === 0 ? [] : [heading(2, `${title} (${names.length})`), bullets(...names.map(item))];
  const linked = (name: string): Child => link(pageOf(name), capital(titleOf(name, book)));
  // What is gone has no page, and only the earlier version has words for it.
  const gone = (name: string): Child => capital(titleOf(name, { ...book, phrases: previous.phrases }));
  return page(
    frameOf(book, 'Changes'),
    heading(1, `What changed since version ${previous.plan.pack.version}`),
    ...section('New', added, linked),
    ...section('Gone', removed, gone),
    ...section('Conditions changed: an answer can differ', meaning, linked),
    ...section('Only words changed', words, linked),
    ...section('Answers told in other words', told, (sentence) => sentence),
    ...section('Questions', questions, (sentence) => sentence),
    [added, removed, meaning, words, told, questions].every(({ length }) => length === 0)
      ? paragraph('Nothing.')
      : null,
  );
}

/** Sentences on the questions that are new or gone, or are answered by other provisions. */
function questionsChanged(previous: Release, book: Book): readonly string[] {
  const before = new Map(previous.plan.goals.map((goal) => [goal.name, goal]));
  const now = new Map(book.plan.goals.map((goal) => [goal.name, goal]));
  const quoted = (name: string, { phrases }: Pick<Book, 'phrases'>): string =>
    `“${phrases.goals[name]?.title ?? name}”`;
  const provisions = (names: readonly string[], of: Book): string =>
    listWords(names.map((name) => `“${titleOf(name, of)}”`));
  return [
    ...[...now.values()].flatMap(({ name, answers }) => {
      const former = before.get(name)?.answers;
      if (former === undefined) return [`${quoted(name, book)} is new.`];
      const added = answers.filter((answer) => !former.includes(answer));
      const removed = former.filter((answer) => !answers.includes(answer));
      return [
        ...(added.length === 0
          ? []
          : [`${quoted(name, book)} is answered by ${provisions(added, book)} as well.`]),
        ...(removed.length === 0
          ? []
          : [
              `${quoted(name, book)} is no longer answered by ${provisions(removed, { ...book, phrases: previous.phrases })}.`,
            ]),
      ];
    }),
    ...[...before.keys()]
      .filter((name) => !now.has(name))
      .map((name) => `${quoted(name, previous)} is gone.`),
  ];
}

/** Of each statement, what it computes and what it says; two of them are the same where these are. */
function statementsIn(
  plan: Plan,
  phrases: Phrasebook,
): ReadonlyMap<string, { readonly meaning: string; readonly words: string }> {
  const parts = new Map<string, string[]>();
  for (const { id, expr } of plan.definitions) {
    const owner = id.split('.')[0] ?? id;
    parts.set(owner, [
      ...(parts.get(owner) ?? []),
      JSON.stringify(expr, (key: string, value: unknown) => (key === 'cites' ? undefined : value)),
    ]);
  }
  for (const { name, modality, bearer } of plan.rules)
    parts.set(name, [...(parts.get(name) ?? []), modality, bearer]);
  const visible = new Set(statementNames(plan));
  return new Map(
    [...parts]
      .filter(([name]) => visible.has(name))
      .map(([name, texts]) => [
        name,
        { meaning: texts.join('\n'), words: JSON.stringify(phrases.statements[name] ?? {}) },
      ]),
  );
}
