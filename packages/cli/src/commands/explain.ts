/** `proviso explain`: what a finding's code means. */
import { catalogue, type CatalogueRow, didYouMean, type Example, explainCode } from '@proviso/language';
import type { Command } from 'commander';
import { type ExitCode, UsageError } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption } from './options.ts';

const EXAMPLES = `
Examples:
  $ proviso explain
  $ proviso explain unknown-name`;

/** Adds the command. */
export function registerExplain(program: Command, runner: Runner): void {
  program
    .command('explain')
    .summary('explain a code that check reports')
    .description(
      'Explains a code that check reports, with a bad and a good example; without one, lists them.',
    )
    .argument('[code]', 'the code of a finding')
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (code: string | undefined, flags: { readonly format: 'text' | 'json' }) =>
      runner((session) => Promise.resolve(explain(session, code, flags.format)), flags.format),
    );
}

function explain(session: Session, code: string | undefined, format: 'text' | 'json'): ExitCode {
  if (code === undefined) {
    session.print(
      format === 'json' ? jsonDocument('explain', { codes: catalogue.map(asJson) }) : listText(session),
    );
    return 0;
  }
  const row = explainCode(code);
  if (row === undefined) {
    const meant = didYouMean(
      code,
      catalogue.map((each) => each.code),
    );
    throw new UsageError(`there is no code \`${code}\``, {
      help: meant === undefined ? '`proviso explain` lists them' : `did you mean \`${meant}\`?`,
    });
  }
  session.print(
    format === 'json' ? jsonDocument('explain', { codes: [asJson(row)] }) : rowText(row, session),
  );
  return 0;
}

function asJson({ code, severity, phase, explanation, bad, good }: CatalogueRow): object {
  return { code, severity, phase, explanation, bad: exampleText(bad), good: exampleText(good) };
}

function listText(session: Session): string {
  const width = Math.max(...catalogue.map(({ code }) => code.length));
  return catalogue
    .map(({ code, severity, explanation }) => {
      const [first = ''] = explanation.split(/(?<=\.)\s/);
      return `${session.style('strong', code.padEnd(width))}  ${severity.padEnd(7)}  ${first.replaceAll('\n', ' ')}\n`;
    })
    .join('');
}

function rowText({ code, severity, explanation, bad, good }: CatalogueRow, session: Session): string {
  const sample = (title: string, example: Example): string =>
    `\n${session.style('heading', title)}\n\n${exampleText(example)
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`))
      .join('\n')}\n`;
  return `${session.style('strong', code)} (${severity})\n\n${explanation.trim()}\n${sample('Reported', bad)}${sample('Not reported', good)}`;
}

function exampleText(example: Example): string {
  if (typeof example === 'string') return example;
  if ('shown' in example) return example.shown;
  return Object.entries(example.files)
    .map(([name, text]) => `// ${name}\n${text.trimEnd()}\n`)
    .join('\n');
}
