/**
 * Runs the files and commands of a Markdown page: writes each file that it shows, runs each command, and looks for the
 * output that it shows.
 *
 * A command may be written as the program's (`$ proviso …`) or as from a checkout (`pnpm -s proviso …`).
 *
 * A code block whose info string names a file is that file, or a change of it: `after "…"` puts the block after the text
 * quoted, `replace "…"` in its place. In a `console` block a line `$ proviso …` is a command (another program's is left); the lines under it must
 * occur in its output, in this order; `…` stands for anything, and `[exit n]` for the exit code where it is not 0.
 */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repository } from './read-pack.ts';
import { proviso } from './run-proviso.ts';

/** One fenced code block: the line it begins on, and what its info string says. */
export interface Block {
  readonly line: number;
  readonly language: string;
  readonly info: string;
  readonly text: string;
}

/** A file to write or a command to run; comes to what went wrong, nothing where all is as shown. */
export interface Step {
  readonly name: string;
  readonly act: (folder: string) => Promise<string>;
}

/** The steps of a page. Blocks of other languages, and those that name no file, are left to the reader. */
export function stepsOf(blocks: readonly Block[]): readonly Step[] {
  return blocks.flatMap((block) => {
    if (block.language === 'console' || block.language === 'sh')
      return commandsOf(block.text).map((command) => ({
        name: `line ${block.line}: ${command.words.join(' ')}`,
        act: async () => runCommand(command),
      }));
    return block.info === '' || block.language === 'ts'
      ? []
      : [{ name: `line ${block.line}: ${block.info}`, act: async (folder) => writeBlock(block, folder) }];
  });
}

/**
 * Makes an empty folder with the repository's policies in it and works there. Within the repository, as the reader is:
 * what is built there finds the packages it imports.
 */
export async function enterFolder(
  name: string,
): Promise<{ readonly folder: string; readonly leave: () => Promise<void> }> {
  const startedIn = process.cwd();
  const cache = join(repository, 'node_modules', '.cache', 'proviso');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, `${name}-`));
  await symlink(join(repository, 'policies'), join(folder, 'policies'));
  process.chdir(folder);
  const leave = async (): Promise<void> => {
    process.chdir(startedIn);
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, leave };
}

/** The code blocks of a page, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  const found: Block[] = [];
  for (const match of markdown.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)) {
    const line = markdown.slice(0, match.index).split('\n').length;
    found.push({ line, language: match[1] ?? '', info: (match[2] ?? '').trim(), text: match[3] ?? '' });
  }
  return found;
}

async function writeBlock({ info, text }: Block, folder: string): Promise<string> {
  const [, file = '', change, quoted] = /^(\S+)(?: (after|replace) (".*"))?$/.exec(info) ?? [];
  if (file === '') return 'the block names no file';
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  if (change === undefined || quoted === undefined) {
    await writeFile(path, text);
    return '';
  }
  const old = await readFile(path, 'utf8');
  const place: unknown = JSON.parse(quoted);
  if (typeof place !== 'string' || old.split(place).length !== 2) return `not in one place: ${quoted}`;
  // The replacement ends where the text replaced does: without the line end of the block.
  await writeFile(
    path,
    old.replace(place, () => (change === 'after' ? place + text : text.replace(/\n$/, ''))),
  );
  return '';
}

interface Command {
  readonly words: readonly string[];
  readonly expected: readonly string[];
  readonly exit: number;
}

function commandsOf(text: string): readonly Command[] {
  return text
    .split(/^(?:\$ |(?=(?:npx -y )?pnpm(?:@12)? ))/m)
    .flatMap((part) => {
      const [, command] = /^(?:(?:npx -y )?pnpm(?:@12)? -s )?proviso (.*)$/s.exec(part) ?? [];
      return command === undefined ? [] : [command];
    })
    .map((part) => {
      const [first = '', ...lines] = part.trimEnd().split('\n');
      const exit = lines.map((line) => /^\[exit (\d)\]$/.exec(line)?.[1]).find((code) => code !== undefined);
      const expected = lines.filter((line) => line !== '…' && line !== '' && !/^\[exit \d\]$/.test(line));
      return { words: wordsOf(first), expected, exit: Number(exit ?? 0) };
    });
}

/** The words of a command line; what stands in double quotes is one. */
function wordsOf(line: string): readonly string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
}

async function runCommand({ words, expected, exit }: Command): Promise<string> {
  const { code, output } = await proviso(...words);
  if (code !== exit) return `exit code ${code}, not ${exit}:\n${output}`;
  let from = 0;
  for (const line of expected) {
    const at = output.indexOf(line, from);
    if (at < 0) return `“${line}” is not, or not there, in what came out:\n${output}`;
    from = at + line.length;
  }
  return '';
}
