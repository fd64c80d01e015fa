/** What every page knows: the input, the order of the pack, who rests on whom, and where each page is. */
import type { Scenario } from '@proviso/compiler/plan';
import { humanise } from '@proviso/explain';
import type { Statement } from '@proviso/language';
import { type Neighbours, neighbours } from './graph.ts';
import type { PageFrame } from './html.ts';
import type { HandbookInput, RegisteredStatement } from './input.ts';

/** The statements under one heading of the policy, in its order. */
export interface Chapter {
  readonly title: string;
  readonly slug: string;
  readonly statements: readonly Statement[];
}

/** The whole of it. */
export interface Book extends HandbookInput {
  readonly chapters: readonly Chapter[];
  readonly graph: ReadonlyMap<string, Neighbours>;
  readonly scenariosOf: ReadonlyMap<string, readonly Scenario[]>;
  readonly registered: ReadonlyMap<string, RegisteredStatement>;
  readonly standing: string;
}

/** Puts a book together. */
export function bookOf(input: HandbookInput): Book {
  const { program, plan } = input;
  const titles = Map.groupBy(program.statements.values(), (statement) => chapterTitle(statement));
  const used = new Set<string>();
  const chapters = [...titles].map(([title, statements]): Chapter => {
    let slug = slugOf(title);
    while (used.has(slug)) slug += '-2';
    used.add(slug);
    return { title, slug, statements };
  });
  const scenariosOf = new Map<string, Scenario[]>();
  for (const scenario of plan.scenarios) {
    for (const name of new Set(scenario.expect.map((each) => each.name))) {
      const before = scenariosOf.get(name);
      if (before === undefined) scenariosOf.set(name, [scenario]);
      else before.push(scenario);
    }
  }
  const { id, version, meaning, text } = plan.pack;
  return {
    ...input,
    chapters,
    graph: neighbours(plan),
    scenariosOf,
    registered: new Map(
      input.register.flatMap((section) => section.statements.map((each) => [each.id, each] as const)),
    ),
    standing: `Generated from ${id} ${version}; digest of its meaning ${meaning.slice(0, 12)}, of its text ${text.slice(0, 12)}. Not legal advice. ${reviewedSentence(input)}`,
  };
}

/** Says how far the pack is reviewed. */
export function reviewedSentence({ reviews, program }: Pick<HandbookInput, 'reviews' | 'program'>): string {
  const all = program.statements.size;
  const approved = [...program.statements.keys()].filter(
    (name) => reviews.get(name)?.state === 'approved',
  ).length;
  return approved === 0
    ? 'No lawyer has reviewed it.'
    : `${approved} of its ${all} definitions and rules are approved by a reviewer.`;
}

/** The title of the outermost section; a statement outside sections stands under its file's matter. */
function chapterTitle(statement: Statement): string {
  return statement.versions.at(-1)?.sections[0] ?? 'Other provisions';
}

function slugOf(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'section'
  );
}

/** The page of a statement, from the root of the site. */
export function pageOf(name: string): string {
  return `statements/${name}.html`;
}

/** The frame of a page. */
export function frameOf(
  book: Book,
  title: string,
  options: Partial<Pick<PageFrame, 'up' | 'above' | 'scripts'>> = {},
): PageFrame {
  return {
    title,
    pack: book.phrases.pack.title,
    version: book.plan.pack.version,
    up: options.up ?? '',
    above: options.above ?? [],
    standing: book.standing,
    ...(options.scripts === undefined ? {} : { scripts: options.scripts }),
  };
}

/** A short name for lists: "No live call" of `noLiveCall`. */
export function shortName(name: string): string {
  const words = humanise(name);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
