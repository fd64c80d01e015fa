/** The command line at a terminal: a pseudo-terminal made by util-linux's `script`; without it nothing is tested here. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proviso, root, scratch } from './cli-run.ts';

const hasScript = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');
const bin = join(root, 'packages/cli/src/bin.ts');
let folder: Awaited<ReturnType<typeof scratch>>;

beforeAll(async () => {
  folder = await scratch();
  await proviso(['new', 'shop'], { cwd: folder.path });
});
afterAll(async () => folder.remove());

/** A program at a pseudo-terminal: waits for what it prints, types. */
class Terminal {
  readonly #child: ChildProcess;
  #raw = '';
  #printed = '';
  #read = 0;

  constructor(args: readonly string[]) {
    const command = [process.execPath, '--conditions=@proviso/source', bin, ...args].map(
      (word) => `'${word}'`,
    );
    this.#child = spawn('script', ['-qec', `stty cols 100 rows 40; exec ${command.join(' ')}`, '/dev/null'], {
      cwd: join(folder.path, 'shop'),
      env: { ...process.env, TERM: 'xterm-256color', NO_COLOR: '' },
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#raw += chunk.toString();
      // As a whole: a control sequence may come in two pieces.
      this.#printed = stripVTControlCharacters(this.#raw);
    });
  }

  /** Waits until the text is printed, after what was waited for before; says that it is. */
  async sees(text: string): Promise<true> {
    const end = performance.now() + 20_000;
    for (;;) {
      const at = this.#printed.indexOf(text, this.#read);
      if (at >= 0) {
        this.#read = at + text.length;
        return true;
      }
      if (performance.now() > end)
        throw new Error(`“${text}” is not printed:\n${this.#printed.slice(this.#read)}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** How often a text has been printed. */
  count(text: string): number {
    return this.#printed.split(text).length - 1;
  }

  types(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  /** Waits for the end; the exit code. */
  async ends(): Promise<number | null> {
    return new Promise((done) => {
      if (this.#child.exitCode !== null) done(this.#child.exitCode);
      else this.#child.once('close', done);
    });
  }

  stop(): void {
    this.#child.kill();
  }
}

const down = '\u001B[B';
const enter = '\r';
const ctrlC = '\u0003';
const ctrlD = '\u0004';

describe.skipIf(!hasScript)('at a terminal', () => {
  test('`ask` shows menus, takes an answer back, refuses what is no date, and explains', async () => {
    const saved = join(folder.path, 'saved.json');
    const terminal = new Terminal(['ask', '.', '--goal', 'refund', '--as-of', '2026-03-01', '--save', saved]);
    try {
      await terminal.sees('Were the goods made to measure?');
      await terminal.sees('Back');
      terminal.types(down);
      await terminal.sees('● No');
      terminal.types(enter);
      await terminal.sees('When was it delivered?');
      terminal.types(enter);
      await terminal.sees('nothing is typed; answer with a date');
      terminal.types(`soon${enter}`);
      await terminal.sees('not understood; answer with a date');
      terminal.types(`${'\u007F'.repeat(4)}back${enter}`);
      await terminal.sees('Were the goods made to measure?');
      await terminal.sees('Back');
      terminal.types(enter);
      await terminal.sees('Does not apply: the seller must return the money');
      expect(await terminal.ends()).toBe(0);
      expect(JSON.parse(await readFile(saved, 'utf8'))).toEqual({ order: { madeToMeasure: true } });
    } finally {
      terminal.stop();
    }
  });

  test.each([
    ['Ctrl-C', ctrlC],
    ['Ctrl-D', ctrlD],
  ])('`ask` ends at %s with what is known so far', async (_, key) => {
    const terminal = new Terminal(['ask', '.', '--goal', 'refund', '--as-of', '2026-03-01']);
    try {
      await terminal.sees('Were the goods made to measure?');
      await terminal.sees('Back');
      terminal.types(key);
      await terminal.sees('The one answer asked for is not settled.');
      expect(await terminal.ends()).toBe(0);
    } finally {
      terminal.stop();
    }
  });

  test('`test --watch` runs again when a file changes', async () => {
    const scenarios = join(folder.path, 'shop', 'scenarios.policy');
    const terminal = new Terminal(['test', '.', '--watch']);
    try {
      await terminal.sees('3 passed');
      const text = await readFile(scenarios, 'utf8');
      await writeFile(scenarios, text.replace('refund: breached', 'refund: compliedWith'));
      await terminal.sees('refund: expected compliedWith, got breached');
      await writeFile(scenarios, text.replace('given {', 'givn {'));
      await terminal.sees('has errors');
      await terminal.sees('scenarios.policy:');
      await writeFile(scenarios, text);
      expect(await terminal.sees('3 passed')).toBe(true);
      expect(terminal.count('changed; running again')).toBe(3);
    } finally {
      terminal.types(ctrlC);
      terminal.stop();
    }
  });
});
