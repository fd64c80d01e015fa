/** The npm package that a pack is built to: its files. */
import { factsZodName } from '@proviso/compiler';
import type { Plan } from '@proviso/compiler/plan';
import type { Phrasebook } from '@proviso/runtime';
import { version } from '../version.ts';
import { json, type PackageFile } from './facts-files.ts';

/**
 * All files but those of `factsFiles` and the modules that evaluate. `policies`: the texts by path. `licences`: those of licences and
 * notices, by name.
 */
export function packageFiles(
  plan: Plan,
  phrases: Phrasebook,
  policies: ReadonlyMap<string, string>,
  licences: ReadonlyMap<string, string>,
): readonly PackageFile[] {
  const name = packageName(plan.pack.id);
  return [
    ['package.json', json(manifest(plan, phrases, name, [...licences.keys()]))],
    ['README.md', readme(plan, phrases, name, [...licences.keys()])],
    ...licences,
    ...[...policies].map(([path, text]): PackageFile => [`policy/${path}`, text]),
  ];
}

/** `ico.politicalCampaigning` is `ico-political-campaigning`. */
export function packageName(id: string): string {
  return id
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('.', '-')
    .toLowerCase();
}

function manifest(plan: Plan, phrases: Phrasebook, name: string, licences: readonly string[]): object {
  const entry = (path: string): object => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` });
  return {
    name,
    version: plan.pack.version,
    description: phrases.pack.title,
    ...(phrases.pack.licence === undefined ? {} : { license: manifestLicence(phrases.pack.licence) }),
    type: 'module',
    sideEffects: false,
    engines: { node: '>=22' },
    // Not `src`: it is there to be read where the package is built, and twice what runs is much to install.
    files: ['dist', 'policy', 'schema', 'plan.json', 'phrases.json', 'facts.schema.json', ...licences],
    exports: {
      '.': entry('index'),
      './goal/*': entry('goal/*'),
      './screen': entry('screen'),
      './facts': entry('facts'),
      './facts/*': entry('facts/*'),
      './facts.zod': entry('facts.zod'),
      './facts.zod/*': entry('zod/*'),
      './plan': entry('plan'),
      './plan.json': './plan.json',
      './phrases.json': './phrases.json',
      './facts.schema.json': './facts.schema.json',
      './schema/*': './schema/*',
      './package.json': './package.json',
    },
    dependencies: { '@proviso/runtime': `^${version}` },
    // Only `facts.zod` imports it. Before 4.1 its schemas of objects compiled code at run time, `zod/mini` too.
    peerDependencies: { zod: '^4.1.0' },
    peerDependenciesMeta: { zod: { optional: true } },
    proviso: { pack: plan.pack.id, meaning: plan.pack.meaning, text: plan.pack.text },
  };
}

/** A licence by its SPDX identifier as it is; what is said in a sentence stands in the README. */
export function manifestLicence(licence: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(licence) ? licence : 'SEE LICENSE IN README.md';
}

function readme(plan: Plan, phrases: Phrasebook, name: string, licences: readonly string[]): string {
  const [goal] = plan.goals;
  const goals = plan.goals.map(
    (each) =>
      `- \`${each.name}\`${phrases.goals[each.name]?.title === undefined ? '' : `: ${phrases.goals[each.name]?.title ?? ''}`}`,
  );
  const capital = goal === undefined ? '' : goal.name.slice(0, 1).toUpperCase() + goal.name.slice(1);
  const use =
    goal === undefined
      ? ''
      : `\n\`\`\`ts\nimport { assess${capital} } from '${name}/goal/${goal.name}';\n\`\`\`\n`;
  const entries = entriesTable(name, goal);
  const texts = licences.map((file) => `[${file}](${file})`).join(', ');
  const terms = [phrases.pack.licence, texts].filter((each) => each !== undefined && each !== '');
  const licence = terms.length === 0 ? '' : `\nLicence: ${terms.join('; see ')}\n`;
  return `# ${phrases.pack.title}\n\n${plan.pack.id} ${plan.pack.version}, built with Proviso from the files in \`policy/\`. Not legal advice.\n\nGoals:\n\n${goals.join('\n')}\n${use}\n${entries}${licence}`;
}

/** What can be imported, for a reader who has only the package. */
function entriesTable(name: string, goal: Plan['goals'][number] | undefined): string {
  const rows: readonly (readonly [string, string])[] = [
    ...(goal === undefined
      ? []
      : [
          [`${name}/goal/GOAL`, 'one goal: `decide…`, `complete…`, `assess…` and their types'] as const,
          [name, 'all goals'] as const,
          [
            `${name}/screen`,
            '`screen`: what is known of every definition and rule, without reasons',
          ] as const,
        ]),
    [
      `${name}/facts`,
      `the types of the facts${goal === undefined ? '' : '; `/facts/GOAL` those of one goal'}`,
    ],
    [
      `${name}/facts.zod`,
      `the same as a schema, \`${factsZodName()}\`${goal === undefined ? '' : `, and under \`/GOAL\` those of one goal, such as \`${factsZodName(goal)}\``}; needs the package \`zod\``,
    ],
    [`${name}/plan`, 'identity: id, version, digests'],
    [`${name}/plan.json`, 'the plan, for the interpreter'],
    [`${name}/phrases.json`, 'the words, for explanations'],
    [`${name}/facts.schema.json`, 'JSON Schema of the facts; `/schema/GOAL.schema.json` that of one goal'],
  ];
  return `| entry | what it is |\n|---|---|\n${rows.map(([entry, what]) => `| \`${entry}\` | ${what} |\n`).join('')}`;
}
