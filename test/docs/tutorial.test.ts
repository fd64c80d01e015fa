/**
 * Runs the tutorial: writes each file that it shows, runs each command, and looks for the output that it shows.
 *
 * A code block whose info string names a file is that file, or a change of it: `after "…"` puts the block after the text
 * quoted, `replace "…"` in its place. In a `console` block a line `$ proviso …` is a command; the lines under it must
 * occur in its output, in this order; `…` stands for anything, and `[exit n]` for the exit code where it is not 0.
 */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeHost, run } from '@proviso/cli';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../support/read-pack.ts';

interface Block {
  readonly line: number;
  readonly language: string;
  readonly info: string;
  readonly text: string;
}

const tutorial = await readFile(join(repository, 'docs', 'tutorial.md'), 'utf8');
const blocks = blocksOf(tutorial);
const host = nodeHost();
const startedIn = process.cwd();
let folder = '';

// Within the repository, as the reader is: what is built there finds the packages it imports.
beforeAll(async () => {
  const cache = join(repository, 'node_modules', '.cache', 'proviso');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'tutorial-'));
  await symlink(join(repository, 'policies'), join(folder, 'policies'));
  process.chdir(folder);
});

afterAll(async () => {
  process.chdir(startedIn);
  await rm(folder, { recursive: true, force: true });
});

test('the tutorial has files and commands', () => {
  expect(blocks.filter(({ language }) => language === 'policy').length).toBeGreaterThan(5);
  expect(blocks.filter(({ language }) => language === 'console').length).toBeGreaterThan(5);
});

/** A file to write or a command to run; comes to what went wrong, nothing where all is as shown. */
interface Step {
  readonly name: string;
  readonly act: () => Promise<string>;
}

const steps: readonly Step[] = blocks.flatMap((block) =>
  block.language === 'console'
    ? commandsOf(block.text).map((command) => ({
        name: `line ${block.line}: ${command.words.join(' ')}`,
        act: async () => runCommand(command),
      }))
    : [{ name: `line ${block.line}: ${block.info}`, act: async () => writeBlock(block) }],
);

// In order, as tests of a file are: each step stands on those before it.
describe('the tutorial, step by step', () => {
  test.each(steps)('$name', async ({ act }) => {
    expect(await act()).toBe('');
  });
});

function blocksOf(markdown: string): readonly Block[] {
  const found: Block[] = [];
  for (const match of markdown.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)) {
    const line = markdown.slice(0, match.index).split('\n').length;
    found.push({ line, language: match[1] ?? '', info: (match[2] ?? '').trim(), text: match[3] ?? '' });
  }
  return found;
}

async function writeBlock({ info, text }: Block): Promise<string> {
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
    .split(/^\$ proviso /m)
    .slice(1)
    .map((part) => {
      const [first = '', ...lines] = part.trimEnd().split('\n');
      const exit = lines.map((line) => /^\[exit (\d)\]$/.exec(line)?.[1]).find((code) => code !== undefined);
      const expected = lines.filter((line) => line !== '…' && line !== '' && !/^\[exit \d\]$/.test(line));
      return { words: first.split(' '), expected, exit: Number(exit ?? 0) };
    });
}

async function runCommand({ words, expected, exit }: Command): Promise<string> {
  let output = '';
  const stream = {
    write: (text: string) => {
      output += text;
    },
    isTerminal: false,
    colours: false,
    columns: 100,
  };
  const code = await run(words, { ...host, stdout: stream, stderr: stream });
  if (code !== exit) return `exit code ${code}, not ${exit}:\n${output}`;
  let from = 0;
  for (const line of expected) {
    const at = output.indexOf(line, from);
    if (at < 0) return `“${line}” is not, or not there, in what came out:\n${output}`;
    from = at + line.length;
  }
  return '';
}
