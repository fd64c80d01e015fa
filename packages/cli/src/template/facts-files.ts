/** The files of a built package that describe its facts, and what they are made from: plan and words. */
import { type EmittedFile, factsSchema, factsTypes, factsZod } from '@proviso/compiler/facts';
import type { Plan } from '@proviso/compiler/plan';
import type { Phrasebook } from '@proviso/runtime';

/** A file of a package: its path and its text. */
export type PackageFile = readonly [path: string, text: string];

/** Hands over each file when it is made. */
export async function factsFiles(
  plan: Plan,
  phrases: Phrasebook,
  write: (file: PackageFile) => void,
): Promise<void> {
  // Read by programs alone; laid out it is more than twice as large.
  write(['plan.json', `${JSON.stringify(plan)}\n`]);
  write(['phrases.json', json(phrases)]);
  write(['facts.schema.json', json(factsSchema(plan, phrases))]);
  for (const goal of plan.goals)
    write([`schema/${goal.name}.schema.json`, json(factsSchema(plan, phrases, goal))]);
  const modules = [
    ...(await factsTypes(plan, phrases)),
    ...[undefined, ...plan.goals].map((goal) => factsZod(plan, goal)),
  ];
  for (const file of modules.flatMap(moduleFiles)) write(file);
}

/** The source of a module, what runs, and its types. */
export function moduleFiles({ path, text, javaScript, declarations }: EmittedFile): readonly PackageFile[] {
  const name = path.replace(/\.ts$/, '');
  return [
    [`src/${path}`, text],
    [`dist/${name}.js`, javaScript],
    [`dist/${name}.d.ts`, declarations],
  ];
}

/** As JSON files are laid out. */
export function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
