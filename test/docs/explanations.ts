/** The cases of `docs/explanations.md`, and the page made of them: nothing of it is written by hand but the stories. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainCase, explainWhyNotCase, type PackInWords, whyNotQuestion } from '@proviso/cases';
import { interpretPlan } from '@proviso/compiler/interpret';
import { type Explanation, renderMarkdown } from '@proviso/explain';
import { addDays, dayFromCivil, formatDay, type Provenance } from '@proviso/runtime';
import { parse } from 'yaml';
import { readPack, repository } from '../support/read-pack.ts';

/** One case. */
interface Story {
  readonly title: string;
  readonly story: string;
  /** A file of `cases`, or the name of a scenario. */
  readonly case: { readonly file: string; readonly asOf: string } | { readonly scenario: string };
  /** What is asked. */
  readonly goal: string;
  /** Is it asked why that did not apply? */
  readonly whyNot?: true;
  readonly provenance?: Provenance;
}

const folder = 'policies/ico-political-campaigning';

const stories: readonly Story[] = [
  {
    title: 'Mail to the occupier',
    story:
      'A campaign writes to “the occupier” of a house, and knows from the electoral register who lives there. Is that direct marketing?',
    case: { file: 'mail-to-the-occupier.json', asOf: '2019-09-01' },
    goal: 'directMarketing',
  },
  {
    title: 'Why not the Freepost exception?',
    story: 'The same mail. What would have made it an election address, which the code excepts?',
    case: { file: 'mail-to-the-occupier.json', asOf: '2019-09-01' },
    goal: 'directMarketing.freepost',
    whyNot: true,
  },
  {
    title: 'One letter, and no answer in time',
    story: 'Someone writes that they want no more marketing. Nobody has answered by 10 October.',
    case: { file: 'one-letter-three-clocks.json', asOf: '2019-10-10' },
    goal: 'respondToObjection',
    provenance: {
      'letters[0].fromThePerson': {
        who: 'the data protection officer',
        when: '2019-09-03',
        why: 'the letter gives the name and the address that the campaign holds',
        evidence: ['the letter of 2 September 2019'],
      },
    },
  },
  {
    title: 'A call to a number on the register',
    story:
      'A volunteer calls a number that has been on the Telephone Preference Service for more than a year.',
    case: { scenario: 'a live call to a number listed long ago' },
    goal: 'noBarredCall',
  },
  {
    title: 'A recording that a key press connects to a caller',
    story:
      'People hear a recorded message first; whoever presses a key is put through. None of them had agreed.',
    case: { scenario: 'EX-27: a recording that a key press connects to a caller' },
    goal: 'obtainConsentToAutomatedCall',
  },
  {
    title: 'Consent to “selected third parties”',
    story:
      'A campaign buys addresses. The people had agreed that “selected third parties” may write to them.',
    case: { scenario: 'EX-29: a consent to selected third parties' },
    goal: 'relyOnNamedConsent',
  },
  {
    title: 'Advertising cookies without consent',
    story: 'The site of a campaign sets cookies for advertising, and asks nobody.',
    case: { scenario: 'the same without consent' },
    goal: 'getDeviceConsent',
  },
  {
    title: 'Canvass returns of a party',
    story:
      'A registered party keeps its canvass returns. Nobody has said yet whether that is likely to harm anyone.',
    case: { file: 'party-canvass-returns.yaml', asOf: '2019-09-01' },
    goal: 'paragraph22',
  },
  {
    title: 'A machine picks whom to keep from voting',
    story: 'A system decides by itself whom to show messages that urge a minority to stay at home.',
    case: { file: 'minority-not-to-vote.yaml', asOf: '2019-09-01' },
    goal: 'article22Applies',
  },
  {
    title: 'A decision after the Act of 2025',
    story:
      'The same kind of decision, taken when the Data (Use and Access) Act 2025 had replaced Article 22.',
    case: { file: 'decision-after-the-2025-act.json', asOf: '2026-04-01' },
    goal: 'article22Applies',
  },
];

const { plan, phrases } = readPack('ico-political-campaigning');
const pack: PackInWords = { ...interpretPlan(plan), phrases };
const epoch = dayFromCivil(1970, 1, 1);

interface Given {
  readonly facts: unknown;
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
}

function givenBy(of: Story['case']): Given {
  if ('file' in of) {
    const facts: unknown = parse(readFileSync(join(repository, folder, 'cases', of.file), 'utf8'));
    return { facts, asOf: of.asOf, readings: {} };
  }
  const scenario = plan.scenarios.find(({ name }) => name === of.scenario);
  if (scenario === undefined) throw new Error(`there is no scenario “${of.scenario}”`);
  const { facts, readings, asOf } = scenario;
  return { facts, readings, asOf: formatDay(addDays(epoch, asOf)) };
}

/** The explanations of a story: of a question why not one, otherwise the short and the standard form. */
function explained({ goal, whyNot, provenance = {}, case: of }: Story): readonly Explanation[] {
  const { facts, ...given } = givenBy(of);
  if (whyNot === true) {
    const question = whyNotQuestion(pack, goal);
    if (question === undefined) throw new Error(`nothing is named ${goal}`);
    const options = { ...given, goals: [question.name] };
    const assessment = question.pack.assess(facts, options);
    return [explainWhyNotCase(question, assessment, { facts, options }, { provenance })];
  }
  const options = { ...given, goals: [goal] };
  const assessment = pack.assess(facts, options);
  return (['short', 'standard'] as const).map((length) =>
    explainCase(pack, assessment, { facts, options }, { length, provenance }),
  );
}

/** A story as a part of the page: what stands under each explanation alike stands once, at the end of the page. */
function section(story: Story): string {
  const all = explained(story);
  const [first] = all;
  if (first === undefined) throw new Error(`${story.title} has no explanation`);
  const sections = all.flatMap(({ sections: each }) => each).filter(({ heading }) => heading !== 'Sources');
  const whole = { ...first, title: story.title, subtitle: `${story.story} (${first.subtitle}.)`, sections };
  return renderMarkdown(whole, { level: 2 }).replace(/\n---\n[\s\S]*$/, '');
}

/** The page. */
export function explanationsPage(): string {
  return `# Ten explanations

What \`proviso assess\` says of ten cases of the pack on [political campaigning](../${folder}/README.md), each in short
and then with its reasons. The page is made from the pack and compared with it by a test (\`pnpm test --project docs -u\`
writes it anew); only titles and stories are written for it. Lists of sources, and the line that says of which version an
explanation is and that it is no legal advice, are left out here. Of a case of your own:

\`\`\`sh
pnpm -s proviso assess ${folder} --facts case.json --as-of 2019-09-01 --goal directMarketing --format html > case.html
\`\`\`

\`--format markdown\` is the form of this page, \`--length short\` the paragraph alone, \`--length full\` everything, and
\`--why-not NAME\` asks why something did not apply.

Nothing here is legal advice, and the pack has not been reviewed by a lawyer. “Seen only at second hand” marks sources that
were read only as another text quotes them.

${stories.map(section).join('\n')}`;
}
